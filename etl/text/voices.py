"""Who holds the sentence that names a policy: a speaker, a document, or the outlet itself.

Words in quotation marks belong to whom the sentence, or the one next to the quotation, gives them
to; reported speech to its subject. A surname, a pronoun and "the senator" are led back to the full
name in the article. Where nobody speaks the voice is the outlet's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from etl.text.attribution import Attribution
from etl.text.holders import Reading, each_of, holder_of, take_apart
from etl.text.labels import label_of

_DOCUMENT = re.compile(
    r"(?i)\b(?:bill|law|act|memo\w*|determination|report|resolution|letter|statement|text|order"
    r"|brief|measure"
    r"|notice|document|petition|amendment|release|dispatch|record|records|provision)$"
)


class Place(Protocol):
    """What is needed of a mention."""

    @property
    def mention_id(self) -> str: ...
    @property
    def article_id(self) -> str: ...
    @property
    def match_basis(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who holds one mention; `holder` is None where it is the outlet's own voice."""

    mention_id: str
    holder: str | None
    holder_role: str | None
    holder_kind: str  # speaker, outlet, document
    quoted: str | None  # direct, indirect, or None where nobody is quoted


def find_voices(mentions: Iterable[Place], articles: Iterable[Mapping[str, Any]]) -> list[Voice]:
    """Return one voice per mention, in the order given."""
    by_id = {str(article["article_id"]): article for article in articles}
    read: dict[tuple[str, str], Reading] = {}
    voices = []
    for mention in mentions:
        key = mention.article_id, mention.match_basis
        if key not in read:
            read[key] = take_apart(_text(by_id.get(mention.article_id, {}), mention.match_basis))
        voices.append(voice_of(mention, read[key]))
    return voices


def _text(article: Mapping[str, Any], basis: str) -> str:
    value = article.get("text" if basis == "body" else basis)
    return value if isinstance(value, str) else ""


def voice_of(mention: Place, read: Reading) -> Voice:
    """Return the voice of one place in a text that was taken apart."""
    index = next((i for i, s in enumerate(read.sentences) if s.end > mention.start), None)
    if index is None:
        return _own_voice(mention)
    label = label_of(read, index)
    if label:
        return _by_speaker(mention, *label, "direct")
    quotation = next((q for q in read.quotations if q[0] <= mention.start < q[1]), None)
    said = (
        _of_quotation(read, index, quotation)
        if quotation
        else _of_report(read.spoken[index], mention)
    )
    if said is None:
        return _own_voice(mention)
    holder, role = holder_of(said, read)
    if holder is None:
        return _own_voice(mention)
    if said.kind != "described":  # of "they" the first, whom the register of members can know
        holder, role = next(iter(each_of(holder, role, read).items()))
    return _by_speaker(mention, holder, role, "direct" if quotation else "indirect")


def _by_speaker(mention: Place, holder: str, role: str | None, quoted: str) -> Voice:
    return Voice(
        mention_id=mention.mention_id,
        holder=holder,
        holder_role=role,
        holder_kind=kind_of_holder(holder),
        quoted=quoted,
    )


def kind_of_holder(holder: str) -> str:
    """Return what kind of voice a name stands for.

    >>> kind_of_holder("The memorandum"), kind_of_holder("Ann Roe")
    ('document', 'speaker')
    """
    return "document" if _DOCUMENT.search(holder) else "speaker"


def _own_voice(mention: Place) -> Voice:
    return Voice(
        mention_id=mention.mention_id,
        holder=None,
        holder_role=None,
        holder_kind="outlet",
        quoted=None,
    )


def _of_report(spoken: list[Attribution], mention: Place) -> Attribution | None:
    """Return the attribution that governs a place outside quotation marks.

    Of several who say it together that is the first.
    """
    before = [a for a in spoken if a.verb_end <= mention.start and not a.trails]
    set_off = [a for a in spoken if a.trails]
    if before:
        return next(said for said in before if said.start == before[-1].start)
    return set_off[0] if set_off else None


def _of_quotation(read: Reading, index: int, quotation: tuple[int, int]) -> Attribution | None:
    """Return the attribution of a quotation: beside it, else of the speaker it continues."""
    first = next(i for i, s in enumerate(read.sentences) if s.end > quotation[0])
    last = next(
        (i for i, s in enumerate(read.sentences) if s.end >= quotation[1]), len(read.sentences) - 1
    )
    beside = [
        a
        for i in {first, index, last}
        for a in read.spoken[i]
        if a.end <= quotation[0] or a.start >= quotation[1]
    ]
    if beside:
        return min(beside, key=lambda a: _apart(a, quotation))
    for back in range(first - 1, max(-1, first - 4), -1):
        if read.spoken[back]:
            return read.spoken[back][-1]
    after = read.spoken[last + 1][:1] if last + 1 < len(read.spoken) else []
    return after[0] if after else None


def _apart(said: Attribution, quotation: tuple[int, int]) -> int:
    return max(quotation[0] - said.verb_end, said.start - quotation[1], 0)
