"""Citations in plain text, which enrolled bills and laws do not mark up.

`22 U.S.C. 5812 note`, `section 230 of title 47, United States Code`, `section 907 of the FREEDOM
Support Act`, `FREEDOM Support Act section 907`, `division H of Public Law 118-50`, `P.L. 93-618
title IV, ss. 401-409`: each comes in the one form of `etl/text/citation_forms.py`. An Act that is
called by its name alone is no citation here: names are found by `etl/text/names.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.text.citation_forms import act_of, in_law, sections


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation and where it stands; `year` is the one that the Act's name ends with."""

    cite: str
    start: int
    end: int
    year: int | None = None


_DASH = "[-‐-―−]"
_SECTION = rf"\d+[a-zA-Z]{{0,5}}(?:{_DASH}\d+[a-zA-Z]{{0,3}})*(?!\w)"
_BELOW = r"(?:\s?\(\w{1,5}\))*"
_ONE = rf"{_SECTION}{_BELOW}"
_AND = r"(?:,? (?:and|or|through|to) |, |; )"
_LIST = rf"{_ONE}(?:{_AND}{_ONE}(?! (?:U\.?S\.?C|Stat\b|Fed\b|CFR|C\.F\.R)))*"
_USC = r"U\.? ?S\.? ?C(?:ode\b|\.|\b)"

_CODE = re.compile(
    rf"\b(\d{{1,2}}) {_USC}(?: (App)\b\.?)?(?: ?(?:§{{1,2}}|[Ss]ec(?:tion)?s?\b\.?))? ?({_LIST})"
)
_OF_TITLE = re.compile(
    rf"\b(?:[Ss]ections?|[Ss]ecs?\.|§§?) ({_LIST})(?:,)? of title (\d{{1,2}})\b"
    r"(?! of (?:this|such|that|the) Act)"
)
_TITLE_FIRST = re.compile(
    rf"\b[Tt]itle (\d{{1,2}}),? (?:of the )?United States Code,? [Ss]ections? ({_LIST})"
)
_PART_WORDS = {
    "division": "d",
    "title": "t",
    "subtitle": "st",
    "chapter": "ch",
    "part": "pt",
    "section": "s",
    "sec": "s",
    "s": "s",
    "ss": "s",
    "§": "s",
}
_WORD = (
    r"(?:[Dd]ivisions?|(?:[Ss]ub)?[Tt]itles?|[Cc]hapters?|[Pp]arts?|[Ss]ections?|[Ss]ecs?\.?|"
    r"ss?\.|§{1,2})"
)
_NUMBER = rf"(?:[IVXLC]+(?![a-z])|[A-Z]{{1,2}}\b|{_LIST})"
_PART = rf"{_WORD} ?{_NUMBER}"
_CHAIN = rf"{_PART}(?:,? of {_PART}){{0,3}}"
_PUBLIC = rf"(?:Public Law|Pub\. ?L(?:aw)?\.?|P\. ?L\.) ?(?:No\. ?)?(\d{{1,3}}){_DASH}(\d{{1,4}})"
_SMALL = r"(?:of|and|for|the|in|to|on|by|with|from|against|through|or|as|at|a|an)"
_CAPITAL = r"(?:[A-Z(][\w&.’'()-]*|\d{1,4}(?:st|nd|rd|th)\b)"
_ACT = (
    rf"(?:{_CAPITAL},? (?:{_SMALL} ){{0,3}}){{0,14}}?"
    r"(?:Act|Law|Code|Resolution|Amendments?(?! Act))\b"
    r"(?: of (?:1[89]|20)\d\d|,? (?:for )?(?:[Ff]iscal [Yy]ear )?(?:1[89]|20)\d\d)?"
)
_IN_LAW = re.compile(rf"(?<![\w-])({_CHAIN}),? (?:of|to|in|under) (?:the )?{_PUBLIC}")
_LAW_FIRST = re.compile(rf"{_PUBLIC}(?!\d)((?:,? \(?{_PART}){{1,3}})?")
_IN_ACT = re.compile(rf"(?<![\w-])({_CHAIN}),? (?:of|to|in|under) (?:the |that )?({_ACT})")
_ACT_FIRST = re.compile(
    rf"(?<![\w-])({_ACT}),? ((?:[Ss]ections?|[Ss]ec\.|ss?\.|§|[Tt]itle) ?{_NUMBER})"
)
_PIECE = re.compile(rf"({_WORD}) ?({_NUMBER})")
# "Section 5 of the Act": of which, the words around it must tell. The others are found as such.
_NAMELESS = {"act/act", "act/law", "act/code", "act/public-law", "act/united-states-code"}
_ITEM = re.compile(rf"({_SECTION}){_BELOW}(?=(,? (?:through|to) )?)")
_RANGE = re.compile(rf"^(\d+[a-zA-Z]*){_DASH}(\d+[a-zA-Z]*)$")


def find(text: str) -> list[Citation]:
    """Return the citations of a text in reading order, one for each section that is named.

    >>> [c.cite for c in find("section 907 of Public Law 102–511 (22 U.S.C. 5812 note)")]
    ['public-law/102/511/s907', 'usc/22/5812']
    """
    found = [*_of_code(text), *_of_laws(text), *_of_acts(text)]
    return sorted(dict.fromkeys(found), key=lambda c: (c.start, -c.end, c.cite))


def _of_code(text: str) -> Iterator[Citation]:
    """Yield sections of the United States Code."""
    for match in _CODE.finditer(text):
        kind = "usc-appendix" if match[2] else "usc"
        for number in _numbers(match[3]):
            yield Citation(f"{kind}/{int(match[1])}/{number.lower()}", match.start(), match.end())
    for pattern, title, listed in ((_OF_TITLE, 2, 1), (_TITLE_FIRST, 1, 2)):
        for match in pattern.finditer(text):
            for number in _numbers(match[listed]):
                cite = f"usc/{int(match[title])}/{number.lower()}"
                yield Citation(cite, match.start(), match.end())


def _of_laws(text: str) -> Iterator[Citation]:
    """Yield public laws and their parts, whichever of the two stands first."""
    taken: set[int] = set()
    for match in _IN_LAW.finditer(text):
        taken.add(match.end())
        law = f"public-law/{int(match[2])}/{int(match[3])}"
        for parts in _parts(match[1], inside_out=True):
            yield Citation(in_law(law, parts), match.start(), match.end())
    for match in _LAW_FIRST.finditer(text):
        if match.end(2) in taken:
            continue
        law = f"public-law/{int(match[1])}/{int(match[2])}"
        for parts in _parts(match[3] or "", inside_out=False):
            yield Citation(in_law(law, parts), match.start(), match.end())


def _of_acts(text: str) -> Iterator[Citation]:
    """Yield parts of Acts that are called by their names."""
    if "Act" not in text and "Law" not in text and "Code" not in text and "Amend" not in text:
        return
    for pattern, chain, name in ((_IN_ACT, 1, 2), (_ACT_FIRST, 2, 1)):
        for match in pattern.finditer(text):
            act, year = act_of(match[name])
            if act in _NAMELESS:
                continue
            for parts in _parts(match[chain], inside_out=pattern is _IN_ACT):
                yield Citation(in_law(act, parts), match.start(), match.end(), year)


def _parts(chain: str, inside_out: bool) -> list[list[str]]:
    """Return the ways through a chain such as `chapters 1 and 2 of title IV`, widest part first."""
    ways: list[list[str]] = [[]]
    pieces = list(_PIECE.finditer(chain))
    for piece in reversed(pieces) if inside_out else pieces:
        word = piece[1].lower().rstrip(".")
        kind = _PART_WORDS.get(word) or _PART_WORDS.get(word.rstrip("s§")) or "s"
        numbers = _numbers(piece[2]) if piece[2][0].isdigit() else [piece[2]]
        ways = [[*way, f"{kind}{number}"] for way in ways for number in numbers]
    return ways


def _numbers(listed: str) -> list[str]:
    """Return the sections of `2431 through 2439`, `551(b), 552 and 553` or `5812`."""
    found: list[str] = []
    goes_on = False
    for item in _ITEM.finditer(listed):
        number = item[1]
        if goes_on and found:
            found += sections(found.pop(), number)
        elif inner := _RANGE.match(number):
            found += sections(inner[1], inner[2])
        else:
            found += sections(number)
        goes_on = item[2] is not None
    return found
