"""Runs of capitalised words in other languages than English: names, without those of laws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.text.speech.agents import PRONOUNS
from etl.text.speech.sentence_words import Word
from etl.text.words import words

Span = tuple[int, int]  # the first and the last word
LINKS = words("de del della di da van von der den al el bin ibn la le du des")
_STARTS = words(
    "en de por para con sin según el la los las le les un une pour dans selon von aus im",
)
_LAWS = words(
    "ley loi gesetz закон act yasası qanunu section sección título freedom support",
)


def name_runs(found: Sequence[Word]) -> Iterator[Span]:
    """Yield the runs of capitalised words among some words, in order."""
    at = 0
    while at < len(found):
        if not found[at].capital or found[at].low in PRONOUNS:
            at += 1
            continue
        end = at
        while _goes_on(found, end + 1):
            end += 1
        first = at + 1 if at < end and found[at].low in _STARTS else at
        if not any(word.low in _LAWS for word in found[first : end + 1]):
            yield first, end
        at = end + 1


def _goes_on(found: Sequence[Word], at: int) -> bool:
    """Tell whether the word at a place belongs to the name before it."""
    if at >= len(found):
        return False
    links = found[at].low in LINKS and at + 1 < len(found) and found[at + 1].capital
    return found[at].capital or links
