"""Health: what is published, how old it is, how each source is, and what needs a person.

`data/published/health.json` says so after each run, also after one that published nothing; whoever
watches the folder needs nothing else. `python -m etl status` says the same as of now.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from etl.alerts import telling
from etl.build import fetch_rows, open_database
from etl.folders import Folders
from etl.keep import log_lines
from etl.publish import current, trouble
from etl.runs import FAILED, LONGEST, UNFINISHED, Run, last_good, runs
from etl.scheduled import Scheduled, scheduled
from etl.source_health import Content, Log, SourceHealth, hours, source_health
from etl.sources import sources
from etl.whole import write_whole

A_DAY_AND_SOME = timedelta(hours=26)
AN_HOUR = timedelta(hours=1)
OVERDUE = timedelta(minutes=15)
IN_A_ROW = 3  # runs that were cut short


@dataclass(frozen=True, kw_only=True)
class Health:
    """The whole, as of a moment."""

    checked_at: datetime
    version: str | None
    published_at: datetime | None
    last_run: Run | None
    last_good_run_at: datetime | None  # the last that asked the web and published
    is_current: bool  # something is published, can be opened, and is not late
    sources: tuple[SourceHealth, ...]
    needs_a_person: tuple[str, ...]  # each: what, and why


def health(here: Folders, now: datetime, at_work: bool = False) -> Health:
    """Return how all is; `at_work` where a run is not at its end yet. Reads, and writes nothing."""
    known, plan, version = runs(here), scheduled(here), current(here)
    contents, unreadable = _contents(version)
    unreadable = trouble(here) or unreadable
    judged = _judged(here, contents, now, plan)
    good = last_good(known)
    stale = _stale(good, now, 2 * plan.interval + AN_HOUR if plan else A_DAY_AND_SOME)
    return Health(
        checked_at=now,
        version=version.stem if version else None,
        published_at=_written(version) if version else None,
        last_run=known[-1] if known else None,
        last_good_run_at=good.began if good else None,
        is_current=not unreadable and not stale,
        sources=judged,
        needs_a_person=(
            *filter(None, (unreadable, stale)),
            *_of_the_runs(known, at_work, now),
            *_of_the_schedule(plan, now, at_work),
            *_of_the_sources(judged),
            *telling.troubles(here),
        ),
    )


def _judged(
    here: Folders, contents: Mapping[str, Content], now: datetime, plan: Scheduled | None
) -> tuple[SourceHealth, ...]:
    limit = max(A_DAY_AND_SOME, 2 * plan.interval if plan else A_DAY_AND_SOME)
    told: dict[str, list[dict[str, Any]]] = {}
    for line in log_lines(here.refreshes):
        told.setdefault(str(line.get("source_id")), []).append(line)
    return tuple(
        source_health(source, Log(told.get(name, ())), contents.get(name, Content()), now, limit)
        for name, source in sources().items()
    )


def write_health(here: Folders, now: datetime) -> Path:
    """Write `health.json` beside the versions, whole, at the end of a run; raises `OSError`."""
    place = here.published / "health.json"
    told = asdict(health(here, now, at_work=True))  # whoever writes it, holds the lock still
    write_whole(place, json.dumps(plain(told), indent=1) + "\n")
    return place


def plain(told: Any) -> Any:
    """Return a value as JSON can hold it: moments and days as ISO 8601."""
    if isinstance(told, dict):
        return {name: plain(value) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [plain(value) for value in told]
    if isinstance(told, datetime):
        return told.astimezone(UTC).isoformat(timespec="seconds")
    return told.isoformat() if isinstance(told, date) else told


def _contents(version: Path | None) -> tuple[dict[str, Content], str | None]:
    """Return what a version holds of each source, and why it cannot be read where it cannot."""
    if version is None:
        return {}, "nothing is published: run `python -m etl build`"
    query = "select source_id, newest_on, usual_gap_days from version.marts.sources"
    try:
        with open_database(":memory:") as db:
            name = str(version).replace("'", "''")
            db.execute(f"attach '{name}' as version (read_only)")
            rows = {row.pop("source_id"): Content(**row) for row in fetch_rows(db, query)}
    except duckdb.Error as error:
        told = str(error).splitlines()[0]
        return {}, f"{version.name} cannot be read ({told}): run `python -m etl build`"
    return rows, None


def _stale(good: Run | None, now: datetime, limit: timedelta) -> str | None:
    if good is None:
        return "no refresh has published anything yet: run `python -m etl refresh`"
    age = now - good.began
    if age <= limit:
        return None
    return f"the last refresh that published began {hours(age)} ago; expected within {hours(limit)}"


def _of_the_runs(known: Sequence[Run], at_work: bool, now: datetime) -> Iterator[str]:
    """Yield what is wrong with the last runs: one failed or is stuck, several were cut short."""
    going = known[-1] if at_work and known and known[-1].outcome == UNFINISHED else None
    if going and now - going.began > LONGEST:
        yield f"process {going.pid} has been at work for {hours(now - going.began)}: end it"
    done = known[:-1] if going else known
    if not done:
        return
    last = done[-1]
    told = f"the last run ({last.command})"
    during = f" in {last.during}" if last.during else ""
    if last.outcome == FAILED:
        yield f"{told} failed{during}: {last.reason}"
    elif len(done) >= IN_A_ROW and all(r.outcome == UNFINISHED for r in done[-IN_A_ROW:]):
        yield f"{told} and those before were cut short{during}: killed, or out of memory"
    elif last.reason and last.version:
        yield f"corrections: {last.reason}"


def _of_the_schedule(plan: Scheduled | None, now: datetime, at_work: bool) -> Iterator[str]:
    if plan and not at_work and now - plan.next_at > OVERDUE:
        yield (
            f"the refresh due at {plan.next_at:%Y-%m-%d %H:%M} UTC has not begun: is "
            f"`python -m etl refresh --every {plan.every}` still running?"
        )


def _of_the_sources(judged: Sequence[SourceHealth]) -> Iterator[str]:
    for source in judged:
        yield from (f"{source.source_id}: {reason}" for reason in source.needs_a_person)


def _written(version: Path) -> datetime:
    return datetime.fromtimestamp(int(version.stat().st_mtime), UTC)
