"""What a text tells beside a bill's number of the Congress that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.text.congress import ordinal

BESIDE = 220  # signs on each side that count as beside a number

_CONGRESS = re.compile(
    r"\b(\d{2,3})(?:st|nd|rd|th)[ -](?:U\.? ?S\.? )?Congress\b"
    r"|\b(\d{2,3})-?(?:го|м|ом|й|ый) (?:созыв|конгресс)|конгресс\w{0,3} (\d{2,3})-?го созыва"
    r"|\b(\d{2,3})-?(?:ci|cı|cu|cü|inci|uncu) (?:konqres|kongre)|\b(\d{2,3})e congrès",
    re.IGNORECASE,
)
_LAST_CONGRESS = re.compile(
    r"\b(?:last|previous|prior) (?:session of )?Congress\b|предыдущ\w{2,4} (?:созыв|конгресс)",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"(?: of|,? \() ?((?:19|20)\d\d)\b")
_ACT_AFTER = re.compile(
    r"[\s,(–—:-]{1,4}(?:or |the |known as |called |dubbed |titled |entitled ){0,3}[\"“«]?"
    r"(?:[A-Z][\w&’'-]{0,30},? (?:(?:and|of|for|in|on|the|to|by|from|with|against) ){0,3}){1,14}"
    r"Act of ((?:19|20)\d\d)\b"
)
_ACT_BEFORE = re.compile(r"\bAct of ((?:19|20)\d\d)[\"”»]?[\s,(–—:-]{1,4}(?:or |numbered )?$")


@dataclass(frozen=True, slots=True)
class Told:
    """A Congress, by which words, and how sure that is."""

    congress: int
    why: str
    confidence: str
    of_year: bool = False  # only the year is told, and it may be that of another Act


def told_congress(text: str, start: int, end: int, sat: int | None) -> Told | None:
    """Return the Congress that is told beside a place; `sat` is the one of the text's day.

    >>> told_congress("H.R. 7288 (118th Congress)", 0, 9, 119)
    Told(congress=118, why='told as of the 118th Congress', confidence='high', of_year=False)
    """
    before, after = beside(text, start, end)
    words = f"{before} | {after}"
    told = {int(n) for m in _CONGRESS.finditer(words) for n in m.groups() if n and int(n) < 200}
    if len(told) == 1:
        (congress,) = told
        return Told(congress, f"told as of the {ordinal(congress)} Congress", "high")
    if sat and _LAST_CONGRESS.search(words):
        return Told(sat - 1, "told as of the last Congress", "medium")
    year = _OF_YEAR.match(after) or _ACT_AFTER.match(after) or _ACT_BEFORE.search(before)
    if year:
        return Told((int(year[1]) - 1787) // 2, f"told as of {year[1]}", "high", True)
    return None


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a place, no further than its paragraph."""
    before = text[max(0, start - BESIDE) : start].rpartition("\n\n")[2]
    return before, text[end : end + BESIDE].partition("\n\n")[0]
