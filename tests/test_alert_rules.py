"""The rules of alerts: what a policy file may say of them, and what each tells and does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.alert_rules import USUAL, rules_of
from etl.build import fetch_rows, open_database
from etl.catalog import FOLDER, tables
from etl.given_alerts import alert_rule_rows
from etl.policies import PolicyError, read_policy
from etl.records import Policy

POLICY = """name: A made act
short_name: Made Act
kind: made
citation: made
description: Made.
source: https://made.example/
strong:
  en: [Made Act]
"""


def policy(tmp_path: Path, alerts: str = "") -> Policy:
    file = tmp_path / "made.yaml"
    file.write_text(POLICY + alerts)
    return read_policy(file)


@pytest.mark.parametrize(
    ("said", "rule", "thresholds", "fewest"),
    [
        ("", "cosponsors", [10, 25, 50, 100, 218], 0),
        ("alerts:\n  cosponsors: off", "cosponsors", [], 0),
        ("alerts:\n  cosponsors: on", "cosponsors", [10, 25, 50, 100, 218], 0),
        ("alerts:\n  cosponsors: [5, 60]", "cosponsors", [5, 60], 0),
        ("alerts:\n  cosponsors: []", "cosponsors", [], 0),
        ("alerts:\n  waiver_due: [90]", "waiver_due", [90], 0),
        ("alerts:\n  bill_action: no", "bill_action", [], 0),
        ("alerts:\n  bill_action: no", "surge", [3], 5),
        ("alerts:\n  surge: {times: 2.5, fewest: 20}", "surge", [2.5], 20),
        ("alerts:\n  surge: {fewest: 8}", "surge", [3], 8),
        ("alerts:\n  stance_shift: {fewest: 25}", "stance_shift", [0], 25),
    ],
)
def test_a_policy_file_says_its_own_rules(
    tmp_path: Path, said: str, rule: str, thresholds: list[float], fewest: int
) -> None:
    found = [r for r in rules_of(policy(tmp_path, said)) if r.rule == rule]
    assert [r.threshold for r in found] == thresholds
    assert {r.fewest for r in found} <= {fewest}
    rows = alert_rule_rows([policy(tmp_path, said)])
    assert [r.threshold for r in rows if r.rule == rule] == thresholds


@pytest.mark.parametrize(
    ("said", "line", "told"),
    [
        ("alerts: off", 9, "expected keys"),
        ("alerts:\n  new_bills: off", 10, "unknown key 'new_bills'; expected one of new_bill,"),
        ("alerts:\n  new_bill: maybe", 10, "'maybe' is not known; expected on or off"),
        ("alerts:\n  new_bill: [1]", 10, "expected text; found a list"),
        ("alerts:\n  cosponsors: [0]", 10, "expected a whole number from 1 to 435"),
        ("alerts:\n  cosponsors:\n    - 10\n    - 10", 12, "'10' is told twice"),
        ("alerts:\n  cosponsors: [010]", 10, "'010'; expected a whole number"),
        ("alerts:\n  cosponsors: 10", 10, "expected on, off or a list of numbers"),
        ("alerts:\n  waiver_due: [367]", 10, "expected a whole number from 0 to 366"),
        ("alerts:\n  surge: {times: 1}", 10, "expected a number over 1"),
        ("alerts:\n  surge: {often: 2}", 10, "unknown key 'often'; expected one of times, fewest"),
        ("alerts:\n  stance_shift: {fewest: 4}", 10, "expected a whole number from 5"),
        ("alerts:\n  surge: 3", 10, "expected on, off or keys (times, fewest)"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, said: str, line: int, told: str) -> None:
    with pytest.raises(PolicyError) as error:
        policy(tmp_path, said)
    assert any(f"made.yaml:{line}: " in p and told in p for p in error.value.problems)


# What follows runs the tables of the rules on rows made here, without the rest of the house.

COLUMNS = {
    "raw.alert_rules": "policy_id text, rule text, threshold double, fewest bigint, days bigint",
    "raw.runs": "version bigint, built_at timestamptz",
    "marts.version": "version bigint, built_at timestamptz",
    "marts.policies": "policy_id text, short_name text",
    "marts.policy_bills": "policy_id text, bill_id text, effect text, basis text, "
    "confidence text, source_url text",
    "marts.bills": "bill_id text, label text, title text, congress bigint, sponsor text, "
    "introduced_on date, cosponsors_active bigint, status_label text, url text, "
    "source_url text, source_id text",
    "marts.bill_threads": "bill_id text, linked_to text",
    "marts.bill_status_history": "bill_id text, step bigint, status text, status_label text, "
    "status_on date, why text",
    "marts.bill_actions": "bill_id text, acted_on date, text text",
    "marts.cosponsors_over_time": "bill_id text, day date, party text, cosponsors bigint",
    "marts.events": "event_id text, policy_id text, event_on date, kind text, title text, "
    "document_id text, source_id text, source_url text, signer text, published_on date, "
    "citation text, clause text",
    "marts.waivers": "policy_id text, year bigint, state text, in_force_from date, due_on date, "
    "citation text, source_url text",
    "marts.articles": "article_id text, source_id text, published_on date",
    "marts.policy_articles": "policy_id text, article_id text, story_id text, outlet text, "
    "source_id text, published_on date, mentions bigint",
    "marts.opinions": "policy_id text, article_id text, held_month date, stance text, method text",
    "marts.sources": "source_id text, title text, health text, health_why text, "
    "usual_gap_days double, items bigint, last_success_at timestamptz, newest_on date",
}
TODAY = date(2026, 6, 1)
Rows = Mapping[str, Sequence[Mapping[str, Any]]]


@pytest.fixture(scope="module")
def house() -> Iterator[duckdb.DuckDBPyConnection]:
    """Empty tables, which each case fills anew."""
    with open_database(":memory:") as db:
        for schema in ("raw", "marts"):
            db.execute(f"create schema {schema}")
        db.execute((FOLDER / "macros.sql").read_text("utf-8"))
        for name, columns in COLUMNS.items():
            db.execute(f"create table {name} ({columns})")
        yield db


def told(
    db: duckdb.DuckDBPyConnection, rows: Rows, *followed: Policy, today: date = TODAY
) -> list[dict[str, Any]]:
    """Return the alerts that the tables make of these rows."""
    now = [{"version": 1, "built_at": f"{today} 12:00:00+00"}]
    usual: dict[str, Sequence[Mapping[str, Any]]] = {
        "raw.runs": now,
        "marts.version": now,
        "raw.alert_rules": [asdict(row) for row in alert_rule_rows(followed)],
        "marts.policies": [{"policy_id": p.policy_id, "short_name": "Made Act"} for p in followed],
    }
    for name in COLUMNS:
        db.execute(f"delete from {name}")
        if given := (usual | dict(rows)).get(name):
            columns = [column.split()[0] for column in COLUMNS[name].split(", ")]
            row_marks = f"({', '.join('?' * len(columns))})"
            db.execute(
                f"insert into {name} values {', '.join([row_marks] * len(given))}",
                [row.get(column) for row in given for column in columns],
            )
    for table in tables():
        if table.full_name.startswith("marts.alert"):
            db.execute(f"create or replace table {table.full_name} as {table.query}")
    return fetch_rows(db, "from marts.alerts order by happened_on, alert_id")


BILL = {
    "bill_id": "hr1-119", "label": "H.R. 1 (119th)", "title": "Made Bill", "congress": 119,
    "introduced_on": "2026-05-01", "url": "https://made.example/hr1", "source_id": "govinfo",
    "sponsor": "Rep. Maker", "cosponsors_active": 3, "status_label": "Introduced",
}  # fmt: skip
OLD = BILL | {"bill_id": "s2-118", "label": "S. 2 (118th)", "congress": 118,
              "introduced_on": "2023-05-01"}  # fmt: skip
LISTED = {"policy_id": "made", "bill_id": "hr1-119", "effect": "repeals", "basis": "policy file",
          "confidence": "high"}  # fmt: skip
FOUND = LISTED | {"basis": "text"}


def bills(listed: Mapping[str, Any] = LISTED, **more: Sequence[Mapping[str, Any]]) -> Rows:
    """Return rows of one followed bill, and more by the mart's name."""
    known = {"marts.bills": [BILL, OLD], "marts.policy_bills": [listed]}
    return known | {f"marts.{name}": rows for name, rows in more.items()}


def step(status: str, day: str | None, number: int = 1) -> dict[str, Any]:
    return {"bill_id": "hr1-119", "step": number, "status": status, "status_label": status.title(),
            "status_on": day}  # fmt: skip


def action(text: str, day: str) -> dict[str, Any]:
    return {"bill_id": "hr1-119", "acted_on": day, "text": text}


def names(day: str, **parties: int) -> list[dict[str, Any]]:
    return [
        {"bill_id": "hr1-119", "day": day, "party": party, "cosponsors": count}
        for party, count in parties.items()
    ]


def event(kind: str, day: str | None, document: str | None = "d1", **more: Any) -> dict[str, Any]:
    return {"event_id": f"made:{document or kind}", "policy_id": "made", "event_on": day,
            "kind": kind, "title": "Made act", "document_id": document} | more  # fmt: skip


def waiver(year: int, since: str | None, due: str | None) -> dict[str, Any]:
    return {"policy_id": "made", "year": year, "state": "waived", "in_force_from": since,
            "due_on": due}  # fmt: skip


def written(weeks: Mapping[str, int], copies: int = 1, source: str = "feeds") -> Rows:
    """Return articles about the policy, so many stories in the week of each Monday."""
    articles, naming = [], []
    for monday, stories in weeks.items():
        for story in range(stories):
            day = date.fromisoformat(monday) + timedelta(days=story % 7)
            for copy in range(copies):
                one = {"article_id": f"{monday}-{story}-{copy}", "source_id": source,
                       "published_on": day}  # fmt: skip
                articles.append(one)
                naming.append(one | {"policy_id": "made", "story_id": f"{monday}-{story}",
                                     "outlet": f"o{copy}", "mentions": 1})  # fmt: skip
    return {"marts.articles": articles, "marts.policy_articles": naming}


def weekly(stories: int, until: str, weeks: int = 14) -> dict[str, int]:
    """Return the same number of stories in each of the weeks before one."""
    last = date.fromisoformat(until)
    return {str(last - timedelta(weeks=n)): stories for n in range(1, weeks + 1)}


def held(months: Mapping[str, tuple[int, int, int]]) -> Rows:
    """Return opinions by month: how many support, oppose and are neutral."""
    articles, opinions = [], []
    for month, counts in months.items():
        for stance, count in zip(("supports", "opposes", "neutral"), counts, strict=True):
            for n in range(count):
                one = f"{month}-{stance}-{n}"
                articles.append({"article_id": one, "source_id": "feeds", "published_on": month})
                opinions.append({"policy_id": "made", "article_id": one, "held_month": month,
                                 "stance": stance, "method": "rules"})  # fmt: skip
    return {"marts.articles": articles, "marts.opinions": opinions}


def source(health: str, why: str = "", **more: Any) -> Rows:
    row = {"source_id": "feeds", "title": "Feeds", "health": health, "health_why": why,
           "usual_gap_days": 1.0, "items": 5, "last_success_at": "2026-05-20 12:00:00+00",
           "newest_on": "2026-05-25"}  # fmt: skip
    return {"marts.sources": [row | more]}


QUIET = weekly(1, "2026-05-04")
EVEN = {f"2025-{month:02}-01": (2, 2, 0) for month in range(5, 13)}
CASES: list[tuple[str, Rows, list[tuple[str, str]]]] = [
    # what it is about, what is at hand, and the alerts: rule and day
    ("a bill the policy file names", bills(), [("new_bill", "2026-05-01")]),
    ("a bill found in its text", bills(FOUND), [("new_bill", "2026-05-01")]),
    ("found, and not for sure", bills(FOUND | {"confidence": "medium"}), []),
    ("found, and only mentions it", bills(FOUND | {"effect": "mentions"}), []),
    ("found, and only exempts from it", bills(FOUND | {"effect": "exempts"}), []),
    ("the file names it, it mentions", bills(LISTED | {"effect": "mentions"}),
     [("new_bill", "2026-05-01")]),
    ("a bill without its day", bills() | {"marts.bills": [BILL | {"introduced_on": None}]}, []),
    ("a bill of tomorrow", bills() | {"marts.bills": [BILL | {"introduced_on": "2026-06-02"}]}, []),
    ("an earlier Congress had it",
     bills(bill_threads=[{"bill_id": "hr1-119", "linked_to": "s2-118"}]),
     [("reintroduced", "2026-05-01")]),
    ("its companion is of this Congress",
     bills(bill_threads=[{"bill_id": "hr1-119", "linked_to": "hr1-119"}]),
     [("new_bill", "2026-05-01")]),
    ("introduction is no change of status",
     bills(bill_status_history=[step("INTRODUCED", "2026-05-01"), step("REFERRED", "2026-05-02")]),
     [("new_bill", "2026-05-01")]),
    ("it passed", bills(bill_status_history=[step("PASS_OVER:HOUSE", "2026-05-20")]),
     [("new_bill", "2026-05-01"), ("bill_status", "2026-05-20")]),
    ("two statuses of one day: the last",
     bills(bill_status_history=[step("PASSED:BILL", "2026-05-20", 1),
                                step("ENACTED:SIGNED", "2026-05-20", 2)]),
     [("new_bill", "2026-05-01"), ("bill_status", "2026-05-20")]),
    ("a status without its day", bills(bill_status_history=[step("REPORTED", None)]),
     [("new_bill", "2026-05-01")]),
    ("an action", bills(bill_actions=[action("Hearings held.", "2026-05-09")]),
     [("new_bill", "2026-05-01"), ("bill_action", "2026-05-09")]),
    ("three actions of one day",
     bills(bill_actions=[action(f"Made {n}.", "2026-05-09") for n in range(3)]),
     [("new_bill", "2026-05-01"), ("bill_action", "2026-05-09")]),
    ("an action of the first day", bills(bill_actions=[action("Referred.", "2026-05-01")]),
     [("new_bill", "2026-05-01")]),
    ("an action that changed the status",
     bills(bill_actions=[action("Passed.", "2026-05-20")],
           bill_status_history=[step("PASS_OVER:HOUSE", "2026-05-20")]),
     [("new_bill", "2026-05-01"), ("bill_status", "2026-05-20")]),
    ("routine", bills(bill_actions=[action("Message on Senate action sent.", "2026-05-09"),
                                    action("Received in the Senate.", "2026-05-09")]),
     [("new_bill", "2026-05-01")]),
    ("an action on a bill that nobody follows",
     bills(FOUND | {"effect": "mentions"}, bill_actions=[action("Hearings.", "2026-05-09")]), []),
    ("the tenth cosponsor", bills(cosponsors_over_time=names("2026-05-10", D=6, R=4)),
     [("new_bill", "2026-05-01"), ("cosponsors", "2026-05-10")]),
    ("nine", bills(cosponsors_over_time=names("2026-05-10", D=5, R=4)),
     [("new_bill", "2026-05-01")]),
    ("ten from the first day", bills(cosponsors_over_time=names("2026-05-01", D=10)),
     [("new_bill", "2026-05-01")]),
    ("from nine to sixty in a day: the largest, once",
     bills(cosponsors_over_time=[*names("2026-05-03", D=9), *names("2026-05-10", D=60)]),
     [("new_bill", "2026-05-01"), ("cosponsors", "2026-05-10")]),
    ("one who left and came back",
     bills(cosponsors_over_time=[*names("2026-05-03", D=10), *names("2026-05-04", D=9),
                                 *names("2026-05-05", D=10)]),
     [("new_bill", "2026-05-01"), ("cosponsors", "2026-05-03")]),
    ("a document", {"marts.events": [event("document", "2026-05-09")]},
     [("document", "2026-05-09")]),
    ("a sanction by document", {"marts.events": [event("sanction", "2026-05-09")]},
     [("document", "2026-05-09")]),
    ("a waiver by document", {"marts.events": [event("waiver", "2026-05-09")]},
     [("waiver", "2026-05-09")]),
    ("a waiver that the press tells", {"marts.events": [event("waiver", "2026-05-09", None)]},
     [("waiver", "2026-05-09")]),
    ("both tell of one waiver", {"marts.events": [event("waiver", "2026-05-09"),
                                                  event("waiver", "2026-05-09", None)]},
     [("waiver", "2026-05-09")]),
    ("a statement in a file of facts", {"marts.events": [event("statement", "2026-05-09", None)]},
     []),
    ("a document without its day", {"marts.events": [event("document", None)]}, []),
    ("a waiver that runs out in 20 days", {"marts.waivers": [waiver(2025, "2025-06-21",
                                                                    "2026-06-21")]},
     [("waiver_due", "2026-05-22")]),
    ("in 40 days", {"marts.waivers": [waiver(2025, "2025-07-11", "2026-07-11")]}, []),
    ("it ran out", {"marts.waivers": [waiver(2025, "2025-05-21", "2026-05-21")]},
     [("waiver_due", "2026-04-21"), ("waiver_due", "2026-05-14"), ("waiver_due", "2026-05-21")]),
    ("the next was made long before", {"marts.waivers": [
        waiver(2025, "2025-05-21", "2026-05-21"), waiver(2026, "2026-03-01", "2027-03-01")]}, []),
    ("the next was made in the last week", {"marts.waivers": [
        waiver(2025, "2025-05-21", "2026-05-21"), waiver(2026, "2026-05-18", "2027-05-18")]},
     [("waiver_due", "2026-04-21"), ("waiver_due", "2026-05-14")]),
    ("the next was made on a day not known", {"marts.waivers": [
        waiver(2025, "2025-05-21", "2026-05-21"), waiver(2026, None, None)]}, []),
    ("a term that is not known", {"marts.waivers": [waiver(2025, "2025-05-21", None)]}, []),
    ("five stories where one is usual", written(QUIET | {"2026-05-04": 5}),
     [("surge", "2026-05-04")]),
    ("four", written(QUIET | {"2026-05-04": 4}), []),
    ("copies of two stories", written(QUIET | {"2026-05-04": 2}, copies=5), []),
    ("six where two are usual", written(weekly(2, "2026-05-04") | {"2026-05-04": 6}), []),
    ("a surge that goes on", written(QUIET | {"2026-05-04": 9, "2026-05-11": 30}),
     [("surge", "2026-05-04")]),
    ("a source that is new", written({"2026-05-04": 9}), []),
    ("not about the policy", {name: [row | {"mentions": 0} if "story_id" in row else row
                                     for row in rows]
                              for name, rows in written(QUIET | {"2026-05-04": 9}).items()}, []),
    ("all change sides", held(EVEN | {"2026-04-01": (12, 0, 0)}), [("stance_shift", "2026-04-01")]),
    ("no clear change", held(EVEN | {"2026-04-01": (7, 5, 0)}), []),
    ("too few to say", held(EVEN | {"2026-04-01": (9, 0, 0)}), []),
    ("a shift that goes on", held(EVEN | {"2026-03-01": (12, 0, 0), "2026-04-01": (12, 0, 0)}),
     [("stance_shift", "2026-03-01")]),
    ("nothing before", held({"2026-04-01": (12, 0, 0)}), []),
    ("a source that cannot be had", source("red"), [("source_silent", "2026-05-24")]),
    ("a source that is silent", source("yellow", "silent for 7 days, where a gap of 1 is usual"),
     [("source_silent", "2026-05-29")]),
    ("a source that failed once", source("yellow", "the last asking failed: 503"), []),
    ("a source that is well", source("green"), []),
    ("a source that never brought anything", source("red", items=0, last_success_at=None), []),
]  # fmt: skip


IDS = ("policy_id", "bill_id", "linked_to", "article_id", "story_id", "event_id", "source_id")


def apart(rows: Rows, case: int) -> dict[str, list[dict[str, Any]]]:
    """Return rows whose ids are of this case alone, so that all cases can be told at once."""
    return {
        name: [
            {
                column: f"{cell}~{case}" if column in IDS and cell else cell
                for column, cell in row.items()
            }
            for row in of_table
        ]
        for name, of_table in rows.items()
    }


@pytest.fixture(scope="module")
def by_case(
    house: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory
) -> dict[int, list[dict[str, Any]]]:
    """The alerts of every case, told in one pass over the tables."""
    usual = policy(tmp_path_factory.mktemp("usual"))
    rows: dict[str, list[dict[str, Any]]] = {}
    for case, (_, given, _) in enumerate(CASES):
        for name, of_table in apart(given, case).items():
            rows.setdefault(name, []).extend(of_table)
    followed = [replace(usual, policy_id=f"made~{case}") for case in range(len(CASES))]
    found: dict[int, list[dict[str, Any]]] = {}
    for alert in told(house, rows, *followed):
        case = int((alert["policy_id"] or alert["source_id"]).partition("~")[2])
        found.setdefault(case, []).append(alert)
    return found


@pytest.mark.parametrize("case", range(len(CASES)), ids=[case[0] for case in CASES])
def test_a_rule_tells_what_it_should_and_no_more(
    by_case: dict[int, list[dict[str, Any]]], case: int
) -> None:
    found, expected = by_case.get(case, []), CASES[case][2]
    assert sorted((a["rule"], str(a["happened_on"])) for a in found) == sorted(expected)
    assert len({a["alert_id"] for a in found}) == len(found)
    assert all(a["headline"] and a["severity"] and a["view"] for a in found)


@pytest.mark.parametrize("rule", USUAL)
def test_every_rule_has_a_case_and_can_be_turned_off(
    house: duckdb.DuckDBPyConnection, tmp_path: Path, rule: str
) -> None:
    rows = next(rows for _, rows, expected in CASES if rule in [name for name, _ in expected])
    off = policy(tmp_path, f"alerts:\n  {rule}: off")
    assert rule not in [a["rule"] for a in told(house, rows, off)]


def test_the_policy_s_own_thresholds_are_held_to(
    house: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    own = policy(tmp_path, "alerts:\n  cosponsors: [4]\n  surge: {times: 6, fewest: 2}")
    four = bills(cosponsors_over_time=names("2026-05-10", D=4))
    assert [a["threshold"] for a in told(house, four, own)] == [0, 4]
    assert told(house, written(QUIET | {"2026-05-04": 5}), own) == []
    assert [a["value"] for a in told(house, written(QUIET | {"2026-05-04": 7}), own)] == [7]


def test_an_alert_has_its_numbers_its_page_and_its_source(
    house: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    rows = bills(cosponsors_over_time=names("2026-05-10", D=6, R=5))
    milestone = told(house, rows, policy(tmp_path))[1]
    assert milestone["headline"] == "H.R. 1 (119th) has 11 cosponsors: Made Bill"
    assert milestone["detail"] == "by party: 6 D, 5 R"
    assert (milestone["value"], milestone["policy"]) == (11, "Made Act")
    assert milestone["view"] == "bills?policy=made&bill=hr1-119"
    assert milestone["source_url"] == "https://made.example/hr1"
    (shift,) = told(house, held(EVEN | {"2026-04-01": (12, 0, 0)}), policy(tmp_path))
    assert (shift["value"], shift["n"]) == (1, 12)
    assert 0.4 < shift["low"] < shift["value"] <= shift["high"] == 1
    assert "12 judged" in shift["detail"]
    assert "32 judged" in shift["detail"]


def test_an_id_stays_from_build_to_build_and_a_day_that_is_corrected_makes_no_new_one(
    house: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    def ids(day: str, today: date) -> set[str]:
        rows = bills(bill_status_history=[step("REPORTED", day)])
        return {a["alert_id"] for a in told(house, rows, policy(tmp_path), today=today)}

    first = ids("2026-05-20", TODAY)
    assert len(first) == 2
    assert ids("2026-05-20", TODAY + timedelta(days=9)) == first
    assert ids("2026-05-21", TODAY) == first


def test_a_document_is_fresh_from_the_day_it_is_printed(
    house: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    signed = event("waiver", "2026-03-01", published_on="2026-04-20")
    (found,) = told(house, {"marts.events": [signed]}, policy(tmp_path))
    assert found["fresh_until_on"] == date(2026, 4, 20) + timedelta(days=45)


def test_what_the_documentation_shows_is_read_and_it_names_every_rule(tmp_path: Path) -> None:
    text = (Path(__file__).parent.parent / "docs" / "alerts.md").read_text("utf-8")
    block = text.partition("```yaml\n")[2].partition("```")[0]
    assert dict(policy(tmp_path, block).alerts).keys() == {
        "bill_action", "cosponsors", "waiver_due", "surge", "stance_shift",
    }  # fmt: skip
    for rule, usual in USUAL.items():
        (row,) = [line for line in text.splitlines() if line.startswith(f"| `{rule}` |")]
        assert f"{usual[0].days} days |" in row or rule == "source_silent"
