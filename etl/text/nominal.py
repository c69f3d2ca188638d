"""A phrase that can stand for a speaker, made of a name or of a noun for those who speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.text.agents import ADVERBS, BE, DETERMINERS, PLURALS, PREPOSITIONS, kind_of, singular
from etl.text.sentence_words import PARTY, TITLES, Word, run_end
from etl.text.speech_verbs import INVERT
from etl.text.titles import past_titles, role_before
from etl.text.words import words

_THINGS = words(
    "act law amendment section rule code treaty program programme bill title article waiver order",
    "resolution statute provision s hr h.r fy covid internet medicaid medicare daca nepa accord",
    "accords agreement plan exemption ley loi gesetz закон",
)
_PAPERS = _THINGS | {"clause"}
_GOES_ON = words("of for to from in at with close familiar whose on against near behind")
_ENDS = BE | words(
    "by told said wrote has have had would will could should must may can might do does did went",
    "met sat stood read cut took tore heard came got held gave made saw ran led won lost fell",
    "rose began became built brought paid sent kept spoke found spent sought drew grew threw",
    "chose broke struck",
)
_AWAY = words("ambassador envoy consul correspondent")  # to a place that stands before their name
_MATTERS = words(  # that an office is for: "Deputy Secretary for Political Affairs"
    "affairs policy security defense defence trade energy commerce justice labor education growth",
    "transportation agriculture finance industry operations intelligence health enforcement",
)
_STYLES = words("excellency highness majesty holiness eminence")  # "His Excellency said"
_CLOSES = _ENDS | PREPOSITIONS | ADVERBS | words("and who")
_SMALL = PREPOSITIONS | DETERMINERS | ADVERBS | {"and"}
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


Found = tuple[Nominal, int, int, bool]  # who, where it stands, whether it tells of an act


def named(
    text: str, found: Sequence[Word], run: tuple[int, int], begins: int, governed: bool
) -> Nominal | None:
    """Return the speaker of a run of capitalised words; titles and nouns before it are its role."""
    end = run[1]
    name_at = past_titles(found, *run)
    if name_at > end:
        if found[end].low in _STYLES and found[begins].low in ("his", "her"):
            who = "he" if found[begins].low == "his" else "she"
            return Nominal(begins, end, who, None, "pronoun", governed)
        name = text[found[begins].start : found[end].end]
        return Nominal(begins, end, name, None, "described", governed)
    if found[end].low in _THINGS and _are_of_it(found, run[0], end):
        return described(text, found, run[0], begins, end + 1, governed)
    if _is_thing(found, name_at, end) or (name_at == end and _describes(found, end)):
        return None
    name = text[found[name_at].start : found[end].end]
    if len(name) < 2 or not name[0].isalpha():
        return None
    if found[begins].text in INVERT or found[begins].text == "that":  # "said Sen. Mara Devlin"
        begins += 1
    role = role_before(text, found, begins, name_at)
    return Nominal(begins, end, name, role, "named", governed)


def _is_thing(found: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a run names a law, its number or a party, none of which speaks."""
    number = found[first].low in ("section", "h.r", "s")
    return number or found[end].low in _THINGS or bool(PARTY.match(found[first].text))


def _are_of_it(found: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a run tells of many who hold to a law: "Defenders of the Lamp Act"."""
    low = found[first].low
    many = kind_of(found[first].text) == "person" and singular(low) != low
    return many and first < end and found[first + 1].low in ("of", "to")


def _past_initials(found: Sequence[Word], at: int, last: int) -> int:
    """Return the end of a name that begins with initials, "the U.S. Lamp Guild"; else the word."""
    dot = found[at].capital and at + 1 < last and found[at + 1].text == "."
    return run_end(found, at, last) if dot and found[at].low not in TITLES else at


def _with_number(found: Sequence[Word], end: int) -> int:
    """Return where a law's name ends with its number: "Section 907", "H.R. 3906"."""
    if not found[end].capital:
        return end
    at = end + 1
    at += at < len(found) and found[at].text == "."
    return at if at < len(found) and found[at].text[0].isdigit() else end


_OF_A_NATION = re.compile(r"(?:ian|ese|ish|can|ean|iet|tic|eli|ani|ench|utch|reek)$")


def _describes(found: Sequence[Word], at: int) -> bool:
    """Tell whether a single word only describes what follows: "the Armenian lobby"."""
    follows = at + 1 < len(found) and found[at + 1].text.islower()
    return follows and _OF_A_NATION.search(found[at].low) is not None


def described(
    text: str, found: Sequence[Word], noun: int, begins: int, last: int, governed: bool
) -> Nominal:
    """Return a speaker told by a noun, with the few words that narrow it."""
    names_law = found[noun].low in _THINGS and noun + 1 < last
    end = noun + (names_law and found[noun + 1].low in _PAPERS)  # "… of the Lamp Act clause"
    kind = "document" if kind_of(found[noun].text) == "document" else "described"
    office = kind_of(found[noun].text) == "person"
    if kind == "described" and _goes_on(found, noun + 1, last):
        while end + 1 < last and end - begins < MOST and found[end + 1].text[0] not in ",;:().!?":
            if is_verb(found, end + 1):
                break
            name = _name_after(found, end, last) if office else None
            if name:  # "Special envoy for hostages Bo Jon"
                told = text[found[begins].start : found[name[0] - 1].end]
                whole = text[found[name[0]].start : found[name[1]].end]
                return Nominal(begins, name[1], whole, told, "named", governed)
            end = _past_initials(found, end + 1, last)
        while end > noun and found[end].low in _SMALL:
            end -= 1
    end = _with_number(found, end)
    return Nominal(begins, end, text[found[begins].start : found[end].end], None, kind, governed)


def is_verb(found: Sequence[Word], at: int) -> bool:
    """Tell whether a phrase is over at a word, since its verb follows: "met", "accused"."""
    low = found[at].low
    past = low.endswith("ed") and found[at - 1].low not in _SMALL - ADVERBS
    return not found[at].capital and (low in _ENDS or past)


def _name_after(found: Sequence[Word], at: int, last: int) -> tuple[int, int] | None:
    """Return the full name that stands right after the words of an office, where one does."""
    if _whom_for(found, at):
        return None
    first, end = at + 1, run_end(found, at + 1, last)
    after = found[end + 1] if end + 1 < last else None
    if (
        found[at].text == "."
        or not found[first].capital
        or (after and after.text.islower() and after.low not in _CLOSES)
    ):
        return None
    if found[at].low in PREPOSITIONS or found[at].low in DETERMINERS:
        first = end - 1 if found[at - 1].low in _AWAY and end - first > 1 else end
    told = [found[i] for i in range(first, end + 1)]
    plain = all(w.capital and kind_of(w.text) is None and w.low not in _THINGS for w in told)
    return (first, end) if plain and first < end and not told[-1].possessive else None


def _whom_for(found: Sequence[Word], at: int) -> bool:
    """Tell whether a word is in the name of whom another speaks for: "for the Senate Lamp Panel".

    What an office is for may stand before a name: "Assistant Secretary for Policy Ann Roe".
    """
    first = at
    while first and found[first].capital:
        first -= 1
    first -= found[first].low == "the"
    return first < at and found[first].low == "for" and found[at].low not in _MATTERS


def _goes_on(found: Sequence[Word], at: int, last: int) -> bool:
    """Tell whether words that narrow a noun follow it: "of both parties", "to the States"."""
    if at >= last or found[at].low not in _GOES_ON:
        return False
    if found[at - 1].low in _AWAY and found[at + 1 : at + 2]:
        return True
    return found[at].low != "to" or (at + 1 < last and found[at + 1].low in DETERMINERS)


def is_many(subject: Nominal) -> bool:
    """Tell whether a subject can have a verb in the plural: "they", "aides", "two senators"."""
    if subject.kind == "pronoun":
        return subject.name.lower() not in ("he", "she")
    last = next((w for w in reversed(subject.name.split()) if kind_of(w)), "")
    return singular(last.lower()) != last.lower() or last.lower() in PLURALS


def is_person(subject: Nominal) -> bool:
    """Tell whether a subject is one person by name."""
    return subject.kind == "named" and not any(kind_of(w) == "body" for w in subject.name.split())
