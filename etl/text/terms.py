"""Terms: how long something lasts, and the day on which it has run out."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

UNLIMITED = "until revoked"
_UNITS = ("day", "month", "year")
_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_TERM = re.compile(r"(\d{1,4}|[a-z]+)(?: ?\(\d{1,4}\))?[ -](day|month|year)s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A span such as one year; one without a unit has no end of its own."""

    count: int = 0
    unit: str | None = None

    @property
    def whole_year(self) -> bool:
        """Return whether it lasts a year or more, so that one act covers a year's need."""
        days = {"day": 1, "month": 30.4, "year": 365}
        return self.unit is None or self.count * days[self.unit] >= 364


def term(words: str | None) -> Term | None:
    """Return the term that words tell, None where they tell none.

    >>> term("1 year"), term("one hundred (180) days"), term("until revoked")
    (Term(count=1, unit='year'), None, Term(count=0, unit=None))
    """
    if words is None:
        return None
    told = " ".join(words.lower().split())
    if told == UNLIMITED:
        return Term()
    found = _TERM.fullmatch(told)
    count = _count(found[1]) if found else None
    return Term(count, found[2].lower()) if found and count else None


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else _WORDS.get(word.lower())


def run_out(since: date, span: Term) -> date:
    """Return the first day on which a term that began on a day no longer runs.

    >>> run_out(date(2024, 2, 29), Term(1, "year")), run_out(date(2024, 8, 31), Term(6, "month"))
    (datetime.date(2025, 2, 28), datetime.date(2025, 2, 28))
    """
    if span.unit is None:
        return date.max
    try:
        if span.unit == "day":
            return since + timedelta(days=span.count)
        months = since.year * 12 + since.month - 1 + span.count * (12 if span.unit == "year" else 1)
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(since.day, last))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return date.max
