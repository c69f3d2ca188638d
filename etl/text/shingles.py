"""Shingles: a text as the set of its runs of twelve letters, and the few that stand for it.

A run begins where a word does; case, punctuation, spaces and look-alike letters make no difference.
Scripts without spaces begin a run, of six, at every character. A run is one number, the same on
every machine. The few are chosen by winnowing (Schleimer, Wilkerson and Aiken 2003): the smallest
of every sixteen longer runs, so that two texts with some twenty words in a row in common have one
of them in common, wherever in either text they stand.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from etl.text.folding import fold

Numbers = NDArray[np.uint64]

_RUN = 12  # letters, some two or three words; 2 ** n or 3 * 2 ** n
_CHARACTERS_RUN = 6
_WINDOW = 16  # runs
_LONGEST = 500_000  # characters of a text; a longer one is a book
_GOLDEN = 0x9E3779B97F4A7C15  # odd, so that no letter is lost from a product
_BREAK, _LETTER, _CHARACTER, _UNSEEN = range(4)
_ALPHABETS = (range(0x3400), range(0xF900, 0xFFFF))  # what may be folded; the rest stands as it is
_WITHOUT_SPACES = (
    *((0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800)),  # Thai, Lao, Burmese, Khmer
    *((0x3040, 0x3100), (0x3400, 0xA000)),  # kana, Chinese characters
)


@dataclass(frozen=True, slots=True, eq=False)
class Shingled:
    """A text as numbers: all its runs and the few that stand for it, each once and in order."""

    words: int
    runs: Numbers
    few: Numbers
    opening: Numbers  # its first runs, in their order


def shingled(text: str) -> Shingled:
    """Return the shingles of a text.

    >>> one = shingled("Aid to the government in Baku is barred by the law, he said.")
    >>> other = shingled("“AID to the government—in Baku—is barred by the law”")
    >>> one.words, len(one.runs), contained(other, one)
    (13, 10, 1.0)
    """
    letters, begins = _letters(text[:_LONGEST])
    length = _CHARACTERS_RUN if 2 * len(letters) < 3 * len(begins) else _RUN
    runs = _runs(letters, length)
    own = _from(runs, begins)
    longer = _from(_followed(runs, length, runs, length), begins)
    return Shingled(len(begins), _each_once(own), _winnowed(longer), own[:_WINDOW])


def contained(shorter: Shingled, longer: Shingled) -> float:
    """Return the share of one text's runs, from 0 to 1, that another has as well."""
    return shared(shorter.runs, longer.runs) / max(1, len(shorter.runs))


def shared(one: Numbers, other: Numbers) -> int:
    """Return how many of some numbers are among others, which are in order."""
    if not len(one) or not len(other):
        return 0
    places = other.searchsorted(one)
    places[places == len(other)] = 0
    return int(np.count_nonzero(other[places] == one))


def _letters(text: str) -> tuple[Numbers, NDArray[np.intp]]:
    """Return the number of every letter of a text, and the places of those that begin a word."""
    kinds, numbers = _alphabet()
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    kind = kinds.take(codes)
    if kind.max(initial=_BREAK) == _UNSEEN:
        codes, kind = codes[kind != _UNSEEN], kind[kind != _UNSEEN]
    places = np.flatnonzero(kind)
    begins = np.ones(len(places), dtype=np.bool_)
    begins[1:] = np.diff(places) > 1
    if kind.max(initial=_BREAK) == _CHARACTER:
        begins |= kind.take(places) == _CHARACTER
    return numbers.take(codes.take(places)), np.flatnonzero(begins)


def _from(runs: Numbers, begins: NDArray[np.intp]) -> Numbers:
    """Return the runs that begin at some places; the last places may have none."""
    return runs.take(begins[: np.searchsorted(begins, len(runs))])


@cache
def _alphabet() -> tuple[NDArray[np.uint8], Numbers]:
    """Return the kind of every character, and the number of the letter that it counts as."""
    kinds = np.full(0x10000, _BREAK, dtype=np.uint8)
    codes = np.arange(0x10000, dtype=np.uint64)
    kinds[0x3400:0xD7B0] = _LETTER  # Chinese, Korean and what lies between
    for code in (code for span in _ALPHABETS for code in span):
        sign = chr(code)
        folded = fold(sign).text
        if not folded:
            kinds[code] = _UNSEEN
        elif sign.isalnum() or unicodedata.category(sign)[0] == "M":
            kinds[code], codes[code] = _LETTER, ord(folded[0])
    for start, end in _WITHOUT_SPACES:
        kinds[start:end][kinds[start:end] == _LETTER] = _CHARACTER
    return kinds, _mixed(codes + np.uint64(_GOLDEN))


def _runs(letters: Numbers, length: int) -> Numbers:
    """Return the numbers of all runs of so many letters, in the order of the text."""
    if length == 1:
        return letters
    half = length // 2
    runs = _runs(letters, length - half)
    return _followed(runs, length - half, runs if 2 * half == length else letters, half)


def _followed(runs: Numbers, length: int, later: Numbers, more: int) -> Numbers:
    """Return the numbers of runs of some length, each followed by a later one of `more`."""
    later = later[length:]
    made = runs[: len(later)] * np.uint64(pow(_GOLDEN, more, 1 << 64))
    made += later
    return made


def _mixed(numbers: Numbers) -> Numbers:
    """Return the numbers well mixed (splitmix64), so that any run may be the smallest."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _winnowed(runs: Numbers) -> Numbers:
    if len(runs) <= _WINDOW:
        return runs.min(keepdims=True) if len(runs) else runs
    reach = 1
    while reach < _WINDOW:  # the smallest of 2, 4, 8, 16
        runs = np.minimum(runs[:-reach], runs[reach:])
        reach *= 2
    return _each_once(runs)


def _each_once(numbers: Numbers) -> Numbers:
    """Return the numbers in order, each once; several times as fast here as numpy's `unique`."""
    ordered = np.sort(numbers)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]]
