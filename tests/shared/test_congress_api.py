"""The API's answers compared with the status files of the same bills: the same bill both ways."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from etl.readers import billstatus, congress_api, legislators, reader_of
from etl.records import (
    Bill,
    BillAction,
    BillCommittee,
    BillCosponsor,
    BillSubject,
    BillSummary,
    BillTitle,
    RelatedBill,
    VoteTotal,
)

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LEGISLATION = DATA / "legislation"
API = LEGISLATION / "congress_gov_api"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not LEGISLATION.is_dir(), reason="../shared/data/legislation is not here"),
]


def api(*files: Path) -> list[Any]:
    """Return what the reader makes of answers in files, put together one a line."""
    lines = [json.dumps(json.loads(file.read_text("utf-8"))) for file in files]
    content = "\n".join(lines).encode()
    assert reader_of("bundle.jsonl", content) == "congress_api"
    return congress_api.read("bundle.jsonl", content)


def status_file(file: str) -> list[Any]:
    """Return what the reader makes of a status file."""
    return billstatus.read(file, (LEGISLATION / "billstatus" / file).read_bytes())


def of(kind: type, records: list[Any]) -> list[Any]:
    return [r for r in records if type(r) is kind]


def recorded(*names: str) -> list[Path]:
    """Return the answers that were recorded under these names."""
    return [f for name in names for f in (API / "r_httptest2" / name).rglob("*.json")]


def test_a_bill_and_its_lists_are_those_of_its_status_file() -> None:
    ours = api(*sorted((API / "loc_samples").glob("bill_117_hr_21*.txt")))
    theirs = status_file("117/BILLSTATUS-117hr21.xml")
    for kind in (BillCommittee, BillCosponsor, BillSubject, BillSummary, BillTitle, RelatedBill):
        assert of(kind, ours) == of(kind, theirs), kind
    (bill,), (other,) = of(Bill, ours), of(Bill, theirs)
    assert bill.partial  # its actions were not recorded
    assert replace(bill, partial=False, updated_at=None) == replace(other, updated_at=None)


def test_a_later_reading_of_a_bill_has_what_the_earlier_had() -> None:
    ours = api(LEGISLATION / "billstatus_json_119" / "hr6534.json")
    theirs = status_file("119/BILLSTATUS-119hr6534.xml")
    for kind in (BillAction, BillCommittee, BillTitle):
        assert of(kind, ours) == of(kind, theirs), kind
    assert set(of(BillCosponsor, ours)) > set(of(BillCosponsor, theirs))
    (bill,), (other,) = of(Bill, ours), of(Bill, theirs)
    later = {"latest_action": other.latest_action, "updated_at": other.updated_at}
    assert replace(bill, **later) == other


def test_the_first_page_of_actions_is_among_those_of_the_status_file() -> None:
    ours = api(*recorded("bill2", "bill3", "bill4", "bill6"))
    theirs = status_file("117/BILLSTATUS-117hr3076.xml")
    told = {(a.acted_on, a.acted_at, a.action_code, a.text) for a in of(BillAction, theirs)}
    actions = of(BillAction, ours)
    assert len(actions) == 20
    assert {(a.acted_on, a.acted_at, a.action_code, a.text) for a in actions} <= told
    (bill,), (other,) = of(Bill, ours), of(Bill, theirs)
    assert (bill.law_number, bill.sponsor_id) == (other.law_number, other.sponsor_id)
    assert bill.partial


def test_totals_of_a_vote_are_those_of_the_answer() -> None:
    totals = Counter[str]()
    for total in of(VoteTotal, api(*recorded("housevote2"))):
        totals[total.position] += total.members
    assert totals == {"yea": 274, "nay": 145, "present": 0, "not voting": 15}


@pytest.mark.parametrize("name", ["hconres1", "hr5369", "hr5789", "hr6", "hr6534", "hres120"])
def test_bills_of_the_119th_are_whole(name: str) -> None:
    records = api(LEGISLATION / "billstatus_json_119" / f"{name}.json")
    (bill,) = of(Bill, records)
    assert (bill.bill_id, bill.partial) == (f"{name}-119", False)


@pytest.mark.parametrize(("name", "members"), [("current", 537), ("historical", 12_230)])
def test_every_member_is_read(name: str, members: int) -> None:
    file = LEGISLATION / "congress_legislators" / f"legislators-{name}.csv"
    content = file.read_bytes()
    assert reader_of(file.name, content) == "legislators"
    found = legislators.read(file.name, content)
    assert len({m.bioguide_id for m in found}) == len(found) == members
    assert all(m.full_name and m.chamber and m.state for m in found)
