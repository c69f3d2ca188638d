"""The command `backfill`: what it is asked with, and what it does."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime
from importlib.util import find_spec

from etl import backfill_report
from etl.backfill import Filled, backfill
from etl.crew import Work
from etl.folders import Folders
from etl.gkg_files import SOURCE, is_done, partitions
from etl.policies import read_policies
from etl.report import Teller
from etl.sieve import mark_of
from etl.sources import sources

MOST_WORKERS = 32
LINES = 10  # of progress that stay


def arguments(command: argparse.ArgumentParser) -> None:
    """Add what `backfill` is asked with."""
    command.add_argument("archive", choices=["gkg"], help="GDELT's Global Knowledge Graph")
    for word, name in (("--from", "first"), ("--to", "last")):
        command.add_argument(
            word,
            dest=name,
            required=True,
            type=_day,
            metavar="YYYY-MM-DD",
            help=f"the {name} day, in UTC",
        )
    command.add_argument(
        "--workers", type=_workers, default=2, metavar="N", help="files at once (2)"
    )


def run(here: Folders, tell: Teller, first: date, last: date, workers: int) -> Filled | None:
    """Back-fill these days, telling how much is ahead, how far it is and what came of it.

    Returns None, having said why, where nothing can be done.
    """
    if find_spec("hyperscan") is None:
        tell.line("the back-fill needs a package of its own: pip install hyperscan")
        return None
    if first > last:
        tell.line(f"{first} is after {last}: nothing lies between")
        return None
    began = datetime.now(UTC)
    policies = read_policies(here.policies)
    base = os.environ.get(f"LAWBEAT_{SOURCE.upper()}_URL") or sources()[SOURCE].base or ""
    wanted = partitions(first, last, began)
    mark = mark_of(policies)
    done = sum(is_done(here, partition, mark) for partition in wanted)
    tell.line(backfill_report.before(len(wanted), done))
    progress = backfill_report.Progress()
    step = max(1, (len(wanted) - done) // LINES)

    def noted(filled: Filled) -> None:
        line = progress.line(filled)
        tell.step(line)
        if len(filled.outcomes) % step == 0:
            tell.line(line)

    filled = backfill(Work(here, tuple(policies), base), wanted, workers, noted)
    backfill_report.log(here, filled, began)
    tell.lines(backfill_report.after(filled))
    return filled


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2024-01-31") from None


def _workers(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text!r} is not from 1 to {MOST_WORKERS}")
    return int(text)
