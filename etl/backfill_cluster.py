"""A crew on other machines: the workers of a `dask.distributed` scheduler.

What each does is what a process does here (`etl.crew.taken`). Where a worker dies the scheduler
gives its partition to another; one at which several died comes back as failed. The package is
imported only when a cluster is asked for.
"""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from time import monotonic
from typing import Any

from etl.backfill_store import EXTRA
from etl.crew import Work, readiness, taken
from etl.gkg_files import Outcome, Partition
from etl.records import Refused

REACH_S = 60.0  # for the scheduler, and then for its first worker
DESERTED_S = 60.0  # without a scheduler or any worker, after which the run is broken off
AHEAD = 2  # partitions a thread of a worker, so that none waits for its next


def missing() -> str | None:
    """Return what must be installed before a cluster can be asked, None where nothing."""
    if find_spec("distributed") is None:
        return f"--cluster needs packages of its own: {EXTRA}"
    return None


class Cluster:
    """The workers of one scheduler."""

    def __init__(self, work: Work, address: str) -> None:
        """Reach the scheduler; `Refused`, with the reason, where that or its workers cannot do."""
        client: Any = import_module("distributed").Client
        self._work, self._address = work, address
        try:
            self._client = client(address, timeout=REACH_S, set_as_default=False)
        except (OSError, ValueError) as error:  # a TimeoutError too
            raise Refused(f"the scheduler at {address} cannot be reached: {error}") from error
        try:
            self._ready()
        except Refused:
            self._client.close()
            raise
        self._given: set[Any] = set()  # in their hands; what nobody holds the scheduler forgets
        self._seen = monotonic()

    @property
    def workers(self) -> int:
        """How many partitions may be in their hands at once: workers may come and go."""
        return max(1, AHEAD * sum(self._threads().values()))

    def take(self, partition: Partition) -> Future[Outcome]:
        """Give a partition to whoever is free."""
        told: Future[Outcome] = Future()
        given = self._client.submit(taken, self._work, partition, pure=False)
        self._given.add(given)
        given.add_done_callback(partial(self._hand_on, told))
        return told

    def _hand_on(self, told: Future[Outcome], given: Any) -> None:
        """Tell an outcome, or that it is lost: the worker that holds it may be dead by now.

        The executor that the package brings waits for such a one for ever.
        """
        try:
            told.set_result(given.result(timeout=REACH_S))
        except (Exception, CancelledError) as error:
            told.set_exception(error)
        finally:
            self._given.discard(given)

    def gone(self) -> str | None:
        """Return why nobody is left to work, once that has lasted a while.

        Workers who have nothing in hand do not count: what is in flight was lost on the way.
        """
        if self._busy():
            self._seen = monotonic()
        if monotonic() - self._seen < DESERTED_S:
            return None
        return f"no worker is left at {self._address}"

    def leave(self) -> None:
        """Let go of what is in flight; the workers stay for others."""
        if self._client.status == "running":
            self._client.cancel(list(self._given))
        self._client.close(timeout=2)

    def _threads(self) -> dict[str, int]:
        if self._client.status != "running":
            return {}
        try:
            threads: dict[str, int] = self._client.nthreads()
        except (OSError, TimeoutError):  # the scheduler is gone, for now or for good
            return {}
        return threads

    def _busy(self) -> bool:
        if not self._threads():
            return False
        try:
            return any(self._client.processing().values())
        except (OSError, TimeoutError):
            return False

    def _ready(self) -> None:
        """Refuse where no worker comes, or one of them cannot do this work."""
        try:
            self._client.wait_for_workers(1, timeout=REACH_S)
        except TimeoutError:
            raise Refused(f"the scheduler at {self._address} has no worker") from None
        told = self._client.run(readiness, self._work, on_error="return")
        for worker, lack in told.items():
            if lack is not None:
                raise Refused(f"the worker at {worker} cannot do this: {lack}")
