"""From when and until when an act holds, where the document itself says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from etl.text.register import DAY, first, us_day
from etl.text.terms import run_out, term

_COUNT = r"(?:\d{1,4}|[a-z]+)(?: \(\d{1,4}\))?"
_SPAN = re.compile(
    rf"\bfor (?:an? )?(?:additional |further )?(?:period of )?({_COUNT}[ -](?:day|month|year)s?)\b",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(
    rf"\b(?:through|up to and including|expires? (?:at [^.;]{{0,30}})?on|ending on)\s+({DAY})"
)
_DAY_AFTER = re.compile(rf"\b(?:until|terminates on|ceases to (?:be in|have) effect on)\s+({DAY})")
_BEGINS = re.compile(
    rf"\b(?:effective|takes? effect|applicable|in effect)\s+(?:on|as of|from|beginning|date:)?"
    rf"\s*({DAY})",
    re.IGNORECASE,
)
_LINE = re.compile(rf"\b(?:DATES|Effective Date):\s+[^.]{{0,120}}?({DAY})", re.IGNORECASE)
_OF_THE_ACT = re.compile(r"\b(?:waiv\w+|suspen\w+|this (?:determination|certification))\b", re.I)
_OF_A_REPORT = re.compile(r"\b(?:comments?|reports?|submit\w*|fiscal year)\b", re.IGNORECASE)
LONGEST = 60_000  # characters: what a waiver says of its own term stands near its words


@dataclass(frozen=True, slots=True)
class Holds:
    """The first and the last day that a document says its act holds; None where it does not."""

    from_on: date | None = None
    until_on: date | None = None


def holds(text: str | None, since: date | None) -> Holds:
    """Return what a document says of its act's own days; a term counts from them or from `since`.

    >>> holds("The waiver shall remain in effect until June 30, 2024.", date(2024, 1, 2))
    Holds(from_on=None, until_on=datetime.date(2024, 6, 29))
    """
    sentences = re.split(r"(?<=[.;])\s+|\n\s*\n", (text or "")[:LONGEST])
    joined = [" ".join(s.split()) for s in sentences]
    about = [s for s in joined if _OF_THE_ACT.search(s) and not _OF_A_REPORT.search(s)]
    begins = next((day for s in about if (day := us_day(first(_BEGINS, s)))), None)
    begins = begins or us_day(first(_LINE, " ".join(joined[:12])))
    start = begins or since
    ends = next((day for s in about if (day := _until(s, start))), None)
    return Holds(begins, ends if ends and start and ends >= start else None)


def _until(sentence: str, since: date | None) -> date | None:
    """Return the last day that a sentence tells; "until" a day leaves that day out."""
    if day := us_day(first(_LAST_DAY, sentence)):
        return day
    if day := us_day(first(_DAY_AFTER, sentence)):
        return day - timedelta(days=1)
    span = term(re.sub(r" \(\d+\)", "", first(_SPAN, sentence) or "") or None)
    if span is None or since is None:
        return None
    over = run_out(since, span)
    return over - timedelta(days=1) if over < date.max else None
