"""Recorded: a run puts down what it does as it goes, and at its end how all sources are."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from etl.folders import Folders
from etl.health import write_health
from etl.refresh_log import tidy_log
from etl.runs import FAILED, PARTLY, STOPPED, UNFINISHED, WELL, Run, put_down, told_of

Told = Callable[[str], None]
Step = Callable[[str], AbstractContextManager[None]]


class Recording:
    """The record of a run that is at work; that it cannot be written is told, and ends nothing."""

    def __init__(self, folders: Folders, command: str, told: Told) -> None:
        """Begin it."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._folders, self._told = folders, told
        self.run = Run(refresh_id=now, command=command, pid=os.getpid(), began_at=now)
        self._save()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Take the time of a step; one that comes twice adds up."""
        self._save(during=name)
        began = time.monotonic()
        try:
            yield
        finally:
            seconds = self.run.steps.get(name, 0.0) + time.monotonic() - began
            self.run = replace(self.run, steps=self.run.steps | {name: round(seconds, 3)})
        self.run = replace(self.run, during=None)

    def goes_by(self, refresh_id: str) -> None:
        """Go by the name that what it asked goes by."""
        self.run = replace(self.run, refresh_id=refresh_id)

    def came_to(self, failed: bool, version: Path | None, troubles: Sequence[str]) -> None:
        """Note what it came to."""
        self.run = replace(
            self.run,
            outcome=PARTLY if failed else WELL,
            version=version.stem if version else None,
            reason="; ".join(troubles) or None,
        )

    def end(self, error: BaseException | None = None) -> None:
        """Put down how it ended, and how all sources are now."""
        if isinstance(error, KeyboardInterrupt):
            self._save(ended=True, outcome=STOPPED, reason="stopped by a person")
        elif error or self.run.outcome == UNFINISHED:
            why = told_of(error) if error else "it ended without a word"
            self._save(ended=True, outcome=FAILED, reason=why)
        else:
            self._save(ended=True)
        try:
            tidy_log(self._folders)
            write_health(self._folders, datetime.now(UTC))
        except OSError as wrong:
            self._told(f"the health of the sources cannot be written: {told_of(wrong)}")

    def _save(self, ended: bool = False, **change: str | None) -> None:
        if ended:
            change["ended_at"] = datetime.now(UTC).isoformat(timespec="milliseconds")
        self.run = replace(self.run, **change)  # type: ignore[arg-type]  # names of its fields
        try:
            put_down(self._folders, self.run)
        except OSError as error:
            self._told(f"the record of this run cannot be written: {told_of(error)}")


@contextmanager
def recorded(folders: Folders, command: str, told: Told) -> Iterator[Recording]:
    """Record a run of a command, however it ends."""
    recording = Recording(folders, command, told)
    try:
        yield recording
    except BaseException as error:
        recording.end(error)
        raise
    recording.end()


def untimed(name: str) -> AbstractContextManager[None]:
    """Take no time of a step."""
    del name
    return nullcontext()
