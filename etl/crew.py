"""The crew: who takes partitions. Here worker processes, which leave when who hired them is gone.

`etl.backfill_cluster` has another crew, on other machines. What a worker does is the same.
"""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Protocol

from etl.backfill_store import Store
from etl.gkg_files import Outcome, Partition, take
from etl.records import Policy
from etl.sieve import Sieve, mark_of, sieve
from etl.web import Web


@dataclass(frozen=True)
class Work:
    """What every worker has to know."""

    store: Store
    policies: tuple[Policy, ...]
    base: str  # where the archive lies
    mark: str  # of the sieve of these policies: a worker of another version has another


class Crew(Protocol):
    """Some workers."""

    @property
    def workers(self) -> int:
        """How many partitions may be in their hands at once."""
        ...

    def take(self, partition: Partition) -> Future[Outcome]:
        """Give a partition to whoever is free."""
        ...

    def gone(self) -> str | None:
        """Return why nobody is left to work, None where somebody is."""
        ...

    def leave(self) -> None:
        """Send them home; what is in flight is done at the next run."""
        ...


class Pool:
    """Processes of this machine; where one dies, the next partition is given to a new pool."""

    def __init__(self, work: Work, workers: int) -> None:
        """Hire them."""
        self._work, self.workers = work, workers
        self._pool = self._hired()

    def take(self, partition: Partition) -> Future[Outcome]:
        """Give a partition to whoever is free."""
        try:
            return self._pool.submit(taken, self._work, partition)
        except BrokenProcessPool:
            self._pool = self._hired()
            return self._pool.submit(taken, self._work, partition)

    def gone(self) -> str | None:
        """Whoever dies is replaced."""
        return None

    def leave(self) -> None:
        """Send them home; what is in flight is done at the next run."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _hired(self) -> ProcessPoolExecutor:
        # Not forked: a copy of a process with threads may hold a lock that nobody gives back.
        return ProcessPoolExecutor(self.workers, get_context("spawn"), _begin, (os.getpid(),))


def _begin(hired_by: int) -> None:
    threading.Thread(target=_leave_with, args=(hired_by,), daemon=True).start()


def _leave_with(process: int) -> None:
    while os.getppid() == process:
        time.sleep(1)
    os._exit(1)


# In a worker ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Tools:
    work: Work
    web: Web
    sieve: Sieve


class _Held(threading.local):
    tools: _Tools | None = None  # of one thread: a sieve looks through one file at a time


_HELD = _Held()


def taken(work: Work, partition: Partition) -> Outcome:
    """Take one partition, with the tools of this worker."""
    tools = _HELD.tools
    if tools is None or tools.work != work:
        tools = _Tools(work, Web(pace_s=0.0, own=work.base), sieve(work.policies))
        _HELD.tools = tools
    if tools.sieve.mark != work.mark:
        return Outcome(partition, "failed", reason="the worker runs another version of Lawbeat")
    return take(work.store, partition, tools.web, work.base, tools.sieve)


def readiness(work: Work) -> str | None:
    """Return what a worker lacks for this work, None where it may begin."""
    try:
        same = mark_of(work.policies) == work.mark
        import hyperscan  # noqa: F401
    except ImportError as error:
        return str(error)
    return None if same else "it runs another version of Lawbeat"
