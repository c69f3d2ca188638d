"""Everyone who speaks in a text, sentence by sentence, whatever they speak about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.text.attribution import Attribution
from etl.text.holders import Reading, each_of, holder_of
from etl.text.labels import label_of
from etl.text.quotations import overlapping
from etl.text.referents import SITE


@dataclass(frozen=True, slots=True)
class Spoken:
    """One voice in one sentence."""

    holder: str
    role: str | None
    sentence: int
    quoted: str  # direct, indirect
    acts: bool = False


_SIGNED = re.compile(r"\b(?:reports?|reported|informs?|informed|learned)$")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e)\b(?:['’]\w+)?(?!\.)")
AUTHOR = "the author"


def speaks_itself(read: Reading) -> int | None:
    """Return the first sentence in which the text itself says "I" or "we"; None where none does."""
    if not read.english or read.transcript:
        return None
    for index, sentence in enumerate(read.sentences):
        for match in _FIRST_PERSON.finditer(read.text, sentence.start, sentence.end):
            if not overlapping(read.quotations, match.start(), match.end()):
                return index
    return None


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
                seen.setdefault(name, Spoken(name, own, index, quoted, said.acts))
        yield from seen.values()
    itself = speaks_itself(read)
    if itself is not None:
        yield Spoken(AUTHOR, None, itself, "direct")


def _site(said: Attribution, read: Reading) -> dict[str, str | None]:
    """Return the site that says something of its own: "Made.Az observes", not its signature."""
    signed = _SIGNED.search(read.text, said.start, said.verb_end)
    return {said.speaker: None} if SITE.search(said.speaker) and not signed else {}
