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

from etl import refresh_log, status
from etl.alerts_command import history_lines
from etl.folders import Folders, folders
from etl.given_steps import StepRow, step_rows
from etl.health import health
from etl.keep import log_lines
from etl.policies import PolicyError
from etl.recorded import Recording, recorded
from etl.refresh import alone, holder, refresh
from etl.report import Teller
from etl.runs import MOST, Run, place, put_down, runs
from etl.scheduled import set_next
from etl.source_health import Content, Log, source_health
from etl.sources import sources
from tests.test_health import NOW, PART, WENT, asked, days, left

REFUSED = WENT | {"reason": "hr1: it answers 403 Forbidden"}

# The log, the newest item and the usual gap: the state, why, and what a person is needed for.
SOURCES: list[tuple[str, str, list[dict[str, Any]], Content, str, str, str]] = [
    ("never in a run", "feeds", [], Content(), "never", "in no run yet", ""),
    ("well", "feeds", [asked(2)], Content(), "fresh", "", ""),
    ("well, and nothing came", "feeds", [asked(2, came=0)], Content(), "fresh", "", ""),
    ("two days ago", "feeds", [asked(50)], Content(), "late", "50 hours old", ""),
    ("five days ago", "feeds", [asked(125)], Content(), "late", "5 days", "no good answer for 5"),
    ("failed once", "feeds", [asked(26), asked(2, **WENT)], Content(), "failing", "it broke", ""),
    ("failed in part", "feeds", [asked(2, **PART)], Content(), "fresh", "", ""),
    (
        "failed for days",
        "feeds",
        [asked(96), asked(40, **WENT), asked(2, **WENT)],
        Content(),
        "failing",
        "it broke",
        "no good answer for 4 days: x: it broke",
    ),
    ("only failures, of today", "feeds", [asked(2, **WENT)], Content(), "failing", "broke", ""),
    (
        "only failures, for days",
        "feeds",
        [asked(99, **WENT), asked(2, **WENT)],
        Content(),
        "failing",
        "it broke",
        "no good answer for 4 days",
    ),
    ("no key", "feeds", [asked(99), asked(2, **left("no key"))], Content(), "off", "no key", ""),
    (
        "backing off",
        "feeds",
        [asked(9), asked(5, **WENT), asked(2, **left("backing off until then"))],
        Content(),
        "failing",
        "backing off",
        "",
    ),
    (
        "its key is refused",
        "congress_gov",
        [asked(9, **REFUSED), asked(2, **REFUSED)],
        Content(),
        "failing",
        "403",
        r"its key seems not to be accepted \(CONGRESS_API_KEY",
    ),
    ("refused once", "congress_gov", [asked(2, **REFUSED)], Content(), "failing", "403", ""),
    (
        "a source without a key is refused",
        "feeds",
        [asked(9, **REFUSED), asked(2, **REFUSED)],
        Content(),
        "failing",
        "403",
        "",
    ),
    (
        "a file of this machine cannot be read",
        "inbox",
        [asked(2, came=3, failed=True, reason="page.xml: an HTML page")],
        Content(),
        "fresh",
        "",
        "page.xml: an HTML page",
    ),
    (
        "daily, silent for a week",
        "feeds",
        [asked(2)],
        Content(newest_on=days(7)[0], usual_gap_days=1.0),
        "late",
        "silent for 7 days, where a gap of 1.0 is usual",
        "",
    ),
    (
        "weekly, silent for a week",
        "feeds",
        [asked(2)],
        Content(newest_on=days(7)[0], usual_gap_days=7.0),
        "fresh",
        "",
        "",
    ),
    (
        "files of this machine are never silent",
        "inbox",
        [asked(2, asked=0)],
        Content(newest_on=days(99)[0], usual_gap_days=1.0),
        "fresh",
        "",
        "",
    ),
]


@pytest.mark.parametrize(
    ("source", "log", "content", "state", "why", "person"),
    [case[1:] for case in SOURCES],
    ids=[case[0] for case in SOURCES],
)
def test_how_a_source_is(
    source: str, log: list[dict[str, Any]], content: Content, state: str, why: str, person: str
) -> None:
    found = source_health(sources()[source], Log(log), content, NOW, timedelta(hours=26))
    assert found.state == state
    assert bool(found.why) == bool(why)
    assert why in (found.why or "")
    assert bool(found.needs_a_person) == bool(person)
    if person:
        assert re.search(person, found.needs_a_person[0])
    if content.newest_on:
        assert found.content_age_days == (NOW.date() - content.newest_on).days


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


def test_a_run_puts_down_its_steps_as_it_goes(here: Folders) -> None:
    with recorded(here, "refresh", print) as run:
        with run.step("fetch"):
            assert (runs(here)[-1].outcome, runs(here)[-1].during) == ("unfinished", "fetch")
        with run.step("load"):
            assert list(runs(here)[-1].steps) == ["fetch"]
        with run.step("fetch"):
            pass
        run.goes_by("r9")
        run.came_to(False, Path("lawbeat-3.duckdb"), ())
    (done,) = runs(here)
    assert (done.refresh_id, done.outcome, done.version) == ("r9", "well", "lawbeat-3")
    assert (list(done.steps), done.during) == (["fetch", "load"], None)


ENDS: list[tuple[BaseException, str, str]] = [
    (PolicyError(["a.yaml:2: no", "b.yaml:3: nor"]), "failed", "a.yaml:2: no; b.yaml:3: nor"),
    (OSError(28, "No space left on device", "w.duckdb"), "failed", "w.duckdb: No space left"),
    (MemoryError(), "failed", "MemoryError"),
    (KeyboardInterrupt(), "stopped", "stopped by a person"),
]


@pytest.mark.parametrize(("error", "outcome", "reason"), ENDS, ids=lambda e: type(e).__name__)
def test_a_run_that_an_error_ends_says_which_and_where(
    here: Folders, error: BaseException, outcome: str, reason: str
) -> None:
    with pytest.raises(type(error)), recorded(here, "refresh", print) as run, run.step("build"):
        raise error
    (done,) = runs(here)
    assert (done.outcome, done.during) == (outcome, "build")
    assert reason in str(done.reason)
    assert json.loads((here.published / "health.json").read_text())["last_run"]["during"] == "build"


def test_no_key_is_put_down(here: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGRESS_API_KEY", "s3cret-s3cret-s3cret")
    with pytest.raises(ValueError, match="s3cret"), recorded(here, "refresh", print):
        raise ValueError("https://x.example/?key=s3cret-s3cret-s3cret")
    assert "s3cret" not in place(here).read_text() + (here.published / "health.json").read_text()


def test_a_record_that_cannot_be_written_ends_no_run(here: Folders) -> None:
    place(here).mkdir(parents=True)
    (here.published / "health.json").mkdir(parents=True)
    told: list[str] = []
    with recorded(here, "refresh", told.append) as run:
        run.came_to(False, None, ())
    assert any("record of this run cannot be written" in line for line in told)
    assert any("health of the sources cannot be written" in line for line in told)


def test_old_runs_are_let_go(here: Folders) -> None:
    lines = [json.dumps(vars(ran(MOST + 9 - n, refresh_id=f"r{n}"))) for n in range(MOST + 5)]
    here.raw.mkdir(parents=True)
    place(here).write_text("\n".join(lines) + "\n")
    put_down(here, ran(0, refresh_id="last"))
    known = runs(here)
    assert len(known) == MOST
    assert (known[0].refresh_id, known[-1].refresh_id) == ("r6", "last")


def test_the_log_of_askings_does_not_grow_without_end(
    here: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = asked(900, "feeds", came=5)
    lines = [asked(901, "feeds", came=0), first, asked(899, "gdelt", came=0)]
    lines += [asked(hours, "feeds") for hours in range(400, 0, -1)]
    log(here, lines)
    refresh_log.tidy_log(here)
    assert list(log_lines(here.refreshes)) == lines
    monkeypatch.setattr(refresh_log, "LARGEST", 20_000)
    refresh_log.tidy_log(here)
    kept = list(log_lines(here.refreshes))
    assert here.refreshes.stat().st_size < 20_000
    assert kept[0] == first
    assert kept[1:] == lines[-len(kept[1:]) :]
    assert len(kept) > 20


def test_the_steps_as_rows(here: Folders) -> None:
    put_down(here, ran(9, refresh_id="a", steps={"fetch": 2.0, "load": 1.0}, outcome="partly"))
    put_down(here, ran(5, refresh_id="b", steps={"fetch": 2.0}, **CUT))
    Recording(here, "refresh", print).step("fetch").__enter__()  # the run that builds
    rows = [
        (r.refresh_id, r.step, r.place, r.seconds, r.outcome, r.stopped_here)
        for r in step_rows(here)
    ]
    assert rows == [
        ("a", "fetch", 0, 2.0, "partly", False),
        ("a", "load", 1, 1.0, "partly", False),
        ("b", "fetch", 0, 2.0, "unfinished", False),
        ("b", "build", 1, None, "unfinished", True),
    ]
    assert all(isinstance(row, StepRow) for row in step_rows(here))


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
