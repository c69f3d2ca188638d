"""The waiver of 2025 as it was printed, and the cosponsors of every BILLSTATUS file over time."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from etl.build import fetch_rows, open_database
from etl.catalog import FOLDER, read_table
from etl.frames import frame
from etl.policies import read_policies
from etl.readers import billstatus, federal_register_text
from etl.records import Bill, BillCosponsor, Document
from etl.tables.matched import named_documents, waiver_acts

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LEGISLATION = DATA / "legislation"
POLICIES = Path(__file__).resolve().parents[2] / "data" / "policies"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not LEGISLATION.is_dir(), reason="../shared/data/legislation is not here"),
]


def printed() -> Document:
    (path,) = (LEGISLATION / "federal_register").glob("FR-2025-15682*")
    (document,) = federal_register_text.read(path.name, path.read_bytes())
    assert isinstance(document, Document)
    return document


def test_the_waiver_of_2025_is_an_act_with_signer_dates_and_citation() -> None:
    policies, document = read_policies(POLICIES), printed()
    told = {
        "article_id": document.document_id,
        "title": document.title,
        "text": document.text,
        "snippet": None,
        "language": "en",
        "published_on": document.published_on,
        "acted_on": document.signed_on,
    }
    (named,) = named_documents.rows([told], policies)
    assert (named.policy_id, named.act_kind, named.extends) == ("section-907", "waiver", True)
    assert named.scope == "Assistance to the Government of Azerbaijan"
    # The same, were the title silent: the text itself extends the waiver of this policy.
    (by_text,) = named_documents.rows([told | {"title": "Memorandum"}], policies)
    assert (by_text.act_kind, by_text.extends) == ("waiver", True)
    row = {
        "policy_id": named.policy_id, "kind": named.act_kind, "extends": named.extends,
        "scope": named.scope, "holds_from_on": named.holds_from_on,
        "holds_until_on": named.holds_until_on, "signed_on": document.signed_on,
        "published_on": document.published_on, "instrument": document.instrument,
        "signer": document.signer, "signer_role": document.signer_role,
        "citation": f"FR Doc. {document.document_number}", "document_id": document.document_id,
        "source_id": "inbox", "source_path": "x", "source_url": document.url, "note": None,
    }  # fmt: skip
    (act,) = waiver_acts.rows([row], [], policies)
    assert (act.signer, act.signed_on, act.published_on) == (
        "Donald Trump",
        date(2025, 8, 8),
        date(2025, 8, 15),
    )
    assert (act.from_on, act.until_on, act.due_on) == (
        date(2025, 8, 8),
        date(2026, 8, 7),
        date(2026, 8, 8),
    )
    assert (act.instrument, act.citation) == (
        "Presidential Determination No. 2025-08",
        "FR Doc. 2025-15682",
    )


def test_no_other_policy_is_waived_by_it() -> None:
    document = printed()
    told = {"title": "Waiver of Section 620 of the Foreign Assistance Act", "text": document.text}
    sentence = "I hereby waive section 620 notwithstanding section 907 of the FREEDOM Support Act."
    told |= {"article_id": "x", "snippet": None, "language": "en", "published_on": None}
    told |= {"acted_on": None, "text": sentence}
    (named,) = named_documents.rows([told], read_policies(POLICIES))
    assert (named.policy_id, named.act_kind) == ("section-907", "document")


def test_cosponsors_over_time_end_at_the_active_count_of_every_file() -> None:
    with (LEGISLATION / "oracle" / "oracle_bills.csv").open(encoding="utf-8", newline="") as file:
        oracle = {row["file"]: int(row["n_cosponsors_active"] or 0) for row in csv.DictReader(file)}
    bills: list[Bill] = []
    names: list[BillCosponsor] = []
    for file_name in oracle:  # a bill may be in several files: each file is a bill of its own here
        for record in billstatus.read(file_name, (LEGISLATION / file_name).read_bytes()):
            if isinstance(record, Bill):
                bills.append(replace(record, bill_id=file_name))
            if isinstance(record, BillCosponsor):
                names.append(replace(record, bill_id=file_name))
    ends = last_days(bills, names)
    assert len(oracle) == 250
    assert sum(oracle.values()) > 5000
    assert {f: ends.get(f, 0) for f in oracle} == oracle


def last_days(bills: list[Bill], names: list[BillCosponsor]) -> dict[str, int]:
    """Return the cosponsors on each bill's last day, over its parties."""
    query = read_table(FOLDER / "marts" / "cosponsors_over_time.sql").query
    paths = pa.array(["x"] * len(names), type=pa.string())
    with open_database(":memory:") as db:
        db.execute("create schema staged")
        db.register("names", frame(BillCosponsor, names, {"source_path": paths}))
        db.register("bills", frame(Bill, bills))
        db.execute("create table staged.bill_cosponsors as select * from names")
        db.execute("create table staged.bills as select * from bills")
        ends = f"""
            select bill_id, sum(cosponsors + undated)::bigint as cosponsors
            from ({query})
            group by bill_id, day
            qualify row_number() over (partition by bill_id order by day desc) = 1
        """
        return {row["bill_id"]: row["cosponsors"] for row in fetch_rows(db, ends)}
