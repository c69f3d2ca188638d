"""The facts that ship: each has a source, an id of its own, and no more precision than is known."""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from etl.policies import read_policies
from etl.policy_keys import BILL_ID
from etl.readers import sample
from etl.records import Article, Bill, Event, Label, Reject, Waiver
from etl.text.addresses import article_key, domain, outlet_domains

DATA = Path(__file__).resolve().parents[1] / "data"
STATUS = re.compile(r"INTRODUCED|REFERRED|REPORTED|PASS_OVER:(HOUSE|SENATE)|ENACTED:SIGNED")


@cache
def records(name: str) -> list[Any]:
    """Return what a file of the sample holds."""
    path = DATA / "sample" / f"{name}.csv"
    return sample.read(f"sample/{path.name}", path.read_bytes())


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table under data/."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("articles", Article),
        ("bills", Bill),
        ("events", Event),
        ("labels", Label),
        ("waivers", Waiver),
    ],
)
def test_every_row_is_read(name: str, record: type) -> None:
    assert records(name)
    assert not [r for r in records(name) if isinstance(r, Reject)]
    assert all(isinstance(r, record) for r in records(name))
    head = (DATA / "sample" / f"{name}.csv").read_bytes()[:4096]
    assert sample.reads(f"sample/{name}.csv", head)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("sample/articles.csv", ("given_id",)),
        ("sample/articles.csv", ("url",)),
        ("sample/bills.csv", ("bill_id",)),
        ("sample/events.csv", ("event_id",)),
        ("sample/labels.csv", ("given_id", "policy_id", "holder")),
        ("sample/waivers.csv", ("policy_id", "year")),
        ("outlets.csv", ("domain",)),
        ("feeds.csv", ("feed_id",)),
        ("feeds.csv", ("url",)),
    ],
)
def test_ids_are_unique(name: str, key: tuple[str, ...]) -> None:
    keys = [tuple(row[k] for k in key) for row in rows(name)]
    assert all(all(k) for k in keys)
    assert len(set(keys)) == len(keys)


def test_every_fact_has_a_source() -> None:
    sources = [(b.bill_id, b.url) for b in records("bills")]
    sources += [(e.event_id, e.source_url) for e in records("events")]
    sources += [(w.year, w.source_url) for w in records("waivers") if w.state != "unknown"]
    sources += [(a.given_id, a.url) for a in records("articles")]
    for what, url in sources:
        assert url, what
        assert urlsplit(url).scheme in {"http", "https"}, what


def test_a_bill_id_says_what_its_row_says_and_its_status_is_a_known_word() -> None:
    for bill in records("bills"):
        assert BILL_ID.fullmatch(bill.bill_id)
        assert bill.bill_id == f"{bill.bill_type}{bill.number}-{bill.congress}"
        assert bill.status is None or STATUS.fullmatch(bill.status), bill.bill_id
        assert bill.status or not bill.status_on
        assert bill.latest_action or not bill.latest_action_on
        years = 1787 + 2 * bill.congress, 1789 + 2 * bill.congress
        for day in filter(None, (bill.introduced_on, bill.status_on, bill.latest_action_on)):
            assert date(years[0], 1, 3) <= day <= date(years[1], 1, 3), bill.bill_id


def test_every_bill_of_a_policy_is_in_the_sample_and_told_alike() -> None:
    known = {b.bill_id: b for b in records("bills")}
    for policy in read_policies(DATA / "policies"):
        for bill in policy.bills:
            assert bill.title == known[bill.bill_id].title.partition(" (")[0], bill.bill_id


def test_an_event_has_a_day_or_a_month_and_never_both() -> None:
    policies = {p.policy_id for p in read_policies(DATA / "policies")}
    bills = {b.bill_id for b in records("bills")}
    for event in records("events"):
        assert bool(event.event_on) != bool(event.event_month), event.event_id
        assert re.fullmatch(r"\d{4}-\d\d", event.event_month or "2023-06")
        assert event.policy_id in policies
        assert event.bill_id is None or event.bill_id in bills
        assert event.kind
        assert event.title
        assert event.confidence.startswith("high")


def test_no_article_shows_a_day_that_is_not_known() -> None:
    length = {"day": 10, "month": 7, "year": 4, "unknown": 0}
    for article in records("articles"):
        assert len(article.published or "") == length[article.published_precision]
        assert bool(article.published_on) == (article.published_precision == "day")
        assert article.text is article.snippet is None


def test_copies_are_of_articles_at_hand_and_never_of_themselves() -> None:
    urls = {a.url for a in records("articles")}
    for article in records("articles"):
        assert article.copy_of is None or article.copy_of in urls - {article.url}
    keys = {article_key(url) for url in urls}
    assert len(keys) == len(urls)


def test_an_unknown_year_asserts_nothing() -> None:
    waivers = {w.year: w for w in records("waivers")}
    assert set(waivers) == set(range(2002, 2027))
    assert {w.state for w in waivers.values()} == {"waived", "lapsed", "not waived", "unknown"}
    assert waivers[2026].state == "unknown"
    for waiver in waivers.values():
        if waiver.state == "unknown":
            told = (waiver.signed_on, waiver.published_on, waiver.instrument, waiver.signer)
            assert told == (None,) * 4, waiver.year
            assert waiver.note
    assert " FR " not in " ".join(w.instrument or "" for w in waivers.values())


def test_every_label_is_one_readers_view_of_an_article_at_hand() -> None:
    urls = {a.given_id: a.url for a in records("articles")}
    labelled = set()
    for label in records("labels"):
        assert label.url == urls[label.given_id]
        assert label.coder == "lawbeat-sample"
        assert {label.stance, label.article_stance} <= {"supports", "opposes", "neutral"}
        assert label.holder_kind in {"speaker", "outlet", "document"}
        assert label.confidence in {"sure", "unsure"}
        assert label.named in {"yes", "implicit"}
        labelled.add(label.given_id)
    assert labelled == set(urls)


def test_no_note_holds_a_quotation() -> None:
    for label in records("labels"):
        assert not re.search(r"[\"“”«»]|(?<!\w)'[^']+'", label.note or ""), label.note


def test_one_person_has_one_name() -> None:
    holders = {label.holder for label in records("labels")}
    # Said of "Hikmet Hajiyev", "Menendez" and "Donald Trump (memorandum)" before they were joined.
    assert {"Hikmat Hajiyev", "Bob Menendez", "Donald Trump", "Ilham Aliyev"} <= holders
    assert not {"Hikmet Hajiyev", "Menendez", "Bilirakis", "Aliyev", "outlet"} & holders
    assert not {h for h in holders if ";" in h or "memo" in h or "mocked" in h}
    assert "Namik Aliyev" in holders  # the jurist is not the president


def test_an_outlet_that_differs_from_its_speaker_has_a_row_of_its_own() -> None:
    of = [label for label in records("labels") if label.given_id == "A053"]
    assert {(label.holder, label.holder_kind, label.stance) for label in of} == {
        ("Suren Sargsyan", "speaker", "supports"),
        ("AZE.az", "outlet", "opposes"),
    }


def test_every_article_finds_its_outlet_by_address() -> None:
    outlets = {row["domain"]: row for row in rows("outlets.csv")}
    for article in records("articles"):
        assert set(outlet_domains(article.url)) & set(outlets), article.url


def test_outlets_are_domains_with_a_name_and_countries_of_two_letters() -> None:
    names = {row["name"] for row in rows("outlets.csv")}
    assert {"News.Az", "The Washington Times"} <= names
    sides = {s for p in read_policies(DATA / "policies") for g in p.groups for s in g.sides}
    for row in rows("outlets.csv"):
        assert domain(f"https://{row['domain']}/") == row["domain"]
        assert row["name"]
        assert row["source"]
        assert re.fullmatch(r"[A-Z]{2}|", row["country"])
        assert row["side"] in sides | {"other", ""}


def test_a_feed_says_where_its_address_was_seen_and_belongs_to_an_outlet() -> None:
    outlets = {row["domain"]: row for row in rows("outlets.csv")}
    feeds = rows("feeds.csv")
    assert 8 <= len(feeds) <= 60
    for feed in feeds:
        assert None not in feed, feed["feed_id"]
        assert all(feed.values()), feed["feed_id"]
        assert feed["domain"] in outlet_domains(feed["url"])
        assert outlets[feed["domain"]]["name"] == feed["outlet"]
        assert outlets[feed["domain"]]["country"] == feed["country"]
