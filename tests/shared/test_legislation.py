"""Every BILLSTATUS file at hand, compared with what unitedstates/congress makes of it.

Equal, or explained by a named fault of that peer.
"""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from etl.readers import billstatus, federal_register, federal_register_text
from etl.records import Bill, Refused
from etl.text.bills.status import Status, status_history

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LEGISLATION = DATA / "legislation"
ORACLE = LEGISLATION / "oracle"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not LEGISLATION.is_dir(), reason="../shared/data/legislation is not here"),
]

# What the peer gets wrong, by file and column: why, what it says, what we say.
ONLY_NEW_NAMES = "the peer knows no primarySubject and no otherSubjects, the names of 2015"
PER_ACTION = "the peer counts a vote again in every row of the action that tells it"
FAULTS: dict[tuple[str, str], tuple[str, str, str]] = {
    ("legacy2015/BILLSTATUS-114hconres70", "policy_area"): (ONLY_NEW_NAMES, "", "Congress"),
    ("legacy2015/BILLSTATUS-114hjres45", "policy_area"): (
        ONLY_NEW_NAMES, "", "Crime and Law Enforcement"),
    ("legacy2015/BILLSTATUS-114hr1531", "policy_area"): (
        ONLY_NEW_NAMES, "", "Government Operations and Politics"),
    ("legacy2015/BILLSTATUS-114hr3106", "policy_area"): (
        ONLY_NEW_NAMES, "", "Armed Forces and National Security"),
    ("legacy2015/BILLSTATUS-114hres348", "policy_area"): (
        ONLY_NEW_NAMES, "", "International Affairs"),
    ("legacy2015/BILLSTATUS-114s1300", "policy_area"): (ONLY_NEW_NAMES, "", "Immigration"),
    ("legacy2015/BILLSTATUS-114hconres70", "n_subjects"): (ONLY_NEW_NAMES, "0", "6"),
    ("legacy2015/BILLSTATUS-114hjres45", "n_subjects"): (ONLY_NEW_NAMES, "0", "4"),
    ("legacy2015/BILLSTATUS-114hr1531", "n_subjects"): (ONLY_NEW_NAMES, "0", "3"),
    ("legacy2015/BILLSTATUS-114hr3106", "n_subjects"): (ONLY_NEW_NAMES, "0", "11"),
    ("legacy2015/BILLSTATUS-114hres348", "n_subjects"): (ONLY_NEW_NAMES, "0", "6"),
    ("legacy2015/BILLSTATUS-114s1300", "n_subjects"): (ONLY_NEW_NAMES, "0", "4"),
    ("117/BILLSTATUS-117hr1", "n_recorded_votes"): (PER_ACTION, "8", "2"),
    ("pair_schema3_draft_noversion/BILLSTATUS-117hr1", "n_recorded_votes"): (PER_ACTION, "8", "2"),
}  # fmt: skip


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table, none where it is absent."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


BILLS = rows(ORACLE / "oracle_bills.csv")
FILES = [row["file"] for row in BILLS]


@dataclass(frozen=True)
class Read:
    """What the reader and the status make of one file."""

    bill: Bill
    records: dict[str, list[Any]]
    history: list[Status]


@cache
def read(file: str) -> Read:
    """Return what we make of a file."""
    content = (LEGISLATION / file).read_bytes()
    assert billstatus.reads(file, content[:4096])
    records: dict[str, list[Any]] = {}
    for record in billstatus.read(file, content):
        records.setdefault(type(record).__name__, []).append(record)
    (bill,) = records["Bill"]
    return Read(bill, records, status_history(bill, records["BillAction"]))


def ours(file: str) -> dict[str, str]:
    """Return a file's facts under the oracle's names."""
    found = read(file)
    bill, records = found.bill, found.records
    count = {name: str(len(rows)) for name, rows in records.items()}
    cosponsors = records.get("BillCosponsor", [])
    withdrawn = sum(c.withdrawn_on is not None for c in cosponsors)
    committees = {c.committee_id for c in records.get("BillCommittee", []) if not c.parent_id}
    law = f"{(bill.law_type or '').title()} Law {bill.law_number}" if bill.law_number else ""
    return {
        "bill_id": bill.bill_id,
        "title": bill.title or "",
        "introduced_at": str(bill.introduced_on or ""),
        "sponsor_bioguide": bill.sponsor_id or "",
        "n_cosponsors": str(len(cosponsors)),
        "n_cosponsors_withdrawn": str(withdrawn),
        "n_cosponsors_active": str(len(cosponsors) - withdrawn),
        "laws_element": law,
        "policy_area": bill.policy_area or "",
        "n_subjects": count.get("BillSubject", "0"),
        "n_committees": str(len(committees)),
        "n_amendments": count.get("BillAmendment", "0"),
        "n_related_bills": count.get("RelatedBill", "0"),
        "n_titles": count.get("BillTitle", "0"),
        "n_recorded_votes": count.get("RecordedVote", "0"),
        "n_actions_raw": str(len(records["BillAction"]) + told_twice(file)),
        "latest_action_date": str(bill.latest_action_on or ""),
    }


def told_twice(file: str) -> int:
    """Return how many rows of a file are no action of their own, counted without our reader."""
    bill = ET.parse(LEGISLATION / file).getroot().find("bill")
    assert bill is not None
    listed = bill.findall("actions/item")
    empty = sum(not (i.findtext("text") or i.findtext("actionCode")) for i in listed)
    referrals = Counter(
        (i.findtext("actionDate"), i.findtext("text"))
        for i in listed
        if i.findtext("actionCode") == "H11100"
    )
    return empty + sum(n - 1 for n in referrals.values())


def test_the_oracle_is_there() -> None:
    assert len(FILES) == 250
    found = {p.relative_to(LEGISLATION).as_posix() for p in all_files() if "oracle" not in p.parts}
    status = {f for f in found if f.endswith(".xml") and "BILLSTATUS-" in f}
    assert status == set(FILES)


def all_files() -> Iterator[Path]:
    """Yield every file of the shared data."""
    yield from (path for path in sorted(LEGISLATION.rglob("*")) if path.is_file())


@pytest.mark.parametrize("row", BILLS, ids=FILES)
def test_a_bill_is_as_the_peer_reads_it_or_the_peer_is_wrong(row: dict[str, str]) -> None:
    for column, value in ours(row["file"]).items():
        key = (row["file"].partition("/")[2].removesuffix(".xml"), column)
        if value != row[column]:
            assert key in FAULTS, f"{column}: {value!r}, the peer {row[column]!r}"
            assert (row[column], value) == FAULTS[key][1:]


def test_no_fault_is_named_that_is_none() -> None:
    keys = {f.partition("/")[2].removesuffix(".xml"): f for f in FILES}
    by_file = {row["file"]: row for row in BILLS}
    idle = [
        key
        for key in FAULTS
        if key[0] in keys and ours(keys[key[0]])[key[1]] == by_file[keys[key[0]]][key[1]]
    ]
    assert not idle
    assert {file for file, _ in FAULTS} <= set(keys)


@pytest.mark.parametrize("row", BILLS, ids=FILES)
def test_the_status_is_an_accepted_one(row: dict[str, str]) -> None:
    current = read(row["file"]).history[-1].status
    accepted = row["status_accept"].split(";") if row["status_accept"] else by_stage(row)
    assert current in accepted


# Where the peer crashes or skips, the stage that the codes show.
BY_STAGE = {
    "INTRODUCED": ["INTRODUCED", "REFERRED"],
    "REPORTED": ["REPORTED"],
    "PASSED_H": ["PASS_OVER:HOUSE"],
    "AGREED_CONC": ["PASSED:CONCURRENTRES"],
    "AGREED_SIMPLE": ["PASSED:SIMPLERES"],
    "LAW": ["ENACTED:SIGNED"],
}


def by_stage(row: dict[str, str]) -> list[str]:
    """Return what the codes allow. One draft file lacks code 17000; its words say it passed."""
    if row["file"].endswith("pair_schema3_draft_noversion/BILLSTATUS-117s35.xml"):
        return ["PASS_OVER:SENATE"]
    return BY_STAGE[row["code_stage"]]


def test_a_history_runs_forward_and_ends_in_law_where_there_is_one() -> None:
    for file in FILES:
        found = read(file)
        days = [s.status_on for s in found.history if s.status_on]
        if found.bill.law_number is None or found.history[-1].action_code is not None:
            assert days == sorted(days), file
        assert found.history[-1].status.startswith("ENACTED:") is bool(found.bill.law_number), file
        assert [s.step for s in found.history] == list(range(len(found.history)))


def test_the_peers_dates_are_ours_wherever_the_last_status_is() -> None:
    peer: dict[str, tuple[str, str]] = {}
    for row in rows(ORACLE / "oracle_status_history.csv"):
        peer[row["file"]] = (row["status"], row["acted_at"])
    compared = 0
    for file, (status, acted_at) in peer.items():
        current = read(file).history[-1]
        if current.status == status:
            when = current.status_at.isoformat() if current.status_at else str(current.status_on)
            assert when == acted_at, file
            compared += 1
    assert compared > 200


@pytest.mark.parametrize("pair", rows(ORACLE / "oracle_schema_pairs.csv"))
def test_before_and_after_the_schema_change_a_bill_is_the_same(pair: dict[str, str]) -> None:
    before, after = ours(pair["file_schema1"]), ours(pair["file_schema3"])
    for field in set(pair["fields_equal"].split(";")) & set(before):
        assert before[field] == after[field], field
    for change in filter(None, pair["fields_different"].split(";")):
        field, _, values = change.partition(":")
        if field in ("n_recorded_votes", "code_stage"):  # faults of the peer: ours are the same
            assert before.get(field) == after.get(field)
        else:  # the bill went on between the two files
            assert f"{before[field]}->{after[field]}" == values
    histories = [read(pair[f]).history for f in ("file_schema1", "file_schema3")]
    assert [(s.status, s.status_on) for s in histories[0]] == [
        (s.status, s.status_on) for s in histories[1]
    ]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("html_challenge.xml", "web page"),
        ("truncated.xml", "breaks off"),
        ("zero_bytes.xml", "empty"),
    ],
)
def test_malformed_files_are_refused_with_a_reason(file: str, reason: str) -> None:
    content = (LEGISLATION / "billstatus_malformed_SYNTHETIC" / file).read_bytes()
    with pytest.raises(Refused, match=reason):
        billstatus.read(file, content)


def test_nothing_else_is_taken_for_a_bill_or_a_document() -> None:
    claims = {
        "billstatus": billstatus,
        "federal_register": federal_register,
        "federal_register_text": federal_register_text,
    }
    for path in sorted(p for p in DATA.rglob("*") if p.is_file()):
        with path.open("rb") as file:
            head = file.read(4096)
        for name, reader in claims.items():
            if reader.reads(path.name, head):
                assert path.relative_to(LEGISLATION).parts[0].startswith(name.removesuffix("_text"))


def test_the_waiver_of_2025_as_printed() -> None:
    content = next((LEGISLATION / "federal_register").glob("FR-*.txt")).read_bytes()
    assert federal_register_text.reads("a.txt", content[:4096])
    (found,) = federal_register_text.read("a.txt", content)
    assert found.document_id == "2025-15682@2025-08-15"
    assert found.title.startswith("Extension of Waiver of Section 907 of the FREEDOM Support Act")
    assert found.instrument == "Presidential Determination No. 2025-08"
    assert (found.signed_on, found.published_on) == (date(2025, 8, 8), date(2025, 8, 15))
    assert (found.signer, found.signer_role) == ("Donald Trump", "President")
    assert found.filed_at == datetime(2025, 8, 14, 18, 0, tzinfo=UTC)


def test_the_registers_answers_are_read() -> None:
    folder = LEGISLATION / "federal_register"
    found = {
        path.name: federal_register.read(path.name, path.read_bytes())
        for path in sorted(folder.glob("*document*.jsonc"))
    }
    assert {name: len(documents) for name, documents in found.items()} == {
        "document.jsonc": 1,
        "documents.jsonc": 2,
        "public_document.jsonc": 1,
    }
    assert found["document.jsonc"][0].citation == "85 FR 48465"
    assert not federal_register.reads("agency", (folder / "agency.jsonc").read_bytes()[:4096])
