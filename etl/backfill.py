"""Back-fill: the past of an archive, partition by partition, by as many workers as are wanted.

Each partition is one pure step from bytes to bytes and one file, written by atomic rename. Any
worker may die and any run may go on where another stopped: what is done, its file says. What fails
is tried again, then set aside and named; the next run tries it anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field

from etl.crew import Crew, Work
from etl.gkg_files import Outcome, Partition, is_done
from etl.sieve import mark_of

ATTEMPTS = 3
WAIT_S = 5.0  # before the second attempt; twice that before the third
GIVE_UP_AFTER = 6  # partitions that got no answer at all, and none that did: it is the network


@dataclass
class Filled:
    """What a back-fill came to, or has come to so far."""

    asked_for: int
    before: int  # partitions that were done already
    outcomes: dict[Partition, Outcome] = field(default_factory=dict)

    @property
    def cut_off(self) -> bool:
        """Return whether the archive cannot be reached at all."""
        silent = [outcome.unreachable for outcome in self.outcomes.values()]
        return len(silent) >= GIVE_UP_AFTER and all(silent)

    def of(self, state: str) -> list[Outcome]:
        """Return the outcomes in one state, oldest first."""
        found = [o for o in self.outcomes.values() if o.state == state]
        return sorted(found, key=lambda o: o.partition.name)


def backfill(
    work: Work,
    wanted: Sequence[Partition],
    workers: int,
    noted: Callable[[Filled], None] = lambda _: None,
) -> Filled:
    """Bring in every partition that is not done; `noted` is told of each as it ends."""
    mark = mark_of(work.policies)
    waiting = [p for p in wanted if not is_done(work.folders, p, mark)]
    filled = Filled(len(wanted), len(wanted) - len(waiting))
    for attempt in range(ATTEMPTS):
        if not waiting or filled.cut_off:
            break
        time.sleep(WAIT_S * attempt)
        # A worker that dies takes all that is in flight with it: from then on, one at a time.
        for outcome in _taken(work, waiting, 1 if attempt else workers):
            filled.outcomes[outcome.partition] = outcome
            noted(filled)
            if filled.cut_off:
                break
        waiting = [outcome.partition for outcome in filled.of("failed")]
    return filled


def _taken(work: Work, waiting: Sequence[Partition], workers: int) -> Iterator[Outcome]:
    """Yield the outcome of each partition as it ends, no more than one a worker in flight."""
    left = list(reversed(waiting))
    flying: dict[Future[Outcome], Partition] = {}
    crew = Crew(work, workers)
    try:
        while left or flying:
            while left and len(flying) < workers:
                partition = left.pop()
                flying[crew.take(partition)] = partition
            for job in wait(flying, return_when=FIRST_COMPLETED).done:
                yield _outcome(job, flying.pop(job))
    finally:
        crew.leave()


def _outcome(job: Future[Outcome], partition: Partition) -> Outcome:
    try:
        return job.result()
    except BrokenProcessPool:
        return Outcome(partition, "failed", reason="a worker died at it, or beside it")
    except Exception as error:  # one bad partition never ends the rest
        return Outcome(partition, "failed", reason=f"{type(error).__name__}: {error}")
