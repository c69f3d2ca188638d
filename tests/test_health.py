"""Health of the sources: from what the log of refreshes tells to a word and why."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from etl.build import check, fetch_rows, make, open_database
from etl.catalog import LAYERS, tables
from etl.files import File
from etl.folders import Folders
from etl.given import give_settings
from etl.records import Article
from etl.refresh import refresh
from etl.shelf import Shelf, kept_tables

NOW = datetime.now(UTC).replace(microsecond=0)


def asked(hours: float, source: str = "feeds", **told: Any) -> dict[str, Any]:
    """Return a line of the log, of a run some hours before now."""
    at = NOW - timedelta(hours=hours)
    usual: dict[str, Any] = {
        "refresh_id": at.isoformat(timespec="milliseconds"),
        "started_at": at.isoformat(timespec="seconds"),
        "source_id": source,
        **dict.fromkeys(("asked", "came", "new"), 1),
        **dict.fromkeys(("changed", "unchanged", "rejected"), 0),
        "failed": False,
        "reason": None,
        "seconds": 1.0,
    }
    return usual | told


WENT = {"asked": 5, "came": 0, "new": 0, "rejected": 5, "failed": True, "reason": "x: it broke"}
PART = {"asked": 5, "came": 3, "rejected": 2, "failed": True, "reason": "x: it broke"}
ALONE = {"asked": 0, "came": 0, "new": 0}


def left(why: str) -> dict[str, Any]:
    return ALONE | {"not_asked": [f"feeds: not asked: {why}"]}


RULES: list[tuple[str, list[dict[str, Any]], str, str]] = [
    ("never in a run", [], "grey", "never asked"),
    ("well", [asked(2)], "green", "nothing failed"),
    ("well, and nothing came", [asked(2, came=0, new=0)], "green", "nothing failed"),
    ("well until yesterday", [asked(25)], "green", "nothing failed"),
    ("not for 30 hours", [asked(30)], "yellow", "30 hours ago"),
    ("not for four days", [asked(96)], "red", "96 hours ago"),
    ("failed once", [asked(26), asked(2, **WENT)], "yellow", "the last asking failed: x: it broke"),
    ("failed for days", [asked(96), asked(40, **WENT), asked(2, **WENT)], "red", "asking failed"),
    ("only failures", [asked(2, **WENT)], "red", "it never succeeded"),
    ("failed in part", [asked(2, **PART)], "yellow", "part of the last asking failed: x"),
    ("failed before, well now", [asked(9, **WENT), asked(2)], "green", "nothing failed"),
    ("truncated", [asked(2, truncated=True)], "yellow", "not all there is"),
    ("a few missed", [asked(2, came=9, rejected=3)], "green", "nothing failed"),
    ("most missed", [asked(2, came=3, rejected=9)], "yellow", "missed 9 and brought 3"),
    ("no key", [asked(2, **left("no key"))], "grey", "not asked: no key"),
    ("turned off", [asked(26), asked(2, **left("LAWBEAT_X=0"))], "grey", "not asked: LAWBEAT_X=0"),
    (
        "backing off",
        [asked(9), asked(5, **WENT), asked(2, **left("backing off until then"))],
        "yellow",
        "backing off until then.*the last asking failed",
    ),
    (
        "backing off for days",
        [asked(96), asked(5, **WENT), asked(2, **left("backing off until then"))],
        "red",
        "backing off",
    ),
]


NEEDED = (
    "staged.refreshes",
    "staged.source_askings",
    "staged.source_days",
    "staged.source_silences",
    "staged.source_health",
    "marts.sources",
    "marts.refreshes",
    "marts.feeds",
)


def marts(
    here: Folders,
    log: Sequence[Mapping[str, Any]],
    name: str = "sources",
    days: Sequence[date] = (),
) -> list[dict[str, Any]]:
    """Build only what health needs, after the runs that the log tells, with articles of a feed."""
    here.raw.mkdir(parents=True, exist_ok=True)
    here.refreshes.write_text("".join(json.dumps(told) + "\n" for told in log))
    with open_database(":memory:") as db:
        shelf = Shelf(db, File)
        for n, day in enumerate(days):
            article = Article(url=f"https://made.example/{n}", published_on=day)
            shelf.put(file(n, day), [article])
        shelf.flush()
        give_settings(db, here, (), 1)
        for layer in LAYERS:
            db.execute(f"create schema if not exists {layer}")
        for table in tables():
            given = table.layer == "raw" and table.full_name not in kept_tables()
            if table.full_name in NEEDED or (given and table.name != "rejects"):
                make(db, table, ())
                check(db, table)
        return fetch_rows(db, f"from marts.{name}")


def file(n: int, day: date) -> File:
    return File(
        path=f"feeds/made/{n}.xml",
        file_id=f"f{n}",
        source_id="feeds",
        mark="",
        reader="feed",
        reader_version=1,
        bytes=1,
        records=1,
        status="read",
        reason=None,
        url=None,
        fetched_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
    )


def of(rows: list[dict[str, Any]], source: str = "feeds") -> dict[str, Any]:
    return next(row for row in rows if row["source_id"] == source)


@pytest.mark.parametrize(
    ("log", "health", "why"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES]
)
def test_the_rules(here: Folders, log: list[dict[str, Any]], health: str, why: str) -> None:
    row = of(marts(here, log))
    assert row["health"] == health
    assert re.search(why, row["health_why"]), row["health_why"]


def days(*ago: int) -> list[date]:
    return [NOW.date() - timedelta(days=n) for n in ago]


SILENCES: list[tuple[str, list[date], str]] = [
    ("daily, silent for a week", days(*range(7, 20)), "yellow"),
    ("daily, silent for two days", days(*range(2, 20)), "green"),
    ("every fourth day, silent for a week", days(*range(7, 60, 4)), "green"),
    ("every fourth day, silent for two weeks", days(*range(14, 60, 4)), "yellow"),
    ("too few days to know", days(30, 31, 32), "green"),
    ("what lies ahead is no news", [*days(*range(7, 20)), *days(-30)], "yellow"),
]


@pytest.mark.parametrize(("on", "health"), [s[1:] for s in SILENCES], ids=[s[0] for s in SILENCES])
def test_silence_beside_the_usual_gap(here: Folders, on: list[date], health: str) -> None:
    row = of(marts(here, [asked(2)], days=on))
    assert row["health"] == health, row["health_why"]
    assert ("silent for" in row["health_why"]) == (health == "yellow")
    assert row["newest_on"] == max(day for day in on if day <= NOW.date())


def test_files_of_this_machine_are_never_silent(here: Folders) -> None:
    local = of(marts(here, [asked(2, asked=0)], days=days(*range(90, 99))))
    assert local["health"] == "green"


def test_the_first_run_that_gave_anything_is_a_baseline(here: Folders) -> None:
    log = [
        asked(40, **WENT),
        asked(30, came=50, new=50),
        asked(20, came=50, new=3),
        asked(9, "inbox", new=2, came=2),
    ]
    rows = sorted(marts(here, log, "refreshes"), key=lambda row: row["refresh_id"])
    assert [row["baseline"] for row in rows] == [False, True, False, True]
    assert [row["new"] for row in rows] == [0, 0, 3, 0]
    assert [row["came"] for row in rows] == [0, 50, 50, 2]
    assert of(marts(here, log[:2]))["last_new"] == 0
    assert of(marts(here, log))["last_new"] == 3


def test_the_last_asking_tells_what_was_rejected_and_what_comes_next(here: Folders) -> None:
    then = (NOW + timedelta(hours=3)).isoformat()
    log = [
        asked(9, **PART, failures=["made: old", "x: older"]),
        asked(2, **PART, failures=["made: it answers 404", "x: broke"], next_attempt_at=then),
    ]
    row = of(marts(here, log))
    assert row["last_rejects"] == "made: it answers 404; x: broke"
    assert (row["last_failed"], row["last_error"]) == (True, "x: it broke")
    assert row["next_attempt_at"] == NOW + timedelta(hours=3)
    (feed,) = marts(here, log, "feeds", days(4, 1, 2))
    assert (feed["feed_id"], feed["items"]) == ("made", 3)
    assert (feed["newest_on"], feed["last_new_on"]) == (days(1)[0], days(1)[0])
    assert feed["last_error"] == "it answers 404"


def test_a_log_of_before_these_columns_is_read(here: Folders) -> None:
    row = of(marts(here, [asked(2)]))
    assert (row["last_truncated"], row["next_attempt_at"], row["not_asked"]) == (False, None, None)


def test_an_unreadable_document_is_yellow(here: Folders) -> None:
    (here.inbox / "odd.bin").write_bytes(b"\x00\x01\x02\x03")
    done = refresh(here, lambda _: None, web=False)
    with open_database(":memory:") as db:
        db.execute(f"attach '{done.version}' as version (read_only)")
        rows = fetch_rows(db, "from version.marts.sources")
    assert of(rows, "sample")["health"] == "green"
    assert of(rows, "inbox")["health"] == "red"  # nothing ever came
    assert of(rows)["health"] == "grey"
