"""What a row of somebody's table tells of an article, field by field, made ours.

`told` holds the cells of each of our fields, empty ones left out, the most telling first. What is
wrong with one of them is added to `wrong`: (reason, example).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from etl.text.addresses import domain, web_address
from etl.text.clean import clean_title, paragraphs, plain_text, words

LONGEST_TEXT = 1_000_000  # characters
LONGEST_TITLE = 1_000
LONGEST_NAME = 300
_SNIPPET = 100  # words; what is longer is the text itself, as in feeds
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")  # NewsAPI, where it breaks off
_IN_CELL = re.compile(r"https?://[^\s\"'<>]+", re.I)
_NOTHING = frozenset(["", "-", "–", "n/a", "na", "nan", "none", "null", "nil", "unknown", "#n/a"])

Told = Mapping[str, Sequence[str]]
Wrong = list[tuple[str, str]]


def cell_of(cell: str) -> str:
    """Return a cell without what only says that it is empty."""
    text = cell.strip()
    return "" if len(text) < 10 and text.casefold() in _NOTHING else text


def first(told: Told, field: str) -> str:
    """Return the first cell of a field, or nothing."""
    return next(iter(told.get(field, ())), "")


def name_in(cell: str) -> str | None:
    """Return the name in a cell, None where there are no letters in it."""
    name = plain_text(cell[:LONGEST_NAME]).strip(" ,;|")
    return name if any(c.isalpha() for c in name) else None


def address_in(cell: str) -> str | None:
    """Return the address in a cell, bare or in a formula of a sheet.

    >>> address_in('=HYPERLINK("https://news.az/1","Aid ends")')
    'https://news.az/1'
    """
    found = _IN_CELL.search(cell[:10_000])
    link = found[0] if found else cell.strip()
    return web_address(link) if link and " " not in link else None


def is_page(url: str) -> bool:
    """Return whether an address leads further than to a site's front page."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def address(told: Told, wrong: Wrong) -> str | None:
    """Return the article's address."""
    for cell in told.get("url", ()):
        if url := address_in(cell):
            return url
    if given := first(told, "url"):
        wrong.append(("its address is no web address", given))
    named = first(told, "outlet")  # "Source" holds addresses in many a sheet
    url = address_in(named) if named.lower().startswith(("http://", "https://")) else None
    return url if url and is_page(url) else None


def outlet(told: Told, url: str | None) -> str | None:
    """Return the outlet's name; its bare domain is no name, and the address tells it anyway."""
    own = domain(url) if url else None
    for cell in told.get("outlet", ()):
        name = name_in(cell)
        if not name or name.lower().startswith(("http://", "https://", "www.")):
            continue
        if not own or (own != name.lower() and not own.endswith(f".{name.lower()}")):
            return name
    return None


def title(told: Told, of: str | None, wrong: Wrong) -> str | None:
    """Return the headline, without the name of the outlet `of` at its end."""
    given = first(told, "title")
    found = clean_title(given[: 4 * LONGEST_TITLE], of)
    if len(given) > 4 * LONGEST_TITLE or (found and len(found) > LONGEST_TITLE):
        wrong.append((f"its title is longer than {LONGEST_TITLE:,} characters: cut", ""))
    return found[:LONGEST_TITLE] if found else None


def body(told: Told, wrong: Wrong) -> tuple[str | None, str | None]:
    """Return what may be shown of the article and its text, where the table tells that."""
    text = "\n\n".join(dict.fromkeys(told.get("text", ())))
    if len(text) > LONGEST_TEXT:
        wrong.append((f"its text is longer than {LONGEST_TEXT:,} characters: cut", ""))
    text = paragraphs(text[:LONGEST_TEXT])
    shown: list[str] = []
    for cell in told.get("snippet", ()):
        part = paragraphs(_CUT.sub("", cell[:LONGEST_TEXT]))
        if words(part) > _SNIPPET:
            text = text or ("" if _CUT.search(cell[-200:]) else part)
        elif not any(part in other for other in [*shown, text]):
            shown.append(" ".join(part.split()))
    return " … ".join(shown) or None, text or None
