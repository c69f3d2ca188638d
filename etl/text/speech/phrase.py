"""Where a phrase for a speaker ends: names, nouns and owners read from one place on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.text.speech.agents import ADVERBS, DETERMINERS, PREPOSITIONS, kind_of
from etl.text.speech.described import ENDS, described, is_verb
from etl.text.speech.named import named
from etl.text.speech.nominal import Nominal, is_many
from etl.text.speech.sentence_words import Word, run_end
from etl.text.speech.speech_verbs import finite

_TRADE_LIKE = re.compile(r"(?:er|or|ist|ian|ant|ent|man|eer|ee)$")


class Phrase:
    """Reads the phrase whose first name or noun stands at a place."""

    def __init__(self, found: Sequence[Word], at: int, last: int) -> None:
        """Read to the end of the phrase; `last` is the word before which it must end."""
        self._found = found
        self._last = last
        self._run: tuple[int, int] | None = None  # of capitalised words, where it ends with one
        self._owner: tuple[int, int] | None = None
        self._noun: int | None = None  # where it ends with a noun, or has one before the name
        while at < last:
            after = self._next(at)
            if after is None:
                break
            at = after

    def nominal(self, text: str, begins: int, governed: bool) -> Nominal | None:
        """Return what the phrase stands for; None where it is a law, a figure or nothing."""
        if self._run:
            told = named(text, self._found, self._run, begins, governed)
            if told and told.kind == "described" and is_many(told):  # "Officials at the Guild"
                return described(text, self._found, self._run[1], begins, self._last, governed)
            return told
        if self._noun is not None:
            return described(text, self._found, self._noun, begins, self._last, governed)
        owns = named(text, self._found, self._owner, begins, True) if self._owner else None
        if owns is None or owns.kind != "named" or self._owner is None:
            return None
        name = re.sub(r"['’]s?$", "", owns.name)
        return Nominal(*self._owner, name, owns.role, "owner", True)

    def _next(self, at: int) -> int | None:
        """Take in the word at a place; returns where to read on, None where the phrase is over."""
        word = self._found[at]
        if word.capital and word.low not in ADVERBS:
            return self._name(at)
        if kind_of(word.text):
            return self._trade(at)
        if word.low[-2:] in ("'s", "’s"):
            return self._skip(at + 1, 3)
        after = self._skip(at, 3) if self._run else at
        if after == at or (self._found[after].capital and not self._titles(after)):
            return None
        return after

    def _name(self, at: int) -> int:
        end = run_end(self._found, at, self._last)
        self._run = (at, end)
        if self._found[end].possessive:
            self._owner, self._run = self._run, None
            return self._skip(end + 1, 4)
        joined = self._low(end + 1) == "and" and kind_of(self._found[end].text) == "person"
        return end + 1 + (joined and self._two_trades(end + 2))

    def _trade(self, at: int) -> int:
        self._noun, self._run = at, None
        after = at + 1
        if self._found[at].possessive:
            self._noun = None
            return self._skip(after, 3)
        if self._low(after) == "and" and self._two_trades(after + 1):
            return after + 1
        if after < self._last and not (
            kind_of(self._found[after].text) or self._found[after].capital
        ):
            skipped = self._skip(after, 1)
            return after if skipped < self._last and self._found[skipped].capital else skipped
        return after

    def _low(self, at: int) -> str:
        return self._found[at].low if at < self._last else ""

    def _two_trades(self, at: int) -> bool:
        """Tell whether a second trade and a name follow: "farmer and congressman Lars Roe"."""
        places = range(at, min(at + 3, self._last))
        noun = next((i for i in places if kind_of(self._found[i].text) == "person"), None)
        return noun is not None and noun + 1 < self._last and self._found[noun + 1].capital

    def _titles(self, at: int) -> bool:
        """Tell whether a full name follows what looks like a trade: "Idaho grocer Ann Roe"."""
        name = at + 1 < self._last and self._found[at + 1].capital
        return name and _TRADE_LIKE.search(self._found[at - 1].low) is not None

    def _skip(self, at: int, most: int) -> int:
        """Return the place of the next noun or name past a few plain words, else `at`."""
        for i in range(at, min(at + most + 1, self._last)):
            word = self._found[i]
            if word.capital or kind_of(word.text):
                return i
            stops = word.low in _STOPS or word.low in ENDS  # "their guild sent members a note"
            if stops or not word.text[0].isalnum() or word.low in finite():
                break
            whole = self._run and self._run[0] < self._run[1]
            if whole and is_verb(self._found, i):  # "Ann Roe met farmer Bo Lee"
                break
        return at


_STOPS = PREPOSITIONS | DETERMINERS | ADVERBS | {"and", "or"}
