"""How nearly two bill texts are the same, by the runs of words they share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from heapq import nsmallest
from zlib import crc32

RUN = 5  # words
WORDS = 1_000  # of a text that are compared; the lengths are compared whole
FEWEST = 20  # runs, under which a text is too short to tell
SHORT = 120  # runs, under which the enacting words weigh: nearly all must be the same
SAME, SAME_SHORT = 0.75, 0.9
SAMPLE, IN_COMMON = 32, 4  # the least runs of a text, and how many of them like texts share
LENGTHS = 0.6  # a bill folded into a longer one is not that bill

_HEAD = re.compile(
    r"^.*?(?:be it enacted by the senate and house of representatives of the united states of"
    r" america in congress assembled|resolved by the senate and house of representatives[^,]*"
    r" assembled)[, ]*(?:\(two-thirds of each house concurring therein\))?",
    re.IGNORECASE | re.DOTALL,
)
_SHORT_TITLE = re.compile(
    r"\bthis (?:act|resolution|title) may be cited as (?:the )?[^.]{1,300}\.", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Print:
    """The runs of words of a text, as numbers, and how long the text is."""

    runs: frozenset[int]
    length: int


def print_of(text: str, length: int | None = None) -> Print:
    """Return a text's print; `length` is that of the whole where only its beginning is given."""
    told = length or len(text)
    body = _HEAD.sub("", text[:4000], count=1) + text[4000:]
    body = _YEAR.sub("0", _SHORT_TITLE.sub(" ", body))
    words = re.findall(r"\w+", body.lower())[:WORDS]
    runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return Print(frozenset(crc32(run.encode()) for run in runs), told)


def sample_of(of: Print) -> frozenset[int]:
    """Return the least of a print's runs: texts that are near the same share many of them."""
    return frozenset(nsmallest(SAMPLE, of.runs))


def may_be_like(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether two samples leave it open that their texts are near the same."""
    return len(one & other) >= min(IN_COMMON, len(one), len(other))


def likeness(one: Print, other: Print) -> float:
    """Return the share of the shorter text's runs that the other has; 0 where it cannot be told."""
    fewest = min(len(one.runs), len(other.runs))
    if fewest < FEWEST or min(one.length, other.length) < LENGTHS * max(one.length, other.length):
        return 0.0
    return len(one.runs & other.runs) / fewest


def near_same(one: Print, other: Print) -> bool:
    """Return whether two texts are near the same."""
    short = min(len(one.runs), len(other.runs)) < SHORT
    return likeness(one, other) >= (SAME_SHORT if short else SAME)
