"""Speakers that a phrase names: "according to", "in his view", "praised by", "Warren: “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.speech.agents import kind_of
from etl.text.speech.attribution_drawn import by_drawn
from etl.text.speech.attribution_papers import by_papers
from etl.text.speech.attribution_stances import by_stances
from etl.text.speech.attribution_views import by_views
from etl.text.speech.clauses import ending_at, pronoun
from etl.text.speech.nominal import Found
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import Word
from etl.text.speech.subjects_after import apposed, first_from

_ACCORDING = re.compile(
    r"\b(?:according to|in the (?:words|view|opinion|eyes|account|telling|judge?ment|reading) of"
    r"|in the list given by|in remarks by"
    r"|(?:verdict|words|(?<!in )(?<!with a )view|views|opinion|assessment|message|argument|answer"
    r"|testimony|conclusion|author) (?:of|from|to))\s",
    re.IGNORECASE,
)
_RECKONING = re.compile(
    r"\b(?:[Ii]n|[Bb]y) the (?:reckoning|estimate|estimation|calculation|phrase|assessment"
    r"|(?<=[Bb]y the )(?:account|telling)) of "
)
_LIKES_TO_PUT = re.compile(
    r"\b(?:(?:likes?|liked|loves?|loved|prefers?|preferred|chose|is wont|was wont) to put"
    r"|(?:is|was) fond of putting) (?:it|this|things|the (?:matter|case))\b"
)
_AS = re.compile(r"(?:^|[,;:—–(-] ?|\b(?:and|but|or) )as ", re.IGNORECASE)
_LONGEST = 240  # characters of "as Ann Roe, … ," before its verb
_ON_WHY = re.compile(r"\son why\b")


def by_phrases(text: str, found: Sequence[Word], start: int, end: int) -> list[Found]:
    """Return the speakers that a phrase names: "according to", "in his view", "praised by"."""
    said = [*_according(text, found, start, end), *by_papers(text, found, start, end)]
    said += [*by_views(text, found, start, end), *_putting(text, found, start, end)]
    said += [*by_stances(text, found, start, end), *by_drawn(text, found, start, end)]
    for match in _ON_WHY.finditer(text, start, end):
        at = next(i for i, w in enumerate(found) if w.start > match.start())
        subject = ending_at(text, found, at - 1, 0)
        if subject:
            said.append((subject, found[subject.first].start, match.end(), False))
    return said


def _according(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    for match in _ACCORDING.finditer(text, start, end):
        if head := first_from(text, found, match.end()):
            yield head, match.start(), found[head.last].end, False
    for match in _RECKONING.finditer(text, start, end):
        head = first_from(text, found, match.end())
        people = head and any(kind_of(word) == "person" for word in head.name.split())
        if head and (people or head.kind == "named"):  # not "of two newspapers": a figure's source
            yield head, match.start(), found[head.last].end, False


def _putting(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield who puts it so: "as Ann Roe of the Guild likes to put it"."""
    if text.find(" put", start, end) < 0:
        return
    for match in _LIKES_TO_PUT.finditer(text, start, end):
        opens = list(_AS.finditer(text, max(start, match.start() - _LONGEST), match.start()))
        head = first_from(text, found, opens[-1].end()) if opens else None
        head = apposed(text, found, head) if head else None
        if head and head.kind != "document":
            yield head, found[head.first].start, match.end(), False


def by_colon(
    text: str, found: Sequence[Word], inside: Sequence[tuple[int, int]], said: Sequence[Found]
) -> list[Found]:
    """Return the subject of a sentence that leads up to a quotation: "Warren: “…”"."""
    opens = [
        at
        for at, word in enumerate(found)
        if word.text == ":" and any(word.end <= a <= word.end + 1 for a, _ in inside)
    ]
    if not opens or any(
        not is_act and first < found[opens[0]].start for _, first, _, is_act in said
    ):
        return []
    heads = [n for n in nominals(text, found, 0, opens[0]) if n.kind != "document"]
    head = next((apposed(text, found, n) for n in heads if not n.governed), None)
    head = head or next((n for n in heads if n.kind == "owner"), None)
    head = head or (pronoun(found, 0) if found[0].low in ("he", "she", "they") else None)
    return [(head, found[head.first].start, found[opens[0]].end, False)] if head else []
