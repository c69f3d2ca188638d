"""Who besides its subject a pronoun after a sentence can mean: who was asked, or did it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.nominal import Nominal
from etl.text.speech.sentence_words import Word
from etl.text.words import words

_ASKS = words("asked asks pressed questioned grilled challenged quizzed")
_ABOUT = words("whether if about why how what when who on")
_LINE = 2_000  # characters of a line that are looked back on
_NEAR = 6  # words from the verb to the name
_DONE_BY = re.compile(r"\b(?:was|were|is|are|been) (?:\w+ )?\w+(?:ed|en|tten|wn|ght|ut) by ")


def asked_or_doer(text: str, told: Sequence[Word], heads: Sequence[Nominal]) -> Nominal | None:
    """Return who by name is asked in a sentence, or did what it tells; None where nobody.

    "Bo Lee asked Ann Roe whether", "It was written by Ann Roe": they go on in the next sentence.
    """
    asked = next((at for at, word in enumerate(told) if word.low in _ASKS), None)
    if asked is not None and any(word.low in _ABOUT for word in told[asked:]):
        return _named_after(told, heads, asked)
    by_ = told and text.find(" by ", told[0].start, told[-1].end) >= 0
    done = _DONE_BY.search(text, told[0].start, told[-1].end) if by_ else None
    if done is None:
        return None
    by = next((at for at, word in enumerate(told) if word.start >= done.end()), None)
    return _named_after(told, heads, by - 1) if by is not None else None


def _named_after(told: Sequence[Word], heads: Sequence[Nominal], at: int) -> Nominal | None:
    """Return the first name that stands near after a word."""
    after = (h for h in heads if h.kind == "named" and at < h.last <= at + _NEAR)
    head = next(after, None)
    between = told[at + 1 : head.first] if head else ()
    return head if not any(word.text in ("“", '"') for word in between) else None


def in_quotes(text: str, at: int) -> bool:
    """Tell whether a place stands in quotation marks that its line has opened before."""
    line = max(text.rfind("\n", max(0, at - _LINE), at) + 1, at - _LINE, 0)
    before = text[line:at]
    whole = line == 0 or text[line - 1] == "\n"  # else straight marks do not tell which they are
    return (whole and before.count('"') % 2 == 1) or before.rfind("“") > before.rfind("”")
