"""The real bill texts of ../shared/data: all read, and section 907 found where it is cited."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from etl.policies import read_policies
from etl.readers import bill_text, billstatus, reader_of
from etl.records import Bill, BillCitation, BillText
from etl.text.bills.links import BillLink, links
from etl.text.bills.links_targets import target

ROOT = Path(__file__).resolve().parents[2]
LEGISLATION = ROOT.parent / "shared" / "data" / "legislation"
TEXTS = LEGISLATION / "bill_text"
FILES = sorted(TEXTS.glob("*.xml"))
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not TEXTS.is_dir(), reason="../shared/data/legislation is not here"),
]

# What each text that cites section 907 would do to it.
ROLES = {"hr6534-119": "repeals", "hr4779-119": "exempts"}


@cache
def links_of(file: Path) -> tuple[BillLink, ...]:
    """Return the links of one bill text to the policies that ship."""
    policies = read_policies(ROOT / "data" / "policies")
    text, *cites = bill_text.read(file.name, file.read_bytes())
    row = {"bill_id": text.bill_id, "version": text.version, "version_on": text.version_on}
    blocks = [row | {"block": block} for block in text.text.split("\n\n")]
    marked = [
        row | {"cite": c.cite, "words": c.words, "section": c.section, "passage": c.passage}
        for c in cites
        if any(target(p).holds(c.cite) for p in policies)
    ]
    return tuple(links(blocks, marked, [], [], policies))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_every_text_is_read(file: Path) -> None:
    assert reader_of(file.name, file.read_bytes()) == "bill_text"
    text, *cites = bill_text.read(file.name, file.read_bytes())
    assert isinstance(text, BillText)
    kind, _, congress = text.bill_id.rpartition("-")
    assert f"BILLS-{congress}{kind}{text.version}" == file.stem
    assert bill_text.read("any.xml", file.read_bytes())[0] == text  # the name is not needed
    assert text.version_on
    assert text.version_on.year == 2025
    assert text.official_title
    assert text.text
    assert "<" not in text.text
    assert sum(isinstance(c, BillCitation) for c in cites) == len(cites)


def test_the_texts_that_cite_section_907_are_found_with_their_role_and_no_others() -> None:
    labels = {row["file"]: row["label"] for row in csv.DictReader((TEXTS / "LABELS.csv").open())}
    assert {file.name for file in FILES} == set(labels)
    for file in FILES:
        found = [link for link in links_of(file) if link.policy_id == "section-907"]
        assert bool(found) == (labels[file.name] == "cites_s907"), file.name
        told = {link.effect for link in found if link.effect != "mentions"}
        assert told == ({ROLES[found[0].bill_id]} if found else set())
        sure = [link for link in found if link.confidence == "high"]
        assert all(link.pattern == "parsable citation" for link in sure)


def test_an_appropriation_that_names_other_policies_does_nothing_to_them() -> None:
    (file,) = (f for f in FILES if "hr4779" in f.name)
    told = {(link.policy_id, link.effect) for link in links_of(file)}
    assert told == {
        ("section-907", "exempts"),
        ("leahy-law", "mentions"),
        ("taiwan-relations-act", "mentions"),
    }


def test_titles_of_real_bills_never_tell_what_a_person_who_read_them_did_not() -> None:
    policies = read_policies(ROOT / "data" / "policies")
    listed = {(p.policy_id, b.bill_id): b.effect for p in policies for b in p.bills}
    rows = []
    for file in sorted(LEGISLATION.glob("billstatus/*/*.xml")):
        bill = billstatus.read(file.name, file.read_bytes())[0]
        assert isinstance(bill, Bill)
        rows.append(
            {"bill_id": bill.bill_id, "titles": bill.title, "official_title": bill.official_title,
             "summary": None, "subjects": None, "law_number": bill.law_number}
        )  # fmt: skip
    found = links([], [], rows, [], policies)
    sure = {
        (link.policy_id, link.bill_id): link.effect
        for link in found
        if link.confidence == "high" and link.effect != "mentions"
    }
    assert sure == {
        ("section-907", "hr6534-119"): "repeals",
        ("section-907", "s3000-118"): "enforces",
        ("caatsa-231", "hr3364-115"): "creates",
    }
    assert all(listed[key] == effect for key, effect in sure.items() if key in listed)
