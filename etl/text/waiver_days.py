"""Whether a waiver of a policy was in force on a day, for every day there is.

A day is under a waiver where one was made within the term before it. Where a year of that stretch
is not told, or is told without its day, the day is not told either: nothing is inferred from a
silent record. A year is told where the record says that no waiver was made in it, or when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from etl.text.terms import Term, run_out

IN_FORCE, NONE, NOT_TOLD, NO_POWER = "in force", "none", "not told", "no waiver power yet"
NO_WAIVER = frozenset(("lapsed", "not waived"))
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A waiver: the days it surely held, and those within which it may have."""

    act_id: str
    from_on: date
    until_on: date
    may_from: date
    may_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that is held about the waivers of one policy."""

    start: date
    today: date
    power_since: date | None = None
    term: Term | None = None
    spans: Sequence[Span] = ()
    ended: Sequence[tuple[date, str]] = ()  # (the first day without it, act_id)
    years: dict[int, str] = field(default_factory=dict)  # state, of the years that are told


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """How it stands on a day: the state, the act that makes it so, the year that is not told."""

    state: str
    act_id: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days, first and last included, on which it stands the same way."""

    from_on: date
    until_on: date
    day: Day
    since_on: date  # the first day of the unbroken run of this state


def periods(record: Record) -> list[Period]:
    """Return the stretches from the record's start to its today, without gap or overlap."""
    found: list[Period] = []
    for first, last in _stretches(record):
        now = day_of(record, first)
        before = found[-1] if found else None
        if before and before.day == now:
            found[-1] = Period(
                from_on=before.from_on, until_on=last, day=now, since_on=before.since_on
            )
            continue
        runs_on = before and before.day.state == now.state
        since = before.since_on if before and runs_on else first
        found.append(Period(from_on=first, until_on=last, day=now, since_on=since))
    return found


def _stretches(record: Record) -> Iterator[tuple[date, date]]:
    """Yield stretches within which nothing can change."""
    if record.start > record.today:
        return
    marks = {record.start, *_marks(record)}
    inside = sorted(m for m in marks if record.start <= m <= record.today)
    for first, following in pairwise([*inside, record.today + DAY]):
        yield first, following - DAY


def _marks(record: Record) -> Iterator[date]:
    if record.power_since:
        yield record.power_since
    for span in record.spans:
        yield from (span.from_on, span.may_from, _after(span.until_on), _after(span.may_until))
    yield from (day for day, _ in record.ended)
    for year in range(max(record.start.year - 1, 1), record.today.year + 1):
        yield date(year, 1, 1)
        yield _reach(record, year)


def day_of(record: Record, day: date) -> Day:
    """Return how it stands on one day."""
    ends = max(((on, act) for on, act in record.ended if on <= day), default=None)
    cut = ends[0] if ends else date.min
    live = [s for s in record.spans if s.from_on >= cut]
    if sure := [s for s in live if s.from_on <= day <= s.until_on]:
        return Day(state=IN_FORCE, act_id=max(sure, key=lambda s: s.from_on).act_id)
    if record.power_since and day < record.power_since:
        return Day(state=NO_POWER)
    if maybe := [s for s in live if s.may_from <= day <= s.may_until]:
        return Day(state=NOT_TOLD, act_id=max(maybe, key=lambda s: s.from_on).act_id)
    year = _untold(record, day, cut)
    if year is not None:
        return Day(state=NOT_TOLD, year=year)
    why = None if day.year in record.years else ends[1] if ends else None
    return Day(state=NONE, act_id=why, year=day.year if day.year in record.years else None)


def _untold(record: Record, day: date, cut: date) -> int | None:
    """Return the latest year whose waivers are not told and could hold on this day, its own first.

    A waiver made in the year and ended since holds no more.
    """
    for year in range(day.year, _first_year(record) - 1, -1):
        if year in record.years:
            if record.term is None and record.years[year] == "not waived":
                return None
            continue
        if day >= _reach(record, year) or cut > date(year, 12, 31):
            return None
        return year
    return None


def _first_year(record: Record) -> int:
    if record.power_since:
        return record.power_since.year
    return record.start.year


def _reach(record: Record, year: int) -> date:
    """Return the first day on which no waiver made in a year can still hold."""
    return run_out(date(year, 12, 31), record.term) if record.term else date.max


def _after(day: date) -> date:
    return day if day == date.max else day + DAY
