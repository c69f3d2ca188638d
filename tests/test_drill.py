"""The drill and the soak, small: `make drill` and `make soak` run them whole."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.drill.actors import Seen
from tests.drill.watch import Published, faults


def run(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words], capture_output=True, text=True, env=dict(os.environ)
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_dozen_kills_lose_nothing_and_mislead_nobody() -> None:
    told = run("tests.drill", "--kills", "12", "--readers", "2", "--seed", "7")
    assert told.startswith("kills: 12")
    assert "reader errors: 0; torn reads: 0; stale reads after publishing: 0" in told
    assert "lost or doubled: 0; refreshes that failed: 0; strays left: 0" in told


def test_twenty_readers_and_a_refresher() -> None:
    told = run("tests.drill", "--kills", "1", "--readers", "20", "--seed", "8")
    assert "reader errors: 0; torn reads: 0; stale reads after publishing: 0" in told


def test_a_few_refreshes_leave_nothing_behind() -> None:
    assert "5 refreshes, 0 wrong" in run("tests.soak", "--refreshes", "5", "--seed", "3")


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
