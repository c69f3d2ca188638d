"""Everyone who speaks in a text, sentence by sentence, whatever they speak about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.text.attribution import Attribution
from etl.text.holders import Reading, each_of, holder_of
from etl.text.labels import label_of
from etl.text.people import UPPER
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
_NAME = rf"(?:[A-Z][a-z]{{1,4}}\. )?((?:[{UPPER}][\w.'’-]* ){{1,3}}[{UPPER}][\w'’-]+)"
_BYLINE = re.compile(rf"By {_NAME}(?:,.{{0,60}})?$")
_SIGNATURE = re.compile(
    rf"(?:(?:Yours|Sincerely|Signed|Respectfully)\b[^,]{{0,20}}, ?|[—–-] ?)?{_NAME}"
    rf"(?:, (?:aged? )?[{UPPER}\d][^.]{{0,60}})?\.?$"
)
_ON_AUTHOR = re.compile(rf"(?:The writer, )?{_NAME},? (?:is|was) (?:an?|the) [^“”\"]{{3,200}}$")


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
                if label and name.casefold() == label[0].casefold():
                    continue
                seen.setdefault(name, Spoken(name, own, index, quoted, said.acts))
        yield from seen.values()
    itself = speaks_itself(read)
    if itself is not None:
        yield Spoken(signed(read) or AUTHOR, None, itself, "direct")


def signed(read: Reading) -> str | None:
    """Return who signs a text that says "I": over it, under it, or in a line on its author."""
    first, last = (read.sentences[at].text for at in (0, -1))
    match = _BYLINE.match(first) or _SIGNATURE.match(last) or _ON_AUTHOR.match(last)
    return match[1] if match else None


def _site(said: Attribution, read: Reading) -> dict[str, str | None]:
    """Return the site that says something of its own: "Made.Az observes", not its signature."""
    signed = _SIGNED.search(read.text, said.start, said.verb_end)
    return {said.speaker: None} if SITE.search(said.speaker) and not signed else {}
