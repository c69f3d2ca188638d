"""Near copies: of many texts, which are one text cut, framed, shortened or lightly edited.

A text is a copy of a longer one where four fifths of its runs stand there too. Where the two are of
a size that joins them; a much shorter one goes to the shortest text that holds it and joins no two
longer ones, since two articles may both quote one statement whole. A long text that holds several
short ones, each unlike the others, is a digest: of these only the one that opens it belongs to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from etl.text.groups import Groups
from etl.text.shingles import Numbers, Shingled, contained, shared, shingled

Places = NDArray[np.int64]

COPIED = 0.8  # of the shorter text's runs
_OF_A_SIZE = 0.5  # of the longer text's runs
_SHORTEST = 30  # words; under that only equal texts are one
# These three are those of staged.shared_prints and staged.likely_copies too.
_ALL_PAIRS = 12  # texts that share a run; of more, each is held to the longest and its neighbours
_NEIGHBOURS = 2
_LEAST_SHARED = 0.1  # of the few of the shorter: under that a pair is not looked at
_HELD = 20_000  # texts whose shingles are kept at hand


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Pairs of texts to be looked at, by their places; the longest of the longer come first."""

    longer: Places
    shorter: Places


def near_copies(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of places of texts that are copies; what pairs join is one story.

    The order of the texts makes no difference but between texts of one length.
    """

    @lru_cache(maxsize=_HELD)
    def held(place: int) -> Shingled:
        return shingled(texts[place])

    few, sizes = [], np.zeros(len(texts), dtype=np.int64)
    for place in range(len(texts)):
        text = held(place)
        few.append(prints(text))
        sizes[place] = len(text.runs)
    pairs = _candidates(few, sizes)
    of_a_size = sizes[pairs.shorter] >= _OF_A_SIZE * sizes[pairs.longer]
    joined = Groups[int]()
    for longer, shorter in _listed(pairs, of_a_size):
        if joined.apart(longer, shorter) and _copied(held(shorter), held(longer)):
            joined.join(longer, shorter)
    cuts = _cuts(_listed(pairs, ~of_a_size), joined, held)
    return [*joined.joined(), *cuts]


def prints(text: Shingled) -> Numbers:
    """Return the numbers by which texts that may be copies find each other; none of a short one."""
    return text.few if text.words >= _SHORTEST else text.few[:0]


def _listed(pairs: _Pairs, chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    return list(zip(pairs.longer[chosen].tolist(), pairs.shorter[chosen].tolist(), strict=True))


def _copied(shorter: Shingled, longer: Shingled) -> bool:
    return contained(shorter, longer) >= COPIED


def _cuts(
    pairs: Sequence[tuple[int, int]], joined: Groups[int], held: Callable[[int], Shingled]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of what is much shorter: each group with the shortest that holds it."""
    found: dict[int, tuple[int, int]] = {}
    for longer, shorter in reversed(pairs):
        group = joined.of(shorter)
        if group in found or not joined.apart(longer, shorter):
            continue
        if _copied(held(shorter), held(longer)):
            found[group] = longer, shorter
    within: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for longer, shorter in found.values():
        within[joined.of(longer)].append((longer, shorter))
    for several in within.values():
        for longer, shorter in several:
            if len(several) == 1 or _opens(held(shorter), held(longer)):
                yield longer, shorter


def _opens(shorter: Shingled, longer: Shingled) -> bool:
    """Return whether a text stands at the beginning of another."""
    return 2 * shared(shorter.opening, np.sort(longer.opening)) >= len(shorter.opening)


def _candidates(few: Sequence[Numbers], sizes: Places) -> _Pairs:
    """Return the pairs of texts that share enough of their few to be looked at."""
    longest_first = np.argsort(-sizes, kind="stable")
    counts = np.array([len(few[place]) for place in longest_first], dtype=np.int64)
    if not counts.sum():
        return _Pairs(longest_first[:0], longest_first[:0])
    numbers = np.concatenate([few[place] for place in longest_first])
    owners = np.repeat(np.arange(len(counts)), counts)
    order = np.argsort(numbers, kind="stable")  # of one number the longest text comes first
    made = _pairs(numbers[order], owners[order], len(few))
    pairs, times = np.unique(made, return_counts=True)
    longer, shorter = np.divmod(pairs, len(few))
    enough = times >= _LEAST_SHARED * counts[shorter]
    return _Pairs(longest_first[longer[enough]], longest_first[shorter[enough]])


def _pairs(numbers: Numbers, owners: Places, texts: int) -> Places:
    """Return pairs of owners of one number, the longer text first, as one number each."""
    starts = np.flatnonzero(np.concatenate(([True], numbers[1:] != numbers[:-1])))
    sizes = np.diff(np.append(starts, len(numbers)))
    size = np.repeat(sizes, sizes)
    found = []
    for apart in range(1, _ALL_PAIRS):
        same = np.flatnonzero(numbers[apart:] == numbers[:-apart])
        same = same if apart <= _NEIGHBOURS else same[size[same] <= _ALL_PAIRS]
        found.append(owners[same] * texts + owners[same + apart])
    many = np.flatnonzero(size > _ALL_PAIRS)
    first = np.repeat(starts, sizes)[many]
    found.append((owners[first] * texts + owners[many])[many > first + _NEIGHBOURS])
    return np.concatenate(found)
