"""Whom a surname or a noun means in a text of another language than English."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from etl.text.speech.other_cases import (
    called,
    is_instrumental,
    is_subject,
    parts_called,
    same_name,
    without_case,
)
from etl.text.speech.other_names import phrases
from etl.text.speech.other_nouns import Told
from etl.text.speech.other_words import PAPERS, is_agency
from etl.text.speech.quotations import quotations
from etl.text.speech.sentence_words import Word, words_of

Meant = tuple[str, str | None]
_BEFORE, _BEHIND = 200, 50  # people that are looked at around a place
_STEM = 5  # letters that tell a noun


class Met(NamedTuple):
    """Somebody whom a text names, with where that stands."""

    start: int
    name: str
    role: str | None
    body: bool
    opens: bool  # it begins its sentence, so that a pronoun can mean it


@lru_cache(maxsize=8)
def met(text: str, tongue: str) -> tuple[Met, ...]:
    """Return everyone whom a text names in full outside quotation marks, in order."""
    outside = _outside(text)
    everyone = phrases(text, outside, tongue)
    opening = _opening(outside, everyone)
    return tuple(
        Met(
            outside[told.first].start,
            in_nominative(told, tongue),
            told.role,
            told.body,
            told.first in opening,
        )
        for told in everyone
        if told.whole or (told.named and is_agency(told.name))
    )


def near(text: str, tongue: str, at: int) -> Sequence[Met]:
    """Return whom a text names around a place, in order: so many before it, and so many after."""
    everyone = met(text, tongue)
    here = bisect_left(everyone, at, key=lambda one: one.start)
    return everyone[max(0, here - _BEFORE) : here + _BEHIND]


def _outside(text: str) -> list[Word]:
    """Return the words of a text that stand outside its quotation marks."""
    marks = quotations(text)
    begins = [first for first, _ in marks]
    found = []
    for word in words_of(text, 0, len(text)):
        last = bisect_left(begins, word.start) - 1
        if last < 0 or word.start >= marks[last][1]:
            found.append(word)
    return found


def _opening(found: Sequence[Word], everyone: Sequence[Told]) -> set[int]:
    """Return where those phrases begin before which no other stands free in their sentence."""
    ends = [at for at, word in enumerate(found) if word.text in (".", "!", "?")]
    opening: set[int] = set()
    last = -1  # the sentence in which one was found
    for told in everyone:
        sentence = bisect_left(ends, told.first)
        if not told.governed and sentence != last:
            opening.add(told.first)
            last = sentence
    return opening


def in_nominative(told: Told, tongue: str) -> str:
    """Return a name as it is called, by how it stands: after a preposition, as a doer."""
    if told.body:
        return called(told.name, tongue)
    if told.governed:
        return without_case(told.name, tongue)
    if tongue == "ru":
        return parts_called(told.name.split()) if is_instrumental(told.name) else told.name
    plain = not told.named or is_subject(told.name, tongue)
    return called(told.name, tongue) if plain else without_case(told.name, tongue)


def meant_name(told: Told, name: str, text: str, tongue: str, at: int) -> Meant | None:
    """Return the full name and role of whom a name at a place means; None where nothing tells."""
    last = name.split()[-1]
    alike = [one for one in near(text, tongue, at) if same_name(one.name.split()[-1], last)]
    role = told.role or next((one.role for one in alike if one.role), None)
    if " " in name or told.body:
        return name, role
    earlier = [one for one in alike if one.start < at] or alike
    full = [one for one in earlier if " " in one.name] or earlier
    return (full[-1].name, role) if full else None


def meant_noun(noun: str, body: bool, text: str, tongue: str, at: int) -> Meant | None:
    """Return whom a lone noun means by what the text has called them: "аналитик"."""
    before = [one for one in near(text, tongue, at) if one.start < at]
    if body:
        paper = noun.lower() in PAPERS
        bodies = [one for one in before if is_agency(one.name) or (one.body and not paper)]
        return (bodies[-1].name, bodies[-1].role) if bodies else None
    same = [one for one in before if one.role and _same_trade(noun, one.role)]
    return (same[-1].name, same[-1].role) if same else None


def _same_trade(noun: str, role: str) -> bool:
    """Tell whether a role has a noun in it, whatever their endings: "nazirin", "nazir"."""
    stem = noun.lower()[:_STEM]
    return any(word.startswith(stem) or stem.startswith(word) for word in role.lower().split())
