"""Which member of Congress a speaker is: by name, title, chamber, party, state and day.

Nothing is guessed: where no member fits, where several do, or where the words speak against it,
there is no member, and it is said why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from etl.text.congress import congress_at
from etl.text.spellings import plain
from etl.text.states import STATES

_SHORT = {
    "bob": "robert", "rob": "robert", "mike": "michael", "chuck": "charles", "bill": "william",
    "will": "william", "jim": "james", "tom": "thomas", "dick": "richard", "rick": "richard",
    "ted": "edward", "ed": "edward", "joe": "joseph", "dan": "daniel", "ben": "benjamin",
    "chris": "christopher", "dave": "david", "jack": "john", "ken": "kenneth", "liz": "elizabeth",
    "matt": "matthew", "pat": "patrick", "pete": "peter", "ron": "ronald", "sam": "samuel",
    "steve": "steven", "tim": "timothy", "tony": "anthony", "jeff": "jeffrey", "andy": "andrew",
    "don": "donald", "nick": "nicholas", "ray": "raymond", "russ": "russell", "larry": "lawrence",
}  # fmt: skip
_SENATE = re.compile(r"(?i)\b(?:sen\b|senator)")
_HOUSE = re.compile(
    r"(?i)\b(?:rep\b|representative|congress(?:wo)?man|house member|member of the house)"
)
_LAWMAKER = re.compile(
    r"(?i)\b(?:lawmaker|legislator|democrat|republican|member of congress|\bcaucus)"
)
_AGAINST = re.compile(r"(?i)\b(?:former|ex-|late|state (?:sen|rep)|assembly|parliament)")
_PARTY_STATE = re.compile(r"\b([DRI])-([A-Z][A-Za-z]*\.?(?:[A-Z]\.)?)")


@dataclass(frozen=True, slots=True)
class Member:
    """What is needed of a member of Congress; `congresses` are those known from bills."""

    bioguide_id: str
    name: str
    first: frozenset[str]
    last: str
    chamber: str | None
    party: str | None
    state: str | None
    current: bool
    congresses: frozenset[int]


@dataclass(frozen=True, slots=True)
class Found:
    """The member that a speaker is, or why there is none."""

    member: Member | None
    why: str


class Roster:
    """The members of Congress by last name."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], served: Mapping[str, frozenset[int]]):
        """Take in rows of legislators, and the Congresses that bills show each to have sat in."""
        self._by_last: dict[str, list[Member]] = {}
        self._latest = max((n for sat in served.values() for n in sat), default=0)
        for row in rows:
            member = _member(row, served.get(row["bioguide_id"], frozenset()))
            if member:
                self._by_last.setdefault(member.last, []).append(member)

    def find(self, name: str, role: str | None, on: date | None) -> Found:
        """Return the one member whom a name with its role can mean on a day."""
        words = plain(name).split()
        if not words or words[-1] not in self._by_last:
            return Found(None, "no member of this last name")
        role = role or ""
        titled = _SENATE.search(role) or _HOUSE.search(role) or _PARTY_STATE.search(role)
        if _AGAINST.search(role):
            return Found(None, "the role says otherwise")
        if not titled and (len(words) < 2 or (role and not _LAWMAKER.search(role))):
            return Found(None, "the role is not of Congress")
        fits = [
            m
            for m in self._by_last[words[-1]]
            if (len(words) == 1 or m.first & _given(words[0]))
            and _agrees(m, role)
            and self._sat(m, on)
        ]
        if len(fits) == 1:
            return Found(fits[0], "name, role and day")
        return Found(None, f"{len(fits)} members fit" if fits else "no member fits role and day")

    def _sat(self, member: Member, on: date | None) -> bool:
        """Tell whether a member may have sat on a day, as far as the bills at hand show it."""
        if on is None:
            return member.current
        number = congress_at(datetime(on.year, on.month, on.day, 18, tzinfo=UTC))
        if not member.congresses:
            return number >= self._latest  # it sits now, and since when is not told
        first, last = min(member.congresses), max(member.congresses)
        return first <= number and (member.current or number <= last)


def _member(row: Mapping[str, Any], congresses: frozenset[int]) -> Member | None:
    last = plain(row["last_name"] or "").split()
    whole = row["full_name"] or " ".join(filter(None, (row["first_name"], row["last_name"])))
    told = " ".join(filter(None, (row["first_name"], row["nickname"], whole.split(" ")[0])))
    if not last or not (row["current"] or congresses):
        return None  # who sat when is not told: the list goes back to 1789
    return Member(
        bioguide_id=row["bioguide_id"],
        name=whole,
        first=frozenset().union(*map(_given, plain(told).split())),
        last=last[-1],
        chamber=row["chamber"],
        party=row["party"],
        state=row["state"],
        current=bool(row["current"]),
        congresses=congresses,
    )


def _given(name: str) -> frozenset[str]:
    return frozenset({name, _SHORT.get(name, name)})


def _agrees(member: Member, role: str) -> bool:
    """Tell whether what a role says of chamber, party and state is so of a member."""
    senate, house = bool(_SENATE.search(role)), bool(_HOUSE.search(role))
    if senate != house and member.chamber not in (None, "senate" if senate else "house"):
        return False
    told = _PARTY_STATE.search(role)
    if told:
        state = STATES.get(told[2].replace(".", "").casefold())
        return member.party in (None, told[1]) and state in (None, member.state)
    named = {code for word, code in STATES.items() if len(word) > 3 and word in role.casefold()}
    party = {"D" for _ in re.finditer(r"(?i)\bdemocrat", role)} | {
        "R" for _ in re.finditer(r"(?i)\brepublican", role)
    }
    return (not named or member.state in named) and (not party or member.party in party)
