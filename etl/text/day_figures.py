"""Days in figures: 03/04/2025, 12.03.2025, 2025-03-12, and who writes the month first."""

from __future__ import annotations

import re
from datetime import date

_MONTH_FIRST = frozenset({"US", "PH"})
_EITHER_FIRST = frozenset({"CA"})  # both orders are in use
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?!\d)")


def first_of(country: str | None, language: str | None) -> str | None:
    """Return which comes first in 03/04/2025, `day` or `month`; None where nobody says."""
    code = (country or "").strip().upper()
    if code:
        return None if code in _EITHER_FIRST else "month" if code in _MONTH_FIRST else "day"
    spoken = (language or "en").strip().lower()[:2]
    return None if spoken == "en" else "day"


def in_figures(text: str, order: str | None) -> tuple[date, str] | None:
    """Return the day written in figures and the text without it; None where there is none."""
    if found := _YEAR_FIRST.search(text):
        on = date(int(found[1]), int(found[3]), int(found[4]))
    elif found := _YEAR_LAST.search(text):
        on = _year_last(int(found[1]), int(found[3]), found[4], found[2], order)
    else:
        return None
    return on, text[: found.start()] + " " + text[found.end() :]


def _year_last(first: int, second: int, year: str, mark: str, order: str | None) -> date:
    """Read day and month in the order that dots, the figures themselves or the country give."""
    if mark != "." and second > 12:
        order, first, second = "month", second, first
    elif mark != "." and order == "month" and first <= 12:
        first, second = second, first
    elif len(year) == 4 and (mark == "." or first > 12 or first == second):
        order = "day"
    if order is None:
        raise ValueError("which is the month?")
    return date(full_year(year), second, first)


def full_year(year: str) -> int:
    """Return the year that four figures or two tell: 90 is 1990, 89 is 2089."""
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if int(year) >= 90 else 2000)
