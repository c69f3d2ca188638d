"""What ships as fact agrees with the record it was taken from, and holds nothing recalled."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from etl.policies import read_policies

DATA = Path(__file__).resolve().parents[2] / "data"
DOMAIN = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "domain"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DOMAIN.is_dir(), reason="../shared/data/domain is not here"),
]

DAY = re.compile(r"\d{4}-\d\d-\d\d")
EFFECTS = {"repeal": "repeals", "enforce": "enforces", "weaken": "weakens", "create": "creates"}


@cache
def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shipped(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the sample."""
    return rows(DATA / "sample" / f"{name}.csv")


@cache
def recorded() -> dict[str, dict[str, str]]:
    """Return the recorded bills of Section 907 by bill id."""
    found = {}
    for row in rows(DOMAIN / "section907_bills.csv"):
        if row["type"] in {"HR", "S", "HRES"} and row["number"].isdigit():
            found[f"{row['type'].lower()}{row['number']}-{row['congress']}"] = row
    return found


@cache
def seen_bills() -> dict[tuple[str, str], dict[str, str]]:
    """Return the bills of all policies that were seen, number and all, by policy and bill id."""
    return {
        (row["policy_id"], f"{row['type'].lower()}{row['number']}-{row['congress']}"): row
        for row in rows(DOMAIN / "policy_bills.csv")
        if row["verified"] == "seen" and row["number"]
    }


@cache
def policies() -> dict[str, dict[str, Any]]:
    """Return the recorded policies by id."""
    told = json.loads((DOMAIN / "policies.json").read_text(encoding="utf-8"))
    return {policy["id"]: policy for policy in told}


def test_a_bill_was_seen_with_its_number() -> None:
    seen = {bill for _, bill in seen_bills()}
    for bill in shipped("bills"):
        row = recorded().get(bill["bill_id"])
        if row is None:
            assert bill["bill_id"] in seen
            continue
        assert row["confidence"].startswith("high"), bill["bill_id"]
        assert "not seen" not in row["confidence"], bill["bill_id"]
    assert not {"s2532-102", "hr2506-107", "s1071-119", "hr3633-119", "s1409-118"} & {
        bill["bill_id"] for bill in shipped("bills")
    }


def test_every_bill_that_was_seen_ships() -> None:
    sure = {
        bill_id
        for bill_id, row in recorded().items()
        if row["confidence"].startswith("high") and bill_id not in {"s2532-102", "hr2506-107"}
    }
    assert sure | {bill for _, bill in seen_bills()} == {b["bill_id"] for b in shipped("bills")}


def test_a_bills_fields_are_those_of_the_record_and_what_was_not_verified_is_empty() -> None:
    for bill in shipped("bills"):
        row = recorded().get(bill["bill_id"])
        if row is None:
            continue
        assert bill["title"] == row["title"]
        assert bill["sponsor"] == row["sponsor"]
        assert bill["introduced_on"] in {row["introduced_date"], ""}
        assert bill["latest_action_on"] in {row["latest_action_date"], ""}
        assert row["latest_action"].startswith(bill["latest_action"])
        sources = "; ".join(filter(None, (bill["url"], bill["other_sources"])))
        assert sources == row["source_url_seen"].replace(" ; ", "; ")
        if "introduction day" in row["what_is_not_verified"]:
            assert not bill["introduced_on"]
        if "committee reference" in row["what_is_not_verified"]:
            assert not bill["latest_action"]


def test_the_other_bills_say_what_their_record_says() -> None:
    bills = {b["bill_id"]: b for b in shipped("bills")}
    for (policy, bill_id), row in seen_bills().items():
        if policy == "section-907":
            continue
        bill = bills[bill_id]
        assert row["title"].startswith(bill["title"])
        assert bill["url"] == row["source"]
        for told in (bill["status_on"], bill["law_number"], bill["introduced_on"]):
            assert told in row["title"]
        enacted = "P.L." in row["title"] or "signed" in row["title"]
        assert (bill["status"] == "ENACTED:SIGNED") == enacted


def test_policy_bills_were_seen_and_do_what_the_record_says() -> None:
    for policy in read_policies(DATA / "policies"):
        for bill in policy.bills:
            row = recorded().get(bill.bill_id) if policy.policy_id == "section-907" else None
            seen = seen_bills().get((policy.policy_id, bill.bill_id))
            assert row or seen, bill.bill_id
            if row:
                assert bill.effect == EFFECTS[row["stance"]]
                assert bill.source in row["source_url_seen"] or (
                    seen and bill.source == seen["source"]
                )
            elif seen:
                assert bill.source == seen["source"]


def test_a_policy_keeps_the_names_and_words_of_its_record() -> None:
    for policy in read_policies(DATA / "policies"):
        told = policies()[policy.policy_id]
        assert policy.name == told["name"]
        assert policy.kind == told["kind"]
        assert policy.description == told["description"]
        names = {alias.text.casefold() for alias in policy.aliases}
        recorded_names = told["aliases"] + told.get("strong_phrases_no_context_needed", [])
        # "the 907 waiver" is found as "907 waiver", "Jackson–Vanik amendment" as "Jackson–Vanik".
        lost = [n for n in recorded_names if not any(name in n.casefold() for name in names)]
        assert not lost, policy.policy_id


def test_a_citation_holds_nothing_that_was_recalled() -> None:
    for policy in read_policies(DATA / "policies"):
        told = policies()[policy.policy_id]["citation"]
        assert "recalled" not in policy.citation
        if "recalled" in told or told == "bills only":
            assert "P.L." not in policy.citation
        else:
            assert policy.citation == told


def test_waivers_ship_what_the_confidence_vouches_for() -> None:
    shown = {int(w["year"]): w for w in shipped("waivers")}
    for row in rows(DOMAIN / "section907_waivers.csv"):
        first, last = row["effective_year"][:4], row["effective_year"][-4:]
        for year in range(int(first), int(last) + 1):
            waiver = shown.pop(year)
            assert waiver["confidence"] == row["confidence"]
            if not row["confidence"].startswith("high"):
                assert waiver["state"] == "unknown"
                continue
            assert waiver["state"] in row["state"].lower()
            assert waiver["signed_on"] == (
                row["signed_date"] if DAY.fullmatch(row["signed_date"]) else ""
            )
            assert waiver["published_on"] in {row["published"], ""}
            if "signer" not in row["confidence"] and year != 2025:
                assert not waiver["signer"]
    assert not shown


def test_the_waiver_of_2025_is_as_the_federal_register_prints_it() -> None:
    printed = DOMAIN.parent / "legislation" / "federal_register"
    text = next(printed.glob("FR-2025-15682*")).read_text(encoding="utf-8")
    (waiver,) = [w for w in shipped("waivers") if w["year"] == "2025"]
    assert f"{waiver['instrument']} of August 8, 2025" in text
    assert waiver["signed_on"] == "2025-08-08"
    assert "Friday, August 15, 2025" in text
    assert waiver["published_on"] == "2025-08-15"
    assert "Trump.EPS" in text
    assert waiver["signer"] == "Donald Trump"


def test_events_are_all_and_only_those_of_high_confidence() -> None:
    told = {
        (e["event_on"] or e["event_month"], e["kind"], e["title"], e["confidence"], e["source_url"])
        for e in shipped("events")
    }
    record = {
        (r["date"], r["kind"], r["title"], r["confidence"], r["source_url_seen"])
        for r in rows(DOMAIN / "section907_events.csv")
        if r["confidence"].startswith("high")
    }
    assert told == record


def coded() -> dict[str, dict[str, str]]:
    """Return the coded articles that name or mean the policy."""
    return {
        row["id"]: row
        for row in rows(DOMAIN / "section907_articles_coded.csv")
        if row["mentions_907"] in {"yes", "implicit"}
    }


def test_articles_are_those_that_name_the_policy_as_they_were_coded() -> None:
    shown = {a["given_id"]: a for a in shipped("articles")}
    assert shown.keys() == coded().keys()
    assert len(shown) == 180
    for given_id, row in coded().items():
        article = shown[given_id]
        assert row["url"].startswith(article["url"])
        assert row["outlet"].startswith(article["outlet"])
        assert article["title"] == row["headline"]
        assert article["language"] == row["lang"]
        assert article["country"] == row["outlet_country"].replace("OTHER", "")
        assert row["pub_date"].startswith(article["published"])
        assert article["cited_outlet"] == row["original_outlet_cited"]
        original = coded().get(row["duplicate_of"])
        assert article["copy_of"] == (original["url"].partition(" ")[0] if original else "")


def test_labels_hold_the_stances_that_were_coded() -> None:
    for given_id, row in coded().items():
        labels = [label for label in shipped("labels") if label["given_id"] == given_id]
        stance, of_article = (
            row[kind].removesuffix("_907") for kind in ("speaker_stance", "article_stance")
        )
        assert {label["stance"] for label in labels} == {stance, of_article}, given_id
        assert {label["article_stance"] for label in labels} == {of_article}
        assert {label["confidence"] for label in labels} == {row["label_confidence"]}
        assert {label["wording"] for label in labels} == {row["wording"]}
        assert {label["named"] for label in labels} == {row["mentions_907"]}
        for label in labels:
            assert label["holder_role"] in f"{row['speaker_role']}; outlet", given_id


def test_outlets_have_the_country_and_side_that_were_coded() -> None:
    sample = {o["domain"]: o for o in rows(DATA / "outlets.csv") if o["source"] == "sample coding"}
    for domain, outlet in sample.items():
        there = {
            # The coder's "other" is no side: nothing is known of one.
            (row["outlet_country"].replace("OTHER", ""), row["side"].replace("other", ""))
            for row in coded().values()
            if re.match(
                rf"https?://([\w-]+\.)*{re.escape(domain)}(/|$)", row["url"].partition(" ")[0]
            )
        }
        assert (outlet["country"], outlet["side"]) in there, domain
