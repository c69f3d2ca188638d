"""Which stretches of a text stand between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

LIMIT = 3000  # characters; past this a quotation mark was not closed
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ("»", "«"))
_PAIRED = [re.compile(f"{a}[^{a}{b}]{{1,{LIMIT}}}{b}") for a, b in _PAIRS]
_GERMAN = ("»", "«")
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![^\S\n]*\n))+")


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the stretches between quotation marks, with the marks, in order.

    >>> quotations('He said "no" and “yes”.')
    [(8, 12), (17, 22)]
    """
    found = [
        match.span()
        for (opening, _), pattern in zip(_PAIRS, _PAIRED, strict=True)
        if opening in text and (opening not in _GERMAN or _comes_first(text, opening))
        for match in pattern.finditer(text)
    ]
    if '"' in text:
        found.extend(_straight(text))
    if "“" in text:
        found.extend(_carried_over(text))
    return sorted(found)


def overlapping(marks: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the quotations, given in order, that a stretch of text touches.

    >>> overlapping([(0, 9), (12, 20), (30, 40)], 8, 13)
    [(0, 9), (12, 20)]
    """
    first = bisect_left(marks, (start - LIMIT - 2, 0))
    last = bisect_left(marks, (end, 0))
    return [(a, b) for a, b in marks[first:last] if start < b]


def _comes_first(text: str, mark: str) -> bool:
    """Tell whether of the two marks that point this one opens, as the first in the text does."""
    return mark == next(sign for sign in text if sign in _GERMAN)


def _carried_over(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands from a mark to the end of its paragraph, as where the next one goes on."""
    for paragraph in _PARAGRAPH.finditer(text):
        opened = paragraph[0].rfind("“")
        begins = opened == 0 or paragraph[0][opened - 1 : opened].isspace()
        left_open = opened >= 0 and "”" not in paragraph[0][opened:] and "„" not in paragraph[0]
        if left_open and begins and len(paragraph[0]) - opened <= LIMIT:
            yield paragraph.start() + opened, paragraph.end()


def _straight(text: str) -> list[tuple[int, int]]:
    """Pair straight marks within paragraphs; one left open runs to the paragraph's end."""
    found: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        places = [paragraph.start() + i for i, sign in enumerate(paragraph[0]) if sign == '"']
        if len(places) % 2:
            places.append(paragraph.end())
        found.extend(
            (left, min(right + 1, paragraph.end()))
            for left, right in zip(places[::2], places[1::2], strict=True)
            if right - left <= LIMIT
        )
    return found
