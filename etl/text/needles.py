"""Every place of many words in a text, in one pass.

Hyperscan does it at the speed of memory, however many words there are. It has no wheel for every
machine: where it is missing, the text is searched for one word after the other, which finds the
same, only later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from typing import NamedTuple


class Needle(NamedTuple):
    """A word to look for; where it must begin or end as a word, a finder may leave out the rest."""

    word: str
    begins: bool = False
    ends: bool = False


# Of ASCII: whether what lies beyond is a letter cannot be told from one byte.
_LETTERS = frozenset(b"0123456789abcdefghijklmnopqrstuvwxyz_")
Finder = Callable[[str], Iterator[tuple[int, int]]]  # text -> (which word, where it begins)


def finder(needles: Sequence[Needle]) -> Finder:
    """Return what finds these words, none of them empty.

    >>> sorted(finder([Needle("ab"), Needle("b")])("abb"))
    [(0, 0), (1, 1), (1, 2)]
    """
    try:
        return by_hyperscan(needles)
    except ImportError:
        return one_by_one(needles)


def one_by_one(needles: Sequence[Needle]) -> Finder:
    """Return a finder that needs nothing beside Python."""

    def find(text: str) -> Iterator[tuple[int, int]]:
        for which, needle in enumerate(needles):
            at = text.find(needle.word)
            while at >= 0:
                yield which, at
                at = text.find(needle.word, at + 1)

    return find


def by_hyperscan(needles: Sequence[Needle]) -> Finder:
    """Return a finder whose time does not grow with the words; `ImportError` where it has none."""
    import hyperscan

    if not needles:
        return one_by_one(needles)
    known = [_bytes(needle.word) for needle in needles]
    # Hyperscan takes a hundred times as long to prepare words with their boundaries.
    rules = [
        (len(word), n.begins and word[0] in _LETTERS, n.ends and word[-1] in _LETTERS)
        for n, word in zip(needles, known, strict=True)
    ]
    engine = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    engine.compile(expressions=known, ids=range(len(known)), flags=0, literal=True)
    only_one = Lock()  # a database scans one text at a time

    def find(text: str) -> Iterator[tuple[int, int]]:
        data = _bytes(text)
        ends: list[tuple[int, int]] = []
        with only_one:
            engine.scan(data, match_event_handler=lambda i, _, end, *more: ends.append((end, i)))
        found = _whole(data, ends, rules)
        return found if len(data) == len(text) else _in_signs(data, sorted(found, key=_place))

    return find


def _whole(
    data: bytes, ends: list[tuple[int, int]], rules: list[tuple[int, bool, bool]]
) -> Iterator[tuple[int, int]]:
    """Yield which word begins where, without those inside of another where they may not be."""
    last = len(data)
    for end, which in ends:
        size, begins, closes = rules[which]
        start = end - size
        if begins and start and data[start - 1] in _LETTERS:
            continue
        if closes and end < last and data[end] in _LETTERS:
            continue
        yield which, start


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _place(found: tuple[int, int]) -> int:
    return found[1]


def _in_signs(data: bytes, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield places counted in signs where they were counted in bytes."""
    at = signs = 0
    for which, start in found:
        signs += len(data[at:start].decode("utf-8", "surrogatepass"))
        at = start
        yield which, signs
