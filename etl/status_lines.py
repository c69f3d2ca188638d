"""The status in words: what is published, the last runs, the sources, what needs a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from etl.asked import Refresh
from etl.health import Health
from etl.runs import Run
from etl.scheduled import Scheduled
from etl.source_health import FRESH, SourceHealth, hours


def told(
    found: Health,
    last: Sequence[Run],
    asked: Mapping[str, Sequence[Refresh]],
    at_work: str | None,
    plan: Scheduled | None,
) -> Iterator[str]:
    """Yield the lines of the whole status."""
    yield _published(found)
    yield f"at work: process {at_work}" if at_work else "at work: nobody"
    if plan:
        yield f"next refresh: {_moment(plan.next_at)}, every {plan.every}"
    else:
        yield "next refresh: not set by --every (cron or a timer may start one)"
    yield from _runs(last, asked)
    yield "sources:"
    yield from (f"  {_source(source)}" for source in found.sources)
    yield from _to_do(found)


def alive(found: Health) -> str:
    """Return the line of a health check."""
    if found.is_current:
        return f"healthy: {_published(found)}"
    return f"unhealthy: {found.needs_a_person[0]}"


def spoken(seconds: float) -> str:
    """Return how long something took.

    >>> spoken(4.21), spoken(75.2), spoken(3725)
    ('4.2 s', '1 min 15 s', '62 min 5 s')
    """
    whole = round(seconds)
    return f"{seconds:.1f} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"


def _published(found: Health) -> str:
    if found.version is None or found.published_at is None:
        return "published: nothing"
    age = hours(found.checked_at - found.published_at)
    return f"published: {found.version}, {age} old ({_moment(found.published_at)})"


def _runs(last: Sequence[Run], asked: Mapping[str, Sequence[Refresh]]) -> Iterator[str]:
    """Yield the last runs, newest first, and what each source came to in the newest that asked."""
    yield "last runs:" if last else "last runs: none"
    shown = False
    for run in reversed(last):
        yield f"  {_run(run)}"
        if not shown and asked[run.refresh_id]:
            shown = True
            yield from (f"    {line}" for line in _asked(asked[run.refresh_id]))


def _run(run: Run) -> str:
    at = f" in {run.during}" if run.during else ""
    line = f"{_moment(run.began)} {run.command}: {run.outcome}{at}"
    line += f" ({run.reason})" if run.reason else ""
    line += f", {run.version}" if run.version else ""
    steps = ", ".join(f"{name} {spoken(seconds)}" for name, seconds in run.steps.items())
    return f"{line}; {steps}" if steps else line


def _asked(refreshes: Sequence[Refresh]) -> Iterator[str]:
    for asked in refreshes:
        first, *more = asked.lines
        yield f"{first} [{asked.asked} requests, {spoken(asked.seconds)}]"
        yield from more


def _source(source: SourceHealth) -> str:
    line = f"{source.source_id}: {source.state}"
    if source.state != FRESH:
        return f"{line}: {source.why}"
    newest = f"; newest item of {source.newest_on}" if source.newest_on else ""
    return f"{line}; last good answer {_moment(source.last_good_at)}{newest}"


def _to_do(found: Health) -> Iterator[str]:
    yield "needs a person:" if found.needs_a_person else "needs a person: nothing"
    yield from (f"  - {reason}" for reason in found.needs_a_person)


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moment else "never"
