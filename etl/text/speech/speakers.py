"""Everyone who speaks in a text, sentence by sentence, whatever they speak about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.text.speech.attribution import Attribution
from etl.text.speech.governing import going_on
from etl.text.speech.holders import Reading, each_of, holder_of
from etl.text.speech.labels import label_of
from etl.text.speech.quotations import overlapping
from etl.text.speech.referents import SITE


@dataclass(frozen=True, slots=True)
class Spoken:
    """One voice in one sentence."""

    holder: str
    role: str | None
    sentence: int
    quoted: str  # direct, indirect
    acts: bool = False


_SIGNED = re.compile(r"\b(?:reports?|reported|informs?|informed|learned)$")
AUTHOR = "the author"


def spoken(read: Reading) -> Iterator[Spoken]:
    """Yield each voice that a sentence gives words to, in order, once a sentence."""
    for index, sentence in enumerate(read.sentences):
        quotes = overlapping(read.quotations, sentence.start, sentence.end)
        quoted = "direct" if quotes else "indirect"
        seen: dict[str, Spoken] = {}
        if label := label_of(read, index):
            seen[label[0]] = Spoken(*label, index, "direct")
        for said in read.spoken[index]:
            holder, role = holder_of(said, read)
            told = each_of(holder, role, read) if holder else _site(said, read)
            for name, own in told.items():
                if label and name.casefold() == label[0].casefold():
                    continue
                seen.setdefault(name, Spoken(name, own, index, quoted, said.acts))
        yield from seen.values() if seen else _unattributed(read, index)


def _unattributed(read: Reading, index: int) -> Iterator[Spoken]:
    """Yield who goes on speaking in a sentence that does not say so, or the text's own author."""
    said = going_on(read, index)
    holder, role = holder_of(said, read) if said else (None, None)
    if said and holder:
        for name, own in each_of(holder, role, read).items():
            yield Spoken(name, own, index, "direct")
    elif read.itself or read.author:
        yield Spoken(read.author or AUTHOR, None, index, "direct")


def _site(said: Attribution, read: Reading) -> dict[str, str | None]:
    """Return the site that says something of its own: "Made.Az observes", not its signature."""
    signed = _SIGNED.search(read.text, said.start, said.verb_end)
    return {said.speaker: None} if SITE.search(said.speaker) and not signed else {}
