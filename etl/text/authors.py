"""Who writes a text in their own name: it says "I", or a line over or under it tells who they are.

A byline or a signature alone may be a reporter's, so that "I" is asked for beside them; a letter to
the editor, a line on who the author is and a byline with an office stand with opinions only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.agents import kind_of
from etl.text.people import UPPER
from etl.text.quotations import overlapping
from etl.text.sentences import Sentence
from etl.text.words import words

_DESKS = words("staff press desk board team newsroom wire service editorial")
HEAD, TAIL = 400, 500  # characters in which such lines stand
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e)\b(?:['’]\w+)?(?!\.)")
_NAME = rf"(?:[A-Z][a-z]{{1,4}}\. )?((?!By )(?:[{UPPER}][\w.'’-]* ){{1,3}}[{UPPER}][\w'’-]+)"
_BYLINE = re.compile(rf"(?:.{{0,80}}[.|·—,] ?)?[Bb]y {_NAME}(?:,(.{{0,80}}))?$")
_SIGNATURE = re.compile(
    rf"(?:(?:Yours|Sincerely|Signed|Respectfully)\b[^,]{{0,20}}, ?|[—–-] ?)?{_NAME}"
    rf"(?:, (?:aged? )?[{UPPER}\d][^.]{{0,60}})?(?: \(M[a-z]{{1,3}}\.?\))?\.?(?: The writer\b.*)?$"
)
_ON_AUTHOR = re.compile(
    rf"(?:The (?:writer|author), )?{_NAME},? (?:(?:an?|the|born)\b[^,]{{3,80}}, )?"
    r"(?:(?:is|was) (?:an?|the|now|on)|(?:lives|works|teaches|served|serves|retired|chairs|leads"
    r"|runs|directs|represents)\b)"
    r" [^“”\"]{3,250}$"
)
_REPORTS = re.compile(
    r"\b(?:reporter|correspondent|editor|(?:senior )?writer|staff|journalist|covers)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\bThe (?:author|institute|center|centre)s? thanks?\b", re.IGNORECASE)
_FOOTER = re.compile(r"(?:Read|Related|Share|Subscribe|Sign|More|Follow|Click|See|Photo|Contact)\b")
_LETTER = re.compile(r"\s*(?:To the Editor|Dear (?:Editor|Sir|Madam))\b")


def speaks_itself(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a text itself says "I" or "we", outside quotations."""
    return any(
        not overlapping(quotations, match.start(), match.end())
        for sentence in sentences
        for match in _FIRST_PERSON.finditer(text, sentence.start, sentence.end)
    )


def author_of_text(text: str, last: str, itself: bool, byline: object = None) -> str | None:
    """Return who writes a text in their own name, None where nobody does.

    `last`: its last sentence; `itself`: it says "I" or "we"; `byline`: what the article's own data
    tell of it, if anything.
    """
    head, tail = _lines(text[:HEAD]), _lines(text[-TAIL:])
    for told in (last, *tail[-1:]):
        line = _ON_AUTHOR.match(told)
        if line and _is_person(line[1]) and (itself or not _REPORTS.search(told)):
            return line[1]
    above = next((m for told in head[:3] if (m := _BYLINE.match(told)) and _is_person(m[1])), None)
    sure = itself or _THANKS.search(text[-TAIL:])
    if above and not _REPORTS.search(above[2] or "") and (sure or _is_office(above[2])):
        return above[1]
    if not itself and not _LETTER.match(text):
        return None
    below = next((m for told in [last, *tail[-5:]] if (m := _signed(told))), None)
    return below[1] if below else named_author(byline)


def _signed(line: str) -> re.Match[str] | None:
    match = _SIGNATURE.match(line)
    return match if match and _is_person(match[1]) and not _FOOTER.match(line) else None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _is_office(told: str | None) -> bool:
    """Tell whether what follows a byline's name is an office."""
    return any(kind_of(word) == "person" for word in (told or "").split())


def _is_person(name: str) -> bool:
    """Tell a person's name from a body's or a desk's, and from one with a title."""
    parts = name.split()
    return not any(kind_of(part) or part.lower() in _DESKS for part in parts)


def named_author(byline: object) -> str | None:
    """Return the one person whom an article's own byline names; None for several, or a desk.

    >>> [named_author(told) for told in ("By Ann Roe", "Staff Writer", "Ann Roe and Bo Lee")]
    ['Ann Roe', None, None]
    """
    found = (
        re.fullmatch(rf"(?:[Bb]y )?{_NAME}", byline.strip()) if isinstance(byline, str) else None
    )
    return found[1] if found and _is_person(found[1]) else None
