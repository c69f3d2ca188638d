"""`refresh --every 6h`: a refresh at each due moment, each in a process of its own, until stopped.

A run of its own process gives back all it held, and nothing that befalls it, a crash, a lack of
memory, an endless wait, ends the schedule. To stop one is to end its process: what was published
before stands, and the lock goes with the process.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from etl.bell import Bell
from etl.folders import Folders
from etl.health import write_health
from etl.publish import current
from etl.refresh import Busy, alone
from etl.report import Teller
from etl.runs import FAILED, LONGEST, STOPPED, close, last_good, runs, told_of
from etl.schedule import first_due, on, read_interval, still_due
from etl.scheduled import set_next, unset

LOOK_AGAIN_S = 30.0  # at the clock: it may be set, and a machine may have slept
GRACE_S = 5.0  # from asking a run to end to ending it
ETL = (sys.executable, "-m", "etl")
REFRESH, BUILD = (*ETL, "refresh", "--unwatched"), (*ETL, "build")


def arguments(command: argparse.ArgumentParser) -> None:
    """Add what `refresh` is asked with."""
    command.add_argument(
        "--every",
        type=_interval,
        metavar="6h",
        help="go on until stopped, a refresh each 30m, 6h, 1d, aligned to the clock in UTC; "
        "the first at once, unless the last good one is younger than that",
    )
    command.add_argument(
        "--unwatched",
        action="store_true",
        help="leave addresses that failed before alone for hours, as --log and --every do",
    )


def host() -> str:
    """Return what tells this installation from others."""
    return f"{socket.gethostname()} {uuid.getnode()}"


def now() -> datetime:
    """Return this moment; tests put another in its place."""
    return datetime.now(UTC)


def run(here: Folders, tell: Teller, every: str) -> int:
    """Refresh at each due moment until told to stop; returns 0.

    Where nothing is published yet, what is at hand is published first: the first asking of all
    sources may take an hour.
    """
    with Bell() as bell:
        try:
            if current(here) is None:
                one(here, tell, bell, BUILD)
            keep_time(here, tell, every, bell, lambda: one(here, tell, bell, REFRESH))
        finally:
            with suppress(OSError):
                unset(here)
    tell.line("stopped, as asked; what is published stands")
    return 0


def keep_time(
    here: Folders, tell: Teller, every: str, bell: Bell, refresh: Callable[[], None]
) -> None:
    """Call `refresh` at each due moment until the bell says stop."""
    plan = on(host(), read_interval(every))
    good = last_good(runs(here))
    due, told = first_due(now(), plan, good.began if good else None), None
    while not bell.stopped:
        moment = now()
        due = still_due(moment, plan, due)
        if moment >= due:
            _put_down(here, tell, every, plan.after(moment))
            refresh()
            due = plan.after(now())
        elif due != told:
            told = due
            _put_down(here, tell, every, due)
            tell.line(f"next refresh: {due:%Y-%m-%d %H:%M:%S} UTC, every {every}")
        else:
            bell.wait(min(LOOK_AGAIN_S, (due - moment).total_seconds()))


def _put_down(here: Folders, tell: Teller, every: str, due: datetime) -> None:
    try:
        set_next(here, every, due)
    except OSError as error:  # a full disk: the schedule goes on
        tell.line(f"the next due moment cannot be put down: {told_of(error)}")


def one(here: Folders, tell: Teller, bell: Bell, words: Sequence[str]) -> None:
    """Run one command in a process of its own, and see that it ends; it ends nothing else."""
    log = ("--log",) if tell.unwatched else ()
    try:  # a group of its own: Ctrl-C is for us, and we end it
        child = subprocess.Popen([*words, *log], process_group=0)
    except OSError as error:
        tell.line(f"no run could be started: {told_of(error)}")
        return
    ends = time.monotonic() + LONGEST.total_seconds()
    while child.poll() is None and not bell.stopped and time.monotonic() < ends:
        bell.wait(min(LOOK_AGAIN_S, ends - time.monotonic()))
    if child.poll() is None:
        _end(child)
        why = "stopped with the schedule" if bell.stopped else "it was at work for a day"
        _close(here, tell, child.pid, STOPPED if bell.stopped else FAILED, why)
    elif child.returncode < 0:
        name = signal.Signals(-child.returncode).name
        _close(here, tell, child.pid, FAILED, f"killed by {name}; out of memory, say")


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ask a run and all it started to end, and end it where it does not."""
    for sign, seconds in ((signal.SIGTERM, GRACE_S), (signal.SIGKILL, None)):
        with suppress(ProcessLookupError):
            os.killpg(child.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            child.wait(seconds)
            return


def _close(here: Folders, tell: Teller, pid: int, outcome: str, why: str) -> None:
    """Put down, in the place of a run that could not, how it ended."""
    tell.line(f"the run did not end by itself: {why}")
    try:
        with alone(here):
            close(here, pid, outcome, why)
            write_health(here, now())
    except Busy:
        pass  # another run is at work already, and puts down how all is
    except OSError as error:
        tell.line(f"the record of the run cannot be written: {told_of(error)}")


def _interval(text: str) -> str:
    try:
        read_interval(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text.strip()
