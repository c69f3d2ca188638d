"""What to tell of rows that could not be used: alike ones in one line, with their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from etl.records import Reject

_SHOWN = 3  # alike rows told one by one; more are told together
_SPANS = 6


def rejects(told: Iterable[tuple[int, str, str]], word: str = "row") -> list[Reject]:
    """Return the rejects of (row, reason, example), alike reasons in one.

    >>> rejects([(n, "no address, title or text", "") for n in (17, 18, 19, 20, 30)])
    [Reject(place='rows 17-20, 30 (5)', reason='no address, title or text')]
    """
    alike: dict[str, list[tuple[int, str]]] = {}
    for row, reason, example in told:
        alike.setdefault(reason, []).append((row, example))
    found = []
    for reason, rows in alike.items():
        if len(rows) <= _SHOWN:
            found += [Reject(place=f"{word} {n}", reason=_with(reason, e)) for n, e in rows]
        else:
            place = f"{word}s {_spans([n for n, _ in rows])} ({len(rows):,})"
            found.append(Reject(place=place, reason=_with(reason, rows[0][1], "such as ")))
    return found


def _with(reason: str, example: str, such_as: str = "") -> str:
    return f"{reason}: {such_as}{example[:80]}" if example else reason


def _spans(rows: list[int]) -> str:
    breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(rows)) if b != a + 1), len(rows)]
    spans = [(rows[a], rows[b - 1]) for a, b in pairwise(breaks)]
    shown = [f"{a}-{b}" if b > a else str(a) for a, b in spans[:_SPANS]]
    return ", ".join(shown) + (" …" if len(spans) > _SPANS else "")
