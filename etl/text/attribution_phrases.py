"""Speakers that a phrase names: "according to", "in his view", "praised by", "Warren: “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.agents import kind_of
from etl.text.nominal import Nominal
from etl.text.noun_phrases import nominals
from etl.text.sentence_words import Word
from etl.text.speech_verbs import acts, finite
from etl.text.subjects import ending_at, pronoun
from etl.text.subjects_after import apposed, first_from
from etl.text.together import together
from etl.text.words import words

_ACCORDING = re.compile(
    r"(?:according to|in the (?:words|view|opinion|eyes|account|telling|judge?ment|reading) of"
    r"|in the list given by|in remarks by|(?:verdict|words|view|views|opinion|assessment|message"
    r"|argument|answer|testimony|conclusion|author) (?:of|from|to)"
    r")\s",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"(?:in|by|to)\s((?:[^\s,;:“”\"]+\s){0,4}?[^\s,;:“”\"]+)(?:'s|’s|s’|s')?\s(?:own\s)?"
    r"(?:judge?ment|view|opinion|telling|account|words|reading|phrase|eyes|estimate|reckoning|count|version|list"
    r")\b",
    re.IGNORECASE,
)
_VIEW_IS = re.compile(
    r"(?:'s|’s|s’|s') (?:own )?(?:view|opinion|position|argument|message|answer|verdict|point"
    r"|complaint|hope|fear|advice|demand) (?:is|was)\b"
)
_TO = re.compile(r"(?:For|To|From|Pour|Para|Для)\s")
_ON_WHY = re.compile(r"\son why\b")
_SPONSORED = re.compile(
    r"\b(?:amendments?|bill|measure|proposal|resolution|provision|letter|legislation|motion|draft"
    r"|one|other|number \d+|no\. \d+|\d{2,4}),? (?:by|from|of) ",
    re.IGNORECASE,
)
_WRITTEN = words(
    "written signed sent sponsored backed brought moved carried pushed championed drawn",
    "spearheaded authored organized organised led co-led circulated joined",
)
_BY = re.compile(r"\b(\w+(?:ed|ten|ought|led|wn|put))\s(?:\w+\s){0,3}?by\s", re.IGNORECASE)
_PAPER = (
    r"(?:letter|statement|report|memo|analysis|study|survey|editorial|essay|article|testimony|notice"
    r"|filing|brief|complaint|petition|release|newsletter|website|op-ed)"
)
_OWN_PAPER = re.compile(
    rf"(?:The )?(?!(?:An?|His|Her|Its|Their|Our|My) )([A-Z].+?)(?:['’]s|(?<=s)['’])"
    rf"(?: [\w-]+){{0,3}} {_PAPER}$"
)
_A_PAPER = re.compile(rf"{_PAPER}$")
Found = tuple[Nominal, int, int, bool]  # who, where it stands, whether it tells of an act


def by_phrases(text: str, found: Sequence[Word], start: int, end: int) -> list[Found]:
    """Return the speakers that a phrase names: "according to", "in his view", "praised by"."""
    said = [*_according(text, found, start, end), *_by(text, found, start, end)]
    said += _views(text, found, start, end)
    opening = _TO.match(text, start)
    head = first_from(text, found, opening.end()) if opening else None
    if head and _full(head) and head.last + 1 < len(found) and found[head.last + 1].text == ",":
        said.append((head, start, found[head.last].end, False))
    for match in _ON_WHY.finditer(text, start, end):
        at = next(i for i, w in enumerate(found) if w.start > match.start())
        subject = ending_at(text, found, at - 1, 0)
        if subject:
            said.append((subject, found[subject.first].start, match.end(), False))
    return said


def author_of(text: str, found: Sequence[Word], subject: Nominal) -> Nominal | None:
    """Return whose a letter or report is that says something: "Roe's letter", "a study by"."""
    if subject.kind != "document":
        return None
    if own := _OWN_PAPER.match(subject.name):
        return Nominal(subject.first, subject.last, own[1], None, "named")
    by = subject.last + 1
    if by + 2 < len(found) and found[by].text == "," and found[by + 1].low in _WRITTEN:
        by += 2  # "The letter, signed by Bo Lee, says"
    if not _A_PAPER.search(subject.name) or by + 1 >= len(found):
        return None
    if found[by].low not in ("by", "from"):
        return None
    head = first_from(text, found, found[by + 1].start)
    return head if head and head.kind == "named" else None


def _according(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    for match in _ACCORDING.finditer(text, start, end):
        if head := first_from(text, found, match.end()):
            yield head, match.start(), found[head.last].end, False
    for match in _VIEW.finditer(text, start, end):
        head = first_from(text, found, match.start(1)) or _of_several(found, match)
        if head and found[head.first].start < match.end():
            yield head, match.start(), match.end(), False


def _views(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield whose view is told: "Ann Roe's view is that it must go"."""
    for match in _VIEW_IS.finditer(text, start, end):
        at = next(i for i, w in enumerate(found) if w.end > match.start())
        heads = nominals(text, found, max(0, at - 9), at + 1)
        owner = next((n for n in heads if n.last == at and n.kind == "owner"), None)
        if owner:
            yield owner, found[owner.first].start, match.end(), False


def _of_several(found: Sequence[Word], match: re.Match[str]) -> Nominal | None:
    """Return those whose view it is where a noun tells them: "in the experts' view"."""
    name = match[1].rstrip("'’")
    first = next(i for i, w in enumerate(found) if w.start >= match.start(1))
    last = first + len(name.split()) - 1
    return Nominal(first, last, name, None, "described") if kind_of(name.split()[-1]) else None


def _by(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield whom a passive or an amendment names after "by"."""
    for match in _BY.finditer(text, start, end):
        low = match[1].lower()
        told = (low in finite() or low in acts() or low in _WRITTEN) and low != "reported"
        if told:
            head = first_from(text, found, match.end())
            if head and (low != "asked" or head.kind == "named"):  # not "asked by a reporter"
                yield from _all(text, found, head, match.start())
    for match in _SPONSORED.finditer(text, start, end):
        head = first_from(text, found, match.end())
        if head and _full(head) and match[0] != "Bill of ":  # the Bill of Rights
            yield from _all(text, found, head, match.start())


def _all(text: str, found: Sequence[Word], head: Nominal, start: int) -> Iterator[Found]:
    """Yield who acts, and who else does it with them: "signed by Bo Lee and Ann Roe"."""
    told = together(text, found, head, -1, 0)
    for one in told:
        yield one, start, found[told[-1].last].end, True


def _full(head: Nominal) -> bool:
    return head.kind == "named" and (" " in head.name or head.role is not None)


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
