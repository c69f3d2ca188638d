"""Runs: what each came to and how long its steps took; a line of JSON a run, the newest last.

A run is put down as it begins and again after each step, so that one that was killed, or that lost
its machine, still says how far it came: `unfinished`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etl.folders import Folders
from etl.keep import log_lines, read_moment
from etl.keys import without_keys
from etl.whole import write_whole

MOST = 500  # runs that are kept
MOST_TOLD = 1000  # characters of an error
LONGEST = timedelta(days=1)  # of a run: then it is stuck
WELL = "well"
PARTLY = "partly"  # a source, or a file, failed; the rest was done
FAILED = "failed"  # an error ended it; what was published before its step still stands
STOPPED = "stopped"  # by a person or by the schedule, before its end
UNFINISHED = "unfinished"  # at work, or cut short
GOOD = (WELL, PARTLY)


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of `refresh`, `build` or `fetch`."""

    refresh_id: str  # that of what it asked; until that is known, the moment it began
    command: str
    pid: int
    began_at: str
    ended_at: str | None = None
    outcome: str = UNFINISHED
    reason: str | None = None  # why it came to nothing, or what was wrong with the corrections
    during: str | None = None  # the step it is in, or ended in
    version: str | None = None
    steps: dict[str, float] = field(default_factory=dict)  # seconds

    @property
    def began(self) -> datetime:
        """Return when it began."""
        moment = read_moment(self.began_at) or datetime.fromtimestamp(0, UTC)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def place(folders: Folders) -> Path:
    """Return where the runs are put down."""
    return folders.raw / ".runs.jsonl"


def runs(folders: Folders) -> list[Run]:
    """Return the runs that are kept, the oldest first; a line that is damaged is left out."""
    found = []
    for told in log_lines(place(folders)):
        with suppress(TypeError):
            found.append(Run(**told))
    return found


def put_down(folders: Folders, run: Run) -> None:
    """Put down how a run stands now, in the place of how it stood; raises `OSError`."""
    known = [r for r in runs(folders) if (r.began_at, r.pid) != (run.began_at, run.pid)]
    lines = [json.dumps(asdict(r)) + "\n" for r in [*known, run][-MOST:]]
    write_whole(place(folders), "".join(lines))


def close(folders: Folders, pid: int, outcome: str, reason: str) -> None:
    """Put down how a run ended that could not say so itself: it was stopped, or it was killed."""
    mine = [run for run in runs(folders) if run.pid == pid and run.outcome == UNFINISHED]
    if mine:
        ended = datetime.now(UTC).isoformat(timespec="seconds")
        put_down(folders, replace(mine[-1], ended_at=ended, outcome=outcome, reason=reason))


def last_good(known: Sequence[Run], command: str = "refresh") -> Run | None:
    """Return the last run of a command that published something."""
    good = [run for run in known if run.command == command and run.outcome in GOOD]
    return max(good, key=lambda run: run.began, default=None)


def told_of(error: BaseException) -> str:
    """Return what an error says, in one line, not too long and without keys."""
    if isinstance(error, OSError):
        text = f"{error.filename or 'a file'}: {error.strerror or error}"
    else:
        text = str(error) or type(error).__name__
    return without_keys("; ".join(text.splitlines()))[:MOST_TOLD]
