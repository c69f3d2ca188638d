"""The subject of a verb of speech, read from the words to its left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.agents import ADVERBS, BE, PREPOSITIONS, PRONOUNS
from etl.text.nominal import Nominal
from etl.text.noun_phrases import nominals
from etl.text.roles import aside_role, with_title
from etl.text.sentence_words import Word, lists_fields
from etl.text.verbs_or_nouns import NUMBERS
from etl.text.words import words

REACH = 40  # words that a clause is looked over
MARKS = frozenset(',;:—–-“”"«»()?!…[]‘')
JOINS = words(
    "that when while because if which where but whether than since so although though until what",
    "as что если когда хотя но que si mais pero dass wenn",
)
_SAID = words("said say says told wrote argued warned asked urged")  # "Eleven states told"
_PAPERS = words("clause provision deal bar ban rule section sheet paper pact language wording text")


def left_of(text: str, found: Sequence[Word], at: int, floor: int) -> Nominal | None:
    """Return the subject that stands before a verb."""
    end = at - 1
    while end >= floor and is_adverb(found, end):
        end -= 1
    if end < floor:
        return None
    word = found[end]
    if word.low == "it" and found[at].low in _SAID:  # a law says much in its sentence: no voice
        alone = end == 0 or found[end - 1].text in ('"', "”", "»")
        return pronoun(found, end) if alone else None
    if word.low in PRONOUNS:
        if word.low in ("who", "which"):
            return _antecedent(text, found, end - 1) or pronoun(found, end)
        return pronoun(found, end)
    if word.text in (",", ")", "—", "–", "-"):
        return _before_aside(text, found, end, floor)
    head = _in_clause(text, found, end, floor)
    if head and _heads_noun(found, head, end):
        return _narrowed(text, found, head, at, end)
    return head if head and end - head.last <= 14 else None


def _in_clause(text: str, found: Sequence[Word], end: int, floor: int) -> Nominal | None:
    """Return the phrase that is the subject of the clause that ends at a word."""
    first = boundary(found, end, floor)
    opens = first + 1 if found[first].low == "as" else None  # "As Ann Roe put it"
    told = nominals(text, found, first, end + 1)
    heads = [n for n in told if not n.governed or n.first == opens]
    if not heads:
        return None
    if first == floor and floor:
        joined = [n for n in heads if found[n.first - 1].low in ("and", "but")]
        heads = joined or heads
    near = heads[-1]  # "Bo Lee left in May and Ann Roe said"
    joins = near.kind == "named" and near.last == end and found[near.first - 1].low == "and"
    return near if joins else heads[0]


def _narrowed(text: str, found: Sequence[Word], head: Nominal, at: int, end: int) -> Nominal | None:
    """Return "Animal control" of "Animal control says"; None of "the Belize clause says"."""
    bare = found[head.first].low in NUMBERS and found[at].low not in _SAID
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


def pronoun(found: Sequence[Word], at: int) -> Nominal:
    return Nominal(at, at, re.split("['’]", found[at].text)[0], None, "pronoun")


def boundary(found: Sequence[Word], end: int, floor: int) -> int:
    """Return where the clause that ends at a word begins."""
    at = end
    while at > max(floor, end - REACH):
        before = found[at - 1]
        mark = before.text in MARKS and not lists_fields(found, at - 1)
        if mark or (before.low in JOINS and at - 1 > 0):
            break
        at -= 1
    return at


def _before_aside(text: str, found: Sequence[Word], end: int, floor: int) -> Nominal | None:
    """Return the subject that an aside parts from its verb: "Smith, a Democrat, said"."""
    if found[end].text == ")":
        opens = next((i for i in range(end - 1, floor, -1) if found[i].text == "("), None)
        return ending_at(text, found, opens - 1, floor) if opens else None
    best: Nominal | None = None
    for comma in range(end - 1, max(floor, end - 45), -1):
        if found[comma].text in ("“", "”", '"', ";", "«", "»", ":"):
            break
        if found[comma].text not in (",", "—", "–", "-"):
            continue
        head = ending_at(text, found, comma - 1, floor)
        if head and head.first == 0 and head.name.isupper() and found[comma].text != ",":
            continue  # "BAKU - A group of …": where it was written
        inner = _inner(text, found, comma, end) if head is None or head.kind != "named" else None
        if inner and head:
            office = re.sub(r"^[Tt]he ", "", head.name)
            role = with_title(inner.role, office)
            return Nominal(head.first, inner.last, inner.name, role, "named")
        best = best or inner
        if head and head.kind == "named":
            aside = text[found[comma].end : found[end].start].strip()
            role = head.role or aside_role(aside)
            return Nominal(head.first, head.last, head.name, role, head.kind)
        best = best or head
    return best


def _inner(text: str, found: Sequence[Word], comma: int, end: int) -> Nominal | None:
    """Return the full name that an aside begins with."""
    name = next(iter(nominals(text, found, comma + 1, end)), None)
    if name is None or name.kind != "named" or name.governed or name.first > comma + 1:
        return None
    return name if " " in name.name else None


def ending_at(text: str, found: Sequence[Word], end: int, floor: int) -> Nominal | None:
    """Return the phrase that ends at a word, in its clause."""
    if end >= 0 and found[end].text in (",", ")"):
        return (
            _before_aside(text, found, end, floor)
            if found[end].text == ")"
            else ending_at(text, found, end - 1, floor)
        )
    if end < floor:
        return None
    first = boundary(found, end, floor)
    heads = list(nominals(text, found, first, end + 1))
    ending = [n for n in heads if n.last >= end - 1]
    free = [n for n in heads if not n.governed]
    if ending and ending[-1].kind == "named":
        near = [n for n in free if n.kind != "document" and 0 < ending[-1].first - n.last <= 6]
        return near[-1] if ending[-1].governed and near else ending[-1]
    return free[-1] if free and end - free[-1].last <= 6 else (ending[-1] if ending else None)


def _antecedent(text: str, found: Sequence[Word], end: int) -> Nominal | None:
    """Return whom "who" goes on about; of "Smith, a Democrat who" the name."""
    head = ending_at(text, found, end, 0)
    if head and head.kind == "described" and head.first > 1 and found[head.first - 1].text == ",":
        named = ending_at(text, found, head.first - 2, 0)
        return named if named and named.kind == "named" else head
    return head


def is_adverb(found: Sequence[Word], at: int) -> bool:
    low = found[at].low
    if low in ADVERBS or low in BE or low.endswith(("n't", "n’t")):
        return True
    if low.endswith("ly") and len(low) > 4 and not found[at].capital:
        return True
    return low == "on" and at + 1 < len(found) and found[at + 1].low in ADVERBS
