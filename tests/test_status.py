"""Status and health: what is published, how it went, and when a person is needed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl import status
from etl.alerts_command import history_lines
from etl.folders import Folders, folders
from etl.health import health
from etl.policies import PolicyError
from etl.refresh import alone, holder, refresh
from etl.report import Teller
from etl.runs import Run, place, put_down
from etl.scheduled import set_next
from etl.sources import sources
from tests.test_health import NOW, asked, days


def version(here: Folders, newest: date | None = None) -> Path:
    """Publish a version that knows one source and nothing else."""
    here.published.mkdir(exist_ok=True)
    place = here.published / "lawbeat-7.duckdb"
    with duckdb.connect(str(place)) as db:
        db.execute("create schema marts")
        db.execute(
            "create table marts.sources (source_id text, newest_on date, usual_gap_days double)"
        )
        db.execute("insert into marts.sources values ('feeds', ?, 2)", [newest])
    (here.published / "current").write_text(f"{place.name}\n")
    return place


def ran(hours: float, **told: Any) -> Run:
    """Return a refresh that began some hours ago, and went well."""
    began = (NOW - timedelta(hours=hours)).isoformat(timespec="milliseconds")
    usual = {"refresh_id": began, "command": "refresh", "pid": int(hours * 100), "outcome": "well"}
    return Run(began_at=began, **(usual | told))


CUT = {"outcome": "unfinished", "during": "build"}
BROKEN = {"outcome": "failed", "during": "build", "reason": "marts.bills: key is doubled"}
# The runs, hours until the next is due, whether one is at work: what a person is needed for, and
# whether what is published is current.
WHOLES: list[tuple[str, list[Run], float | None, bool, str, bool]] = [
    ("well", [ran(5)], None, False, "", True),
    ("well, in part", [ran(5, outcome="partly")], None, False, "", True),
    ("no run was put down", [], None, False, "no refresh has published", False),
    ("only builds", [ran(5, command="build")], None, False, "no refresh has published", False),
    ("old", [ran(50)], None, False, "50 hours ago; expected within 26 hours", False),
    ("scheduled, not old", [ran(11)], 1, False, "", True),
    ("scheduled, old", [ran(14)], 1, False, "14 hours ago; expected within 13 hours", False),
    ("overdue", [ran(7)], -1, False, "has not begun", True),
    ("overdue by a little", [ran(6)], -0.1, False, "", True),
    ("due, and at work", [ran(7), ran(0.5, **CUT)], -1, True, "", True),
    ("stuck", [ran(30), ran(25, **CUT)], 1, True, "has been at work for 25 hours", False),
    (
        "failed",
        [ran(9), ran(3, **BROKEN)],
        None,
        False,
        "refresh) failed in build: marts.bills: key is doubled",
        True,
    ),
    ("failed, then well", [ran(9, **BROKEN), ran(3)], None, False, "", True),
    ("stopped by a person", [ran(9), ran(3, outcome="stopped")], None, False, "", True),
    ("cut short once", [ran(9), ran(3, **CUT)], None, False, "", True),
    (
        "cut short again and again",
        [ran(9), ran(3, **CUT), ran(2, **CUT), ran(1, **CUT)],
        None,
        False,
        "cut short in build: killed, or out of memory",
        True,
    ),
    (
        "corrections cannot be read",
        [ran(3, outcome="partly", version="lawbeat-7", reason="corrections.sqlite: no database")],
        None,
        False,
        "corrections: corrections.sqlite: no database",
        True,
    ),
]


@pytest.mark.parametrize(
    ("known", "due", "at_work", "person", "is_current"),
    [case[1:] for case in WHOLES],
    ids=[case[0] for case in WHOLES],
)
def test_how_the_whole_is(
    here: Folders,
    known: list[Run],
    due: float | None,
    at_work: bool,
    person: str,
    is_current: bool,
) -> None:
    version(here)
    for run in known:
        put_down(here, run)
    if due is not None:
        set_next(here, "6h", NOW + timedelta(hours=due))
    found = health(here, NOW, at_work)
    assert found.is_current == is_current
    assert bool(found.needs_a_person) == bool(person)
    assert person in "".join(found.needs_a_person)


def test_a_damaged_version_and_damaged_records_are_told(here: Folders) -> None:
    version(here).write_bytes(b"torn" * 5000)
    put_down(here, ran(3))
    with place(here).open("a") as log:
        log.write('{"torn": \n[1]\n{"began_at": 1}\n')
    (here.raw / ".schedule.json").write_text('{"every": "6h"')
    found = health(here, NOW)
    assert found.version is None
    assert not found.is_current
    assert "lawbeat-7.duckdb cannot be opened" in found.needs_a_person[0]


def test_an_older_version_in_the_stead_of_a_damaged_one_is_told(here: Folders) -> None:
    good = version(here)
    put_down(here, ran(3))
    (here.published / "lawbeat-8.duckdb").write_bytes(b"torn" * 5000)
    (here.published / "current").write_text("lawbeat-8.duckdb\n")
    found = health(here, NOW)
    assert found.version == good.stem
    assert not found.is_current
    assert "lawbeat-7 stands in its stead" in found.needs_a_person[0]


def said(here: Folders, capsys: pytest.CaptureFixture[str], **asked: bool) -> tuple[int, str]:
    with Teller() as tell:
        usual = {"as_json": False, "health_only": False}
        code = status.run(here, tell, **(usual | asked))
    return code, capsys.readouterr().out


def log(here: Folders, lines: Sequence[dict[str, Any]]) -> None:
    here.raw.mkdir(parents=True, exist_ok=True)
    here.refreshes.write_text("".join(json.dumps(line) + "\n" for line in lines))


def test_status_tells_what_was_asked_what_came_and_how_long_it_took(
    here: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    version(here, days(1)[0])
    run = ran(2, steps={"fetch": 61.4, "build": 3.2}, version="lawbeat-7", outcome="partly")
    put_down(here, ran(8, **BROKEN))
    put_down(here, run)
    failures = ["post: timed out", "echo: it answers 500"]
    told = {"refresh_id": run.refresh_id, "failed": True, "failures": failures, "rejected": 2}
    log(here, [asked(2, **(told | {"asked": 40, "came": 9, "new": 3, "changed": 1}))])
    set_next(here, "6h", NOW + timedelta(hours=3))
    code, out = said(here, capsys)
    assert code == 0
    for words in (
        "published: lawbeat-7, ",
        "at work: nobody",
        "every 6h",
        "refresh: partly, lawbeat-7; fetch 1 min 1 s, build 3.2 s",
        "feeds: 3 new, 1 changed, 0 unchanged; 2 failed: [40 requests, 1.0 s]",
        "post: timed out",
        "echo: it answers 500",
        "refresh: failed in build (marts.bills: key is doubled)",
        f"feeds: fresh; last good answer {NOW - timedelta(hours=2):%Y-%m-%d %H:%M} UTC; "
        f"newest item of {days(1)[0]}",
        "needs a person: nothing",
    ):
        assert words in out


CODES: list[tuple[str, Callable[[Folders], object], int, int]] = [
    ("nothing is published", lambda here: None, 2, 1),
    ("all well", lambda here: (version(here), put_down(here, ran(2))), 0, 0),
    ("old", lambda here: (version(here), put_down(here, ran(50))), 1, 1),
    (
        "a file in the inbox cannot be read",
        lambda here: (
            version(here),
            put_down(here, ran(2)),
            log(here, [asked(2, "inbox", failed=True, reason="page.xml: an HTML page")]),
        ),
        1,
        0,
    ),
]


@pytest.mark.parametrize(
    ("given", "code", "alive"), [c[1:] for c in CODES], ids=[c[0] for c in CODES]
)
def test_the_exit_status_says_whether_to_look(
    here: Folders,
    capsys: pytest.CaptureFixture[str],
    given: Callable[[Folders], object],
    code: int,
    alive: int,
) -> None:
    given(here)
    assert said(here, capsys)[0] == code
    found, line = said(here, capsys, health_only=True)
    assert found == alive
    assert line.startswith("unhealthy: " if alive else "healthy: ")
    assert line.count("\n") == 1
    found, text = said(here, capsys, as_json=True)
    assert found == code
    told = json.loads(text)
    assert {source["source_id"] for source in told["sources"]} == set(sources())
    assert bool(told["needs_a_person"]) == bool(code)


def test_looking_changes_nothing(here: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(here.data.rglob("*"))
    said(here, capsys)
    assert sorted(here.data.rglob("*")) == before


def test_who_holds_the_lock(here: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    assert holder(here) is None
    with alone(here):
        process = holder(here)
        assert f"at work: process {process}" in said(here, capsys)[1]
        assert holder(here) == process  # to have looked has not loosened it
    assert holder(here) is None
    (here.data / "refresh.lock").write_text("4711")  # as one that was killed leaves it
    assert holder(here) is None
    with alone(here):
        pass


def test_health_is_right_after_a_good_run_and_after_one_that_published_nothing(
    here: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = refresh(here, lambda line: None, web=False)
    assert done.version is not None
    good = json.loads((here.published / "health.json").read_text())
    assert (good["version"], good["last_run"]["outcome"]) == ("lawbeat-1", "well")
    steps = ["fetch", "load", "build", "publish", "export"]
    assert list(good["last_run"]["steps"]) == steps
    assert all(seconds > 0 for seconds in good["last_run"]["steps"].values())
    *_, rate, _ = history_lines(done.version, date(2024, 12, 1))
    a_week, most = re.findall(r"([\d.]+) a week.* most in one week: (\d+)", rate)[0]
    assert 0 < float(a_week) < 3, "an analyst who gets hundreds of alerts stops reading"
    assert int(most) < 6
    sample = next(s for s in good["sources"] if s["source_id"] == "sample")
    assert (sample["state"], sample["newest_on"][:4]) == ("fresh", "2026")
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "bad.yaml").write_text("name: Bad\nbill: hr1-119\n")
    monkeypatch.setenv("LAWBEAT_POLICIES", str(tmp_path / "policies"))
    with pytest.raises(PolicyError):
        refresh(folders(), lambda line: None, web=False)
    bad = json.loads((here.published / "health.json").read_text())
    assert (bad["version"], bad["published_at"]) == ("lawbeat-1", good["published_at"])
    assert bad["last_run"]["outcome"] == "failed"
    assert any("bad.yaml:2: unknown key 'bill'" in reason for reason in bad["needs_a_person"])
    assert not list(here.published.glob(".*.part"))
