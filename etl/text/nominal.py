"""A phrase that can stand for a speaker, made of a name or of a noun for those who speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.text.agents import DETERMINERS, PLURALS, PREPOSITIONS, kind_of, singular
from etl.text.sentence_words import TITLES, Word
from etl.text.speech_verbs import INVERT
from etl.text.words import words

_THINGS = words(
    "act law amendment section rule code treaty program programme bill title article waiver order",
    "resolution statute provision s hr h.r fy covid internet medicaid medicare daca nepa accord",
    "accords agreement plan exemption ley loi gesetz закон",
)
_GOES_ON = words("of for to from in at with close familiar whose on against near behind")
# Trades that are common last names too.
_SURNAMES = words(
    "baker cook carpenter weaver painter hunter miner maker writer brewer butcher barber driver",
    "king prince bishop dean porter ranger guard friend miller farmer shipper chaplain judge",
    "father carver shepherd skipper guest page archer brother coach chancellor sheriff fellow",
    "player",
)
# Never a last name after another trade: "Attorney General", "Deputy Secretary".
_OFFICES = words(
    "general secretary minister president director representative ambassador commissioner governor",
    "officer senator leader adviser advisor speaker administrator chairman chairwoman",
)
# What secretaries, ministers and directors are of.
_FIELDS = words(
    "the and state defense defence war treasury commerce energy labor labour interior agriculture",
    "education transportation transport homeland security veterans affairs health human services",
    "housing urban development justice finance trade national central intelligence foreign natural",
    "resources environment economy economic communications management budget staff",
)
_OF_A_BODY = words("of for without against")
MOST = 9  # words of a described speaker that are kept


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase that can stand for a speaker; `first` and `last` count words."""

    first: int
    last: int
    name: str
    role: str | None
    kind: str  # named, described, pronoun, document, owner
    governed: bool = False  # by a preposition, so that it is no subject


def named(
    text: str, found: Sequence[Word], run: tuple[int, int], begins: int, governed: bool
) -> Nominal | None:
    """Return the speaker of a run of capitalised words; titles and nouns before it are its role."""
    end = run[1]
    name_at = _past_titles(found, *run)
    if name_at > end:
        name = text[found[begins].start : found[end].end]
        return Nominal(begins, end, name, None, "described", governed)
    if found[end].low in _THINGS or found[name_at].low in ("section", "h.r", "s"):
        return None
    if name_at == end and _describes(found, end):
        return None
    name = text[found[name_at].start : found[end].end]
    if len(name) < 2 or not name[0].isalpha():
        return None
    role = None
    if found[begins].text in INVERT:  # "said Sen. Mara Devlin"
        begins += 1
    if any(kind_of(w.text) or w.low in TITLES for w in found[begins:name_at]):
        role = re.sub(r"^[\d\s]+", "", text[found[begins].start : found[name_at].start].strip())
    return Nominal(begins, end, name, role, "named", governed)


_OF_A_NATION = re.compile(r"(?:ian|ese|ish|can|ean|iet|tic|eli|ani|ench|utch|reek)$")


def _describes(found: Sequence[Word], at: int) -> bool:
    """Tell whether a single word only describes what follows: "the Armenian lobby"."""
    follows = at + 1 < len(found) and found[at + 1].text.islower()
    return follows and _OF_A_NATION.search(found[at].low) is not None


def _past_titles(found: Sequence[Word], first: int, end: int) -> int:
    """Return where the name begins after "Sen.", "Foreign Minister", "Secretary of State"."""
    if _begins_body(found, first, end):
        return first
    name_at = first
    kinds = [kind_of(w.text) for w in found[first : end + 1]]
    last = end - (found[end].low in ("jr", "sr", "ii", "iii"))
    for i in range(first, last + 1):
        trade = kinds[i - first] == "person" and "body" not in kinds[i - first + 1 :]
        trade = trade and not (found[i - 1].low == "of" and kinds[max(0, i - first - 2)] == "body")
        surname = found[i].low in _SURNAMES or (name_at > first and found[i].low not in _OFFICES)
        if i == last > first and surname and found[i - 1].low not in TITLES:
            trade = trade and found[i - 1].text == "." and name_at < i
        if trade or found[i].low in TITLES or _shortens_title(found, first, i):
            name_at = i + 1
    if first < name_at <= end and found[name_at].low in ("of", "for"):
        return _past_office(found, name_at + 1, end)
    return name_at


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


def _past_office(found: Sequence[Word], at: int, end: int) -> int:
    """Return where the name begins after "Secretary of": past its field, or all but two words."""
    known = at
    while known <= end and found[known].low in _FIELDS:
        known += 1
    if known > at and found[known - 1].low not in ("the", "and"):
        return known
    return end - 1 if at < end - 1 else end + 1


def described(
    text: str, found: Sequence[Word], noun: int, begins: int, last: int, governed: bool
) -> Nominal:
    """Return a speaker told by a noun, with the few words that narrow it."""
    end = noun
    kind = "document" if kind_of(found[noun].text) == "document" else "described"
    if kind == "described" and _goes_on(found, noun + 1, last):
        while end + 1 < last and end - begins < MOST and found[end + 1].text[0] not in ",;:()":
            if found[end + 1].low == "by":
                break
            end += 1
        while end > noun and (found[end].low in PREPOSITIONS or found[end].low in DETERMINERS):
            end -= 1
    return Nominal(begins, end, text[found[begins].start : found[end].end], None, kind, governed)


def _goes_on(found: Sequence[Word], at: int, last: int) -> bool:
    """Tell whether words that narrow a noun follow it: "of both parties", "to the States"."""
    if at >= last or found[at].low not in _GOES_ON:
        return False
    return found[at].low != "to" or (at + 1 < last and found[at + 1].low in DETERMINERS)


def is_many(subject: Nominal) -> bool:
    """Tell whether a subject can have a verb in the plural: "they", "aides", "two senators"."""
    if subject.kind == "pronoun":
        return subject.name.lower() not in ("he", "she")
    last = next((w for w in reversed(subject.name.split()) if kind_of(w)), "")
    return singular(last.lower()) != last.lower() or last.lower() in PLURALS
