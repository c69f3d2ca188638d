"""How much work a job is: the CPU seconds of all its threads, in a process of its own."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.catalog import tables
from etl.readers import readers


@dataclass(frozen=True)
class Size:
    """How much is measured, and how often; the least of the tries counts."""

    files: int  # of bills
    tries: int = 3
    mentions: int = 1_000_000
    articles: int = 20_000  # that go through a whole build, which is slow


@dataclass(frozen=True)
class Cost:
    """The least CPU seconds of the tries, and the most memory that a process held."""

    cpu_s: float
    peak_mb: float

    def each(self, of: int) -> Cost:
        """Return the cost of one of so many: two ways may be measured on unlike numbers."""
        return Cost(self.cpu_s / of, self.peak_mb)


@dataclass(frozen=True)
class Result:
    """A line of the table: how one way stands to another, within one run."""

    job: str
    size: str
    beside: str
    ratio: float
    aim: str = ""  # "<= 12"; nothing where it is only measured
    met: bool | None = None
    peak_mb: float | None = None


def cost(
    work: Callable[..., object],
    *given: Any,
    tries: int,
    times: int = 1,
    before: Callable[[], object] = lambda: None,
    made_by: Callable[..., tuple[Any, ...]] | None = None,
) -> Cost:
    """Return what one call of a module's function costs; each try is a new process.

    A short job is called several `times` a try, so that it meets the same disturbance as a long
    one. Not counted: what is done `before` each try, and what `made_by` makes of what is given.
    """
    spent, peaks = [], []
    for _ in range(tries):
        before()
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            cpu_s, peak_mb = pool.apply(_timed, (work, given, times, made_by))
        spent.append(cpu_s)
        peaks.append(peak_mb)
    return Cost(min(spent), max(peaks))


def _timed(
    work: Callable[..., object],
    given: tuple[Any, ...],
    times: int,
    made_by: Callable[..., tuple[Any, ...]] | None,
) -> tuple[float, float]:
    readers(), tables()  # read once a run, whatever is to be done: before the clock starts
    given = made_by(*given) if made_by else given
    began = time.process_time()
    for _ in range(times):
        work(*given)
    spent = (time.process_time() - began) / times
    return spent, _peak_mb()


def _peak_mb() -> float:
    """Return the most memory that this process held; `ru_maxrss` would tell its parent's too."""
    try:
        told = Path("/proc/self/status").read_text("ascii")
    except OSError:  # not Linux
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return float(next(line.split()[1] for line in told.splitlines() if "VmHWM" in line)) / 1024


def at_most(limit: float, job: str, size: str, beside: str, ours: Cost, theirs: Cost) -> Result:
    """Return how many times the work of another way ours is."""
    ratio = ours.cpu_s / theirs.cpu_s
    return Result(job, size, beside, ratio, f"<= {limit:g}", ratio <= limit, ours.peak_mb)


def at_least(limit: float, job: str, size: str, beside: str, ours: Cost, theirs: Cost) -> Result:
    """Return how many times the work of ours another way is."""
    ratio = theirs.cpu_s / ours.cpu_s
    return Result(job, size, beside, ratio, f">= {limit:g}", ratio >= limit, ours.peak_mb)
