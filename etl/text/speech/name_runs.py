"""Runs of capitalised words in other languages than English: names, without those of laws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.agents import PRONOUNS
from etl.text.speech.sentence_words import Word
from etl.text.words import words

Span = tuple[int, int]  # the first and the last word
LINKS = words("de del della di da van von der den al el bin ibn la le du des")
_ELISION = re.compile(r"[ld]['’][A-ZÀ-Þ]")
_HOUSE = re.compile(r"(?:бел(?:ый|ого|ом|ому) дом|սպիտակ տ[ոա]?ն)")  # the White House
_LAWS = words(
    "ley loi gesetz закон act yasası qanunu section sección título freedom support",
)


def name_runs(found: Sequence[Word]) -> Iterator[Span]:
    """Yield the runs of capitalised words among some words, in order."""
    at = 0
    while at < len(found):
        if not _is_capital(found[at]) or found[at].low in PRONOUNS:
            at += 1
            continue
        end = at
        while _goes_on(found, end + 1):
            end += 1
        if not any(word.low in _LAWS for word in found[at : end + 1]):
            yield at, end
        at = end + 1


def _goes_on(found: Sequence[Word], at: int) -> bool:
    """Tell whether the word at a place belongs to the name before it."""
    if at >= len(found):
        return False
    after = at
    while after + 1 < len(found) and found[after].low in LINKS:
        after += 1
    links = after > at and found[after].capital
    house = _HOUSE.match(f"{found[at - 1].low} {found[at].low}") is not None
    return _is_capital(found[at]) or links or house


def _is_capital(word: Word) -> bool:
    """Tell whether a word begins with a capital letter, behind an article too: "d'Orsay"."""
    return word.capital or _ELISION.match(word.text) is not None
