"""Dates of a whole column: what no one cell tells, whether 03/04/2025 is March, the others may."""

from __future__ import annotations

import re
from collections.abc import Iterable

from etl.text.dates import When, parse_date

# GDELT's own form and clock: a quarter of an hour at which it met the article.
_CRAWL = re.compile(r"\d{8}T?\d\d(?:00|15|30|45)00Z?")
_FIGURES = re.compile(r"\D{0,12}(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?!\d)")
# A country where people write so: `parse_date` is told an order by a country.
_WRITTEN_IN = {"day": "GB", "month": "US"}


def are_crawl_times(values: Iterable[str]) -> bool:
    """Return whether every value is a crawl time as GDELT writes it, and never a day of print.

    >>> are_crawl_times(["20251028T200000Z", "20251025T204500Z"])
    True
    """
    told = [value for value in values if value]
    return bool(told) and all(_CRAWL.fullmatch(value) for value in told)


def day_or_month_first(values: Iterable[str]) -> str | None:
    """Return `day` or `month`, whichever this column writes first; None where it does not tell.

    >>> day_or_month_first(["12.03.2025", "25.03.2025"])
    'day'
    >>> day_or_month_first(["03/04/2025", "05/06/2025"])
    """
    figures = [found.group(1, 3, 4) for v in values if (found := _FIGURES.match(v[:60]))]
    firsts, seconds = {int(f[0]) for f in figures}, {int(f[1]) for f in figures}
    years = {f[2] for f in figures}
    if not figures or max(*firsts, *seconds) > 31:
        return None
    day, month = max(firsts) > 12, max(seconds) > 12
    if day and any(len(year) == 2 for year in years) and len(years) >= len(firsts):
        return None  # 25/03/12 may begin with its year
    return None if day == month else "day" if day else "month"


def read_day(value: str, order: str | None) -> When:
    """Return when a cell says, in the order of its column; UNKNOWN where that leaves it open.

    >>> read_day("03.25.2025", "month").on, read_day("03/04/2025", None).on
    (datetime.date(2025, 3, 25), None)
    """
    if order == "month":
        value = _FIGURES.sub(lambda m: m[0].replace(".", "/"), value, count=1)
    return parse_date(value, _WRITTEN_IN.get(order or ""))
