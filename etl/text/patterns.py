"""What a name is looked for as: an expression over folded text, and the short way past it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.text.folding import NOT_BEFORE_LETTER
from etl.text.needles import Needle

FIGURE_ENDS = rf"{NOT_BEFORE_LETTER}(?![.,-]\d)"
_NO_LETTER, _NO_FIGURE = re.compile(NOT_BEFORE_LETTER), re.compile(FIGURE_ENDS)
_DIGITS_BEFORE = re.compile(r"(?:\d[.,/:-]|[$€£#])$")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A name to look for: `key` begins its first word, `shape` is how its capitals look."""

    key: str
    source: str  # of the regular expression
    shape: str  # capitals, capital, small, any
    size: int  # signs of the name itself, without endings
    # Words that stand in every form of it, each with the most signs that may come before it.
    anchors: tuple[tuple[Needle, int], ...]
    most: int  # signs that any form of it takes
    plain: str | None = None  # it as it is mostly written, where that is words and spaces alone

    def end(self, folded: str, at: int) -> int | None:
        """Return where the name ends that begins at a place of a folded text, if it does.

        Compiling an expression takes as long as reading pages of news: most places need none.
        """
        if self.plain and folded.startswith(self.plain, at):
            end = at + len(self.plain)
            if (_NO_FIGURE if self.plain[-1].isdigit() else _NO_LETTER).match(folded, end):
                return end
        next_at = at
        for needle, _ in self.anchors:
            next_at = folded.find(needle.word, next_at, at + self.most)
            if next_at < 0:
                return None
            next_at += len(needle.word)
        match = self.regex.match(folded, at)
        return match.end() if match and match.end() > at else None

    def looks_right(self, text: str, start: int, end: int) -> bool:
        """Tell whether capitals stand where the name has them, and no figure runs into it."""
        if text[start].isdigit() and _DIGITS_BEFORE.search(text, max(0, start - 2), start):
            return False
        if self.shape == "capitals":
            return not any(sign.islower() for sign in text[start:end].removesuffix("s"))
        if self.shape == "capital":
            return not text[start].islower()
        if self.shape == "small" and text[start].isupper():  # United is not a unit
            return end - start <= self.size + 1 or text[start:end].isupper()
        return True

    @property
    def regex(self) -> re.Pattern[str]:
        """Return it compiled: a thousand names take seconds, and few texts need them all."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
