"""Refreshing on a schedule: when the next is due, and what a loop does with bad runs and clocks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from types import SimpleNamespace

import duckdb
import pytest

from etl import every_command
from etl.bell import Bell
from etl.folders import Folders
from etl.refresh import alone, holder
from etl.report import Teller
from etl.runs import Run, put_down, runs
from etl.schedule import Every, first_due, on, read_interval, still_due
from etl.scheduled import scheduled
from tests.server import Playing, slow

ROOT = Path(__file__).parent.parent
LONG_S = 600.0  # nothing takes so long, however busy the machine is
FEED = "/feeds/made.example/rss"
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def at(text: str) -> datetime:
    """Return a moment of November 2026: `29 07:15`."""
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC)


DUE = [
    ("6h", 0, "29 00:00", "29 06:00"),
    ("6h", 0, "29 05:59", "29 06:00"),
    ("6h", 0, "29 06:01", "29 12:00"),
    ("6h", 0, "29 19:30", "30 00:00"),
    ("6h", 7, "29 06:01", "29 06:07"),
    ("6h", 7, "29 06:07", "29 12:07"),
    ("30m", 2, "29 06:31", "29 06:32"),
    ("30m", 2, "29 06:32", "29 07:02"),
    ("1d", 20, "29 00:10", "29 00:20"),
    ("1d", 20, "29 00:20", "30 00:20"),
]


@pytest.mark.parametrize(("every", "late", "now", "due"), DUE)
def test_the_next_due_moment(every: str, late: int, now: str, due: str) -> None:
    plan = Every(read_interval(every), late * MINUTE)
    assert plan.after(at(now)) == at(due)
    assert plan.after(at(now).astimezone(None)) == at(due)  # in whatever zone it is told


@pytest.mark.parametrize(
    "text", ["", "6", "h", "0h", "-6h", "6 h", "6H", "1.5h", "1w", "4m", "31d"]
)
def test_an_interval_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"such as 30m, 6h or 1d|not from 5m to 30d"):
        read_interval(text)


@pytest.mark.parametrize(("interval", "most"), [(HOUR / 2, 3 * MINUTE), (DAY, 30 * MINUTE)])
def test_hosts_are_late_by_a_little_of_their_own(interval: timedelta, most: timedelta) -> None:
    late = [on(f"host-{n}", interval).late for n in range(1000)]
    assert min(late) >= timedelta(0)
    assert max(late) < most
    quarters = quantiles([one / most for one in late], n=4)
    assert quarters == pytest.approx([0.25, 0.5, 0.75], abs=0.06)
    assert on("host-7", interval) == on("host-7", interval)


FIRST = [
    ("nothing ran yet", None, "29 07:00"),
    ("the last good run is older", "29 00:59", "29 07:00"),
    ("as old as the interval", "29 01:00", "29 07:00"),
    ("younger", "29 01:01", "29 12:00"),
    ("it lies ahead: the clock was wrong", "30 01:00", "29 07:00"),
]


@pytest.mark.parametrize(("good", "due"), [f[1:] for f in FIRST], ids=[f[0] for f in FIRST])
def test_the_first_run_begins_at_once_unless_the_last_is_young(good: str | None, due: str) -> None:
    found = first_due(at("29 07:00"), Every(6 * HOUR), at(good) if good else None)
    assert found == at(due)


CLOCKS = [
    ("goes on", "29 08:00", "29 12:00"),
    ("went back an hour", "29 06:30", "29 12:00"),
    ("went back a day", "28 07:00", "28 12:00"),
    ("went forward past it", "29 15:00", "29 12:00"),
]


@pytest.mark.parametrize(("now", "due"), [c[1:] for c in CLOCKS], ids=[c[0] for c in CLOCKS])
def test_a_clock_that_is_set_delays_nothing_for_long(now: str, due: str) -> None:
    assert still_due(at(now), Every(6 * HOUR), at("29 12:00")) == at(due)


@dataclass
class Clock:
    """A made-up clock and bell: waiting takes no time, and jumps are put in on the way."""

    now: datetime
    ends: datetime
    jumps: dict[datetime, timedelta] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)
    stopped: bool = False
    waits: int = 0

    def wait(self, seconds: float) -> None:
        assert 0 <= seconds <= every_command.LOOK_AGAIN_S
        self.waits += 1
        self.pass_by(timedelta(seconds=max(seconds, 0.001)))

    def pass_by(self, time_: timedelta) -> None:
        self.now += time_
        for moment in [m for m in self.jumps if m <= self.now]:
            self.now += self.jumps.pop(moment)
        self.stopped = self.now >= self.ends and not self.jumps


def loop(
    here: Folders,
    monkeypatch: pytest.MonkeyPatch,
    clock: Clock,
    takes: timedelta = 10 * MINUTE,
) -> list[str]:
    """Keep time by a made-up clock, every 6 hours; returns when runs began."""

    def refresh() -> None:
        clock.ran.append(f"{clock.now:%d %H:%M}")
        clock.pass_by(takes)

    monkeypatch.setattr(every_command, "now", lambda: clock.now)
    monkeypatch.setattr(every_command, "on", lambda host, interval: Every(interval, 7 * MINUTE))
    with Teller() as tell:
        every_command.keep_time(here, tell, "6h", clock, refresh)  # type: ignore[arg-type]
    assert clock.waits < 5000
    return clock.ran


LOOPS: list[tuple[str, Callable[[], Clock], timedelta, list[str]]] = [
    (
        "a day",
        lambda: Clock(at("28 03:00"), at("29 03:00")),
        10 * MINUTE,
        ["28 03:00", "28 06:07", "28 12:07", "28 18:07", "29 00:07"],
    ),
    (
        "runs longer than the interval",
        lambda: Clock(at("28 03:00"), at("29 03:00")),
        7 * HOUR,
        ["28 03:00", "28 12:07", "29 00:07"],
    ),
    (
        "the clock goes back two days",
        lambda: Clock(at("28 03:00"), at("27 01:00"), {at("28 08:00"): -2 * DAY}),
        10 * MINUTE,
        ["28 03:00", "28 06:07", "26 12:07", "26 18:07", "27 00:07"],
    ),
    (
        "it sleeps for a day: one run makes up for all",
        lambda: Clock(at("28 03:00"), at("29 20:00"), {at("28 08:00"): DAY}),
        10 * MINUTE,
        ["28 03:00", "28 06:07", "29 08:00", "29 12:07", "29 18:07"],
    ),
]


@pytest.mark.parametrize(
    ("clock", "takes", "ran"), [one[1:] for one in LOOPS], ids=[one[0] for one in LOOPS]
)
def test_a_loop_runs_when_it_is_due(
    here: Folders,
    monkeypatch: pytest.MonkeyPatch,
    clock: Callable[[], Clock],
    takes: timedelta,
    ran: list[str],
) -> None:
    assert loop(here, monkeypatch, clock(), takes) == ran
    plan = scheduled(here)
    assert plan is not None
    assert (plan.every, plan.next_at.minute) == ("6h", 7)


def good_run(began: datetime, **told: object) -> Run:
    usual = {"refresh_id": "r", "command": "refresh", "pid": 1, "outcome": "well"}
    return Run(began_at=began.isoformat(), **(usual | told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("run", "first"),
    [
        (good_run(at("28 02:00")), "28 06:07"),
        (good_run(at("28 02:00"), outcome="partly"), "28 06:07"),
        (good_run(at("28 02:00"), outcome="failed"), "28 03:00"),
        (good_run(at("28 02:00"), outcome="unfinished"), "28 03:00"),
        (good_run(at("28 02:00"), command="build"), "28 03:00"),
    ],
)
def test_a_loop_that_is_started_again_asks_nobody_twice(
    here: Folders, monkeypatch: pytest.MonkeyPatch, run: Run, first: str
) -> None:
    put_down(here, run)
    assert loop(here, monkeypatch, Clock(at("28 03:00"), at("28 08:00")))[0] == first


def test_the_schedule_goes_on_where_it_cannot_be_put_down(
    here: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here.raw / ".schedule.json").mkdir(parents=True)
    ran = loop(here, monkeypatch, Clock(at("28 03:00"), at("28 08:00")))
    assert ran == ["28 03:00", "28 06:07"]
    assert "cannot be put down" in capsys.readouterr().out


def run_one(here: Folders, program: str) -> None:
    """Run a program in the place of a refresh; it may say that it is a run with `began()`."""
    began = (
        "import os, signal, sys, etl.folders, etl.recorded\n"
        "def began():\n"
        "    here = etl.folders.folders()\n"
        "    step = etl.recorded.Recording(here, 'refresh', print).step('fetch')\n"
        "    step.__enter__(); return step\n"
    )
    with Teller() as tell, Bell() as bell:
        every_command.one(here, tell, bell, [sys.executable, "-c", began + program])


BAD_RUNS = [
    ("it fails", "sys.exit(2)", None, ""),
    ("an error ends it", "raise MemoryError", None, ""),
    (
        "it is killed",
        "s = began(); os.kill(os.getpid(), signal.SIGKILL)",
        "killed by SIGKILL",
        "did not end by itself",
    ),
]


@pytest.mark.parametrize(
    ("program", "reason", "told"), [b[1:] for b in BAD_RUNS], ids=[b[0] for b in BAD_RUNS]
)
def test_a_bad_run_ends_nothing_else(
    here: Folders,
    program: str,
    reason: str | None,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run_one(here, program)
    assert told in capsys.readouterr().out
    if reason:
        (run,) = runs(here)
        assert (run.outcome, run.during) == ("failed", "fetch")
        assert reason in str(run.reason)
        assert reason in (here.published / "health.json").read_text()


def test_a_program_that_cannot_be_started_is_told(
    here: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    with Teller() as tell, Bell() as bell:
        every_command.one(here, tell, bell, [str(here.data / "no such program")])
    assert "no run could be started" in capsys.readouterr().out


def test_a_stuck_run_is_ended_with_all_it_started(
    here: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = "s = began(); signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    stuck += "import subprocess, time\n"
    stuck += "child = subprocess.Popen(['sleep', '600'])\n"
    stuck += "data = os.environ['LAWBEAT_DATA']\n"
    stuck += "open(data + '/part', 'w').write(str(child.pid))\n"
    stuck += "os.rename(data + '/part', data + '/child')\n"
    child = here.data / "child"
    a_day_later = SimpleNamespace(monotonic=lambda: 90_000.0 if child.exists() else 0.0)
    monkeypatch.setattr(every_command, "time", a_day_later)
    monkeypatch.setattr(every_command, "LOOK_AGAIN_S", 0.1)
    monkeypatch.setattr(every_command, "GRACE_S", 0.1)
    run_one(here, stuck + "time.sleep(600)")
    (run,) = runs(here)
    assert (run.outcome, run.reason) == ("failed", "it was at work for a day")
    _until(lambda: not _lives(int(child.read_text())))


def _lives(pid: int) -> bool:
    """Return whether a process is at work still; one that ended, and waits to be noted, is not."""
    status = Path(f"/proc/{pid}/stat")
    if status.parent.parent.joinpath("self").exists():
        return status.exists() and ") Z" not in status.read_text()
    return subprocess.run(["kill", "-0", str(pid)], capture_output=True).returncode == 0


@contextmanager
def every(here: Folders) -> Iterator[subprocess.Popen[bytes]]:
    """Start the real thing; what it says goes to out.txt."""
    words = [sys.executable, "-m", "etl", "refresh", "--every", "6h"]
    with (here.data / "out.txt").open("w") as out:
        loop = subprocess.Popen(words, cwd=ROOT, env=dict(os.environ), stdout=out, stderr=out)
    try:
        yield loop
    finally:
        loop.terminate()
        loop.wait(LONG_S / 2)


def said(here: Folders, words: str) -> bool:
    return words in (here.data / "out.txt").read_text()


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + LONG_S / 2
    while not holds():
        assert time.monotonic() < ends, "waited for nothing"
        time.sleep(0.05)


@pytest.fixture
def published(here: Folders) -> Folders:
    """A folder in which something, whatever it be, is published."""
    here.published.mkdir()
    duckdb.connect(str(here.published / "lawbeat-1.duckdb")).close()
    (here.published / "current").write_text("lawbeat-1.duckdb\n")
    return here


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_while_it_waits_it_leaves_at_once(
    published: Folders, sign: signal.Signals
) -> None:
    put_down(published, good_run(datetime.now(UTC) - timedelta(seconds=5)))
    with every(published) as loop:
        _until(lambda: said(published, "next refresh: "))
        plan = scheduled(published)
        assert plan is not None
        assert timedelta(0) < plan.next_at - datetime.now(UTC) <= 6 * HOUR + 30 * MINUTE
        loop.send_signal(sign)
        assert loop.wait(LONG_S / 2) == 0
    assert said(published, "stopped, as asked")
    assert scheduled(published) is None
    assert len(runs(published)) == 1


def test_told_to_stop_while_it_refreshes_it_abandons_the_run(
    published: Folders, server: Playing
) -> None:
    server.say(FEED, slow(LONG_S))
    with every(published) as loop:
        _until(lambda: FEED in server.asked)
        at_work = holder(published)
        assert at_work == str(runs(published)[-1].pid)
        loop.send_signal(signal.SIGTERM)
        assert loop.wait(LONG_S / 2) == 0
    run = runs(published)[-1]
    ended = ("stopped", "fetch", "stopped with the schedule")
    assert (run.outcome, run.during, run.reason) == ended
    with alone(published):
        pass
    assert not _lives(int(at_work))
    assert (published.published / "current").read_text() == "lawbeat-1.duckdb\n"


def test_it_never_overlaps(published: Folders) -> None:
    with alone(published), every(published):
        _until(lambda: said(published, "next refresh: "))
    assert said(published, "another refresh is at work")
    assert runs(published) == []


def test_what_is_at_hand_is_published_first(
    here: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[str] = []
    monkeypatch.setattr(every_command, "one", lambda *given: started.append(given[-1][-1]))
    monkeypatch.setattr(every_command, "keep_time", lambda *given: given[-1]())
    with Teller() as tell:
        assert every_command.run(here, tell, "6h") == 0
    assert started == ["build", "--unwatched"]
