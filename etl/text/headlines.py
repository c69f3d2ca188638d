"""Who speaks in a headline: "ANCA Demands U.S. Uphold It", "Farm Act must go, says senator".

Headlines set verbs in capitals, leave "is" and "are" out ("Congress urged to enforce it"), and put
a speaker before a colon or behind a dash.
"""

from __future__ import annotations

import re
from functools import cache

from etl.text.agents import ADVERBS, DETERMINERS, PREPOSITIONS, kind_of
from etl.text.attribution import Attribution
from etl.text.governing import governing
from etl.text.holders import Reading, holder_of
from etl.text.people import UPPER
from etl.text.speech_verbs import finite
from etl.text.words import words

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_SMALL = PREPOSITIONS | DETERMINERS | ADVERBS | words("and or but that to is are be it its as not")
_ASKED = words("urged asked told pressed pressured called warned advised encouraged pushed")
_NAME = rf"[{UPPER}][\w.’'-]*"
# "ANCA: …", "Bo Lee: …", "Senator Lee: …"; but not "Analysis: …", "Bath: …".
_BEFORE = re.compile(rf"((?:{_NAME} ){{0,3}}{_NAME}) ?: ")
_BEHIND = re.compile(r" ?[—–:-] ((?:[\w.’'-]+ ){0,4}[\w.’'-]+)$")
_RUBRICS = words(
    "analysis opinion exclusive update updated breaking video report reports interview editorial",
    "commentary explainer watch live review podcast letter letters column news factbox timeline",
    "photos gallery q&a recap preview feature profile essay book guide brief briefing world latest",
)


@cache
def _verbs() -> frozenset[str]:
    return finite() - {"states"}  # "United States"


def recased(headline: str) -> str:
    """Return a headline in which verbs and small words have no capitals; of the same length.

    >>> recased("ANCA Demands U.S. Uphold It"), recased("Roe says the Farm Act must go")
    ('ANCA demands U.S. Uphold it', 'Roe says the Farm Act must go')
    """
    told = list(_WORD.finditer(headline))
    capital = [m for m in told if m[0][0].isupper()]
    if len(told) < 4 or len(capital) < 0.6 * len(told):
        return headline
    text = headline
    for match in told[1:]:
        low = match[0].lower()
        if match[0].istitle() and len(low) == len(match[0]) and (low in _verbs() or low in _SMALL):
            text = text[: match.start()] + low + text[match.end() :]
    return text


def headline_voice(start: int, read: Reading) -> tuple[str, str | None] | None:
    """Return who says a place of a headline, with the role; None where it is the outlet's own.

    `read` is the headline, recased and taken apart.
    """
    quotation = next((q for q in read.quotations if q[0] <= start < q[1]), None)
    said = governing(read, 0, start, quotation) if len(read.sentences) == 1 else None
    if said and not _is_asked(said, read):
        holder, role = holder_of(said, read)
        return (holder, role) if holder else None
    before = _BEFORE.match(read.text)
    if before and before.end() <= start:
        return _somebody(before[1])
    behind = _BEHIND.search(read.text)
    return _somebody(behind[1]) if behind and start < behind.start() else None


def _is_asked(said: Attribution, read: Reading) -> bool:
    """Tell whether somebody is asked and does not ask: "Congress urged to enforce it"."""
    verb = read.text[: said.verb_end].rsplit(" ", 1)[-1].lower()
    return verb in _ASKED and read.text[said.verb_end :].lstrip().startswith("to ")


def _somebody(told: str) -> tuple[str, str | None] | None:
    """Return who a few words of a headline name: an acronym, an office, an office with a name."""
    parts = told.split()
    if any(part.lower() in _RUBRICS for part in parts):
        return None
    if len(parts) == 1 and parts[0].isupper() and len(parts[0]) > 2:
        return told, None
    kinds = [kind_of(part) for part in parts]
    if "person" not in kinds:
        return None
    last = max(i for i, kind in enumerate(kinds) if kind == "person")
    name = " ".join(parts[last + 1 :])
    if name and name[0].isupper():
        return name, " ".join(parts[: last + 1])
    return (told, None) if not name else None
