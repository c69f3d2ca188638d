"""The subject of a verb of speech, read from the words to its left or right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.text.agents import ADVERBS, BE, PREPOSITIONS, PRONOUNS, kind_of
from etl.text.nominal import Nominal
from etl.text.noun_phrases import nominals
from etl.text.sentence_words import Word
from etl.text.words import words

REACH = 40  # words that a clause is looked over
MARKS = frozenset(',;:—–-“”"«»()?!…[]‘')
_JOINS = words(
    "that when while because if which where but whether than since so although though until what",
    "as что если когда хотя но que si mais pero dass wenn",
)
_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday afterward",
    "afterwards later recently last this earlier",
)


def left_of(text: str, found: Sequence[Word], at: int, floor: int) -> Nominal | None:
    """Return the subject that stands before a verb."""
    end = at - 1
    while end >= floor and is_adverb(found, end):
        end -= 1
    if end < floor:
        return None
    word = found[end]
    if word.low in PRONOUNS:
        if word.low in ("who", "which"):
            return _antecedent(text, found, end - 1) or pronoun(found, end)
        return pronoun(found, end)
    if word.text in (",", ")", "—", "–"):
        return _before_aside(text, found, end, floor)
    first = boundary(found, end, floor)
    heads = [n for n in nominals(text, found, first, end + 1) if not n.governed]
    if not heads:
        return None
    if first == floor and floor:
        joined = [n for n in heads if found[n.first - 1].low in ("and", "but")]
        heads = joined or heads
    head = _with_other(found, heads, end)
    return head if end - head.last <= 14 else None


def _with_other(found: Sequence[Word], heads: Sequence[Nominal], end: int) -> Nominal:
    """Return the first phrase, with a person whom "and" joins to it: "Bo Lee and Ann Roe said"."""
    head, other = heads[0], heads[-1]
    both = len(heads) == 2 and head.kind == other.kind == "named" and other.last == end
    joined = both and other.first == head.last + 2 and found[other.first - 1].low == "and"
    if not joined or any(kind_of(word) for word in f"{head.name} {other.name}".split()):
        return head
    return replace(head, last=other.last, name=f"{head.name} and {other.name}")


def pronoun(found: Sequence[Word], at: int) -> Nominal:
    return Nominal(at, at, re.split("['’]", found[at].text)[0], None, "pronoun")


def boundary(found: Sequence[Word], end: int, floor: int) -> int:
    """Return where the clause that ends at a word begins."""
    at = end
    while at > max(floor, end - REACH):
        before = found[at - 1]
        if before.text in MARKS or (before.low in _JOINS and at - 1 > 0):
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
        if found[comma].text not in (",", "—", "–"):
            continue
        head = ending_at(text, found, comma - 1, floor)
        inner = _inner(text, found, comma, end) if head is None or head.kind != "named" else None
        if inner and head:
            role = " ".join(part for part in (head.name, inner.role) if part)
            return Nominal(head.first, inner.last, inner.name, role, "named")
        best = best or inner
        if head and head.kind == "named":
            role = head.role or text[found[comma].end : found[end].start].strip()
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
        near = [n for n in free if n.kind != "document" and 0 < ending[-1].first - n.last <= 4]
        return near[-1] if ending[-1].governed and near else ending[-1]
    return free[-1] if free and end - free[-1].last <= 6 else (ending[-1] if ending else None)


def _antecedent(text: str, found: Sequence[Word], end: int) -> Nominal | None:
    """Return whom "who" goes on about; of "Smith, a Democrat who" the name."""
    head = ending_at(text, found, end, 0)
    if head and head.kind == "described" and head.first > 1 and found[head.first - 1].text == ",":
        named = ending_at(text, found, head.first - 2, 0)
        return named if named and named.kind == "named" else head
    return head


def right_of(text: str, found: Sequence[Word], at: int) -> Nominal | None:
    """Return the subject that stands after a verb: "said ironworker Percy Theriot"."""
    first = at + 1
    while first < len(found) and (found[first].low in ADVERBS or found[first].low[-2:] == "ly"):
        first += 1
    if first >= len(found):
        return None
    if found[first].low in PRONOUNS:
        return pronoun(found, first) if _closes(found, first + 1) else None
    if found[first].low in PREPOSITIONS or found[first].low in _JOINS:
        return None
    last, most = first, min(len(found), first + REACH)
    while last < most and found[last].text not in MARKS and found[last].low not in _JOINS:
        last += 1
    head = next(iter(nominals(text, found, first, last)), None)
    if head is None or head.governed or head.first - first > 3 or head.kind == "document":
        return None
    if not _closes(found, head.last + 1):
        return None
    return apposed(text, found, head)


def _closes(found: Sequence[Word], at: int) -> bool:
    """Tell whether nothing that a subject would have to govern follows a phrase."""
    if at >= len(found) or not found[at].text[0].isalnum():
        return True
    low = found[at].low
    return low in PREPOSITIONS or low in _DAYS or low in ("who", "and", "or", "when", "whose")


def apposed(text: str, found: Sequence[Word], head: Nominal) -> Nominal:
    """Return the name after a description: "the union's president, Winifred Sloane"."""
    at = head.last + 1
    if head.kind != "described" or at + 1 >= len(found) or found[at].text not in (",", "—", "–"):
        return head
    name = next(iter(nominals(text, found, at + 1, min(at + 10, len(found)))), None)
    if name is None or name.kind != "named" or name.first > at + 1 or name.governed:
        return head
    role = " ".join(part for part in (head.name, name.role) if part)
    return Nominal(head.first, name.last, name.name, role, "named")


def first_from(text: str, found: Sequence[Word], start: int) -> Nominal | None:
    """Return the phrase that begins at a place, within a few words."""
    first = next((i for i, w in enumerate(found) if w.start >= start), None)
    if first is None:
        return None
    if found[first].low in PRONOUNS or found[first].low in ("his", "her", "their"):
        return pronoun(found, first)
    last, most = first, min(len(found), first + REACH)
    while last < most and found[last].text not in MARKS and found[last].low not in _JOINS:
        last += 1
    head = next(iter(nominals(text, found, first, last)), None)
    return head if head and head.first - first <= 4 else None


def is_adverb(found: Sequence[Word], at: int) -> bool:
    low = found[at].low
    if low in ADVERBS or low in BE or low.endswith(("n't", "n’t")):
        return True
    if low.endswith("ly") and len(low) > 4 and not found[at].capital:
        return True
    return low == "on" and at + 1 < len(found) and found[at + 1].low in ADVERBS
