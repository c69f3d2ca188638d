"""The command `backfill`: what it is asked with, and what it does."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from importlib.util import find_spec

from etl import backfill_report
from etl.backfill import Filled, backfill
from etl.backfill_cluster import Cluster, missing
from etl.backfill_store import lacking, of_fsspec, store_at
from etl.crew import Crew, Pool, Work
from etl.folders import Folders
from etl.gkg_files import SOURCE, Partition, bring_home, partitions, undone
from etl.policies import read_policies
from etl.records import Refused
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
    command.add_argument(
        "--cluster",
        type=_scheduler,
        metavar="tcp://HOST:PORT",
        help="let the workers of this dask.distributed scheduler do it (requirements-cluster.txt)",
    )
    command.add_argument(
        "--into",
        type=_address,
        metavar="ADDRESS",
        help="where all workers keep what they find, such as s3://bucket/kept; the data folder "
        "if unsaid, which they must then share. What names a policy is brought here at the end",
    )


def run(
    here: Folders,
    tell: Teller,
    first: date,
    last: date,
    workers: int,
    cluster: str | None = None,
    into: str | None = None,
) -> Filled | None:
    """Back-fill these days, telling how much is ahead, how far it is and what came of it.

    Returns None, having said why, where nothing can be done.
    """
    began = datetime.now(UTC)
    base = os.environ.get(f"LAWBEAT_{SOURCE.upper()}_URL") or sources()[SOURCE].base or ""
    if lack := _lack(first, last, cluster, base, into or ""):
        tell.line(lack)
        return None
    home = store_at(here.raw / SOURCE)
    policies = tuple(read_policies(here.policies))
    work = Work(store_at(into) if into else home, policies, base, mark_of(policies))
    wanted = partitions(first, last, began)
    try:
        filled = _filled(work, wanted, tell, cluster, workers)
    except Refused as error:
        tell.line(str(error))
        return None
    brought = bring_home(work.store, home, wanted, work.mark)
    backfill_report.log(here, filled, began)
    tell.lines(backfill_report.after(filled))
    if into:
        tell.line(f"  {brought:,} files with lines were brought here from {into}")
    return filled


def _filled(
    work: Work, wanted: Sequence[Partition], tell: Teller, cluster: str | None, workers: int
) -> Filled:
    ahead = len(undone(work.store, wanted, work.mark))
    tell.line(backfill_report.before(len(wanted), len(wanted) - ahead))
    progress = backfill_report.Progress()
    step = max(1, ahead // LINES)

    def noted(filled: Filled) -> None:
        line = progress.line(filled)
        tell.step(line)
        if len(filled.outcomes) % step == 0:
            tell.line(line)

    def hire(work: Work) -> Crew:
        return Cluster(work, cluster) if cluster else Pool(work, workers)

    return backfill(work, wanted, hire, noted)


def _lack(first: date, last: date, cluster: str | None, *places: str) -> str | None:
    """Return why nothing can be done, None where it can."""
    if find_spec("hyperscan") is None:
        return "the back-fill needs a package of its own: pip install hyperscan"
    if first > last:
        return f"{first} is after {last}: nothing lies between"
    return (missing() if cluster else None) or lacking(*places)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2024-01-31") from None


def _workers(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text!r} is not from 1 to {MOST_WORKERS}")
    return int(text)


def _scheduler(text: str) -> str:
    if not re.fullmatch(r"(tcp|tls)://[\w.\-\[\]:]+:\d{1,5}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no address such as tcp://scheduler:8786")
    return text


def _address(text: str) -> str:
    if not of_fsspec(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no address such as s3://bucket/kept")
    return text
