"""The subject of a sentence: its first phrase under no preposition, or the one behind "was"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.nominal import Nominal
from etl.text.speech.sentence_words import Word
from etl.text.words import words

# "First to testify was Ann Roe": the subject stands behind the verb.
_INVERTED = re.compile(
    r"(?:First|Next|Last|Second|Then|Also|Among|Behind|The (?:witness|speaker|author|sponsor"
    r"|exception|first|next|last|only|lone|one))\b[^,.;:“\"]{0,70}? (?:was|were|is|came) "
    r"(?:that of )?(?=[A-Z])"
)
_WHEN = words("when after as once while if because since though although before until")
_PRONOUNS = words("i he she it we you they")


def main_subject(text: str, told: Sequence[Word], heads: Sequence[Nominal]) -> Nominal | None:
    """Return the subject of a sentence, by its words and the phrases that can stand for someone."""
    inverted = _INVERTED.match(text, told[0].start) if told else None
    if inverted:
        return next((n for n in heads if told[n.first].start >= inverted.end()), None)
    head = next((n for n in heads if not n.governed), None)
    return None if head and _after_pronoun(told, head.last) else head


def _after_pronoun(told: Sequence[Word], last: int) -> bool:
    """Tell whether the subject is a pronoun before a phrase: "In May she told Ann Roe"."""
    if told[0].low in _WHEN and any(word.text == "," for word in told[:last]):
        return False
    return any(word.low in _PRONOUNS for word in told[:last])
