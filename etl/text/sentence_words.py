"""The words and marks of a sentence, and the runs of capitalised words that are names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from etl.text.agents import ADVERBS, kind_of
from etl.text.words import words

_WORD = re.compile(r"[^\W_]+(?:[’'.&/-][^\W_]+)*(?:(?<=s)[’'](?= [\w]))?|\S")
_LINKS = words(
    "of the for and on de del della di da van von der den al el bin ibn la le du des &",
)
TITLES = words(
    "sen sens rep reps gov amb dr prof gen col mr mrs ms lt sgt capt maj adm rev hon atty fr",
    "ag del supt cmdr cllr msgr sir dame lady lord madam",
)


class Word(NamedTuple):
    """One word or mark of a text."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it owns what follows: "Turan's"."""
        return self.text[-2:] in ("'s", "’s", "s'", "s’")


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words and marks of a stretch of text."""
    return [Word(m[0], m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def run_end(found: Sequence[Word], at: int, last: int) -> int:
    """Return the last word of the run of capitalised words that begins at a place."""
    end = at
    i = at + 1
    while i < last and not found[end].possessive:
        word = found[i]
        if word.capital and word.low not in ADVERBS:
            end = i
        elif (
            word.text == "."
            and _abbreviates(found[i - 1])
            and i + 1 < last
            and found[i + 1].capital
        ):
            pass
        elif not (
            word.low in _LINKS
            and i + 1 < last
            and (found[i + 1].capital or found[i + 1].low in _LINKS)
            and _joins(found, at, i)
        ):
            break
        i += 1
    return end


def _abbreviates(word: Word) -> bool:
    """Tell whether a dot after a word belongs to it: "Sen.", "J.", "U.S."."""
    return word.low in TITLES or len(word.text) <= 2 or "." in word.text


def _joins(found: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether a small word belongs to the name: "Committee of", "Secretary of", "van"."""
    low = found[at].low
    if low == "and":
        return any(kind_of(w.text) == "body" for w in found[first:at]) and kind_of(
            found[at - 1].low
        ) not in ("person",)
    if low in ("of", "for", "on", "the", "&"):
        return low in ("the", "&") or any(kind_of(w.text) for w in found[first:at])
    return True
