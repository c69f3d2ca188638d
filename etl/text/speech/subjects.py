"""The subject of a verb of speech, read from the words to its left."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from etl.text.speech.agents import DETERMINERS, PREPOSITIONS, PRONOUNS, kind_of
from etl.text.speech.asides import before_aside, is_set_off
from etl.text.speech.clauses import (
    boundary,
    ending_at,
    is_adverb,
    phrases,
    pronoun,
)
from etl.text.speech.described import acts
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import TITLES, Word
from etl.text.speech.speech_verbs import finite, gerunds
from etl.text.speech.subjects_it import SAID, it_speaks, whose_it
from etl.text.speech.verbs_or_nouns import NUMBERS
from etl.text.states import STATES
from etl.text.words import words

_TIMES = words(
    "day days week weeks month months year years morning afternoon evening night weekend spring",
    "summer autumn fall winter january february March april May june july august september october",
    "november december ago earlier later",
)
_OF_TIMES = _TIMES | words(
    "this last next that the a each every past in on at since early late two three four five six",
)
_PAPERS = words("clause provision deal bar ban rule section sheet paper pact language wording text")
_AFTER = words("after before until")  # a clause may follow these, where it has a verb
_SUMS = words("estimates figures counts numbers data polls projections")  # "UN figures put it at"
_OF_SUMS = words("put puts suggest report")


def left_of(text: str, found: Sequence[Word], at: int, floor: int) -> Nominal | None:
    """Return the subject that stands before a verb."""
    end = at - 1
    while end >= floor and is_adverb(found, end):
        end -= 1
    if end < floor or (found[end].low in _SUMS and found[at].low in _OF_SUMS):
        return None
    end = _past_time(found, end, floor)
    word = found[end]
    speaks = word.low == "it" and it_speaks(found, end, at)
    if speaks or (word.low == "it" and found[at].low in SAID):
        return whose_it(text, found, end) if speaks else None
    if word.low in PRONOUNS:
        return _of_pronoun(text, found, end)
    if word.text in (",", ")", "—", "–", "-"):
        return before_aside(text, found, end, floor)
    if word.low == "having" and found[end - 1].low == "as":  # "quoted Ann Roe as having said"
        quoted = ending_at(text, found, end - 2, floor)
        return quoted if quoted and quoted.kind == "named" else None
    head = _in_clause(text, found, end, floor)
    if head and head.last < end and found[head.last + 1].low in _SUMS:
        return None  # "Staff estimates circulated at the hearing put it at"
    if head and _heads_noun(found, head, end):
        return _narrowed(text, found, head, at, end)
    return head if head and end - head.last <= 14 else None


def _of_pronoun(text: str, found: Sequence[Word], end: int) -> Nominal:
    """Return the pronoun before a verb, or whom "who" goes on about."""
    relative = found[end].low in ("who", "which")
    whom = _antecedent(text, found, end - 1) if relative else None
    if whom and whom.name.casefold() in STATES and found[whom.first - 1].low == "of":
        whom = ending_at(text, found, whom.first - 2, 0)  # "Bo Lee of Maine, who"
    return whom or pronoun(found, end)


def _past_time(found: Sequence[Word], end: int, floor: int) -> int:
    """Return where "who" stands before a time, "which this month asked"; else the same place."""
    at = end
    if not _of_time(found[end], _TIMES):
        return end
    while at > floor and end - at < 5 and _of_time(found[at], _OF_TIMES):
        at -= 1
    whose = found[at].low in ("who", "which") and at > floor
    return at if at < end and whose and found[at - 1].low not in PREPOSITIONS else end


def _of_time(word: Word, known: Collection[str]) -> bool:
    """Tell whether a word is of a time: one that is known, "May" but no "may", or a year."""
    year = len(word.text) == 4 and word.text.isdigit()
    return year or word.low in known or word.text in known


def _in_clause(text: str, found: Sequence[Word], end: int, floor: int) -> Nominal | None:
    """Return the phrase that is the subject of the clause that ends at a word."""
    first = boundary(found, end, floor)
    opens = first + 1 if found[first].low == "as" else None  # "As Ann Roe put it"
    told = phrases(text, found, first, end + 1)
    if told and told[-1].last == end and _opens_clause(found, told[-1], first, floor):
        return told[-1]
    heads = [n for n in told if not n.governed or n.first == opens]
    if not heads:
        return _before_that(text, found, first - 1)
    if first == floor and floor:
        joined = [n for n in heads if found[n.first - 1].low in ("and", "but")]
        heads = joined or heads
    near = heads[-1]  # "Bo Lee left in May and Ann Roe said"
    before = found[near.first - 1].low if near.first else ""
    joins = near.kind == "named" and near.last == end and before == "and"
    return near if joins else heads[0]


def _opens_clause(found: Sequence[Word], subject: Nominal, first: int, floor: int) -> bool:
    """Tell whether a phrase right before its verb follows: "Shares fell after the firm said".

    Where nothing was done yet it does not: "Witnesses before the panel said".
    """
    before = subject.first - 1
    before -= found[before].low in DETERMINERS
    acted = any(acts(found, i) for i in range(first + 1, before))
    done = acted or before == first or first == floor > 0  # what was said last is before it
    return before > 0 and found[before].low in _AFTER and done


def _before_that(text: str, found: Sequence[Word], that: int) -> Nominal | None:
    """Return those whom "that" goes on about: "The companies that fill cans for the army say"."""
    if that <= 0 or found[that].low != "that":
        return None
    told = ending_at(text, found, that - 1, 0)
    if told is None or told.kind != "described" or told.last != that - 1:
        return None
    if any(w.low in finite() or w.low in gerunds() for w in found[told.first : that]):
        return None  # "told the panel that"
    return told if told.first == boundary(found, that - 1, 0) else None


def _narrowed(text: str, found: Sequence[Word], head: Nominal, at: int, end: int) -> Nominal | None:
    """Return "Animal control" of "Animal control says"; None of "the Belize clause says"."""
    bare = found[head.first].low in NUMBERS and found[at].low not in SAID
    after = found[head.last + 1 : end + 1]
    long = len(after) > 3 or any(w.low in PREPOSITIONS or w.low == "and" for w in after)
    if bare or long or found[end].low in _PAPERS:
        return None
    whole = text[found[head.first].start : found[end].end]
    return Nominal(head.first, end, whole, None, "described")


def _heads_noun(found: Sequence[Word], head: Nominal, end: int) -> bool:
    """Tell whether a bare name only narrows the noun after it."""
    if head.kind != "named" or head.role or " " in head.name or head.last >= end:
        return False
    after = found[head.last + 1]
    small = after.low in PREPOSITIONS or after.low in ("and", "or", "who", "which", "whose")
    return after.text.islower() and not small and not is_adverb(found, head.last + 1)


def _antecedent(text: str, found: Sequence[Word], end: int) -> Nominal | None:
    """Return whom "who" goes on about; of "Smith, a Democrat who" the name."""
    head = ending_at(text, found, end, 0)
    if head and head.kind == "named" and is_set_off(found, head):
        head = ending_at(text, found, head.first - 3, 0) or head
    if found[end + 1].low == "which" and (body := _body_at(text, found, end)):
        return body
    if head and head.kind == "described" and head.first > 1 and found[head.first - 1].text == ",":
        named = ending_at(text, found, head.first - 2, 0)
        return named if named and named.kind == "named" else head
    titles = (i for i in range(head.first + 1, head.last) if found[i].low in TITLES) if head else ()
    title = next(iter(titles), None) if head and head.kind == "described" else None
    whole = nominals(text, found, title, head.last + 1) if head and title else ()
    return next(iter(whole), head)  # "the office of Sen. Bo Lee, who"


def _body_at(text: str, found: Sequence[Word], end: int) -> Nominal | None:
    """Return the body by name that ends at a word: "the board of the Lamp Guild, which"."""
    end -= found[end].text == ","
    if not found[end].capital or kind_of(found[end].text) != "body":
        return None
    first = end
    while found[first - 1].capital and first > 0:
        first -= 1
    name = text[found[first].start : found[end].end]
    return Nominal(first, end, name, None, "named") if first < end else None
