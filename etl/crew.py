"""The crew: worker processes that take partitions, and leave when whoever hired them is gone."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from etl.folders import Folders
from etl.gkg_files import Outcome, Partition, take
from etl.records import Policy
from etl.sieve import Sieve, sieve
from etl.web import Web


@dataclass(frozen=True)
class Work:
    """What every worker has to know."""

    folders: Folders
    policies: tuple[Policy, ...]
    base: str


class Crew:
    """Some workers; where one dies, the next partition is given to a new crew."""

    def __init__(self, work: Work, workers: int) -> None:
        """Hire them."""
        self._work, self._workers = work, workers
        self._pool = self._hired()

    def take(self, partition: Partition) -> Future[Outcome]:
        """Give a partition to whoever is free."""
        try:
            return self._pool.submit(_take, partition)
        except BrokenProcessPool:
            self._pool = self._hired()
            return self._pool.submit(_take, partition)

    def leave(self) -> None:
        """Send them home; what is in flight is done at the next run."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _hired(self) -> ProcessPoolExecutor:
        # Not forked: a copy of a process with threads may hold a lock that nobody gives back.
        return ProcessPoolExecutor(
            self._workers, get_context("spawn"), _begin, (self._work, os.getpid())
        )


# In a worker ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Tools:
    work: Work
    web: Web
    sieve: Sieve


_TOOLS: list[_Tools] = []  # one in a worker, none elsewhere


def _begin(work: Work, hired_by: int) -> None:
    threading.Thread(target=_leave_with, args=(hired_by,), daemon=True).start()
    _TOOLS[:] = [_Tools(work, Web(pace_s=0.0, own=work.base), sieve(work.policies))]


def _leave_with(process: int) -> None:
    while os.getppid() == process:
        time.sleep(1)
    os._exit(1)


def _take(partition: Partition) -> Outcome:
    tools = _TOOLS[0]
    return take(tools.work.folders, partition, tools.web, tools.work.base, tools.sieve)
