"""The subject of a verb of speech, or of "according to", read from the words to its right."""

from __future__ import annotations

from collections.abc import Sequence

from etl.text.speech.agents import ADVERBS, PREPOSITIONS, PRONOUNS
from etl.text.speech.clauses import JOINS, MARKS, REACH, phrases, pronoun
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import Word
from etl.text.words import words

_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday afterward",
    "afterwards later recently last this earlier",
)


def right_of(text: str, found: Sequence[Word], at: int) -> Nominal | None:
    """Return the subject that stands after a verb: "said ironworker Percy Theriot"."""
    first = at + 1
    while first < len(found) and (found[first].low in ADVERBS or found[first].low[-2:] == "ly"):
        first += 1
    if first >= len(found):
        return None
    if found[first].low in PRONOUNS:
        return pronoun(found, first) if closes(found, first + 1) else None
    if found[first].low in PREPOSITIONS or found[first].low in JOINS:
        return None
    last, most = first, min(len(found), first + REACH)
    while last < most and found[last].text not in MARKS and found[last].low not in JOINS:
        last += 1
    head = next(iter(phrases(text, found, first, last)), None)
    if head is None or head.governed or head.first - first > 3 or head.kind == "document":
        return None
    if not closes(found, head.last + 1):
        return None
    return apposed(text, found, head)


def closes(found: Sequence[Word], at: int) -> bool:
    """Tell whether nothing that a subject would have to govern follows a phrase."""
    if at >= len(found) or not found[at].text[0].isalnum():
        return True
    low = found[at].low
    return low in PREPOSITIONS or low in _DAYS or low in ("who", "and", "or", "when", "whose")


def apposed(text: str, found: Sequence[Word], head: Nominal) -> Nominal:
    """Return the name after a description: "the union's president, Winifred Sloane"."""
    at = head.last + 1
    if (
        head.kind != "described"
        or at + 1 >= len(found)
        or found[at].text not in (",", "—", "–", "-")
    ):
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
    while last < most and found[last].text not in MARKS and found[last].low not in JOINS:
        last += 1
    head = next(iter(nominals(text, found, first, last)), None)
    return head if head and head.first - first <= 4 else None
