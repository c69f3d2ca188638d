"""A speaker told by a noun for those who speak, with the few words that narrow it."""

from __future__ import annotations

from collections.abc import Sequence

from etl.text.speech.agents import ADVERBS, BE, DETERMINERS, PREPOSITIONS, kind_of
from etl.text.speech.nominal import Nominal
from etl.text.speech.sentence_words import TITLES, Word, run_end
from etl.text.words import words

THINGS = words(
    "act law amendment section rule code treaty program programme bill title article waiver order",
    "resolution statute provision s hr h.r fy covid internet medicaid medicare daca nepa accord",
    "accords agreement plan exemption ley loi gesetz закон",
)
_PAPERS = THINGS | {"clause"}
_GOES_ON = words("of for to from in at with close familiar whose on against near behind")
ENDS = BE | words(
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
_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may",
    "june july august september october november december",
)
_WHOSE = words("its his her their my our your")
_CLOSES = ENDS | PREPOSITIONS | ADVERBS | words("and who")
_SMALL = PREPOSITIONS | DETERMINERS | ADVERBS | {"and"}
MOST = 9  # words of a described speaker that are kept


def described(
    text: str, found: Sequence[Word], noun: int, begins: int, last: int, governed: bool
) -> Nominal:
    """Return a speaker told by a noun, with the few words that narrow it."""
    names_law = found[noun].low in THINGS and noun + 1 < last
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
    return not found[at].capital and (low in ENDS or past)


def acts(found: Sequence[Word], at: int) -> bool:
    """Tell whether a word is the verb of a clause, as far as its form tells: "rose", "left"."""
    return is_verb(found, at) or found[at].low == "left"


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
    plain = all(w.capital and kind_of(w.text) is None and w.low not in THINGS for w in told)
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
    after = found[at + 1].low if at + 1 < last else ""
    if after in _DAYS or (found[at].low == "for" and after in _WHOSE):
        return False  # "the court on Friday set aside", "asked by offices for their view"
    if found[at - 1].low in _AWAY and found[at + 1 : at + 2]:
        return True
    return found[at].low != "to" or (at + 1 < last and found[at + 1].low in DETERMINERS)
