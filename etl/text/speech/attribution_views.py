"""Speakers whose view a phrase tells: "in his view", "Roe's verdict: …", "To its critics,"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from etl.text.speech.agents import DETERMINERS, PREPOSITIONS, kind_of, singular
from etl.text.speech.attribution_papers import is_full
from etl.text.speech.clauses import pronoun
from etl.text.speech.nominal import Found, Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import Word
from etl.text.speech.subjects_after import first_from
from etl.text.words import words

_VIEW = re.compile(
    r"\b(?:in|by|to)\s(?!whose\b)((?:[^\s,;:“”\"]+\s){0,4}?[^\s,;:“”\"]+)(?:'s|’s|s’|s')?\s(?:own\s)?"
    r"(?:judge?ment|view|opinion|telling|account|words|reading|phrase|eyes|estimate|reckoning|count"
    r"|version|list)\b",
    re.IGNORECASE,
)
_VIEW_IS = re.compile(
    r"(?:'s|’s|s’|s') (?:own )?(?:view|opinion|position|argument|message|answer|verdict|point"
    r"|complaint|hope|fear|advice|demand) (?:is|was)\b"
)
_VIEW_COLON = re.compile(
    r"(?:'s|’s|s’|s'|\b[Hh]is|\b[Hh]er|\b[Tt]heir) (?:own )?(?:[a-z]+ )?(?:view|verdict|answer"
    r"|opinion|argument|message|reply|response|advice|complaint|conclusion|assessment|prediction"
    r"|reaction|retort|counter|summary): "
)
_IN_WHOSE = re.compile(
    r"\bin whose (?:own )?(?:view|opinion|telling|eyes|words|judge?ment|account|reckoning"
    r"|reading)\b(?! of\b)"
)
_LINKS = words("of at from in for on with")  # between a name and where it belongs
_FOR = re.compile(r"(For|To|From) ")
_REACH = 16  # words in which the phrase that opens a sentence is over
_IS = r"[^,.;:“”\"]{1,60} (?:is|was|are|were|remains?|means|amounts? to|seems?|represents)"
_IS_SO = re.compile(rf"{_IS}\b")
_IS_A = re.compile(
    rf"{_IS} (?:(?:not|never|still|only|simply|just|both|about|little|less|more|than|but) )*"
    r"(?:an?|the|nothing|no)\b"
)
_PARTISANS = words(
    "supporter opponent critic advocate backer proponent foe defender detractor champion sceptic",
    "skeptic admirer believer sponsor booster enemy adherent",
)
_NO_FIRST_NAME = PREPOSITIONS | DETERMINERS | words("and but or new north south east west")


def by_views(text: str, found: Sequence[Word], start: int, end: int) -> list[Found]:
    """Return whose view, verdict or answer one sentence tells."""
    said = [*_in_view(text, found, start, end), *_view_is(text, found, start, end)]
    said += [*_in_whose(text, found, start, end), *_opening(text, found, start)]
    return said


def _in_view(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    for match in _VIEW.finditer(text, start, end):
        head = first_from(text, found, match.start(1)) or _of_several(found, match)
        if head and found[head.first].start < match.end():
            yield head, match.start(), match.end(), False


def _of_several(found: Sequence[Word], match: re.Match[str]) -> Nominal | None:
    """Return those whose view it is where a noun tells them: "in the experts' view"."""
    name = match[1].rstrip("'’")
    if not name:
        return None
    first = next(i for i, w in enumerate(found) if w.start >= match.start(1))
    last = first + len(name.split()) - 1
    return Nominal(first, last, name, None, "described") if kind_of(name.split()[-1]) else None


def _view_is(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield whose view is told: "Ann Roe's view is that it must go", "Her verdict: it must go"."""
    for match in _VIEW_IS.finditer(text, start, end):
        if owner := _owner(text, found, _word_at(found, match.start())):
            yield owner, found[owner.first].start, match.end(), False
    colon = text.rfind(": ", start, end)
    for match in _VIEW_COLON.finditer(text, start, max(start, colon + 2)):
        at = _word_at(found, match.start())
        his = found[at].low in ("his", "her", "their")
        owner = pronoun(found, at) if his else _owner(text, found, at) or _group(text, found, at)
        if owner:
            yield owner, found[owner.first].start, match.end(), False


def _word_at(found: Sequence[Word], start: int) -> int:
    return next(i for i, w in enumerate(found) if w.end > start)


def _owner(text: str, found: Sequence[Word], at: int) -> Nominal | None:
    """Return whose it is by the name that ends at a word: "Ann Roe's"."""
    heads = nominals(text, found, max(0, at - 9), at + 1)
    return next((n for n in heads if n.last == at and n.kind == "owner"), None)


def _group(text: str, found: Sequence[Word], at: int) -> Nominal | None:
    """Return whose it is by a noun for those who speak that ends at a word: "the board's"."""
    noun = found[at].text.rstrip("'’").removesuffix("'s").removesuffix("’s")
    first = next((i for i in range(at, max(-1, at - 5), -1) if found[i].low in DETERMINERS), None)
    if first is None or kind_of(noun) not in ("person", "body"):
        return None
    name = text[found[first].start : found[at].start] + noun
    return Nominal(first, at, name, None, "described")


def _in_whose(text: str, found: Sequence[Word], start: int, end: int) -> Iterator[Found]:
    """Yield the name that "in whose view" belongs to."""
    if text.find(" whose ", start, end) < 0:
        return
    for match in _IN_WHOSE.finditer(text, start, end):
        last = _word_at(found, match.start()) - 1
        last -= last > 0 and found[last].text == ","
        heads = list(nominals(text, found, max(0, last - 40), last + 1))
        near = bool(heads) and last - heads[-1].last <= 3
        while len(heads) > 1 and _belongs(found, heads[-2], heads[-1]):
            heads.pop()  # "Ann Roe, a clerk at the Bar": to the clerk, to Ann Roe
        if near and heads[-1].kind in ("named", "described"):
            yield heads[-1], found[heads[-1].first].start, match.end(), False


def _belongs(found: Sequence[Word], before: Nominal, head: Nominal) -> bool:
    """Tell whether a phrase only tells of the one before: "of the Guild", ", a clerk"."""
    link = found[before.last + 1]
    aside = link.text == "," and head.kind == "described" and head.first == before.last + 2
    return aside or (link.low in _LINKS and head.first <= before.last + 3)


def _opening(text: str, found: Sequence[Word], start: int) -> Iterator[Found]:
    """Yield whose view a sentence opens with: "To its critics, it is a joke", "For Ann Roe,"."""
    opening = _FOR.match(text, start)
    if opening is None:
        return
    comma = next((i for i, w in enumerate(found[:_REACH]) if w.text == ","), 0)
    head = next(nominals(text, found, 1, comma), None)
    if head is None or head.last + 1 != comma or head.first > 5:
        return
    if is_full(head) or (opening[1] != "From" and _holds(text, found, head, opening[1])):
        yield head, start, found[head.last].end, False


def _holds(text: str, found: Sequence[Word], head: Nominal, opening: str) -> bool:
    """Tell whether a view of theirs follows: what something is, to those who can hold one."""
    after = found[head.last + 1].end
    if head.kind == "named":
        return bool(_IS_SO.match(text, after)) and _is_surname(text, head.name)
    if head.kind != "described":
        return False
    if any(singular(word.lower()) in _PARTISANS for word in head.name.split()):
        return bool(_IS_SO.match(text, after))
    told = found[head.first].low in DETERMINERS  # "For children, the fare is a dollar"
    return bool(_IS_A.match(text, after)) and (told or opening == "To")


@lru_cache(maxsize=64)
def _is_surname(text: str, name: str) -> bool:
    """Tell whether a text names somebody in full by a surname: "Ann Roe", not "in Ohio"."""
    whole = re.compile(rf"\b([A-Z][\w’'-]{{0,30}}\.?) {re.escape(name)}\b")
    return any(m[1].lower() not in _NO_FIRST_NAME for m in whole.finditer(text))
