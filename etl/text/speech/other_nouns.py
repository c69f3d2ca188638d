"""The nouns for speakers without a name in other languages than English: "власти Ирана"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from etl.text.speech.other_offices import HEAD_FINAL
from etl.text.speech.other_words import (
    ARTICLES,
    NO_NAMES,
    PREPOSITIONS,
    VIEWS,
    body_noun,
    is_acronym,
    role_noun,
)
from etl.text.speech.sentence_words import Word
from etl.text.speech.speech_verbs_other import OTHER
from etl.text.words import words

_ADJECTIVE = re.compile(r"[а-яё]{3,}(?:ого|его|ому|ой|ей|ым|им|ом|ем|ых|их|ую|ый|ий)$")
FIRST_ADJECTIVE = re.compile(r"[а-яё](?:[тснвл]?ский|ный|ная|ное|[тснвл]?ская|[тснвл]?ское)$")
_GENITIVE = re.compile(r"[а-яё]{4,}(?:ых|их|ой|ого|ы|и)$")
_OF_LAND = re.compile(
    r"étrangères$|nationale?s?$|[a-zà-ÿ]{3,}(?:enne|ens?|aine?s?|ais(?:es?)?|an[oa]s?|és|esas?)$"
)
_OBJECT = words("den dem des einen einem eines")
_MANY = re.compile(r"(?:[а-яё]{4,}[ыи]|власти|[a-zà-ÿ]{4,}s)$")


class Told(NamedTuple):
    """A phrase for somebody: its first and last word, what it calls them, and how it stands."""

    first: int
    last: int
    name: str
    role: str | None
    named: bool
    body: bool
    governed: bool

    @property
    def whole(self) -> bool:
        """Whether it is a full name."""
        return self.named and (" " in self.name or self.body)

    @property
    def many(self) -> bool:
        """Whether it is a noun in the plural: "власти", "les syndicats"."""
        return (
            not (self.named or self.governed)
            and _MANY.search(self.name.split()[0].lower()) is not None
        )


def noun_phrase(
    text: str, found: Sequence[Word], at: int, taken: set[int], tongue: str
) -> Told | None:
    """Return the phrase of a noun for a speaker that has no name: "аналитик", "власти Ирана"."""
    word = found[at]
    body = body_noun(word.text) or is_acronym(word.text)
    if word.low in OTHER or not (body or role_noun(word.text)):
        return None
    if tongue in HEAD_FINAL and at + 1 < len(found) and word.capital and is_noun(found[at + 1]):
        return None
    first, last = at, at
    if first and found[first - 1].low in ARTICLES and first - 1 not in taken:
        first -= 1
    while tongue == "ru" and body and first and FIRST_ADJECTIVE.search(found[first - 1].text):
        first -= 1
    while last + 1 < len(found) and goes_on(found, last + 1, tongue):
        last += 1
    while tongue in HEAD_FINAL and first and found[first - 1].capital and first - 1 not in taken:
        first -= 1
    name = text[found[first].start : found[last].end]
    return Told(first, last, name, None, False, body, is_governed(found, first, tongue))


def goes_on(found: Sequence[Word], at: int, tongue: str) -> bool:
    """Tell whether a word belongs to the noun before it: "Ирана", "de Estado", "européenne"."""
    word = found[at]
    if word.low in OTHER or not word.text[0].isalpha():
        return False
    if tongue == "ru":
        of_body = body_noun(found[at - 1].text) and _GENITIVE.match(word.text)
        return word.capital or word.text.isascii() or bool(of_body and word.low not in NO_NAMES)
    if tongue == "de" or tongue in HEAD_FINAL:
        return tongue == "de" and word.capital and role_noun(word.text) is None
    if word.low in ("de", "del", "du", "des", "d'", "von") and at + 1 < len(found):
        return found[at + 1].text[0].isalpha()
    if re.match(r"d['’]", word.text):
        return True
    after = found[at - 1].low in ("de", "del", "du", "des", "von", "la", "los")
    return tongue in ("fr", "es") and (after or has_adjective(found, at - 1, tongue))


def has_adjective(found: Sequence[Word], at: int, tongue: str) -> bool:
    """Tell whether an adjective of a land follows: "Commission européenne"."""
    if tongue not in ("fr", "es") or at + 1 >= len(found):
        return False
    return _OF_LAND.match(found[at + 1].text) is not None


def is_governed(found: Sequence[Word], first: int, tongue: str) -> bool:
    """Tell whether a phrase stands after a preposition, with an adjective or article between."""
    at = first - 1
    while at > 0 and first - at < 3:
        low = found[at].low
        if not (low in ARTICLES or _ADJECTIVE.match(found[at].text)):
            break
        if low in PREPOSITIONS:
            return True
        at -= 1
    if tongue == "de" and _OBJECT & {found[first].low, found[at].low if at >= 0 else ""}:
        return True
    if at >= 0 and found[at].low in VIEWS:
        return True
    if at < 0 or (tongue == "fr" and found[at].low == "a"):
        return False
    return found[at].low in PREPOSITIONS


def is_noun(word: Word) -> bool:
    """Tell whether a word in small letters is a noun for a person or a body."""
    plain = word.text[0].islower() and word.low not in OTHER
    return plain and (role_noun(word.text) is not None or body_noun(word.text))
