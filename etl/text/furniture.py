"""Furniture: lines that an outlet sets around many of its articles, and that say nothing of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

_MANY = 5  # articles of one outlet; a line in fewer may be its news
_SHARE = 0.1  # of the outlet's articles
_LEAST_LEFT = 100  # characters; where fewer are left the lines were the story, told time and again


def without_furniture(texts: Sequence[str], outlets: Sequence[str | None]) -> list[str]:
    """Return each text without the lines that recur across the articles of its outlet.

    >>> texts = [f"{'News of a day. ' * 8}{day}\\nAll rights reserved." for day in range(6)]
    >>> without_furniture(texts, ["News.Az"] * 6)[5][-15:]
    'ews of a day. 5'
    """
    articles = Counter(outlets)
    times: dict[str | None, Counter[int]] = defaultdict(Counter)
    for text, outlet in zip(texts, outlets, strict=True):
        if outlet and articles[outlet] >= _MANY:
            times[outlet].update({mark for _, mark in _lines(text)})
    return [
        _bare(text, times[outlet], max(_MANY, _SHARE * articles[outlet]))
        if outlet in times
        else text
        for text, outlet in zip(texts, outlets, strict=True)
    ]


def _bare(text: str, times: Counter[int], many: float) -> str:
    bare = "\n".join(line for line, mark in _lines(text) if times[mark] < many)
    return bare if len(bare) >= _LEAST_LEFT else text


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield the lines of a text, each with a mark (good for this process) to know it again by."""
    for line in text.split("\n"):
        if plain := line.strip():
            yield line, hash(plain.casefold())
