"""Whom the words that name a speaker stand for: a surname, a pronoun, "the presidential aide"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.text.attribution import Attribution, attributions, quotations
from etl.text.people import UPPER, Person, full_name, people
from etl.text.sentences import Sentence, split
from etl.text.words import words

_PRONOUN = re.compile(r"(?i)^(?:he|she|they|who|which|his|her|their)$")
_SYNONYMS = {
    "aide": "assistant adviser advisor",
    "lawmaker": "rep. sen. senator congress representative",
}
_SYNONYMS |= {
    "congressman": "rep. representative",
    "congresswoman": "rep. representative",
    "senator": "sen. senator",
    "diplomat": "ambassador minister envoy",
    "official": "secretary head director minister assistant deputy",
}


_JUST_BEFORE = re.compile(
    rf"(?:[Tt]he )?([{UPPER}][\w’'.-]*(?: (?:of |for |and |the "
    rf")*[{UPPER}][\w’'.-]*)*)[^,]{{0,40}},? $"
)
_PERSONS = words(
    "aide adviser advisor senator lawmaker congressman congresswoman official diplomat",
    "minister president ambassador envoy secretary analyst expert author writer governor",
    "mayor director lawyer professor politician sponsor judge farmer owner chief commissioner",
    "leader deputy chairman chairwoman",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One text taken apart once for all mentions in it."""

    text: str
    sentences: list[Sentence]
    people: list[Person]
    spoken: list[list[Attribution]]
    quotations: list[tuple[int, int]]


def take_apart(text: str) -> Reading:
    """Return the sentences, people, attributions and quotations of a text."""
    sentences = split(text)
    marks = quotations(text)
    spoken = [attributions(text, s.start, s.end, marks) for s in sentences]
    return Reading(text, sentences, people(text), spoken, marks)


def holder_of(said: Attribution, read: Reading, depth: int = 0) -> tuple[str | None, str | None]:
    """Return the holder's full name and role, as far as the article tells them."""
    who = said.speaker
    for person in read.people:
        before, named, _ = who.partition(person.name)
        if named and not re.search(r"\b(?:of|for|and|on)(?: the)? $", before):
            return person.name, person.role or said.role
    parts = who.split()
    if _PRONOUN.match(who):
        return _met_last(said, read, depth)
    known = full_name(parts[-1].removesuffix("'s").removesuffix("’s"), read.people, said.start)
    if known and parts[-1][0].isupper():
        return known.name, known.role or said.role
    if parts[0].lower() in ("the", "this") and parts[-1].islower():
        described = _described(parts[-1].lower(), read.people, said.start)
        if described:
            return " and ".join(p.name for p in described), described[0].role
    return re.sub(r"^[Tt]he (?=[A-Z])", "", who), said.role


def _met_last(said: Attribution, read: Reading, depth: int) -> tuple[str | None, str | None]:
    """Return whom a pronoun stands for: whom it follows, the speaker before, or who came last."""
    named = [p for p in read.people if p.start < said.start]
    if said.speaker in ("who", "which"):
        name = _JUST_BEFORE.search(read.text[max(0, said.start - 90) : said.start])
        close = [p for p in named if name and p.name in name[0]]
        return (close[-1].name, close[-1].role) if close else (name[1] if name else None, None)
    earlier = [a for spoken in read.spoken for a in spoken if a.end <= said.start]
    for before in reversed(earlier):
        if not _PRONOUN.match(before.speaker) and depth < 3:
            holder, role = holder_of(before, read, depth + 1)
            if said.speaker.lower() == "they" or any(p.name == holder for p in named):
                return holder, role
    return (named[-1].name, named[-1].role) if named else (None, None)


def _described(noun: str, known: list[Person], before: int) -> list[Person]:
    """Return whom a noun describes: "the presidential aide" is an assistant, "the senators" two."""
    one = noun.removesuffix("s")
    wanted = {one, *_SYNONYMS.get(one, "").split()}
    met = [p for p in known if p.start < before]
    fits = [p for p in met if p.role and any(word in p.role.lower() for word in wanted)]
    if one != noun:
        return fits[-3:] or (met[-2:] if one in _PERSONS else [])
    return fits[-1:] or (met[-1:] if noun in _PERSONS else [])
