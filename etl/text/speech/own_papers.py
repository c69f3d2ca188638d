"""Whose words a paper is: "its petition", "the company's letter", "the speech" that one gave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from etl.text.speech.sentence_words import Word
from etl.text.words import words

_FAR = 3_000  # characters in which a paper was told of
_KINDS = words(
    "letter statement release report memo memorandum analysis study survey editorial essay article",
    "testimony filing brief complaint petition lawsuit suit motion newsletter website op-ed",
    "submission speech comments comment response message post tweet email e-mail video manifesto",
    "paper address remarks rebuttal column communiqué communique appeal note blog book dispatch",
    "reply announcement critique open-letter",
)
_PAPER = "(?:" + "|".join(sorted(_KINDS, key=lambda kind: (-len(kind), kind))) + ")"
_FEW = r"(?:[\w’'-]+ ){0,4}?"
_OWN = re.compile(rf"(its|his|her|their) {_FEW}{_PAPER}$", re.IGNORECASE)
_PART = re.compile(
    r"(its) (?:\w+ ){0,2}(?:board|leadership|headquarters|secretariat)$", re.IGNORECASE
)
_OF_NOUN = re.compile(rf"(the [\w -]{{3,40}}?)(?:['’]s|(?<=s)['’]) {_FEW}{_PAPER}$", re.IGNORECASE)
_THE = re.compile(rf"(?:the|this|that) {_FEW}({_PAPER})$", re.IGNORECASE)
_OWNERS = {"its": "it", "his": "he", "her": "she", "their": "they"}
_NEW = r"(?:an?|its|his|her|their|one|another|this)"
_IN = re.compile(rf"\b[Ii]n {_NEW} {_FEW}({_PAPER})\b")
_GAVE = re.compile(
    r"\b(?:sent|wrote|writes|released?s?|issued?s?|filed|published|signed|gave|delivered|made|posted"
    r"|circulated|submitted|presented|mailed|put out|sends|drafted|addressed|read)"
    rf" (?:[\w.]+ ){{0,3}}?{_NEW} {_FEW}({_PAPER})\b"
)
_LOOSE = re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) {_FEW}({_PAPER})\b")
_BY = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Oo]ne) {_FEW}({_PAPER})(?: came| \w+(?:ed|en|ent))?"
    r"(?: (?:on|last) \w+)? (?:by|from) (?:the )?(?=[A-Z])"
)
_BEHIND = re.compile(rf"\bBehind (?:the|this|that) {_FEW}({_PAPER}) (?:is|are|was|were|stands?) ")
_ALIKE = {
    **dict.fromkeys(("brief", "complaint", "petition", "lawsuit", "suit", "motion"), "filing"),
    **dict.fromkeys(("release", "communique", "communiqué"), "statement"),
    **dict.fromkeys(("comment", "comments"), "submission"),
    **dict.fromkeys(("address", "remarks"), "speech"),
    **dict.fromkeys(("memorandum",), "memo"),
    **dict.fromkeys(("e-mail",), "email"),
}


class Told(NamedTuple):
    """A paper that a sentence tells of: its noun, where, and how its author is told.

    `by` is where the author's name begins, `gave` that the sentence's subject gives it out; else
    whoever speaks "in" it.
    """

    noun: str
    start: int
    by: int | None
    gave: bool
    loose: bool = False  # nothing tells whose it is: "A second letter came"


class Papers:
    """The papers that a text has told of, and who wrote each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._wrote: dict[str, tuple[int, str | None, str | None]] = {}

    def note(self, noun: str, start: int, holder: str | None, role: str | None) -> None:
        """Note who wrote a paper that is told of at a place; None where the text does not tell."""
        self._wrote[noun] = self._wrote[_ALIKE.get(noun, noun)] = start, holder, role

    def whose(self, speaker: str, before: int) -> tuple[str, str | None] | None:
        """Return who wrote "the letter", if the text told it not long before."""
        match = _THE.match(speaker)
        if match is None:
            return None
        start, holder, role = self._wrote.get(match[1].lower(), (-_FAR, None, None))
        return (holder, role) if holder and before - start < _FAR else None


def is_told(found: Sequence[Word]) -> bool:
    """Tell whether a sentence has a paper's noun at all, which few have."""
    return not _KINDS.isdisjoint(word.low for word in found)


def owner_pronoun(speaker: str) -> str | None:
    """Return the pronoun that owns a paper.

    >>> owner_pronoun("Its first petition"), owner_pronoun("his law")
    ('it', None)
    """
    match = _OWN.match(speaker) or _PART.match(speaker)
    return _OWNERS[match[1].lower()] if match else None


def owner_noun(speaker: str) -> str | None:
    """Return the description that owns a paper.

    >>> owner_noun("The company's petition"), owner_noun("The petition")
    ('The company', None)
    """
    match = _OF_NOUN.match(speaker)
    return match[1] if match else None


def papers_told(text: str, start: int, end: int) -> Iterator[Told]:
    """Yield the papers that a stretch of text tells of as new, those with a named author last."""
    for match in _LOOSE.finditer(text, start, end):
        yield Told(match[1].lower(), match.start(), None, False, True)
    for match in _IN.finditer(text, start, end):
        yield Told(match[1].lower(), match.start(), None, False)
    for match in _GAVE.finditer(text, start, end):
        yield Told(match[1].lower(), match.start(), None, True)
    for pattern in (_BY, _BEHIND):
        for match in pattern.finditer(text, start, end):
            yield Told(match[1].lower(), match.start(), match.end(), False)
