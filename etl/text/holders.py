"""A text taken apart once: its sentences, the people in it, and who says what."""

from __future__ import annotations

from dataclasses import dataclass

from etl.text.attribution import Attribution, attributions
from etl.text.attribution_other import is_english
from etl.text.authors import author_of_text, speaks_itself
from etl.text.datelines import after_dateline
from etl.text.labels import is_transcript
from etl.text.noun_phrases import nominals
from etl.text.people import Person, people
from etl.text.quotations import quotations
from etl.text.referents import Held, Referents
from etl.text.sentence_words import words_of
from etl.text.sentences import Sentence, split


@dataclass(frozen=True, slots=True)
class Reading:
    """One text taken apart once for all mentions in it; `held` tells whom attributions mean.

    `itself` tells whether the text itself says "I" or "we", `author` who writes it as their own.
    """

    text: str
    sentences: list[Sentence]
    people: list[Person]
    spoken: list[list[Attribution]]
    held: dict[Attribution, Held]
    quotations: list[tuple[int, int]]
    english: bool
    transcript: bool
    itself: bool
    author: str | None


def take_apart(text: str, byline: object = None) -> Reading:
    """Return the sentences, people, attributions and quotations of a text, and who writes it."""
    sentences = split(text)
    marks = quotations(text)
    told = [words_of(text, after_dateline(text, s), s.end) for s in sentences]
    english = is_english([word for found in told[:200] for word in found])
    heads = [list(nominals(text, found, 0, len(found))) for found in told]
    named = people(text, zip(told, heads, strict=True))
    referents = Referents(text, named)
    spoken: list[list[Attribution]] = []
    held: dict[Attribution, Held] = {}
    for sentence, found, phrases in zip(sentences, told, heads, strict=True):
        said = attributions(text, sentence, marks, found, english)
        held.update(zip(said, referents.read(found, phrases, said), strict=True))
        spoken.append(said)
    transcript = is_transcript(sentences)
    alone = english and not transcript
    itself = alone and speaks_itself(text, sentences, marks)
    last = sentences[-1].text if sentences else ""
    author = author_of_text(text, last, itself, byline) if alone else None
    return Reading(text, sentences, named, spoken, held, marks, english, transcript, itself, author)


def holder_of(said: Attribution, read: Reading) -> Held:
    """Return the holder's full name and role, as far as the article tells them."""
    return read.held[said]


def each_of(holder: str, role: str | None, read: Reading) -> dict[str, str | None]:
    """Return the people that a joint holder is made of, with their roles; else the holder alone."""
    names = holder.split(" and ")
    if len(names) > 1:
        known = {person.name: person.role for person in read.people if not person.body}
        if known.keys() >= set(names):
            return {name: known[name] for name in names}
    return {holder: role}
