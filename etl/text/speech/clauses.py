"""Clauses: where one begins, and the phrase that ends at a word or stands before an aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.text.speech.agents import ADVERBS, BE, PREPOSITIONS
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import PARTY, TITLES, Word, lists_fields
from etl.text.states import STATES
from etl.text.words import words

REACH = 40  # words that a clause is looked over
MARKS = frozenset(',;:—–-“”"«»()?!…[]‘')
JOINS = words(
    "that when while because if which where but whether than since so although though until what",
    "as что если когда хотя но que si mais pero dass wenn",
)


def pronoun(found: Sequence[Word], at: int) -> Nominal:
    return Nominal(at, at, re.split("['’]", found[at].text)[0], None, "pronoun")


def phrases(text: str, found: Sequence[Word], first: int, last: int) -> list[Nominal]:
    """Return the phrases among some words, "a spokesman for Sen. Bo Lee" as one."""
    told: list[Nominal] = []
    for one in nominals(text, found, first, last):
        office = told[-1] if told else None
        titled = office is not None and office.last == one.first - 2 and one.kind == "named"
        if office and titled and found[one.first - 1].text == "." and _is_for(found, office):
            name = text[found[office.first].start : found[one.last].end]
            told[-1] = replace(office, last=one.last, name=name)
        else:
            told.append(one)
    return told


def _is_for(found: Sequence[Word], office: Nominal) -> bool:
    """Tell whether a phrase ends with the title of whom it is for: "a spokesman for Sen"."""
    titled = office.kind == "described" and found[office.last].low in TITLES
    return titled and found[office.last - 1].low in PREPOSITIONS


def boundary(found: Sequence[Word], end: int, floor: int) -> int:
    """Return where the clause that ends at a word begins."""
    at = end
    while at > max(floor, end - REACH):
        before = found[at - 1]
        mark = before.text in MARKS and not lists_fields(found, at - 1)
        if mark or (before.low in JOINS and at - 1 > 0):
            break
        at -= 1
    return at


def is_dateline(found: Sequence[Word], head: Nominal) -> bool:
    """Tell whether a phrase is where a text was written: "BAKU - A group of …"."""
    if head.first or not head.name.isupper() or head.last + 1 >= len(found):
        return False
    return found[head.last + 1].text in ("-", "–", "—")


def _past_label(found: Sequence[Word], end: int) -> int:
    """Return where a name or place ends before its state or party: "Bath, Pa.", "R-Las Cruces"."""
    at = end
    while at > 1 and end - at < 5 and (found[at].capital or (found[at].text == "." and at == end)):
        at -= 1
    if at == end or found[at].text != ",":
        return end
    told = "".join(f" {w.low}" if w.text != "." else "" for w in found[at + 1 : end + 1])
    label = PARTY.match(found[at + 1].text) or told.replace(".", "").strip() in STATES
    return at - 1 if label else end


def before_brackets(found: Sequence[Word], end: int, floor: int) -> int | None:
    """Return the word before the brackets that end at a word; None where none open."""
    return next((i - 1 for i in range(end - 1, floor, -1) if found[i].text == "("), None)


def ending_at(text: str, found: Sequence[Word], end: int, floor: int) -> Nominal | None:
    """Return the phrase that ends at a word, in its clause."""
    if end >= 0 and found[end].text == ",":
        return ending_at(text, found, end - 1, floor)
    if end >= 0 and found[end].text == ")":
        opens = before_brackets(found, end, floor)
        return ending_at(text, found, opens, floor) if opens is not None else None
    end = _past_label(found, end)
    if end < floor:
        return None
    first = boundary(found, end, floor)
    heads = phrases(text, found, first, end + 1)
    ending = [n for n in heads if n.last >= end - 1]
    free = [n for n in heads if not n.governed]
    if ending and ending[-1].kind == "named":
        near = [n for n in free if n.kind != "document" and 0 < ending[-1].first - n.last <= 6]
        return near[-1] if ending[-1].governed and near else ending[-1]
    return free[-1] if free and end - free[-1].last <= 6 else (ending[-1] if ending else None)


def is_adverb(found: Sequence[Word], at: int) -> bool:
    low = found[at].low
    if low in ADVERBS or low in BE or low.endswith(("n't", "n’t")):
        return True
    if low.endswith("ly") and len(low) > 4 and not found[at].capital:
        return True
    return low == "on" and at + 1 < len(found) and found[at + 1].low in ADVERBS
