"""Furniture: lines that an outlet sets around many of its articles, and that say nothing of one.

How often a line recurs is counted by `staged.furniture`; here a line is known again by its mark.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import blake2b

_LEAST_LEFT = 100  # characters; where fewer are left the lines were the story, told time and again


def line_marks(text: str) -> list[int]:
    r"""Return the marks of the lines of a text, each once; case and outer space make no difference.

    >>> len(line_marks("All rights reserved.\nNews.\n\n ALL rights reserved. "))
    2
    """
    return list(dict.fromkeys(mark for _, mark in _lines(text)))


def without_lines(text: str, furniture: Collection[int]) -> str:
    r"""Return a text without the lines of these marks, unless hardly anything would be left.

    >>> news = "News of a day. " * 8
    >>> without_lines(f"{news}\nAll rights reserved.", line_marks("All rights reserved.")) == news
    True
    """
    if not furniture:
        return text
    bare = "\n".join(line for line, mark in _lines(text) if mark not in furniture)
    return bare if len(bare) >= _LEAST_LEFT else text


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield the lines of a text, each with a mark, the same on every machine."""
    for line in text.split("\n"):
        if plain := line.strip():
            told = plain.casefold().encode("utf-8", "surrogatepass")
            yield line, int.from_bytes(blake2b(told, digest_size=8).digest(), signed=True)
