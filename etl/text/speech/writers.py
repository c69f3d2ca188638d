"""Whose own words a text is: its author's, a body's statement, or each letter's writer's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.text.sentences import Sentence
from etl.text.speech.attribution import Attribution
from etl.text.speech.authors import author_of_text, is_editorial, speaks_itself
from etl.text.speech.letters import letter_writers
from etl.text.speech.quotations import overlapping
from etl.text.speech.spoken_turns import Held
from etl.text.speech.statements import headed_statement, own_statement, stated_whole

_MOSTLY = 0.5  # of a sentence, that a quotation covers which is somebody else's
_OWN = ("i", "we")


@dataclass(frozen=True, slots=True)
class Written:
    """Whether a text says "I" or "we" itself, who wrote all of it, and who single sentences."""

    itself: bool
    author: str | None
    writers: list[str | None]
    editorial: bool = False  # its "we" is the outlet


def nobody(sentences: Sequence[Sentence]) -> Written:
    """Return what is known of a transcript: it has labels, and no author."""
    return Written(False, None, [None] * len(sentences))


def who_writes(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[tuple[int, int]],
    spoken: Sequence[Sequence[Attribution]],
    held: Mapping[Attribution, Held],
    byline: object,
) -> Written:
    """Return whose own words a text is, and whose a sentence is that gives words to nobody else."""
    writers = letter_writers(sentences, quotations)
    if any(writers):
        itself, author = False, None
    else:
        itself = speaks_itself(text, sentences, quotations)
        last = sentences[-1].text if sentences else ""
        author = headed_statement(text, itself) or author_of_text(text, last, itself, byline)
        author = author or (own_statement(text, sentences, quotations) if itself else None)
        writers = _stated(text, sentences, spoken, held)
    for index, sentence in enumerate(sentences):
        others = {held[s][0] for s in spoken[index] if not s.acts} - {None, writers[index]}
        if writers[index] and (others or _is_quoted(sentence, quotations)):
            writers[index] = None
    return Written(itself, author, writers, is_editorial(text))


def own_words(
    written: Written, spoken: Sequence[Sequence[Attribution]], held: Mapping[Attribution, Held]
) -> dict[Attribution, Held]:
    """Return whom "I said" and "we ask" stand for beside what others say in a sentence.

    Where nobody else speaks the sentence is its author's anyway; an editorial's "we" is nobody.
    """
    return {
        said: (writer or written.author, None)
        for found, writer in zip(spoken, written.writers, strict=True)
        for said in found
        if said.kind == "pronoun" and said.speaker.lower() in _OWN
        if written.editorial
        or ((writer or written.author) and any(held[other][0] for other in found))
    }


def _stated(
    text: str,
    sentences: Sequence[Sentence],
    spoken: Sequence[Sequence[Attribution]],
    held: Mapping[Attribution, Held],
) -> list[str | None]:
    """Return whose statement each sentence is that stands whole, without quotation marks."""
    writers: list[str | None] = [None] * len(sentences)
    for index, found in enumerate(spoken):
        told, gave = stated_whole(text, sentences, index)
        who = gave or next((held[said][0] for said in found[::-1] if held[said][0]), None)
        for at in told:
            writers[at] = who
    return writers


def _is_quoted(sentence: Sentence, quotations: Sequence[tuple[int, int]]) -> bool:
    within = overlapping(quotations, sentence.start, sentence.end)
    inside = sum(min(b, sentence.end) - max(a, sentence.start) for a, b in within)
    return inside >= _MOSTLY * (sentence.end - sentence.start)
