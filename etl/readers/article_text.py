"""Articles as plain text: one file an article, with or without lines that say what it is.

At the top may stand `Title: …`, `URL: …`, `Date: …`, `Outlet: …`, `Author: …`, in any order, a
headline on a line of its own, a day, a byline, or the day glued to the text (`date 2026-01-02
Hikmat …`). What the file does not say stays None: neither its name nor its text is guessed from.
"""

from __future__ import annotations

import re

from etl.records import Article, Refused, Reject
from etl.text.article_head import Head, cut_head
from etl.text.clean import clean_title, tidy, words
from etl.text.encodings import decode
from etl.text.register import looks_like_register

VERSION = 1
LARGEST = 5_000_000  # bytes; a book, not an article

_NAMES = (".txt", ".text", ".md", ".markdown")
_OTHER_FORMATS = re.compile(r"\s*(?:<[?!/a-zA-Z]|\{|\[\s*[{\[\"])")  # XML, HTML, JSON


def reads(name: str, head: bytes) -> bool:
    """Return whether this is a text file that is no mark-up and no Federal Register document."""
    if not name.lower().endswith(_NAMES):
        return False
    try:
        text = decode(head)
    except Refused:
        return True  # to be refused by `read`, which says why
    return not _OTHER_FORMATS.match(text) and not looks_like_register(text)


def read(name: str, content: bytes) -> list[Article | Reject]:
    """Return the article in this file, and what of its head could not be used."""
    if len(content) > LARGEST:
        size = f"{len(content) / 1e6:.1f} MB"
        raise Refused(f"the file is {size} large; articles are read up to {LARGEST // 10**6} MB")
    text = decode(content)
    if not words(text):
        raise Refused("the file holds no words")
    head, rest = cut_head(re.sub(r"[^\S\n]+", " ", re.sub(r"\r\n?", "\n", text)))
    body = _paragraphs(rest)
    if not body and not head.fields.get("title"):
        raise Refused("the file holds neither a headline nor a text")
    return [_article(head, body), *head.rejects]


def _article(head: Head, body: str) -> Article:
    said, when = head.fields, head.when
    language = said.get("language", "").strip().lower()[:2]
    country = said.get("country", "").strip().upper()
    return Article(
        url=said.get("url"),
        title=clean_title(said.get("title"), said.get("outlet")),
        text=body or None,
        outlet=said.get("outlet"),
        author=said.get("author"),
        country=country if re.fullmatch(r"[A-Z]{2}", country) else None,
        language=language if re.fullmatch(r"[a-z]{2}", language) else None,
        published=said.get("published"),
        published_on=when.on,
        published_at=when.at,
        published_precision=when.precision,
        published_source="text" if said.get("published") else None,
    )


def _paragraphs(text: str) -> str:
    """Return clean paragraphs, a blank line between them; lines broken for width are joined."""
    blocks = (
        re.sub(r"(?<![.!?:։…»”\"]) ?\n ?(?=[^\W\d_])", _joint, block)
        for block in re.split(r"\n\s*\n", text)
    )
    lines = ("\n".join(filter(None, map(tidy, block.split("\n")))) for block in blocks)
    return "\n\n".join(filter(None, lines))


def _joint(found: re.Match[str]) -> str:
    return " " if found.string[found.end()].islower() else "\n"
