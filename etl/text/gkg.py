"""A line of GDELT's Global Knowledge Graph 2.1: 27 columns apart by tabs, no header.

Columns by the GKG 2.1 codebook: of each article its address, when it was seen, and the names,
themes and quotations that GDELT found in it; never its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from urllib.parse import unquote

COLUMNS = 27
RECORD, SEEN, COLLECTION, SITE, ADDRESS = range(5)
TRANSLATION, EXTRAS = 25, 26
# Themes, organisations twice, quotations, all names, amounts ("907 of the freedom support act").
NAMING = (7, 13, 14, 22, 23, 24)
PLACES = (9, 10, 11, 12)  # and persons: they name no policy, but tell which one is meant
_OFFSET = re.compile(r",-?\d+(?=;|$)")
_URL_GAPS = re.compile(r"[-_/+.?=&]+")


def split_line(line: str) -> list[str]:
    """Return the columns of a line, missing ones empty; more than there are go into the last."""
    found = line.rstrip("\r\n").split("\t", COLUMNS - 1)
    return found + [""] * (COLUMNS - len(found))


def extra(columns: Sequence[str], tag: str) -> str | None:
    """Return what the page itself says under `PAGE_TITLE`, `PAGE_AUTHORS` and the like.

    >>> extra([""] * 26 + ["<PAGE_TITLE>Aid &amp; trade</PAGE_TITLE>"], "PAGE_TITLE")
    'Aid & trade'
    """
    told = columns[EXTRAS]
    start = told.find(f"<{tag}>")
    end = told.find(f"</{tag}>", start)
    if start < 0 or end < 0:
        return None
    return unescape(told[start + len(tag) + 2 : end]).strip() or None


def naming_text(columns: Sequence[str]) -> str:
    """Return all in which a line may name a policy, a line each, its title first."""
    address = _URL_GAPS.sub(" ", unquote(columns[ADDRESS]))
    return "\n".join((extra(columns, "PAGE_TITLE") or "", address, *_plain(columns, NAMING)))


def telling_text(columns: Sequence[str]) -> str:
    """Return the persons and places of a line: what may tell which policy its names mean."""
    return "\n".join(_plain(columns, PLACES))


def _plain(columns: Sequence[str], places: Sequence[int]) -> list[str]:
    """Return columns without offsets and marks, as a person would write the names."""
    texts = (_OFFSET.sub("", unescape(columns[place])) for place in places)
    return [text.replace("_", " ").replace(";", "; ").replace("#", " ") for text in texts]
