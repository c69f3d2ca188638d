"""Where a name begins after titles and offices, and the role that they tell.

"Sen. Bo Lee", "Secretary of State for Political Affairs Bo Lee", "Democratic Reps. Bo Lee".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.agents import PLURALS, kind_of, singular
from etl.text.speech.sentence_words import FIELDS, TITLES, Word
from etl.text.words import words

# Trades that are common last names too.
_SURNAMES = words(
    "baker cook carpenter weaver painter hunter miner maker writer brewer butcher barber driver",
    "king prince bishop dean porter ranger guard friend miller farmer shipper chaplain judge",
    "father carver shepherd skipper guest page archer brother coach chancellor sheriff fellow",
    "player cardinal pope",
)
# Never a last name after another trade: "Attorney General", "Deputy Secretary".
_OFFICES = words(
    "general secretary minister president director representative ambassador commissioner governor",
    "officer senator leader adviser advisor speaker administrator chairman chairwoman",
)
_OF_OFFICE = FIELDS | {"the", "and", "house", "senate", "committee", "subcommittee", "chamber"}
_OF_A_BODY = words("of for without against")
_BODY_ENDS = words("united international worldwide now")  # "Lamp Workers United"
_HELD_OF = words("of for to")
_STATE = words("former late longtime retired outgoing incoming acting state freshman veteran")
_SCIENCE = re.compile(r"(?:ologist|ician|grapher|onomist)$")  # "Criminologist Hala Mansour"
_OF_SEVERAL = re.compile(r"\b([Ss]en|[Rr]ep|[Gg]ov)s\b")


def past_titles(found: Sequence[Word], first: int, end: int) -> int:
    """Return where the name begins after "Sen.", "Foreign Minister", "Secretary of State"."""
    if _begins_body(found, first, end):
        return first
    name_at = first
    kinds = [kind_of(w.text) for w in found[first : end + 1]]
    last = end - (found[end].low in ("jr", "sr", "ii", "iii"))
    for i in range(first, last + 1):
        office = i < end and found[i + 1].low in _HELD_OF
        trade = kinds[i - first] == "person" and (office or "body" not in kinds[i - first + 1 :])
        trade = trade or (i + 1 < end and _SCIENCE.search(found[i].low) is not None)
        trade = trade and not (found[i - 1].low == "of" and kinds[max(0, i - first - 2)] == "body")
        surname = found[i].low in _SURNAMES or (name_at > first and found[i].low not in _OFFICES)
        if i == last > first and surname and found[i - 1].low not in TITLES:
            trade = trade and found[i - 1].text == "." and name_at < i
        if i == end > first and _of_members(found, first, end):
            trade = False  # "the National Association of Widget Makers"
        if i > first and i + 1 == end and found[end].low in _BODY_ENDS:
            trade = False
        if trade or found[i].low in TITLES or _shortens_title(found, first, i):
            name_at = i + 1
    if first < name_at <= end and found[name_at].low in _HELD_OF:
        return _past_office(found, first, name_at + 1, end)
    return name_at


def _of_members(found: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a body's name ends with those who are in it."""
    low = found[end].low
    body = any(kind_of(w.text) == "body" for w in found[first:end])
    return body and singular(low) != low and any(w.low in ("of", "for") for w in found[first:end])


def _begins_body(found: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a trade begins the name of a body: "Friends of the Earth"."""
    low = found[first].low
    many = kind_of(found[first].text) == "person" and (singular(low) != low or low in PLURALS)
    return many and first < end and found[first + 1].low in _OF_A_BODY


def _shortens_title(found: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether a dot ends a title that is no initial, no "Jr." and no "St.": "Ald."."""
    if found[at].text != "." or at == first:
        return False
    before = found[at - 1]
    long = len(before.text) > 2 and "." not in before.text
    return before.low in TITLES or long


def _past_office(found: Sequence[Word], first: int, at: int, end: int) -> int:
    """Return where the name begins after "Secretary of": past its field, or all but two words."""
    known = at
    while known <= end and found[known].low in _OF_OFFICE:
        known += 1
    if known < end and found[known].low in _HELD_OF:  # "of State for Political Affairs"
        return _past_office(found, first, known + 1, end)
    bodies = [i for i in range(known, end + 1) if kind_of(found[i].text) == "body"]
    if bodies:  # "Director of the Lamp Council", and perhaps who that is
        rest = found[bodies[-1] + 1 : end + 1]
        return bodies[-1] + 1 if len(rest) > 1 and all(w.capital for w in rest) else first
    if known > at and found[known - 1].low not in ("the", "and"):
        return known
    return end - 1 if known < end - 1 else end + 1


def role_before(text: str, found: Sequence[Word], begins: int, name_at: int) -> str | None:
    """Return the role that the words before a name tell; None where they tell none."""
    if not any(_has_role(word) for word in found[begins:name_at]):
        return None
    told = _from_title(found, begins, name_at)
    role = re.sub(r"^[\d\s]+", "", text[found[told].start : found[name_at].start].strip())
    return _of_one(role)


def _has_role(word: Word) -> bool:
    return bool(kind_of(word.text) or word.low in TITLES or _SCIENCE.search(word.low))


def _from_title(found: Sequence[Word], begins: int, name_at: int) -> int:
    """Return where a role begins: past what is no part of it, as in "this autumn Sen."."""
    title = next((i for i in range(begins, name_at) if found[i].low in TITLES), None)
    while title and begins < title and not (found[begins].capital or found[begins].low in _STATE):
        begins += 1
    return begins


def _of_one(role: str) -> str:
    """Return a role that several share as one has it: "co-chairs", "Democratic Reps."."""
    before, space, last = role.rpartition(" ")
    one = singular(last) if kind_of(last) == "person" else last
    return _OF_SEVERAL.sub(r"\1", f"{before}{space}{one}")
