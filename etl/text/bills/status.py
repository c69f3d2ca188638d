"""Where a bill stands, and how it came there, in the words of unitedstates/congress.

Codes come first, the law number is the truth about enactment, and words are read only where there
is no code. The rules of what follows what are those of that project; where it and the codes of the
Library of Congress disagree, the codes are believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from etl.records import Bill, BillAction
from etl.text.bills.acts import SENATE, Act, act
from etl.text.bills.moves import after
from etl.text.congress import congress_ends

_DONE = ("ENACTED:", "PASSED:SIMPLERES", "PASSED:CONCURRENTRES", "PASSED:CONSTAMEND")


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One status of a bill, since when, and the action that brought it."""

    bill_id: str
    step: int  # from 0
    status: str
    status_on: date | None = None
    status_at: datetime | None = None
    why: str | None = None
    action_code: str | None = None


def status_history(bill: Bill, actions: Sequence[BillAction]) -> list[Status]:
    """Return every status a bill has had, oldest first; the last is the current one.

    `actions` are in order. A bill known by neither actions, day nor status has no step.
    """
    steps = [first] if (first := _introduced(bill, actions)) else []
    for action in actions:
        done = act(action, bill.bill_type, bill.number)
        if done is None:
            continue
        before = steps[-1].status if steps else "INTRODUCED"
        now = _reopened(steps) if _is_reopening(before, done) else after(before, done, bill)
        if now and (now != before or not steps):
            steps.append(_step(bill, steps, now, action))
        elif now and steps and steps[-1].status_at is None:
            steps[-1] = _timed(steps[-1], action)
    return _with_law(bill, actions, steps)


def _introduced(bill: Bill, actions: Sequence[BillAction]) -> Status | None:
    """Return the first step; for a bill known without actions, the status its file states."""
    if not actions and bill.status:
        return _step(bill, [], bill.status, None, bill.status_on)
    if not (actions or bill.introduced_on):
        return None
    told = [
        a for a in actions if (a.text or "").lower().startswith(("introduced in", "submitted in"))
    ]
    on = bill.introduced_on or (told or actions)[0].acted_on
    return _step(bill, [], "INTRODUCED", told[0] if told else None, on)


def _step(
    bill: Bill, steps: Sequence[Status], status: str, by: BillAction | None, on: date | None = None
) -> Status:
    """Return the next step. A committee may act before the bill it writes is introduced: its
    report counts from the day of introduction."""
    acted_on = on or (by.acted_on if by else None)
    since = steps[-1].status_on if steps else None
    early = bool(acted_on and since and acted_on < since)
    return Status(
        bill_id=bill.bill_id,
        step=len(steps),
        status=status,
        status_on=since if early else acted_on,
        status_at=by.acted_at if by and not early and acted_on == by.acted_on else None,
        why=by.text if by else None,
        action_code=by.action_code if by else None,
    )


def _timed(step: Status, again: BillAction) -> Status:
    """Return the step with the time that another row on the same act adds."""
    same_day = again.acted_on == step.status_on
    return replace(step, status_at=again.acted_at) if same_day else step


def _is_reopening(before: str, done: Act) -> bool:
    """Return whether a second cloture vote takes back the failure of the first."""
    return done.kind == "cloture" and done.passed and before == "PROV_KILL:CLOTUREFAILED"


def _reopened(steps: Sequence[Status]) -> str:
    """Return the status that stood before cloture failed."""
    return next((s.status for s in reversed(steps) if "CLOTURE" not in s.status), "INTRODUCED")


def _with_law(bill: Bill, actions: Sequence[BillAction], steps: list[Status]) -> list[Status]:
    """Return the steps with enactment last where the file names a law the actions do not show."""
    if not bill.law_number or (steps and steps[-1].status.startswith("ENACTED:")):
        return steps
    by = next((a for a in reversed(actions) if "law" in (a.text or "").lower()), None)
    status = after(steps[-1].status if steps else "INTRODUCED", Act("law"), bill)
    on = by.acted_on if by else bill.latest_action_on
    return [*steps, _step(bill, steps, status or "ENACTED:SIGNED", by, on)]


_LABELS = {
    "INTRODUCED": "Introduced",
    "REFERRED": "In committee",
    "REPORTED": "Through committee",
    "PASS_OVER": "Passed {chamber}; in {other}",
    "PASS_BACK": "Passed both chambers in different words; back in {other}",
    "PASSED:BILL": "Passed both chambers; goes to the President",
    "PASSED:SIMPLERES": "Resolution agreed to",
    "PASSED:CONCURRENTRES": "Concurrent resolution agreed to by both chambers",
    "PASSED:CONSTAMEND": "Constitutional amendment proposed; goes to the states",
    "PROV_KILL:SUSPENSIONFAILED": "Failed under suspension of the rules; may come up again",
    "PROV_KILL:CLOTUREFAILED": "Held up: cloture failed in the Senate",
    "PROV_KILL:PINGPONGFAIL": "Held up: one chamber refused the other's changes",
    "PROV_KILL:VETO": "Vetoed; Congress may override",
    "FAIL": "Failed in {chamber}",
    "VETOED:POCKET": "Vetoed by not being signed after Congress adjourned",
    "VETOED:OVERRIDE_PASS_OVER": "Vetoed; overridden in {chamber}, now in {other}",
    "VETOED:OVERRIDE_FAIL": "Vetoed; {chamber} failed to override",
    "ENACTED:SIGNED": "Became law",
    "ENACTED:VETO_OVERRIDE": "Became law over a veto",
    "ENACTED:TENDAYRULE": "Became law without a signature",
    "CONFERENCE:PASSED": "Conference report agreed to in {chamber}; in {other}",
}


def status_label(status: str) -> str:
    """Return a status in plain words.

    >>> status_label("PASS_OVER:SENATE")
    'Passed the Senate; in the House'
    """
    chamber = "the Senate" if status.endswith(SENATE) else "the House"
    other = "the House" if status.endswith(SENATE) else "the Senate"
    fits = [key for key in _LABELS if status.startswith(key)]
    words = _LABELS[max(fits, key=len)] if fits else status.replace("_", " ").capitalize()
    return words.format(chamber=chamber, other=other)


def died(congress: int, status: str, today: date) -> bool:
    """Return whether a bill that got nowhere lies behind the end of its Congress.

    A Congress ends at noon of 3 January; a mere day is past it from the 4th on. What both chambers
    passed can still be signed for ten days, Sundays apart, after it reaches the President.
    """
    end = congress_ends(congress)
    late = today > end if isinstance(today, datetime) else today > end.date()
    if status == "PASSED:BILL":
        day = today.date() if isinstance(today, datetime) else today
        return (day - end.date()).days > 31
    return late and not status.startswith(_DONE)
