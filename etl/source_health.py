"""How each source is doing now, from the log of what it was asked and from the day of its items.

Unlike the colours of `marts.sources`, which hold as of the build that made them, this holds also
where nothing could be published since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from etl.keep import read_moment
from etl.sources import Source

FRESH, LATE, FAILING, NEVER, OFF = "fresh", "late", "failing", "never", "off"
TOO_LONG = timedelta(days=3)  # without a good answer: then it is no hiccup any more
SILENT_DAYS, SILENT_GAPS = 3, 3
KEY_REFUSED = re.compile(r"\b40[13]\b")
BACKING_OFF = "not asked: backing off"


@dataclass(frozen=True, kw_only=True)
class Content:
    """What the published version holds of a source."""

    newest_on: date | None = None  # the day of its newest item
    usual_gap_days: float | None = None


@dataclass(frozen=True, kw_only=True)
class SourceHealth:
    """One source, as of a moment."""

    source_id: str
    title: str
    state: str  # fresh, late, failing, never (asked), off (no key, turned off, by hand only)
    why: str | None  # it is not fresh
    last_asked_at: datetime | None
    last_good_at: datetime | None
    newest_on: date | None
    content_age_days: int | None
    last_error: str | None  # of the last asking
    needs_a_person: tuple[str, ...]  # each reason


@dataclass(frozen=True)
class Log:
    """What the log tells of one source, oldest first."""

    lines: Sequence[Mapping[str, Any]]

    @property
    def askings(self) -> list[Mapping[str, Any]]:
        """Return the runs in which it was asked."""
        return [line for line in self.lines if not _left_alone(line)]

    @property
    def last_good_at(self) -> datetime | None:
        """Return when it was last asked and something came, or nothing failed."""
        return _moment([a for a in self.askings if a.get("came") or not a.get("failed")])

    @property
    def left_alone(self) -> str | None:
        """Return why it was not asked in the last run, None where it was."""
        if self.lines and _left_alone(self.lines[-1]):
            return "; ".join(self.lines[-1]["not_asked"])
        return None

    @property
    def error(self) -> str | None:
        """Return why the last asking failed, in whole or in part; None where it did not."""
        last = self.askings[-1] if self.askings else {}
        return str(last.get("reason") or "no reason was told") if last.get("failed") else None


def source_health(
    source: Source, log: Log, content: Content, now: datetime, limit: timedelta
) -> SourceHealth:
    """Judge a source; one without a good answer for `limit` is late."""
    age = (now.date() - content.newest_on).days if content.newest_on else None
    state, why = _state(log, content, age, now, limit)
    return SourceHealth(
        source_id=source.source_id,
        title=source.title,
        state=state,
        why=why,
        last_asked_at=_moment(log.askings),
        last_good_at=log.last_good_at,
        newest_on=content.newest_on,
        content_age_days=age,
        last_error=log.error,
        needs_a_person=() if state == OFF else tuple(_reasons(source, log, now)),
    )


def _left_alone(line: Mapping[str, Any]) -> bool:
    """Return whether nothing was asked: no key, turned off, by hand only, or backing off."""
    counts = ("asked", "came", "rejected")
    return bool(line.get("not_asked")) and not any(line.get(name) for name in counts)


def _moment(lines: Sequence[Mapping[str, Any]]) -> datetime | None:
    """Return when the last of these lines began."""
    found = read_moment(lines[-1].get("started_at")) if lines else None
    return found.replace(tzinfo=found.tzinfo or UTC) if found else None


def _state(
    log: Log, content: Content, age: int | None, now: datetime, limit: timedelta
) -> tuple[str, str | None]:
    askings, good, gap = log.askings, log.last_good_at, content.usual_gap_days
    if log.left_alone:
        return (FAILING if BACKING_OFF in log.left_alone else OFF), log.left_alone
    if not askings:
        return NEVER, "it was in no run yet"
    if askings[-1].get("failed") and not askings[-1].get("came"):
        return FAILING, log.error
    if good and now - good > limit:
        return LATE, f"the last good answer is {hours(now - good)} old"
    web = askings[-1].get("asked")
    if web and gap and age is not None and age > max(SILENT_DAYS, SILENT_GAPS * gap):
        return LATE, f"silent for {age} days, where a gap of {gap:.1f} is usual"
    return FRESH, None


def _reasons(source: Source, log: Log, now: datetime) -> Iterator[str]:
    """Yield why a person has to look: what does not mend by itself."""
    askings, good, error = log.askings, log.last_good_at, log.error
    because = f": {error}" if error else ""
    if not askings:
        return
    first = _moment(askings[:1]) or now
    if source.base is None:
        yield from [error] if error else []
    elif now - (good or first) > TOO_LONG:
        yield f"no good answer for {hours(now - (good or first))}{because}"
    elif source.about["key"] != "none" and _refused(askings[-2:]):
        yield f"its key seems not to be accepted ({source.about['key']}){because}"


def _refused(askings: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether each of two askings was refused; once may be a limit on how often."""
    errors = [Log([line]).error or "" for line in askings]
    return len(errors) == 2 and all(KEY_REFUSED.search(error) for error in errors)


def hours(age: timedelta) -> str:
    """Return an age in words.

    >>> hours(timedelta(hours=50)), hours(timedelta(hours=49, days=3)), hours(timedelta(minutes=9))
    ('50 hours', '5 days', '9 minutes')
    """
    whole = int(age.total_seconds())
    if whole < 2 * 3600:
        return f"{whole // 60} minutes"
    return f"{whole // 3600} hours" if whole < 72 * 3600 else f"{whole // 86_400} days"
