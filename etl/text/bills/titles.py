"""Which of a bill's many titles is the one in force."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

Titles = Iterable[tuple[str, str]]  # (kind, title), as in ("Short Titles as Enacted", "An Act")

_STAGES = ("introduced", "reported", "passed", "agreed", "amended", "enacted")


def short_title(titles: Titles, display: str | None) -> str | None:
    """Return the latest short title of the whole bill: the displayed one where it is among them."""
    short = [(kind, title) for kind, title in titles if "Short Title" in kind]
    return display if display in [title for _, title in short] else _latest(short)


def official_title(titles: Titles) -> str | None:
    """Return the latest official title of the whole bill.

    >>> official_title([("Official Title as Introduced", "A"), ("Official Titles as Enacted", "B")])
    'B'
    """
    return _latest((kind, title) for kind, title in titles if "Official Title" in kind)


def _latest(titles: Titles) -> str | None:
    """Return the title of the latest stage, the first of several, none of them for a portion."""
    whole = [(kind, title) for kind, title in titles if title and "portion" not in kind]
    return max(whole, key=lambda pair: _stage(pair[0]), default=("", None))[1]


@lru_cache(maxsize=1024)  # some dozens of kinds stand over all titles of a Congress
def _stage(kind: str) -> int:
    """Return how far along a title is: as introduced is 0, as enacted the most."""
    words = re.split(r" as | on ", kind.lower())[-1]
    return max((rank for rank, stage in enumerate(_STAGES) if stage in words), default=-1)
