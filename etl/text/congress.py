"""How Congress names things: bills, members, laws; and when each Congress ends."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from etl.text.xml import EASTERN

KINDS = {
    "hr": "house-bill",
    "s": "senate-bill",
    "hjres": "house-joint-resolution",
    "sjres": "senate-joint-resolution",
    "hconres": "house-concurrent-resolution",
    "sconres": "senate-concurrent-resolution",
    "hres": "house-resolution",
    "sres": "senate-resolution",
}
"""The types of bills and resolutions, with the words of their addresses on congress.gov."""

_PLACE = re.compile(r"\s*\[([A-Z]+)(?:-([A-Z]{2}))?(?:-([^\]]+))?\]\s*$")


class Member(NamedTuple):
    """A member as a full name tells it: `Rep. Luna, Anna Paulina [R-FL-13]`."""

    name: str | None
    party: str | None = None
    state: str | None = None
    district: str | None = None


@lru_cache(maxsize=256)
def bill_type(text: str | None) -> str | None:
    """Return the type of bill in `H.R.`, `HR` or `hr` as `hr`, None where there is no such type."""
    kind = re.sub(r"[^a-z]", "", (text or "").lower())
    return kind if kind in KINDS else None


def bill_id(kind: str, number: int, congress: int) -> str:
    """Return a bill's name in this project, `hr6534-119`."""
    return f"{kind}{number}-{congress}"


def bill_parts(bill_id: str) -> tuple[str, int, int]:
    """Return type, number and Congress of a bill; `ValueError` where it is no bill's name.

    >>> bill_parts("hr6534-119")
    ('hr', 6534, 119)
    """
    found = re.fullmatch(r"([a-z]+)(\d+)-(\d+)", bill_id)
    if not found or found[1] not in KINDS:
        raise ValueError(f"{bill_id!r} is not a bill id such as hr6534-119")
    return found[1], int(found[2]), int(found[3])


def bill_url(kind: str, number: int, congress: int) -> str:
    """Return a bill's page on congress.gov."""
    return f"https://www.congress.gov/bill/{ordinal(congress)}-congress/{KINDS[kind]}/{number}"


def ordinal(number: int) -> str:
    """Return `119th`, `111th`, `103rd`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


@lru_cache(maxsize=4096)  # the same few hundred names stand under every bill of a Congress
def member(full_name: str | None) -> Member:
    """Return name, party, state and district out of a member's full name.

    >>> member("Del. Norton, Eleanor Holmes [D-DC-At Large]")
    Member(name='Del. Norton, Eleanor Holmes', party='D', state='DC', district='0')
    """
    found = _PLACE.search(full_name or "")
    if not full_name or not found:
        return Member(full_name)
    party, state, district = found.groups()
    if district is not None:
        district = {"at large": "0", "none": None}.get(district.lower(), district)
    return Member(full_name[: found.start()].strip(), party, state, district)


def congress_ends(congress: int) -> datetime:
    """Return the end of a Congress: noon of 3 January in an odd year (from the 73rd on)."""
    return datetime(1789 + 2 * congress, 1, 3, 12, tzinfo=EASTERN)


def congress_at(at: datetime) -> int:
    """Return the Congress of a moment.

    >>> congress_at(datetime(2027, 1, 3, 11, tzinfo=EASTERN))
    119
    >>> congress_at(datetime(2027, 1, 3, 12, tzinfo=EASTERN))
    120
    """
    congress = (at.year - 1787) // 2
    return congress if at >= congress_ends(congress - 1) else congress - 1


def sessions(congress: int, at: datetime) -> tuple[int, ...]:
    """Return the sessions of a Congress that have begun by a moment; the second year has its own.

    >>> sessions(119, datetime(2025, 6, 1, tzinfo=EASTERN))
    (1,)
    """
    second = datetime(congress_ends(congress).year - 1, 1, 1, tzinfo=EASTERN)
    return (1, 2) if at >= second else (1,)
