"""Text made plain: what strangers wrote is shown as they wrote it, and numbers read like words."""

from __future__ import annotations

import re
from datetime import UTC
from typing import Any

import pandas as pd

MARKS = re.compile(r"([\\`*_\[\]{}<>|~$&#^])")
# These make a list, a heading or a quotation, and only where a line begins.
OPENING = re.compile(r"^(\d*)([-+=.)])")
# Streamlit finds shortcodes (:smile:, :red[), links and addresses in text even where it is escaped.
SHORTCODE = re.compile(r"(:|@|www)(?=[\w+\-/.\[])")
JOINER = "\u2060"


def plain(text: object) -> str:
    """Return text that Markdown shows as it stands.

    >>> plain("*a* $x$")
    '\\\\*a\\\\* \\\\$x\\\\$'
    """
    if missing(text):
        return ""
    one_line = " ".join(str(text).split())
    marked = MARKS.sub(r"\\\1", SHORTCODE.sub(rf"\1{JOINER}", one_line))
    return OPENING.sub(r"\1\\\2", marked)


def missing(value: object) -> bool:
    """Say whether a cell holds nothing."""
    return value is None or value is pd.NA or value is pd.NaT or value != value


def web_address(url: object) -> str | None:
    """Return an address that may be linked to: http or https, nothing else.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    text = "" if missing(url) else str(url).strip()
    return text if re.match(r"https?://[^\s]+$", text, re.IGNORECASE) else None


def day(moment: Any) -> str:
    """Return a day in words, `10 Feb 2026`."""
    return "an unknown day" if missing(moment) else f"{moment.day} {moment:%b %Y}"


def moment(at: Any) -> str:
    """Return a moment in words and in UTC, `24 Nov 2026 16:30 UTC`."""
    if missing(at):
        return "at an unknown time"
    at = at.tz_convert(UTC) if at.tzinfo else at
    return f"{day(at)} {at:%H:%M} UTC"


def percent(share: Any) -> str:
    """Return a share as whole per cent, or a dash."""
    return "–" if missing(share) else f"{share:.0%}"


def many(number: Any, noun: str) -> str:
    """Return how many of a thing, in the number that belongs to it.

    >>> many(1, "article"), many(2000, "story")
    ('1 article', '2,000 stories')
    """
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:] != "ay" else f"{noun}s"
    return f"{count(number)} {plural}"


def count(number: Any) -> str:
    """Return a count with its thousands marked, or a dash."""
    return "–" if missing(number) else f"{int(number):,}"
