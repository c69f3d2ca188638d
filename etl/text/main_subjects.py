"""The subject of a sentence: its first phrase under no preposition, or the one behind "was"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.nominal import Nominal
from etl.text.sentence_words import Word

# "First to testify was Ann Roe": the subject stands behind the verb.
_INVERTED = re.compile(
    r"(?:First|Next|Last|Second|Then|Also|Among|The (?:witness|speaker|author|sponsor|exception"
    r"|first|next|last|only|lone|one))\b[^,.;:“\"]{0,70}? (?:was|were|is|came) (?:that of )?"
    r"(?=[A-Z])"
)


def main_subject(text: str, told: Sequence[Word], heads: Sequence[Nominal]) -> Nominal | None:
    """Return the subject of a sentence, by its words and the phrases that can stand for someone."""
    inverted = _INVERTED.match(text, told[0].start) if told else None
    if inverted:
        return next((n for n in heads if told[n.first].start >= inverted.end()), None)
    return next((n for n in heads if not n.governed), None)
