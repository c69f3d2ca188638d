"""How warm or hostile the words of a text are, whatever they are about: VADER's compound.

Tone is not stance: warm words can oppose a policy. The rules and the lexicon are those of VADER
(Hutto and Gilbert 2014, package vaderSentiment, MIT), worked out for many texts at once: each
distinct token is looked up once, and the rules run over arrays. Left out are its five phrases of
slang; where a text says "but", what stands before it counts half and after it one and a half, which
VADER means and misses where two words weigh the same. English only.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from vaderSentiment import vaderSentiment as vader  # type: ignore[import-untyped]

from etl.text.tone_words import (
    AT,
    BUT,
    DOUBT,
    ENOUGH,
    JUST,
    KIND,
    LEAST,
    NEVER,
    NO,
    OF,
    OR,
    SO,
    SORT,
    WITHOUT,
    Numbers,
    Places,
    Tokens,
    tokens,
    without_pictures,
)

METHOD = "vader 3.3.2"
BATCH = 5_000  # texts worked out at once
LONGEST = 50_000  # characters of one text that are read
DAMPED = (1.0, 0.95, 0.9)  # a word that boosts counts less from farther off
ALPHA = 15.0
N_SCALAR, C_INCR, B_DECR = float(vader.N_SCALAR), float(vader.C_INCR), float(vader.B_DECR)


def tone(texts: Sequence[str]) -> list[float]:
    """Return the tone of each text, from -1 (hostile) to 1 (warm); 0.0 where no word tells."""
    return [float(v) for i in range(0, len(texts), BATCH) for v in _tones(texts[i : i + BATCH])]


def _tones(texts: Sequence[str]) -> Numbers:
    plain = [without_pictures(text[:LONGEST]) for text in texts]
    told = tokens(plain)
    total = np.zeros(len(texts))
    if len(told.text):
        at = _telling(told)
        valence = _after_words_before(told, at, _valence(told, at))
        valence *= _contrast(told, at, len(texts))
        total += np.bincount(told.text[at], weights=valence, minlength=len(texts))
    loudness = np.array([_punctuation(text) for text in plain])
    total += np.sign(total) * loudness
    rounded: Numbers = np.round(total / np.sqrt(total * total + ALPHA), 4)
    return rounded


def _telling(told: Tokens) -> Places:
    """Return where words stand that have a valence of their own."""
    at = np.flatnonzero((told.known & (told.boost == 0))[told.kind])
    kind_of = (told.special[told.kind[at]] == KIND) & (_beside(told, at, 1) == OF)
    telling: Places = at[~kind_of]
    return telling


def _beside(told: Tokens, at: Places, by: int) -> Places:
    """Return the special word that stands `by` tokens on in the same text, 0 where none does."""
    there = np.clip(at + by, 0, len(told.text) - 1)
    same = (at + by == there) & (told.text[there] == told.text[at])
    found: Places = np.where(same, told.special[told.kind[there]], 0)
    return found


def _valence(told: Tokens, at: Places) -> Numbers:
    """Return what each telling word says by itself, after a "no" and in capitals."""
    valence = told.valence[told.kind[at]]
    after = np.clip(at + 1, 0, len(told.text) - 1)
    goes_on = (after > at) & (told.text[after] == told.text[at]) & told.known[told.kind[after]]
    one, two, three = (_beside(told, at, -by) for by in (1, 2, 3))
    denied = (one == NO) | (two == NO) | ((three == NO) & (one == OR))
    alone = np.where((told.special[told.kind[at]] == NO) & goes_on, 0.0, valence)
    said: Numbers = np.where(denied, valence * N_SCALAR, alone)
    said += told.loud(at) * np.where(said > 0, C_INCR, -C_INCR)
    return said


def _after_words_before(told: Tokens, at: Places, valence: Numbers) -> Numbers:
    """Return the valence after the three words before each were heard."""
    near = [_beside(told, at, -by) for by in (1, 2, 3)]
    so = [word == SO for word in near]
    doubt = [word == DOUBT for word in near]
    stronger = [so[0] & False, (near[1] == NEVER) & so[0], ((near[2] == NEVER) & so[1]) | so[0]]
    sure = [
        so[0] & False,
        (near[1] == WITHOUT) & doubt[0],
        (near[2] == WITHOUT) & (doubt[1] | doubt[0]),
    ]
    for by in (1, 2, 3):
        before = np.clip(at - by, 0, None)
        heard = (told.place[at] >= by) & ~told.known[told.kind[before]]
        side = np.where(valence > 0, 1.0, -1.0)
        boost = told.boost[told.kind[before]]
        push = boost * np.where(valence < 0, -1.0, 1.0)
        push += ((boost != 0) & told.loud(before)) * side * C_INCR
        said = valence + push * DAMPED[by - 1]
        turned = np.where(told.negates[told.kind[before]] & ~sure[by - 1], N_SCALAR, 1.0)
        said *= np.where(stronger[by - 1], 1.25, turned)
        if by == 3:
            said += B_DECR * (_pair(near[1], near[0]) + _pair(near[2], near[1]))
        valence = np.where(heard, said, valence)
    least = (near[0] == LEAST) & (near[1] != AT)
    heard_out: Numbers = np.where(least, valence * N_SCALAR, valence)
    return heard_out


def _pair(first: Places, second: Places) -> Numbers:
    """Return 1 where two words make "kind of", "sort of" or "just enough"."""
    of = ((first == KIND) | (first == SORT)) & (second == OF)
    pair: Numbers = (of | ((first == JUST) & (second == ENOUGH))).astype(np.float64)
    return pair


def _contrast(told: Tokens, at: Places, texts: int) -> Numbers:
    """Return how much a word counts: half before the first "but" of its text, more after it."""
    first = np.full(texts, -1, dtype=np.int64)
    buts = np.flatnonzero((told.special == BUT)[told.kind])[::-1]
    first[told.text[buts]] = told.place[buts]
    but = first[told.text[at]]
    return np.where(but < 0, 1.0, np.where(told.place[at] < but, 0.5, 1.5))


def _punctuation(text: str) -> float:
    """Return what exclamation and question marks add."""
    asked = text.count("?")
    asking = 0.0 if asked < 2 else asked * 0.18 if asked <= 3 else 0.96
    return min(text.count("!"), 4) * 0.292 + asking
