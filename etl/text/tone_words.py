"""The words of many texts as arrays: each distinct token is looked up once in VADER's lexicon."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from vaderSentiment import vaderSentiment as vader  # type: ignore[import-untyped]

MOST_KNOWN = 300_000  # distinct tokens that are kept in mind
_SPECIAL = "no or never so without doubt least at but kind sort of just enough"
SPECIAL = {word: number for number, word in enumerate(_SPECIAL.split(), 1)}
SPECIAL |= {like: SPECIAL[word] for like, word in (("nor", "or"), ("this", "so"), ("very", "at"))}
NO, OR, NEVER, SO, WITHOUT, DOUBT, LEAST, AT, BUT, KIND, SORT, OF, JUST, ENOUGH = range(1, 15)

SILENT, SILENT_UPPER = (0.0,) * 6, (0.0, 0.0, 0.0, 0.0, 1.0, 0.0)
# The signs that are emoji stand from here on; curly quotes and dashes stand before.
_PICTURE = re.compile("[\u203c-\U0010ffff]")

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


class _Kinds(dict[str, int]):
    """The kind of each token met: tokens of which the same is known are of one kind."""

    def __init__(self) -> None:
        # Most words say nothing: two kinds, in capitals or not.
        self.facts: dict[tuple[float, ...], int] = {SILENT: 0, SILENT_UPPER: 1}

    def __missing__(self, token: str) -> int:
        stripped = token.strip(string.punctuation)
        word = stripped if len(stripped) > 2 else token
        lower = word.lower()
        if lower in _telling_words() or "n't" in lower:
            kind = self.facts.setdefault(_facts(word, lower), len(self.facts))
        else:
            kind = 1 if word.isupper() else 0
        self[token] = kind
        return kind


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of all texts in a row by kind, and what is known of each kind."""

    text: Places  # the text it stands in
    place: Places  # in its text, from 0
    kind: Places
    mixed: Flags  # of a text: some words, not all, are in capitals
    valence: Numbers
    boost: Numbers
    known: Flags  # in the lexicon
    negates: Flags
    upper: Flags
    special: Places

    def loud(self, at: Places) -> Flags:
        """Return which of these stand in capitals in a text that is not all capitals."""
        loud: Flags = self.upper[self.kind[at]] & self.mixed[self.text[at]]
        return loud


def tokens(texts: Sequence[str]) -> Tokens:
    """Return the tokens of all texts, split at white space as VADER does."""
    words = [text.split() for text in texts]
    lengths = np.array([len(w) for w in words], dtype=np.int64)
    kinds, count = _kinds(), int(lengths.sum())
    if len(kinds) > MOST_KNOWN:
        kinds.clear()
    kind = np.fromiter(map(kinds.__getitem__, chain.from_iterable(words)), np.int64, count)
    facts = np.array(list(kinds.facts), dtype=np.float64).reshape(-1, 6).T
    text = np.repeat(np.arange(len(texts)), lengths)
    upper = facts[4] > 0
    shouted = np.bincount(text[upper[kind]], minlength=len(texts))
    return Tokens(
        text=text,
        place=np.arange(count) - np.repeat(np.cumsum(lengths) - lengths, lengths),
        kind=kind,
        mixed=(shouted > 0) & (shouted < lengths),
        valence=facts[0],
        boost=facts[1],
        known=facts[2] > 0,
        negates=facts[3] > 0,
        upper=upper,
        special=facts[5].astype(np.int64),
    )


def _facts(word: str, lower: str) -> tuple[float, ...]:
    """Return valence, boost, in the lexicon, negates, in capitals, special word."""
    valence = _lexicon().get(lower)
    negates = lower in vader.NEGATE or "n't" in lower
    boost = vader.BOOSTER_DICT.get(lower, 0.0)
    known = valence is not None
    return valence or 0.0, boost, known, negates, word.isupper(), SPECIAL.get(lower, 0)


@cache
def _telling_words() -> frozenset[str]:
    return frozenset([*_lexicon(), *vader.BOOSTER_DICT, *vader.NEGATE, *SPECIAL])


@cache
def _kinds() -> _Kinds:
    """Return the kinds of this process; they are looked up again when they have grown large."""
    return _Kinds()


def without_pictures(text: str) -> str:
    """Return a text with its emoji as words."""
    if text.isascii() or not _PICTURE.search(text):
        return text
    return _PICTURE.sub(lambda found: _pictures().get(found[0], found[0]), text)


@cache
def _vader() -> vader.SentimentIntensityAnalyzer:
    return vader.SentimentIntensityAnalyzer()


@cache
def _lexicon() -> dict[str, float]:
    lexicon: dict[str, float] = _vader().lexicon
    return lexicon


@cache
def _pictures() -> dict[str, str]:
    return {sign: f" {words} " for sign, words in _vader().emojis.items()}
