"""Who signed a printed document of the Federal Register, as what, and on which day."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from etl.text.register import DAY, first, president_on, us_day

_END = re.compile(r"^[ \t]*\[FR Doc\. [\dA-Z]+-\d+", re.MULTILINE)
_WHITE_HOUSE = re.compile(rf"THE WHITE HOUSE,?\s+(?:Washington,?\s+)?({DAY})")
_DATED = re.compile(rf"\b(?:Dated|Signed|Issued)\b[^\n]{{0,60}}?\s({DAY})")
_NAME = r"[A-Z][\w.'’-]*(?: [\w.'’()-]+){1,5}(?:, (?:Jr|Sr|III?|IV)\.?)?"
_SIGNATURE = re.compile(rf"({_NAME}),\s+([A-Z][^\[\]]{{3,160}}?)\.?\s*$")
_PICTURE = re.compile(r"^[ \t]*([A-Z][a-z]{2,})\.EPS\b", re.MULTILINE)  # Trump.EPS


class Signature(NamedTuple):
    """Who signed, and as what."""

    name: str | None = None
    role: str | None = None


def signed_on(text: str, instrument: re.Match[str] | None) -> date | None:
    """Return the day of signature, which stands over or under the text."""
    body = text[: end.start()] if (end := _END.search(text)) else text
    dated = _DATED.findall(body)
    told = (
        instrument[2] if instrument else None,
        first(_WHITE_HOUSE, body),
        dated[-1] if dated else None,
    )
    return next((day for words in told if (day := us_day(words))), None)


def signature(text: str, kind: str | None, day: date | None) -> Signature:
    """Return who signed. A President's name is a picture, so the day says whose it is."""
    if kind == "presidential document":
        name = president_on(day) or first(_PICTURE, text)
        return Signature(name, "President") if name else Signature()
    end = _END.search(text)
    if not end:
        return Signature()
    block = text[: end.start()].rstrip()[-500:]
    block = re.split(rf"(?:Dated|Signed|Issued)\b[^\n]*{DAY}\.?", block)[-1]
    lines = " ".join(re.split(r"\n\s*\n|(?<=\.)\n", block.strip())[-1].split())
    found = _SIGNATURE.match(lines)
    return Signature(found[1], found[2]) if found else Signature()
