"""What a back-fill says before, during and after; and its line in the log of refreshes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from etl.asked import Refresh
from etl.backfill import Filled
from etl.folders import Folders
from etl.gkg_files import SOURCE, Outcome

MB_A_FILE = 2.1  # 0.4 GB a day in 192 files, as GDELT tells
NAMED_AT_MOST = 20  # of the partitions that were set aside; the log has them all


def before(asked_for: int, done: int) -> str:
    """Return what is ahead.

    >>> before(5952, 0)
    'backfill gkg: 5,952 files, 0 of them done before; some 12.5 GB to fetch'
    """
    size = (asked_for - done) * MB_A_FILE / 1000
    told = f"{asked_for:,} files, {done:,} of them done before"
    return f"backfill gkg: {told}; some {size:.1f} GB to fetch"


@dataclass
class Progress:
    """How far a back-fill is, and how long the rest will take at the pace so far."""

    began: float = field(default_factory=time.monotonic)

    def line(self, filled: Filled) -> str:
        """Return where it stands now."""
        ended = len(filled.outcomes)
        ahead = filled.asked_for - filled.before - ended
        kept = sum(outcome.kept for outcome in filled.outcomes.values())
        seconds = (time.monotonic() - self.began) / max(ended, 1) * ahead
        return (
            f"backfill gkg: {filled.before + ended:,} of {filled.asked_for:,} files, "
            f"{kept:,} lines kept, about {_spoken(seconds)} left"
        )


def _spoken(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def after(filled: Filled) -> Iterator[str]:
    """Yield what came of it: every partition is in one of these numbers."""
    done, missing, failed = (filled.of(state) for state in ("done", "missing", "failed"))
    left = filled.asked_for - filled.before - len(filled.outcomes)
    kept, lines = sum(o.kept for o in done), sum(o.lines for o in done)
    yield (
        f"backfill gkg: {len(done):,} files read, {kept:,} of {lines:,} lines name a policy; "
        f"{filled.before:,} done before, {len(missing):,} missing in the archive, "
        f"{len(failed):,} set aside"
    )
    yield from (f"  set aside: {_told(outcome)}" for outcome in failed[:NAMED_AT_MOST])
    if len(failed) > NAMED_AT_MOST:
        yield f"  and {len(failed) - NAMED_AT_MOST:,} more set aside"
    if filled.cut_off:
        yield f"  the archive cannot be reached; {left:,} files were left for the next run"
    if failed:
        yield "  the same command tries them again"
    if kept:
        yield "  `python -m etl build` brings the lines in, `python -m etl refresh` their pages too"


def log(folders: Folders, filled: Filled, began: datetime) -> None:
    """Put down the run where those of all sources stand."""
    done, failed = filled.of("done"), filled.of("failed")
    refresh = Refresh(
        refresh_id=began.isoformat(timespec="milliseconds"),
        started_at=began.isoformat(timespec="seconds"),
        source_id=SOURCE,
        asked=len(filled.outcomes),
        came=len(done),
        new=len(done),
        rejected=len(failed),
        failed=bool(failed),
        reason=_told(failed[0]) if failed else None,
        failures=tuple(map(_told, failed)),
        seconds=round((datetime.now(UTC) - began).total_seconds(), 3),
    )
    folders.raw.mkdir(parents=True, exist_ok=True)
    with folders.refreshes.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(refresh)) + "\n")


def _told(outcome: Outcome) -> str:
    return f"{outcome.partition.name}: {outcome.reason}"
