"""Speakers whom the marks of a headline tell: "Roe: …", "…: Roe", "“…”: Roe on it", "… — Roe"."""

from __future__ import annotations

import re

from etl.text.speech.agents import kind_of
from etl.text.speech.headline_names import Told, is_rubric, somebody
from etl.text.speech.people import UPPER
from etl.text.words import words

_NAME = rf"[{UPPER}][\w.'-]*"
# "ANCA: …", "Bo Lee: …", "Senator Lee: …", "Roe to Lee: …"; but not "Analysis: …", "Bath: …".
_BEFORE = re.compile(
    rf"((?:(?!to )[\w.'-]+ ){{0,4}}(?!to )[\w.'-]+)(?: to {_NAME}(?: {_NAME})?)? ?: "
)
_BEHIND = re.compile(r" ?(:|[—–-]) ((?:[\w.'-]+ ){0,4}[\w.'-]+)$")
_LABEL = re.compile(r"((?:[\w&'.-]+ ){0,3}[\w&'.-]+) ?[:;] ")
_QUOTE_THEN = re.compile(r"“[^”]+”[,.]?(?:: | [—–-] )((?:[\w.'-]+ ){0,4}[\w.'-]+) (?:on|about) ")
_ON = re.compile(r"((?:(?!on )[\w.'-]+ ){0,4}(?!on )[\w.'-]+) on ")
_SPOKEN_TO = words("q&a interview")
_COUNTS = words("poll survey")
# Words of one who holds a view, and no label of a place or a topic before them.
_CLAIM = re.compile(
    r"^“|“[^”]*”$|\b(?:must|should|ought|needs?|cannot|can't|won't|[Dd]on't|I|[Ww]e|[Oo]ur|us|[Mm]y"
    r"|[Ll]et's|[Tt]ime to|never)\b|^(?:[Nn]o|Drop|Keep|End|Repeal|Stop|Fix|Scrap|Save|Kill|Pass"
    r"|Let|Give|Back|Enforce|Waive|Restore|Lift|Reject)\b"
    r"|\b(?:is|was|are|were) (?:an?|not|no|too|our|un\w+|wrong|dead|cruel|illegal|outdated|vital"
    r"|necessary|discriminatory)\b"
)
_OPENS = re.compile(r"(?:how|what|when|where|who|inside|life) ", re.IGNORECASE)


def core(text: str, place: int) -> tuple[int, int, str]:
    """Return where a headline begins and ends without its label and outlet, and the label.

    >>> core("Opinion ; Lamp Act must go ; Bath Post", 10)
    (10, 26, 'opinion')
    """
    first, told = 0, ""
    while (label := _LABEL.match(text, first)) and label.end() <= place and is_rubric(label[1]):
        first, told = label.end(), label[1].lower()
    tail = text.find(" ; ", place)
    return first, tail if tail > 0 else len(text), told


def is_counted(label: str) -> bool:
    """Tell whether a label is of many who were asked, and do not speak: "Poll"."""
    return bool(set(label.split()) & _COUNTS)


def by_marks(text: str, place: int) -> Told | None:
    """Return who a colon or a dash of a headline, without label and outlet, gives a place to."""
    return _before(text, place) or _behind(text, place)


def _before(text: str, place: int) -> Told | None:
    """Return the speaker before a colon: "Roe: Lamp Act must go"."""
    match = _BEFORE.match(text)
    if not match or match.end() > place:
        return None
    rest = text[match.end() :]
    return somebody(match[1], bool(_CLAIM.search(rest)) and not rest.endswith("?"))


def _behind(text: str, place: int) -> Told | None:
    """Return the speaker behind a colon or a dash: "Lamp Act must go: Roe"."""
    match = _BEHIND.search(text)
    if not match or match.start() <= place:
        return None
    said = text[: match.start()]
    claims = bool(_CLAIM.search(said)) and not _OPENS.match(said) and match[1] != "-"
    one = match[2].split()
    if match[1] != ":" and match[2].isupper() and not claims:  # "– LAMPNEWS"
        return None
    return somebody(match[2], claims and (len(one) == 1 or not one[-1].endswith(("s", "d"))))


def on_it(text: str, place: int, label: str) -> Told | None:
    """Return who speaks on it: "“Unjust”: Roe on the Lamp Act", "Ann Roe on the Lamp Act: …"."""
    if (quoted := _QUOTE_THEN.match(text)) and quoted.end() <= place:
        return somebody(quoted[1], True)
    on = _ON.match(text)
    if not on or on.end() > place:
        return None
    colon = text.find(": ", place)
    claims = bool(colon > 0 and _CLAIM.search(text[colon + 2 :]))
    full = kind_of(on[1].split()[-1]) or " " in on[1]
    full = full and (claims or text.startswith("it ", colon + 2))
    return somebody(on[1], True) if full or _SPOKEN_TO & set(label.split()) else None
