"""Waivers through a whole build: made documents and facts in, an answer for any day out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.folders import Folders
from etl.publish import current
from etl.refresh import refresh

POLICY = """
name: Section 77 of the Made Aid Act
short_name: Section 77
kind: made restriction
citation: made
description: Bars made aid.
source: https://made.example/77
since: 2010-05-01
aliases:
  en: [Section 77]
context: [Made Aid Act, Ruritania]
{waiver}
"""
RULE = """
waiver:
  since: 2012-01-01
  term: 1 year
  from: signed
  source: https://made.example/rule
"""
FACTS = """policy_id,year,state,signed_on,source_url,note
section-77,2012,waived,2012-03-01,https://made.example/2012,
section-77,2013,not waived,,https://made.example/2013,none was made
section-77,2014,unknown,,,a waiver was reported without its day
section-77,2015,waived,2015-09-09,https://made.example/2015,press
section-77,2016,lapsed,,https://made.example/2016,none followed
section-77,2017,not waived,,https://made.example/2017,
section-77,999999999,not waived,,https://made.example/slip,
section-77,0,waived,,https://made.example/slip,
"""


def document(number: str, title: str, **told: Any) -> dict[str, Any]:
    """Return a document as the Register's API tells it."""
    address = f"https://www.federalregister.gov/documents/{number}"
    return {
        "document_number": number,
        "title": title,
        "type": "Presidential Document",
        "html_url": address,
    } | told


WAIVER = "Waiver of Section 77 of the Made Aid Act With Respect to Ruritania"
DOCUMENTS = [
    document("2015-100", f"Extension of {WAIVER}", signing_date="2015-06-15",
             publication_date="2015-06-20", president={"name": "Ada Maker"}, citation="80 FR 1"),
    document("2018-200", WAIVER, type="Notice", publication_date="2018-04-01"),
    document("2020-300", WAIVER, signing_date="2020-01-10", publication_date="2020-01-20",
             president={"name": "Ada Maker"}),
    document("2020-400", f"Revocation of {WAIVER}", signing_date="2020-07-01",
             publication_date="2020-07-05", president={"name": "Ada Maker"}),
    document("2021-500", "Waiver of Section 12 of the Other Act, Notwithstanding Section 77 of the"
             " Made Aid Act", signing_date="2021-02-02", publication_date="2021-02-03"),
]  # fmt: skip


def build(here: Folders, monkeypatch: pytest.MonkeyPatch, waiver: str = RULE) -> None:
    policies = here.data / "policies"
    policies.mkdir()
    (policies / "section-77.yaml").write_text(POLICY.format(waiver=waiver))
    (here.data / "sample").mkdir()
    (here.data / "sample" / "waivers.csv").write_text(FACTS)
    (here.inbox / "register.json").write_text(
        json.dumps({"count": len(DOCUMENTS), "results": DOCUMENTS})
    )
    moved = Folders(here.data, policies, here.data / "sample", here.outlets, here.feeds)
    done = refresh(moved, lambda line: None, web=False)
    assert not done.failed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("waivers")
    (data / "inbox").mkdir()
    shipped = Path(__file__).resolve().parents[1] / "data"
    folders = Folders(data, data, data, shipped / "outlets.csv", shipped / "feeds.csv")
    with pytest.MonkeyPatch.context() as patch:
        build(folders, patch)
    return current(folders) or data


def ask(version: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(version), read_only=True) as db:
        db.execute("set search_path = 'marts'")
        return db.sql(query).fetchall()


DAYS = [
    # The power to waive begins; the first waiver is made, and runs out.
    ("2010-05-01", "no waiver power yet", None, "2010-05-01"),
    ("2011-12-31", "no waiver power yet", None, "2010-05-01"),
    ("2012-01-01", "none", None, "2012-01-01"),
    ("2012-03-01", "in force", None, "2012-03-01"),
    ("2013-02-28", "in force", None, "2012-03-01"),
    ("2013-03-01", "none", None, "2013-03-01"),
    # A year without its day is not told, nor what it may have covered.
    ("2014-06-01", "not told", None, "2014-01-01"),
    ("2015-06-14", "not told", None, "2014-01-01"),
    # The document takes the place of the fact of its year.
    ("2015-06-15", "in force", "Ada Maker", "2015-06-15"),
    ("2016-06-14", "in force", "Ada Maker", "2015-06-15"),
    ("2016-06-15", "none", None, "2016-06-15"),
    ("2017-12-31", "none", None, "2016-06-15"),
    # Only the day of print is known: what may have been is not told.
    ("2018-01-01", "not told", None, "2018-01-01"),
    ("2018-04-01", "in force", None, "2018-04-01"),
    ("2018-12-31", "in force", None, "2018-04-01"),
    ("2019-01-01", "not told", None, "2019-01-01"),
    # Nothing tells of 2019; the waiver of 2020 was revoked.
    ("2019-12-31", "not told", None, "2019-01-01"),
    ("2020-01-10", "in force", "Ada Maker", "2020-01-10"),
    ("2020-06-30", "in force", "Ada Maker", "2020-01-10"),
    ("2020-07-01", "none", None, "2020-07-01"),
    ("2020-12-31", "none", None, "2020-07-01"),
    # A document that waives another law, notwithstanding this one, waives nothing here.
    ("2021-02-02", "not told", None, "2021-01-01"),
]


@pytest.mark.parametrize(("day", "state", "signer", "since"), DAYS)
def test_any_day_is_answered(
    built: Path, day: str, state: str, signer: str | None, since: str
) -> None:
    found = ask(
        built,
        "select state, signer, since_on from waiver_periods where policy_id = 'section-77' "
        f"and date '{day}' between from_on and until_on",
    )
    expected = signer if state == "in force" else found[0][1]
    assert found == [(state, expected, date.fromisoformat(since))]


def test_the_periods_cover_each_day_once_to_the_day_of_the_build(built: Path) -> None:
    (row,) = ask(
        built,
        """
        select min(from_on), max(until_on) = (select built_at::date from version), sum(days),
            max(until_on) - min(from_on) + 1
        from waiver_periods
        """,
    )
    assert (row[0], row[1]) == (date(2010, 5, 1), True)
    assert row[2] == row[3]


def test_a_year_that_is_not_told_is_named_with_the_reason(built: Path) -> None:
    query = "select year, note from waiver_periods where date '{}' between from_on and until_on"
    assert ask(built, query.format("2014-06-01")) == [
        (2014, "2014: a waiver was reported without its day")
    ]
    assert ask(built, query.format("2021-06-01")) == [(2021, "2021: nothing at hand tells of it")]
    assert ask(built, query.format("2018-01-01")) == [
        (2018, "printed on 2018-04-01; the day of signature is not at hand")
    ]


def test_each_year_has_a_row_and_both_sources(built: Path) -> None:
    years = ask(
        built,
        "select year, state, basis, in_force_from, in_force_until, due_on, fact_url is not null, "
        "citation from waivers where year < 2022 order by year",
    )
    ended = ask(built, "select year, ended_on, ended_by from waivers where ended_on is not null")
    assert ended == [(2020, date(2020, 7, 1), "FR Doc. 2020-400")]
    day = date
    assert years == [
        (2012, "waived", "fact", day(2012, 3, 1), day(2013, 2, 28), day(2013, 3, 1), False, None),
        (2013, "not waived", "fact", None, None, None, False, None),
        (2014, "unknown", "fact", None, None, None, False, None),
        (2015, "waived", "document", day(2015, 6, 15), day(2016, 6, 14), day(2016, 6, 15), True,
         "80 FR 1"),
        (2016, "lapsed", "fact", None, None, None, False, None),
        (2017, "not waived", "fact", None, None, None, False, None),
        (2018, "waived", "document", day(2018, 4, 1), day(2018, 12, 31), None, False,
         "FR Doc. 2018-200"),
        (2019, "unknown", "none", None, None, None, False, None),
        (2020, "waived", "document", day(2020, 1, 10), day(2020, 6, 30), None, False,
         "FR Doc. 2020-300"),
        (2021, "unknown", "none", None, None, None, False, None),
    ]  # fmt: skip


def test_acts_are_events_with_signer_dates_and_citation(built: Path) -> None:
    found = ask(
        built,
        "select event_on, kind, signer, published_on, citation, source_url from events "
        "where document_id is not null order by event_on",
    )
    assert [(row[0], row[1]) for row in found] == [
        (date(2015, 6, 15), "waiver"),
        (date(2018, 4, 1), "waiver"),
        (date(2020, 1, 10), "waiver"),
        (date(2020, 7, 1), "waiver_ended"),
        (date(2021, 2, 2), "document"),
    ]
    address = "https://www.federalregister.gov/documents/2015-100"
    assert found[0][2:] == ("Ada Maker", date(2015, 6, 20), "80 FR 1", address)


def test_without_a_term_nothing_is_said_of_the_days_after(
    here: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(here, monkeypatch, waiver="")
    version = current(here)
    assert version is not None
    query = "select state, note from waiver_periods where date '{}' between from_on and until_on"
    assert ask(version, query.format("2012-03-01"))[0][0] == "in force"
    assert ask(version, query.format("2012-03-02")) == [
        ("not told", "waived on 2012-03-01; how long that lasts is not at hand")
    ]
    assert ask(version, query.format("2013-03-02"))[0][0] == "none"


@pytest.mark.parametrize(
    ("waiver", "told"),
    [
        ("waiver: yes", "waiver: expected keys"),
        ("waiver:\n  term: 1 year", "key 'source' is missing"),
        ("waiver:\n  term: a while\n  source: x", "'a while' is no term; expected such as 1 year"),
        ("waiver:\n  from: birth\n  source: x", "unknown 'birth'; expected one of signed"),
        ("waiver:\n  since: 2012\n  source: x", "'2012' is no date"),
        ("waiver:\n  until: 2012-01-01\n  source: x", "unknown key 'until'"),
    ],
)
def test_a_rule_that_says_nothing_is_refused(tmp_path: Path, waiver: str, told: str) -> None:
    from etl.policies import PolicyError, read_policy

    file = tmp_path / "section-77.yaml"
    file.write_text(POLICY.format(waiver=waiver))
    with pytest.raises(PolicyError, match=told):
        read_policy(file)
