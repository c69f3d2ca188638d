"""Dates as the press writes them. A ladder of forms, each read whole or not at all.

What is ambiguous or nonsense is unknown, never guessed: no library that guesses is used
(dateparser reads `12.03.2025` as December, feedparser epoch seconds as the year 1741).
There is no clock here: `now` comes from whoever asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from etl.text.clocks import Clock, cut_clock
from etl.text.day_figures import first_of, full_year, in_figures
from etl.text.months import MONTHS, PAIRS, SMALL, WEEKDAYS, plain

EARLIEST = date(1990, 1, 1)
_LAST_YEAR = 2099
_LONGEST = 120  # characters; nothing longer is a date

_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)?(?=\D|$)")
_MONTH_ONLY = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})|(\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True, slots=True)
class When:
    """When something was published, as far as it is known."""

    on: date | None = None  # the day where it was published
    at: datetime | None = None  # the moment, with its zone
    precision: str = "unknown"  # day, month, year, unknown
    month: str | None = None  # 2025-04, where at least the month is known
    year: int | None = None


UNKNOWN = When()


def parse_date(
    text: str | None,
    country: str | None = None,
    language: str | None = None,
    now: datetime | None = None,
) -> When:
    """Return when `text` says, or UNKNOWN: for nonsense, before 1990, over 24 h after `now`.

    `country` (ISO 3166) or else `language` settles whether 03/04/2025 is March or April. A moment
    whose zone is not told is kept as a day.

    >>> parse_date("12.03.2025").on
    datetime.date(2025, 3, 12)
    """
    if not text or len(text) > _LONGEST:
        return UNKNOWN
    try:
        when = _first_reading(plain(text).strip(" \t\r\n.,;|"), first_of(country, language))
    except (ValueError, OverflowError):  # 31 April, an hour of 25
        return UNKNOWN
    return UNKNOWN if _out_of_range(when, now) else when


def too_far_ahead(on: date | datetime, now: datetime) -> bool:
    """Return whether a day or moment lies more than 24 h after `now`."""
    limit = _aware(now).astimezone(UTC) + timedelta(days=1)
    if isinstance(on, datetime):
        return _aware(on) > limit
    return on > limit.date()


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _out_of_range(when: When, now: datetime | None) -> bool:
    if when.year is None:
        return False
    first = when.on or date.fromisoformat(f"{when.month or f'{when.year}-01'}-01")
    if first < EARLIEST or first.year > _LAST_YEAR:
        return True
    if when.at and when.at.astimezone(UTC).date() < EARLIEST:
        return True
    return now is not None and (
        too_far_ahead(first, now) or (when.at is not None and too_far_ahead(when.at, now))
    )


def _first_reading(text: str, order: str | None) -> When:
    if text.replace(".", "", 1).isdigit() and (when := _from_digits(text)):
        return when
    spread = _COMPACT.sub(lambda m: "{}-{}-{}t{}:{}:{}".format(*m.groups(default="00")), text)
    rest, clock = cut_clock(spread)
    numeric = in_figures(rest, order)
    if numeric is None:
        return _worded(rest, clock)
    on, rest = numeric
    if _numbers_and_words(rest) != ([], []):
        raise ValueError(text)
    return _day(on, clock)


def _day(on: date, clock: Clock | None) -> When:
    at = datetime.combine(on, clock.time, clock.zone) if clock and clock.zone else None
    return When(on, at, "day", f"{on:%Y-%m}", on.year)


# A text of digits alone ---------------------------------------------------------------------


def _from_digits(text: str) -> When | None:
    digits, _, fraction = text.partition(".")
    if fraction and len(digits) < 10:
        return None  # 04.2025
    if len(digits) == 4:
        return When(precision="year", year=int(digits))
    if len(digits) in (8, 12, 14):
        form = "%Y%m%d%H%M%S"[: len(digits) - 2]
        return _day(datetime.strptime(digits, form).date(), None)
    if len(digits) in (10, 13):
        return _from_epoch(digits)
    raise ValueError(text)


def _from_epoch(digits: str) -> When:
    """Read seconds or milliseconds since 1970; what may also be a day and its hour is vague."""
    if len(digits) == 10 and digits[:2] in ("19", "20") and _is_day_and_hour(digits):
        raise ValueError(digits)
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(digits[:10]))
    return _day(moment.date(), Clock(moment.time(), UTC))


def _is_day_and_hour(digits: str) -> bool:
    try:
        datetime.strptime(digits, "%Y%m%d%H")
    except ValueError:
        return False
    return True


# Days in words ------------------------------------------------------------------------------


def _worded(text: str, clock: Clock | None) -> When:
    text = text.strip(" ,.-|/")
    if clock is None and (found := _MONTH_ONLY.fullmatch(text)):
        return _month(int(found["year"] or found[4]), int(found["month"] or found[3]))
    for pair, name in PAIRS.items():
        text = text.replace(pair, name)
    numbers, words = _numbers_and_words(text)
    if len(words) == 2 and words[0] in WEEKDAYS:
        words = words[1:]  # "mar. 4 mars 2025"
    if not words and len(numbers) == 1 and len(numbers[0]) == 4 and clock is None:
        return When(precision="year", year=int(numbers[0]))
    if len(words) != 1:
        raise ValueError(text)
    return _with_month(MONTHS[words[0]], words[0], numbers, text, clock)


def _with_month(month: int, name: str, numbers: list[str], text: str, clock: Clock | None) -> When:
    long, short = ([n for n in numbers if (len(n) == 4) is is_year] for is_year in (True, False))
    if len(long) == 1 and not short and clock is None:
        return _month(int(long[0]), month)
    if len(long) == 1 and len(short) == 1 and len(short[0]) < 3:
        return _day(date(int(long[0]), month, int(short[0])), clock)
    in_order = re.search(rf"(?<!\d)(\d{{1,2}})\W+{name}\W+(\d\d)(?!\d)", text)  # 2 Jan 26
    if in_order and len(numbers) == 2:
        return _day(date(full_year(in_order[2]), month, int(in_order[1])), clock)
    raise ValueError(text)


def _month(year: int, month: int) -> When:
    return When(precision="month", month=f"{date(year, month, 1):%Y-%m}", year=year)


def _numbers_and_words(text: str) -> tuple[list[str], list[str]]:
    """Return the numbers and the month names of a text; an unknown word is an error."""
    tokens = re.findall(r"\d+|[^\W\d_]+", text)
    numbers = [t for t in tokens if t.isdigit()]
    words = [t for t in tokens if not t.isdigit() and t not in SMALL]
    if any(w not in MONTHS and w not in WEEKDAYS for w in words):
        raise ValueError(text)
    return numbers, [w for w in words if w in MONTHS]
