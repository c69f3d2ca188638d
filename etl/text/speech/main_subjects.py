"""The subject of a sentence: its first phrase under no preposition, or the one behind "was"; and
that of its second clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.asides import begins_clause
from etl.text.speech.described import acts
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
_RELATIVE = words("who which whose whom that")
_PRONOUNS = words("i he she it we you they")


def main_subject(text: str, told: Sequence[Word], heads: Sequence[Nominal]) -> Nominal | None:
    """Return the subject of a sentence, by its words and the phrases that can stand for someone."""
    inverted = _INVERTED.match(text, told[0].start) if told else None
    if inverted:
        return next((n for n in heads if told[n.first].start >= inverted.end()), None)
    head = next((n for n in heads if not n.governed), None)
    return None if head and _after_pronoun(told, head.last) else head


def second_subject(found: Sequence[Word], heads: Sequence[Nominal]) -> Nominal | None:
    """Return who goes on in another clause: "The House voted, and Ann Roe rose and said".

    Both clauses have a verb: of "Ann Roe, Bo Lee, and Cy Poe stood up and said" nobody does.
    """
    for head in reversed(heads):
        verb = head.last + 1
        goes_on = verb < len(found) and acts(found, verb)
        if goes_on and not head.governed and begins_clause(found, head):
            told = found[: head.first - 2]
            before = any(acts(found, i) for i in range(1, len(told)))
            return head if before and not any(w.low in _RELATIVE for w in told) else None
    return None


def _after_pronoun(told: Sequence[Word], last: int) -> bool:
    """Tell whether the subject is a pronoun before a phrase: "In May she told Ann Roe"."""
    if told[0].low in _WHEN and any(word.text == "," for word in told[:last]):
        return False
    return any(word.low in _PRONOUNS for word in told[:last])
