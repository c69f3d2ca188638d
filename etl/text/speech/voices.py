"""Who holds the sentence that names a policy: a speaker, a document, or the outlet itself.

Words in quotation marks belong to whom the sentence, or the one next to the quotation, gives them
to; reported speech to its subject. A surname, a pronoun and "the senator" are led back to the full
name in the article. Where nobody speaks the voice is the outlet's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from etl.text.sentences import Sentence
from etl.text.speech.governing import governing
from etl.text.speech.headlines import headline_voice, recased
from etl.text.speech.holders import Reading, each_of, holder_of, take_apart
from etl.text.speech.labels import label_of
from etl.text.speech.speakers import Spoken, spoken

_DOCUMENT = re.compile(
    r"(?i)\b(?:bill|law|act|memo\w*|determination|report|resolution|letter|statement|text|order"
    r"|brief|measure"
    r"|notice|document|petition|amendment|release|dispatch|record|records|provision)$"
)


NEAR = 3  # sentences from the one with the name in which what else its voice says is read with it


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
    """Who holds one mention; `holder` is None where it is the outlet's own voice.

    `said` is what that voice says there: the sentence with the name, and its own ones near it.
    """

    mention_id: str
    holder: str | None
    holder_role: str | None
    holder_kind: str  # speaker, outlet, document
    quoted: str | None  # direct, indirect, or None where nobody is quoted
    said: str | None = None


def find_voices(mentions: Iterable[Place], articles: Iterable[Mapping[str, Any]]) -> list[Voice]:
    """Return one voice per mention, in the order given."""
    by_id = {str(article["article_id"]): article for article in articles}
    read: dict[tuple[str, str], tuple[Reading, list[Spoken]]] = {}
    voices = []
    for mention in mentions:
        key = mention.article_id, mention.match_basis
        article = by_id.get(mention.article_id, {})
        if key not in read:
            taken = _taken_apart(article, mention.match_basis)
            read[key] = taken, list(spoken(taken))
        voice = voice_of(mention, read[key][0])
        near = _near(mention, voice, *read[key])
        text = _text(article, mention.match_basis)
        said = "\n\n".join(text[s.start : s.end] for s in near) or None
        voices.append(replace(voice, said=said))
    return voices


def _taken_apart(article: Mapping[str, Any], basis: str) -> Reading:
    text = _text(article, basis)
    if basis == "title":
        return take_apart(recased(text))
    return take_apart(text, article.get("author") if basis == "body" else None)


def _near(
    mention: Place, voice: Voice, read: Reading, everyone: Sequence[Spoken]
) -> list[Sentence]:
    """Return the sentence with the name, and those near it in which its voice speaks."""
    index = _sentence_of(mention, read)
    if index is None:
        return []
    own = {s.sentence for s in everyone if voice.holder and s.holder == voice.holder}
    near = {index, *(i for i in own if abs(i - index) <= NEAR)}
    return [read.sentences[i] for i in sorted(near)]


def _sentence_of(mention: Place, read: Reading) -> int | None:
    index = bisect_right(read.sentences, mention.start, key=lambda s: s.end)
    return index if index < len(read.sentences) else None


def _text(article: Mapping[str, Any], basis: str) -> str:
    value = article.get("text" if basis == "body" else basis)
    return value if isinstance(value, str) else ""


def voice_of(mention: Place, read: Reading) -> Voice:
    """Return the voice of one place in a text that was taken apart."""
    index = _sentence_of(mention, read)
    if index is None:
        return _own_voice(mention)
    if mention.match_basis == "title":
        told = headline_voice(mention.start, read)
        return _by_speaker(mention, *told, "indirect") if told else _own_voice(mention)
    label = label_of(read, index)
    quotation = next((q for q in read.quotations if q[0] <= mention.start < q[1]), None)
    said = governing(read, index, mention.start, quotation)
    if label and (
        said is None or said.acts or said.kind != "named" or not holder_of(said, read)[0]
    ):
        return _by_speaker(mention, *label, "direct")
    holder, role = holder_of(said, read) if said else (None, None)
    if said is None or holder is None:
        return (
            _by_speaker(mention, read.author, None, "direct")
            if read.author
            else _own_voice(mention)
        )
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
