"""The verbs of speech of a sentence, and whose each is.

From a verb the subject is looked for to the left ("Smith, a Democrat, said"), then to the right
("said Smith"); a gerund ("saying") and a second verb ("and added") take the sentence's subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.text.speech.agents import BE, DETERMINERS
from etl.text.speech.attribution_papers import author_of
from etl.text.speech.clauses import (
    JOINS,
    MARKS,
    boundary,
    ending_at,
    is_adverb,
    is_dateline,
    pronoun,
)
from etl.text.speech.main_subjects import second_subject
from etl.text.speech.naming import is_asked, is_saying, only_names
from etl.text.speech.nominal import Found, Nominal, is_many, is_person
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_needs import speaks
from etl.text.speech.speech_verbs import INVERT, OWN_ACTS, PURPOSE, acts, bases, finite, gerunds
from etl.text.speech.subjects import left_of
from etl.text.speech.subjects_after import apposed, right_of
from etl.text.speech.subjects_beside import named_beside, stranger
from etl.text.speech.together import together
from etl.text.speech.verbs_or_nouns import is_noun, is_their_noun
from etl.text.words import words

_MAIN = words("i he she we they")
_ONE_IS = re.compile(r"(?:he|she)['’]s|(?:they|we)['’]re|i['’]m")


_LIKES = words("like likes liked love loves loved used prefer prefers preferred tends tended")
_LIKED = words("say put tell call argue insist joke quip complain remind ask describe recall note")
_HEDGED = words("not never would should")
_WHEN = words("when after as once while if because since though although")


class Verbs:
    """The verbs of speech of one sentence, read from left to right."""

    def __init__(self, text: str, found: Sequence[Word], inside: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._found = found
        self._inside = inside
        self._said: list[Found] = []
        self._floor = 0  # words before it belong to a verb before

    def read(self) -> list[Found]:
        """Return the subjects of the verbs that stand outside quotation marks."""
        speech, deeds, hanging = finite(), acts(), gerunds()
        for at, word in enumerate(self._found):
            low = word.low
            if (low in speech or low in deeds or low in hanging) and self._counts(at, word):
                is_act = low not in speech and low in deeds
                for told, first, last in self._subjects(at, is_act, low in hanging):
                    self._said.append((told, first, last, is_act))
                    self._floor = at + 1
        return self._said

    def _subjects(self, at: int, is_act: bool, hangs: bool) -> list[tuple[Nominal, int, int]]:
        """Return all who say it, each with where the first of them and the verb begin and end."""
        subject = self._subject(at, is_act, hangs)
        if subject is None:
            return []
        subject = author_of(self._text, self._found, subject) or subject
        word, told = self._found[at], self._together(subject, at)
        first = min(self._found[told[0].first].start, word.start)
        last = max(self._found[told[-1].last].end, word.end)
        return [(one, first, last) for one in told]

    def _together(self, subject: Nominal, at: int) -> list[Nominal]:
        return together(self._text, self._found, subject, at, self._floor)

    def _counts(self, at: int, word: Word) -> bool:
        if at and word.capital:
            return False
        if any(a < word.start < b for a, b in self._inside):
            return False
        if only_names(self._text, self._found, at):
            return False
        return speaks(self._text, word.start, word.end)

    def _subject(self, at: int, is_act: bool, hangs: bool) -> Nominal | None:
        if hangs:
            return self._of_gerund(at)
        if at > 1 and self._found[at - 1].low == "to":
            if self._found[at].low in _LIKED and self._likes(at - 2):  # "Ann Roe likes to say"
                return left_of(self._text, self._found, at - 2, self._floor)
            return self._of_purpose(at) if self._found[at].low in PURPOSE else None
        if is_noun(self._found, at):
            return None
        return self._of_verb(at, is_act)

    def _likes(self, at: int) -> bool:
        """Tell whether somebody "likes to" or "used to" do what follows, and does do it."""
        return self._found[at].low in _LIKES and self._found[at - 1].low not in _HEDGED

    def _of_purpose(self, at: int) -> Nominal | None:
        """Return who came or wrote "to say" something, in a clause without speech."""
        subject = None if self._said or is_saying(self._found, at) else self._main(at)
        return subject if subject and subject.kind == "named" else None

    def _of_gerund(self, at: int) -> Nominal | None:
        before = self._found[at - 1].low if at else ""
        if before in BE:
            return left_of(self._text, self._found, at - 1, self._floor)
        if _ONE_IS.fullmatch(before):
            return pronoun(self._found, at - 1)
        if before == "of" and at > 1 and self._found[at - 2].low == "fond":  # "is fond of saying"
            return left_of(self._text, self._found, at - 2, self._floor)
        if before == "as":  # "quoted Ann Roe as saying"
            quoted = ending_at(self._text, self._found, at - 2, self._floor)
            return quoted if quoted and quoted.kind == "named" else self._main(at)
        if before in DETERMINERS:
            return None
        near = self._just_before(at) if at else None
        if near and near.kind == "named":
            return near
        main = self._main(at)
        return None if main and main.kind == "document" else main

    def _just_before(self, at: int) -> Nominal | None:
        heads = nominals(self._text, self._found, boundary(self._found, at - 1, self._floor), at)
        near = next((n for n in heads if n.last == at - 1), None)
        return near or named_beside(self._text, self._found, at)

    def _of_verb(self, at: int, is_act: bool) -> Nominal | None:
        subject = self._told_by(at, is_act)
        if subject is None or (is_act and subject.kind == "document"):
            return None
        if self._found[at].low in OWN_ACTS and not is_person(subject):
            return None
        if is_their_noun(self._found[at], subject):
            return None
        others = any(w.low == "and" for w in self._found[subject.last + 1 : subject.last + 2])
        many = others or is_many(subject) or len(self._together(subject, at)) > 1
        return subject if many or self._found[at].low not in bases() else None

    def _told_by(self, at: int, is_act: bool) -> Nominal | None:
        before = at - 1
        while before >= self._floor and is_adverb(self._found, before):
            before -= 1
        mark = self._found[before].text if before >= self._floor else ""
        after_mark = not mark or mark in MARKS
        inverts = self._found[at].low in INVERT or (mark != "" and mark in '”"»')
        left = left_of(self._text, self._found, at, self._floor)
        right = right_of(self._text, self._found, at) if after_mark and inverts else None
        if right and not is_act:
            aside = mark == "," and right.kind != "named"
            return left if aside and left and left.kind == "named" else right
        joins = mark.lower() == "but" and self._found[at].low not in bases()
        if joins or mark.lower() in ("and", "or"):
            return self._main(at)
        main = self._main(at) if mark == "," and not is_act else None
        return left or main or stranger(self._text, self._found, at, self._floor)

    def _main(self, at: int) -> Nominal | None:
        """Return the subject of the sentence: of the verb before, else the first phrase in it."""
        heads = list(nominals(self._text, self._found, int(is_asked(self._found)), at))
        if own := self._after_when(at) or self._of_clause(at) or second_subject(self._found, heads):
            return own
        if self._said:  # the first of those who said it together
            return next(who for who, first, *_ in self._said if first == self._said[-1][1])
        head = next((n for n in heads if not (n.governed or is_dateline(self._found, n))), None)
        before = head.first if head else at
        for first in range(before):  # "On Monday she filed a paragraph, telling"
            if self._found[first].low in _MAIN and self._opens(first):
                return pronoun(self._found, first)
        return apposed(self._text, self._found, head) if head else None

    def _after_when(self, at: int) -> Nominal | None:
        """Return who goes on in "When I told him, he wept, and said", where nobody spoke since."""
        if self._found[0].low not in _WHEN:
            return None
        pairs = enumerate(pairwise(self._found[:at]))
        comma = next((i for i, (a, b) in pairs if a.text == "," and b.low in _MAIN), None)
        if comma is None or (self._said and self._said[-1][2] > self._found[comma].end):
            return None
        return pronoun(self._found, comma + 1)

    def _of_clause(self, at: int) -> Nominal | None:
        """Return the pronoun that begins the clause of a second verb: ", she paused and said"."""
        first = boundary(self._found, at - 1, self._floor) if at else 0
        joins = first < at - 2 and self._found[at - 1].low in ("and", "or", "but")
        joins = joins and (not first or self._found[first - 1].text in MARKS)
        return pronoun(self._found, first) if joins and self._found[first].low in _MAIN else None

    def _opens(self, at: int) -> bool:
        """Tell whether a main clause can begin at a word: no "that", "if" or verb stands before."""
        return not any(w.low in JOINS for w in self._found[:at])
