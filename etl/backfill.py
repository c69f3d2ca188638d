"""Back-fill: the past of an archive, partition by partition, by as many workers as are wanted.

Each partition is one pure step from bytes to bytes and one file that is whole or not there. Any
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
from etl.gkg_files import Outcome, Partition, undone
from etl.records import Refused

ATTEMPTS = 3
NOT_HERE = "a worker says done, and its file is not there: do all share the place it is kept in?"
WAIT_S = 5.0  # before the second attempt; twice that before the third
LOOK_S = 5.0  # how often it is seen whether anybody is left to work
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
    hire: Callable[[Work], Crew],
    noted: Callable[[Filled], None] = lambda _: None,
) -> Filled:
    """Bring in every partition that is not done; `noted` is told of each as it ends.

    Raises `Refused` where nobody can be hired to begin with.
    """
    waiting = undone(work.store, wanted, work.mark)
    filled = Filled(len(wanted), len(wanted) - len(waiting))
    for attempt in range(ATTEMPTS):
        if not waiting or filled.cut_off:
            break
        time.sleep(WAIT_S * attempt)
        try:
            crew = hire(work)
        except Refused:
            if not attempt:
                raise
            break  # who was left to work is gone: what failed stays failed
        for outcome in _taken(crew, waiting, alone=attempt > 0):
            filled.outcomes[outcome.partition] = outcome
            noted(filled)
            if filled.cut_off:
                break
        _believe(work, filled)
        waiting = [outcome.partition for outcome in filled.of("failed")]
    return filled


def _believe(work: Work, filled: Filled) -> None:
    """Count as failed what a worker calls done and no file here says."""
    told = [outcome.partition for outcome in filled.of("done")]
    for partition in undone(work.store, told, work.mark):
        filled.outcomes[partition] = Outcome(partition, "failed", reason=NOT_HERE)


def _taken(crew: Crew, waiting: Sequence[Partition], alone: bool) -> Iterator[Outcome]:
    """Yield the outcome of each partition as it ends, no more in flight than the crew can hold.

    A worker that dies may take all that is in flight with it: `alone` lets one fly at a time.
    """
    left = list(reversed(waiting))
    flying: dict[Future[Outcome], Partition] = {}
    try:
        while left or flying:
            room = (1 if alone else crew.workers) - len(flying)
            for partition in [left.pop() for _ in range(min(room, len(left)))]:
                flying[crew.take(partition)] = partition
            for job in wait(flying, LOOK_S, return_when=FIRST_COMPLETED).done:
                yield _outcome(job, flying.pop(job))
            if flying and (reason := crew.gone()):
                yield from (Outcome(p, "failed", reason=reason) for p in [*flying.values(), *left])
                break
    finally:
        crew.leave()


def _outcome(job: Future[Outcome], partition: Partition) -> Outcome:
    try:
        return job.result()
    except BrokenProcessPool:
        return Outcome(partition, "failed", reason="a worker died at it, or beside it")
    except Exception as error:  # one bad partition never ends the rest
        return Outcome(partition, "failed", reason=f"{type(error).__name__}: {error}")
