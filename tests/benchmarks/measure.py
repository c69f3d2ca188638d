"""How much work a job is: in a process of its own, the CPU seconds of all its threads."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cost:
    """The least CPU seconds of several tries, the most memory that the process held, the answer."""

    cpu_s: float
    peak_mb: float
    answer: Any


@dataclass(frozen=True)
class Result:
    """A line of the table: how our way stands to another, as a ratio within one run."""

    job: str
    size: str
    beside: str
    says: str  # "times the work of" or "times less work than"
    ratio: float
    aim: str  # "<= 12", or "" where it is only measured
    met: bool | None = None
    peak_mb: float | None = None


def cost(work: Callable[..., Any], *given: Any, tries: int = 3) -> Cost:
    """Return what a function of a module costs; each try is a new process."""
    done = []
    for _ in range(tries):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            done.append(pool.apply(_timed, (work, given)))
    return min(done, key=lambda c: c.cpu_s)


def _timed(work: Callable[..., Any], given: tuple[Any, ...]) -> Cost:
    from etl.readers import readers

    readers()  # the libraries are imported before the clock starts
    began = time.process_time()
    answer = work(*given)
    spent = time.process_time() - began
    return Cost(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, answer)


def at_most(limit: float, job: str, size: str, beside: str, ours: Cost, theirs: Cost) -> Result:
    """Return how many times the work of another way ours is, held to a limit."""
    ratio = ours.cpu_s / theirs.cpu_s
    says = "times the work of"
    return Result(job, size, beside, says, ratio, f"<= {limit:g}", ratio <= limit, ours.peak_mb)


def at_least(limit: float, job: str, size: str, beside: str, ours: Cost, theirs: Cost) -> Result:
    """Return how many times less work than another way ours is, held to a limit."""
    ratio = theirs.cpu_s / ours.cpu_s
    says = "times less work than"
    return Result(job, size, beside, says, ratio, f">= {limit:g}", ratio >= limit, ours.peak_mb)
