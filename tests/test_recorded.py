"""The record of runs: which steps each took, how it ended, and how much of it is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl import refresh_log
from etl.folders import Folders
from etl.given_steps import StepRow, step_rows
from etl.keep import log_lines
from etl.policies import PolicyError
from etl.recorded import Recording, recorded
from etl.runs import MOST, place, put_down, runs
from tests.test_health import asked
from tests.test_status import CUT, log, ran


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
