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

HEAD, TAIL = 400, 500  # characters in which such lines stand
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e)\b(?:['’]\w+)?(?!\.)")
_NAME = rf"(?:[A-Z][a-z]{{1,4}}\. )?((?:[{UPPER}][\w.'’-]* ){{1,3}}[{UPPER}][\w'’-]+)"
_BYLINE = re.compile(rf"By {_NAME}(?:,(.{{0,80}}))?$")
_SIGNATURE = re.compile(
    rf"(?:(?:Yours|Sincerely|Signed|Respectfully)\b[^,]{{0,20}}, ?|[—–-] ?)?{_NAME}"
    rf"(?:, (?:aged? )?[{UPPER}\d][^.]{{0,60}})?\.?$"
)
_ON_AUTHOR = re.compile(
    rf"(?:The (?:writer|author), )?{_NAME},? (?:(?:is|was) (?:an?|the|now)|(?:lives|works|teaches"
    r"|served|serves|retired|chairs|leads|runs|directs|represents)\b|an?\b[^,]{3,80}, (?:is|was)\b)"
    r" [^“”\"]{3,250}$"
)
_REPORTS = re.compile(
    r"\b(?:reporter|correspondent|editor|(?:staff|senior) writer|journalist|covers)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\s*(?:To the Editor|Dear (?:Editor|Sir|Madam))\b")


def speaks_itself(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[int, int]]
) -> int | None:
    """Return the first sentence in which a text itself says "I" or "we"; None where none does."""
    for index, sentence in enumerate(sentences):
        for match in _FIRST_PERSON.finditer(text, sentence.start, sentence.end):
            if not overlapping(quotations, match.start(), match.end()):
                return index
    return None


def author_of_text(text: str, last: str, itself: bool, byline: object = None) -> str | None:
    """Return who writes a text in their own name, None where nobody does.

    `last`: its last sentence; `itself`: it says "I" or "we"; `byline`: what the article's own data
    tell of it, if anything.
    """
    head, tail = _lines(text[:HEAD]), _lines(text[-TAIL:])
    line = _ON_AUTHOR.match(last)
    if line and (itself or not _REPORTS.search(last)):
        return line[1]
    above = next((m for told in head[:3] if (m := _BYLINE.match(told))), None)
    if above and (itself or _is_office(above[2])):
        return above[1]
    if not itself and not _LETTER.match(text):
        return None
    below = next((m for told in [last, *tail[-3:]] if (m := _SIGNATURE.match(told))), None)
    return below[1] if below else named_author(byline)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _is_office(told: str | None) -> bool:
    """Tell whether what follows a byline's name is an office, and not that of a reporter."""
    words = (told or "").split()
    return any(kind_of(w) == "person" for w in words) and not _REPORTS.search(told or "")


def named_author(byline: object) -> str | None:
    """Return the one person whom an article's own byline names; None for several, or a desk.

    >>> named_author("By Ann Roe"), named_author("Reuters"), named_author("Ann Roe and Bo Lee")
    ('Ann Roe', None, None)
    """
    found = (
        re.fullmatch(rf"(?:[Bb]y )?{_NAME}", byline.strip()) if isinstance(byline, str) else None
    )
    return found[1] if found else None
