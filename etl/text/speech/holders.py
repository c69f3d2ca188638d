"""A text taken apart once: its sentences, the people in it, and who says what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.text.sentences import Sentence, split
from etl.text.speech.attribution import Attribution, attributions
from etl.text.speech.attribution_other import is_english
from etl.text.speech.datelines import after_dateline
from etl.text.speech.label_shapes import SPOKEN_TO
from etl.text.speech.label_turns import is_transcript, labels_told
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.people import Person, people
from etl.text.speech.quotations import quotations
from etl.text.speech.referents import Referents
from etl.text.speech.sentence_words import Word, words_of
from etl.text.speech.spoken_turns import Held
from etl.text.speech.writers import nobody, own_words, who_writes


@dataclass(frozen=True, slots=True)
class Reading:
    """One text taken apart once for all mentions in it; `held` tells whom attributions mean.

    `itself` tells whether the text itself says "I" or "we", `author` who writes it as their own,
    `writers` whose letter or statement a sentence is that nobody else is said to say.
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
    writers: list[str | None]


def take_apart(text: str, byline: object = None) -> Reading:
    """Return the sentences, people, attributions and quotations of a text, and who writes it."""
    sentences = split(text)
    marks = quotations(text)
    told = [words_of(text, after_dateline(text, s), s.end) for s in sentences]
    english = is_english([word for found in told[:200] for word in found])
    heads = [list(nominals(text, found, 0, len(found))) for found in told]
    named = people(text, zip(told, heads, strict=True))
    transcript = is_transcript(sentences)
    referents = Referents(text, named)
    spoken: list[list[Attribution]] = []
    held: dict[Attribution, Held] = {}
    labels = labels_told(text) if transcript else [None] * len(sentences)
    for sentence, label, found, phrases in zip(sentences, labels, told, heads, strict=True):
        if label:
            sentence, found, phrases = _behind(text, sentence, label[1], found)
        said = attributions(text, sentence, marks, found, english)
        held.update(zip(said, referents.read(found, phrases, said), strict=True))
        spoken.append(said)
    alone = english and not transcript
    by = who_writes(text, sentences, marks, spoken, held, byline) if alone else nobody(sentences)
    held.update(own_words(by, spoken, held))
    made = text, sentences, named, spoken, held, marks, english, transcript
    return Reading(*made, by.itself, by.author, by.writers)


def _behind(
    text: str, sentence: Sentence, label: int, found: list[Word]
) -> tuple[Sentence, list[Word], list[Nominal]]:
    """Return what a sentence of a transcript says behind its label, which says nothing itself."""
    start = sentence.start + label
    spoken_to = SPOKEN_TO.match(text, start, sentence.end)
    start = min(spoken_to.end() if spoken_to else start, sentence.end)
    words = [word for word in found if word.start >= start]
    behind = replace(sentence, start=start, text=text[start : sentence.end])
    return behind, words, list(nominals(text, words, 0, len(words)))


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
