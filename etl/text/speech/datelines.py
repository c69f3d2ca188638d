"""Datelines: "COLUMBUS, Ohio, May 20 (Union Wire) - " before a story names no speaker."""

from __future__ import annotations

import re

from etl.text.sentences import Sentence

_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ.'’-]+){0,3}(?:/[A-ZÀ-Þ ]{3,30})?"  # the place
    r"(?:, [A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+)?)?"  # its state or country
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r"(?:,? ?[(/\[][^()/\[\]]{2,40}[)/\]])?\s?(?:—|–|-{1,2})\s(?=[^a-z])"
)


def after_dateline(text: str, sentence: Sentence) -> int:
    """Return where a sentence begins behind its dateline, if it has one.

    >>> text = "BATH, Maine, May 2 (Union Wire) - Ann Roe said no."
    >>> text[after_dateline(text, Sentence(0, len(text), text, 0)) :]
    'Ann Roe said no.'
    """
    match = _DATELINE.match(text, sentence.start, sentence.end)
    return match.end() if match else sentence.start


def has_dateline(text: str) -> bool:
    """Tell whether a text, or the line under its byline, begins with a dateline."""
    return any(_DATELINE.match(line.strip()) for line in text[:400].split("\n")[:6])
