"""One row a step of a bill: each status it came to, oldest first; the last is where it stands.

status: in the words of unitedstates/congress
status_label: the same in plain words
died: its Congress ended before it got through
why: the action, or the law, that says so

key: bill_id, step
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from etl.records import Bill, BillAction
from etl.text.bills.status import died, status_history, status_label

READS = {
    "bills": "select * from staged.bills",
    "actions": "select * from staged.bill_actions order by bill_id, seq",
    "runs": "select built_at::date as today from raw.runs",
}


@dataclass(frozen=True, kw_only=True)
class BillStatus:
    """A status a bill came to."""

    bill_id: str
    step: int
    status: str
    status_label: str
    died: bool
    status_on: date | None
    status_at: datetime | None
    why: str | None
    action_code: str | None


ROW = BillStatus


def rows(
    bills: Sequence[Mapping[str, Any]],
    actions: Sequence[Mapping[str, Any]],
    runs: Sequence[Mapping[str, Any]],
) -> list[BillStatus]:
    """Return the history of every bill, as of the day of the build."""
    today = max(run["today"] for run in runs)
    acted: dict[str, list[BillAction]] = defaultdict(list)
    for action in actions:
        acted[action["bill_id"]].append(_record(BillAction, action))
    return [
        found
        for bill in bills
        for found in _history(_record(Bill, bill), acted[bill["bill_id"]], today)
    ]


def _history(bill: Bill, actions: Sequence[BillAction], today: date) -> list[BillStatus]:
    return [
        BillStatus(
            bill_id=bill.bill_id,
            step=step.step,
            status=step.status,
            status_label=status_label(step.status),
            died=died(bill.congress, step.status, today),
            status_on=step.status_on,
            status_at=step.status_at,
            why=step.why,
            action_code=step.action_code,
        )
        for step in status_history(bill, actions)
    ]


def _record(kind: type, row: Mapping[str, Any]) -> Any:
    return kind(**{f.name: row[f.name] for f in fields(kind)})
