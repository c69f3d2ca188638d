"""Who speaks told within the quotation marks: "«Это ошибка, — сказал X. — Её исправят»".

Russian and Armenian papers set it off by dashes, French ones by commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.sentence_words import Word, words_of
from etl.text.speech.speech_verbs_other import OTHER

_DASHED = re.compile(r"[,.!?…։՝] ?[—–-] ?([^«»“”—–]{4,120}?)[.,։:]? ?(?:[—–]|,-|։-)")
_COMMAS = re.compile(r", ((?:a|ont|avait) [^«»“”,]{4,80}|[a-zé]+(?:-t)?-(?:il|elle)),")
_OPENS_WITH = 3  # words in which the verb stands


def asides(
    text: str, inside: Sequence[tuple[int, int]], tongue: str
) -> Iterator[tuple[list[Word], int]]:
    """Yield the words that tell who speaks within quotation marks, and where those open."""
    pattern = _COMMAS if tongue == "fr" else _DASHED
    for first, last in inside:
        for match in pattern.finditer(text, first, last):
            found = words_of(text, match.start(1), match.end(1))
            if any(word.low in OTHER for word in found[:_OPENS_WITH]):
                yield found, first
