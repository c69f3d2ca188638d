"""The Federal Register: what its printed documents look like, and how they are named."""

from __future__ import annotations

import re
from datetime import date, datetime

from etl.text.xml import clock

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
DAY = rf"(?:{'|'.join(_MONTHS)})\s+\d{{1,2}},\s+\d{{4}}"

# The days on which Presidents took office, since the Register can be had as text.
_PRESIDENTS = (
    (date(1993, 1, 20), "William J. Clinton"),
    (date(2001, 1, 20), "George W. Bush"),
    (date(2009, 1, 20), "Barack Obama"),
    (date(2017, 1, 20), "Donald Trump"),
    (date(2021, 1, 20), "Joseph R. Biden Jr."),
    (date(2025, 1, 20), "Donald Trump"),
)
_LAST_TERM_ENDS = date(2029, 1, 20)

# "Presidential Determination No. 2025-08 of August 8, 2025", alone on a line
INSTRUMENT = re.compile(
    r"^[ \t]*((?:Presidential Determination No\. ?[\d-]+|Executive Order \d+|Proclamation \d+"
    rf"|Memorandum|Notice|Order))\s+of\s+({DAY})\.?[ \t]*$",
    re.MULTILINE,
)
_SURE = re.compile(
    r"^[ \t]*\[Federal Register Volume \d+"
    r"|^[ \t]*\[FR Doc\.? (?:No[.:] ?)?[\dA-Z]+-\d+"
    r"|\bFederal Register\s*/\s*Vol\. \d+, No\. \d+\s*/",
    re.MULTILINE,
)
_SIGNS = (
    re.compile(r"^[ \t]*\[?Presidential Documents\]?[ \t]*$", re.MULTILINE),
    INSTRUMENT,
    re.compile(r"^[ \t]*\[Public Notice:? ?\d+\]", re.MULTILINE),
    re.compile(r"^[ \t]*AGENCY: ", re.MULTILINE),
    re.compile(r"^[ \t]*ACTION: ", re.MULTILINE),
    re.compile(r"^[ \t]*Billing code \d{4}-[\dA-Z]{2}", re.MULTILINE | re.IGNORECASE),
)


def looks_like_register(head: str) -> bool:
    """Return whether the beginning of a text shows a printed document of the Federal Register.

    One sure sign (`[FR Doc. …`, the volume's header) or two lesser ones. An article that quotes a
    determination or names the Register shows neither.
    """
    if head.lstrip().startswith("{"):
        return False
    return bool(_SURE.search(head)) or sum(bool(s.search(head)) for s in _SIGNS) >= 2


def document_id(number: str, published_on: date | None) -> str:
    """Return a document's name in this project: numbers were reused before 2016."""
    return f"{number}@{published_on}" if published_on else number


def first(pattern: re.Pattern[str], text: str) -> str | None:
    """Return the first thing a pattern holds, None where it does not fit."""
    found = pattern.search(text)
    return found[1] if found else None


def us_day(text: str | None) -> date | None:
    """Return the day in `August 8, 2025`, None where there is no such day.

    >>> us_day("Friday, August 15, 2025")
    datetime.date(2025, 8, 15)
    """
    found = re.search(DAY, text or "")
    if not found:
        return None
    month, day, year = re.split(r"[\s,]+", found[0])
    try:
        return date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def president_on(day: date | None) -> str | None:
    """Return who was President on a day, by the name the Register's API uses; None if not known."""
    if day is None or day >= _LAST_TERM_ENDS:
        return None
    return next((name for since, name in reversed(_PRESIDENTS) if since <= day), None)


def filed(text: str) -> datetime | None:
    """Return the moment in `Filed 8-14-25; 2:00 pm`, by the Capitol's clock."""
    found = re.search(
        r"\bFiled\s+(\d{1,2})-(\d{1,2})-(\d{2,4});\s+(\d{1,2}:\d{2})\s*([ap])\.?m",
        text,
        re.IGNORECASE,
    )
    if not found:
        return None
    month, day, year = int(found[1]), int(found[2]), int(found[3])
    century = 0 if year > 99 else 1900 if year > 90 else 2000
    try:
        return clock(date(century + year, month, day), f"{found[4]}{found[5]}m")
    except ValueError:
        return None
