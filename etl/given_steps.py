"""How long each step of each run took, as the tables of `raw` are given it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from etl.folders import Folders
from etl.runs import UNFINISHED, Run, runs


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """One step of one run."""

    refresh_id: str
    step: str
    place: int  # among the steps of its run
    command: str
    began_at: datetime  # the run
    seconds: float | None  # None: the run ended in it
    outcome: str | None
    stopped_here: bool
    reason: str | None


def step_rows(folders: Folders) -> list[StepRow]:
    """Return the steps of the runs that are kept; the run at work has no outcome yet."""
    known = {run.refresh_id: run for run in runs(folders)}
    last = max(known.values(), key=lambda run: run.began, default=None)
    return [row for run in known.values() for row in _steps(run, at_work=run is last)]


def _steps(run: Run, at_work: bool) -> Iterator[StepRow]:
    going = at_work and run.outcome == UNFINISHED
    broken = None if going else run.during
    names = list(run.steps) if going else list(dict.fromkeys([*run.steps, run.during]))
    for place, name in enumerate(filter(None, names)):
        yield StepRow(
            refresh_id=run.refresh_id,
            step=name,
            place=place,
            command=run.command,
            began_at=run.began,
            seconds=run.steps.get(name),
            outcome=None if going else run.outcome,
            stopped_here=name == broken,
            reason=run.reason,
        )
