"""Names that begin with an apostrophe or an ʻokina: "'Amelia Kupu", "ʻAna Taufa"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.text.speech.nominal import Nominal
from etl.text.speech.sentence_words import Word

_LETTERS = "ʻʼ"
_MARKS = "'‘’"
_CLOSES = re.compile(r"(?:[.,!?…]['’]|['’][.,!?]?(?<!s['’]))(?=\s|$)")  # a quotation
_REACH = 2_000  # characters in which a quotation would end


def with_okina(text: str, found: Sequence[Word], one: Nominal) -> Nominal:
    """Return a name with the apostrophe or ʻokina that it begins with, where one stands there."""
    if one.kind != "named" or one.role:
        return one
    first = found[one.first]
    if first.text[0] in _LETTERS:  # it was taken for a small word before the name
        return replace(one, name=text[first.start : found[one.last].end])
    if one.first == 0:
        return one
    before = found[one.first - 1]
    letter = before.text[0] in _LETTERS and before.text[1:2].isupper()
    if letter or (before.text in _MARKS and _begins(text, before, first)):
        return replace(one, first=one.first - 1, name=text[before.start : found[one.last].end])
    return one


def _begins(text: str, mark: Word, name: Word) -> bool:
    """Tell whether an apostrophe belongs to the name after it and opens no quotation."""
    if mark.end != name.start or text[mark.start - 1 : mark.start].isalnum():
        return False
    return _CLOSES.search(text, name.end, name.end + _REACH) is None
