"""Wordings of policy files: words as they are written, whatever their case.

`...` leaves room for other words of the sentence, and `*` at the end of a word for its endings:
"reimpos* ... Afghan*".
"""

from __future__ import annotations

import re
from functools import lru_cache

_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")


def place(wording: str, sentence: str) -> tuple[int, int] | None:
    """Return where the parts of a wording stand one after the other in a sentence, or None.

    >>> place("dim* ... year", "It was dimmed each year."), place("dim", "It was dimmed.")
    ((7, 23), None)
    """
    start, end = -1, 0
    for part in _parts(wording):
        found = part.search(sentence, end)
        if found is None:
            return None
        start, end = (found.start() if start < 0 else start), found.end()
    return (start, end) if start >= 0 else None


def stem(wording: str) -> str:
    """Return the longest word of a wording, in lower case and without `*`.

    >>> stem("dim* ... each Year")
    'each'
    """
    words = [word.removesuffix("*").lower() for word in _GAP.sub(" ", wording).split()]
    return max(words, key=len, default="")


@lru_cache(maxsize=4096)
def _parts(wording: str) -> tuple[re.Pattern[str], ...]:
    parts = [part for part in _GAP.split(wording) if part.strip()]
    return tuple(
        re.compile(r"\W+".join(_word(word) for word in part.split()), re.IGNORECASE)
        for part in parts
    )


def _word(word: str) -> str:
    stem = re.escape(word.removesuffix("*"))
    return rf"(?<!\w){stem}" + (r"\w*" if word.endswith("*") else r"(?!\w)")
