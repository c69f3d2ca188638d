"""Who appears in a text: full names, with the role that stands before or after them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from etl.text.roles import TITLE, role_after, role_before
from etl.text.words import words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŘŚŞŠȘŤȚŪŮŰŹŻŽƏА-ЯЁԱ-Ֆ"
_WORD = rf"(?:[{UPPER}](?:[\w’'-]*\w)?|[{UPPER}]\.)"
_LINK = r"(?:de|del|della|di|da|van|von|der|den|al|el|bin|ibn|la|le|du)"
NAME = rf"{_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD}){{1,3}}(?:,? (?:Jr|Sr)\.?)?"
# Words that begin a sentence or a body's name, not a person's.
NOT_NAMES = words(
    "The A An In On At For From But And Or If When While As After Before Since This That",
    "These Those It He She They We I You His Her Their Our My Its No Not Section Article Act",
    "Law Bill Congress Senate House United White State States Capitol National American New",
    "North South East West January February March April May June July August September",
    "October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "Supreme Court Public Title Resolution Amendment Committee Department Republican",
    "Democratic Republicans Democrats Administration Embassy Ministry Parliament Council",
    "Democrat Republican Independent",
)
_BODY_WORDS = re.compile(
    r"\b(?:Act|Amendment|Committee|Department|Council|Assembly|Association|Institute|Center"
    r"|Centre|University"
    r"|Foundation|Coalition|Alliance|Court|Agency|Bureau|Office|Union|Times|Post|News|Party|Fund"
    r"|League|Group"
    r"|Ministry|Parliament|Commission|House|Senate|Congress|States|Street|Corridor|Law|Code"
    r"|Street|Project"
    r"|Society|Federation|Chamber|Service|Administration|Embassy|Board|Press|Journal|Caucus"
    r"|Network|Forum)\b"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in full, where first, and the role told of them anywhere."""

    name: str
    start: int
    role: str | None = None

    @property
    def surname(self) -> str:
        """Return the last word of the name, without a suffix."""
        return re.sub(r",? (?:Jr|Sr)\.?$", "", self.name).split()[-1]


def people(text: str) -> list[Person]:
    """Return the people named in full, in order of appearance, each once."""
    found: dict[str, Person] = {}
    for match in re.finditer(NAME, text):
        start, name, role = _trimmed(text, match)
        if name is None or _BODY_WORDS.search(name):
            continue
        role = role_after(text, start + len(name)) or role or role_before(text, start)
        known = found.get(name)
        if known is None:
            found[name] = Person(name, start, role)
        elif known.role is None and role:
            found[name] = Person(name, known.start, role)
    return list(found.values())


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, str | None, str | None]:
    """Return a name without the title or sentence opening before it, and the title as a role."""
    start, name, role = match.start(), match[0], None
    titled = re.match(rf"(?:{TITLE} )+", name)
    if titled:
        start, name, role = start + titled.end(), name[titled.end() :], titled[0].strip()
    parts = name.split()
    while parts and parts[0] in NOT_NAMES:
        start += len(parts[0]) + 1
        parts = parts[1:]
    before = re.search(rf"({TITLE}) $", text[max(0, start - 60) : start])
    role = role or (before[1] if before else None)
    if (
        not parts
        or (len(parts) < 2 and role is None)
        or any(w in NOT_NAMES or (w.isupper() and len(w) > 1 and "." not in w) for w in parts)
    ):
        return start, None, None
    return start, " ".join(parts), role


def full_name(surname: str, known: Iterable[Person], before: int) -> Person | None:
    """Return the person a surname stands for: the one of that name met last before a place."""
    fits = [p for p in known if p.surname.casefold() == surname.casefold()]
    earlier = [p for p in fits if p.start <= before]
    return max(earlier, key=lambda p: p.start) if earlier else (fits[0] if fits else None)
