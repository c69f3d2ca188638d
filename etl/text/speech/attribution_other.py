"""Where a sentence in another language than English says who speaks.

Without a grammar of each: the nearest name that can be the subject of a verb of speech, a phrase
that names a speaker, or a name before a colon. A surname or a noun is led back to the full name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from etl.text.sentences import Sentence, split
from etl.text.speech.attribution_arabic import by_arabic
from etl.text.speech.nominal import Found, Nominal
from etl.text.speech.other_asides import asides
from etl.text.speech.other_cases import nominative as nominative
from etl.text.speech.other_cases import parts_called, place
from etl.text.speech.other_names import phrases
from etl.text.speech.other_nouns import Told
from etl.text.speech.other_people import in_nominative, meant_name, meant_noun, near
from etl.text.speech.other_phrases import done_by, his_view, in_body, named_by, said_mood
from etl.text.speech.other_subjects import Subjects
from etl.text.speech.other_tongues import is_english as is_english
from etl.text.speech.other_tongues import tongue_of
from etl.text.speech.other_words import (
    CREDITS,
    GENERAL,
    INDEFINITE,
    PAPERS,
    body_noun,
    is_agency,
    role_noun,
)
from etl.text.speech.quotations import overlapping, quotations
from etl.text.speech.sentence_words import Word, words_of

_BACK = 5  # sentences in which "he" was last said to speak


def by_other_verbs(
    text: str, found: Sequence[Word], inside: Sequence[tuple[int, int]], start: int, end: int
) -> Iterator[Found]:
    """Yield who speaks in a sentence, with where that stands."""
    tongue = tongue_of(text)
    if tongue == "ar":
        yield from by_arabic(text, start, end)
        return
    outside = [w for w in found if not any(a < w.start < b for a, b in inside)]
    reader = _Speakers(text, outside, tongue)
    named = [*reader.by_phrases(start, end), *reader.by_verbs(), *reader.by_colon(start, end)]
    named += _aside(text, inside, start, end)
    yield from named
    alone = [
        (first, last)
        for first, last in reader.going_on()
        if not any(begins <= first < ends for _, begins, ends, _ in named)
    ]
    if tongue == "de" and not named and not alone and (mood := said_mood(text, start, end)):
        alone = [mood]
    for first, last in [*alone, *his_view(text, start, end)]:
        here = [one for one, begins, _, _ in named if begins < first]
        head = here[-1] if here else _last_speaker(text, start, tongue)
        if head:
            yield head, first, last, False


def _aside(text: str, inside: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Found]:
    """Yield who speaks told within quotation marks, as if it stood before them."""
    tongue = tongue_of(text)
    for words, opens in asides(text, inside, tongue):
        if start <= words[0].start < end:
            for head, _, _, _ in _Speakers(text, words, tongue).by_verbs():
                yield head, opens, opens, False


def _last_speaker(text: str, at: int, tongue: str) -> Nominal | None:
    """Return who spoke last before the sentence at a place, or began a sentence since."""
    return _spoke_before(text, bisect_right(_sentences(text), at, key=lambda s: s.end), tongue)


@lru_cache(maxsize=4096)
def _spoke_before(text: str, index: int, tongue: str) -> Nominal | None:
    """Return who spoke last before a sentence; kept, as each may ask for the one before."""
    before = _sentences(text)[max(0, index - _BACK) : index]
    end = before[-1].end if before else 0
    people = [one for one in near(text, tongue, end) if one.start < end and not one.body]
    people = [one for one in people if not is_agency(one.name)]
    opened = [one for one in people if one.opens]
    for sentence in reversed(before):
        if heard := _heard(text, sentence, tongue):
            return max(heard, key=lambda told: told[1])[0]
        if opened and opened[-1].start >= sentence.start:
            break
    if not people:
        return None
    one = (opened or people)[-1]
    return Nominal(0, 0, one.name, one.role, "described")


def _heard(text: str, sentence: Sentence, tongue: str) -> list[Found]:
    """Return who speaks in a sentence by name or noun."""
    inside = overlapping(_marks(text), sentence.start, sentence.end)
    found = words_of(text, sentence.start, sentence.end)
    outside = [w for w in found if not any(a < w.start < b for a, b in inside)]
    reader = _Speakers(text, outside, tongue)
    return [*reader.by_phrases(sentence.start, sentence.end), *reader.by_verbs()]


@lru_cache(maxsize=8)
def _sentences(text: str) -> list[Sentence]:
    return split(text)


@lru_cache(maxsize=8)
def _marks(text: str) -> list[tuple[int, int]]:
    return quotations(text)


class _Speakers:
    """Reads who speaks in the words of one sentence that stand outside quotation marks."""

    def __init__(self, text: str, found: Sequence[Word], tongue: str) -> None:
        self._text = text
        self._found = found
        self._told = phrases(text, found, tongue)
        self._tongue = tongue
        self._subjects = Subjects(text, found, self._told, tongue)

    def by_verbs(self) -> Iterator[Found]:
        """Yield who goes with each verb of speech."""
        for at in self._subjects.verbs():
            word, one = self._found[at], self._subjects.of(at)
            if one is None or (is_agency(one.name) and one.named and word.low in CREDITS):
                continue
            head = self._head(one, in_nominative(one._replace(governed=False), self._tongue))
            first, last = self._found[one.first].start, self._found[one.last].end
            if head:
                yield head, min(first, word.start), max(last, word.end), False

    def going_on(self) -> Iterator[tuple[int, int]]:
        """Yield the verbs whose subject is a pronoun or left out."""
        for at in self._subjects.verbs():
            if self._subjects.of(at) is None and self._subjects.goes_on(at):
                yield self._found[at].start, self._found[at].end

    def by_phrases(self, start: int, end: int) -> Iterator[Found]:
        """Yield whom phrases name: "по словам X", "selon X", "раскритиковано X-ым"."""
        for one, first, last in named_by(self._text, self._found, self._told, start, end):
            if not (is_agency(one.name) and one.named):
                name = in_nominative(one._replace(governed=True), self._tongue)
                if done_by(self._text, first, last) and self._tongue == "ru" and not one.body:
                    name = parts_called(one.name.split())
                if head := self._head(one, name):
                    yield head, first, last, False
        for one, first, last in in_body(self._text, self._found, self._told, self._tongue):
            if head := self._head(one, place(one.name)):
                yield head, first, last, False

    def by_colon(self, start: int, end: int) -> Iterator[Found]:
        """Yield the name that opens a sentence before a colon and a quotation."""
        for one in self._told[:1]:
            last = self._found[one.last].end
            quoted = re.match(r": ?[«“„\"]", self._text[last:end])
            if one.first == 0 and one.named and quoted and (head := self._head(one, one.name)):
                yield head, start, last, False

    def _head(self, one: Told, name: str) -> Nominal | None:
        """Return a phrase with the full name and role of whom it means; None for the paper itself.

        It counts as described, so that the names that English would read do not come between.
        """
        at = self._found[one.first].start
        who: tuple[str, str | None] | None = (name, one.role)
        if one.named:
            who = meant_name(one, name, self._text, self._tongue, at) or who
        elif noun := _lone(one):
            who = meant_noun(noun, one.body, self._text, self._tongue, at) or self._other(
                one, name, at
            )
        return Nominal(one.first, one.last, *who, "described") if who else None

    def _other(self, one: Told, name: str, at: int) -> tuple[str, str | None] | None:
        """Return whom a noun means that the text has not called so: who spoke last."""
        paper = one.name.lower() in PAPERS
        last = None if one.body else _last_speaker(self._text, at, self._tongue)
        if last and (not last.role or (_lone(one) or "") in GENERAL):
            return last.name, last.role
        return None if paper else (name, None)


def _lone(one: Told) -> str | None:
    """Return the noun that stands alone or with its article: "аналитик", "la abogada"."""
    parts = one.name.split()
    if len(parts) > 2 or one.many or parts[0].lower() in INDEFINITE:
        return None
    return role_noun(parts[-1]) or (parts[-1] if body_noun(parts[-1]) else None)
