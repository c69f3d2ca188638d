"""The drill and the soak, small: `make drill` and `make soak` run them in full length."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys

import pytest

from tests.drill import moments
from tests.drill.actors import Seen
from tests.drill.watch import Published, faults


def run(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words], capture_output=True, text=True, env=dict(os.environ)
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_kills_lose_nothing_and_mislead_none_of_twenty_readers() -> None:
    """Few: `make drill` plays 200, and CI twice a hundred."""
    told = run("tests.drill", "--kills", "4", "--readers", "20", "--seed", "7")
    assert told.startswith("kills: 4")
    assert "reader errors: 0; torn reads: 0; stale reads after publishing: 0" in told
    assert "lost or doubled: 0; refreshes that failed: 0; strays left: 0" in told


def test_a_few_refreshes_leave_nothing_behind() -> None:
    assert "5 refreshes, 0 wrong" in run("tests.soak", "--refreshes", "5", "--seed", "3")


TOLD = "begun\nasking inbox: 1 came\nreading what came\nbuilding raw.bills\nbuilding raw.files\n"


@pytest.mark.parametrize(
    ("phase", "then"), [("begun", "build"), ("building", "build"), ("exporting", "build")]
)
def test_a_run_is_killed_in_a_phase_and_says_which(phase: str, then: str) -> None:
    child = subprocess.Popen(["sleep", "60"])
    assert moments.kill(child.pid, io.StringIO(TOLD), phase, 0.0) == then
    assert child.wait() == -signal.SIGKILL


def test_the_phases_of_a_run_are_told_by_their_first_lines() -> None:
    assert list(moments.lengths(io.StringIO(TOLD))) == ["begun", "reading", "building"]
    assert moments.kill(subprocess.Popen(["true"]).pid, io.StringIO(""), "begun", 0) == "before all"


OUT = [Published("lawbeat-1.duckdb", 1.0), Published("lawbeat-2.duckdb", 5.0)]


@pytest.mark.parametrize(
    ("looks", "errors", "torn", "stale"),
    [
        ([Seen(2.0, 1, 1, "a"), Seen(6.0, 2, 2, "b")], 0, 0, 0),
        ([Seen(4.9, 1, 1, "a"), Seen(4.9, 2, 2, "b")], 0, 0, 0),  # while it is published: either
        ([Seen(6.0, 1, 1, "a")], 0, 0, 1),
        ([Seen(2.0, 1, 1, "a"), Seen(3.0, 1, 1, "b")], 0, 1, 0),
        ([Seen(2.0, 1, 2, "a")], 0, 1, 0),
        ([Seen(2.0, 0, 0, "", "IOException: gone")], 1, 0, 0),
    ],
)
def test_the_judge_of_the_drill_sees_what_is_wrong(
    looks: list[Seen], errors: int, torn: int, stale: int
) -> None:
    assert tuple(map(len, faults(looks, OUT))) == (errors, torn, stale)
