"""The subject that an aside parts from its verb: "Smith, a Democrat from Bath, Pa., said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.text.speech.agents import DETERMINERS, PREPOSITIONS, kind_of
from etl.text.speech.clauses import before_brackets, boundary, ending_at, is_dateline
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.roles import aside_role, with_title
from etl.text.speech.sentence_words import Word
from etl.text.states import STATES
from etl.text.words import words

_ANY = words("a an some one")
_AT = words("in at near outside from of with")  # "the League, in Lyon, which keeps bees, says"
_GOVERN = PREPOSITIONS - words("until before after since because than as like per")


def before_aside(text: str, found: Sequence[Word], end: int, floor: int) -> Nominal | None:
    """Return the subject that an aside parts from its verb: "Smith, a Democrat, said"."""
    if found[end].text == ")":
        opens = before_brackets(found, end, floor)
        return ending_at(text, found, opens, floor) if opens is not None else None
    best: Nominal | None = None
    for comma in range(end - 1, max(floor, end - 45), -1):
        if found[comma].text in ("“", "”", '"', ";", "«", "»", ":"):
            break
        if found[comma].text not in (",", "—", "–", "-"):
            continue
        head = ending_at(text, found, comma - 1, floor)
        if head and is_dateline(found, head):
            continue
        if office := _office(text, found, head, comma, end):
            return office
        if head and _tells_more(found, head, comma):
            best = best or (None if found[head.first - 1].low in _AT else head)
            continue
        if head and head.kind == "named":
            aside = text[found[comma].end : found[end].start].strip()
            return replace(head, role=head.role or aside_role(aside), governed=False)
        before = found[head.first - 1].low if head and head.first else ""
        of = head and head.kind == "described" and before in _GOVERN
        free = None if of else head
        best = best or _inner(text, found, head, comma, end) or free
        if head and begins_clause(found, head):
            break
    return best


def begins_clause(found: Sequence[Word], head: Nominal) -> bool:
    """Tell whether a phrase begins another clause: "Bo Lee sat, and the clerk, late, said"."""
    if head.first < 2 or found[head.first - 2].text != ",":
        return False
    return found[head.first - 1].low in ("and", "but", "while")


def _office(
    text: str, found: Sequence[Word], head: Nominal | None, comma: int, end: int
) -> Nominal | None:
    """Return the name that an aside tells of an office: "the comptroller of Bath, Bo Lee,"."""
    inner = _inner(text, found, head, comma, end)
    if inner is None or head is None:
        return None
    first = head.first
    if head.kind == "named":  # the noun before "of" is no trade that is known
        first = boundary(found, comma - 1, max(0, comma - 12))
        if not head.governed or found[first].low not in DETERMINERS - _ANY:
            return None
    office = re.sub(r"^[Tt]he ", "", text[found[first].start : found[head.last].end])
    return Nominal(first, inner.last, inner.name, with_title(inner.role, office), "named")


def _tells_more(found: Sequence[Word], head: Nominal, comma: int) -> bool:
    """Tell whether a name only tells of whom stands before it: ", a cook from Bath, Pa.,"."""
    before = found[head.first - 1] if head.first else None
    if head.kind != "named" or before is None:
        return False
    if before.text == "," and head.first > 2 and found[head.first - 2].capital:
        whole = found[head.first].text.islower()  # "Ann Roe, head of Lamp Cover Works, which"
        return whole or (head.first == head.last and _placed(found, head.first - 2))
    return is_set_off(found, head) or (
        head.governed and (head.last + 2 < comma or _is_label(found, comma + 1))
    )


def is_set_off(found: Sequence[Word], head: Nominal) -> bool:
    """Tell whether a place stands between commas: "the League, in Lyon, which"."""
    at = head.first - 1
    return at > 1 and found[at].low in _AT and found[at - 1].text == ","


def _is_label(found: Sequence[Word], at: int) -> bool:
    """Tell whether nothing but a few capitalised words stands before the next comma."""
    upto = range(at, min(at + 5, len(found)))
    end = next((i for i in upto if not found[i].capital and found[i].text != "."), at)
    return end > at and found[end].text == ","


def _placed(found: Sequence[Word], at: int) -> bool:
    """Tell whether a name that ends at a word stands after a word for where: "from Lyon"."""
    while at > 0 and found[at].capital:
        at -= 1
    return found[at].low in _AT


def _inner(
    text: str, found: Sequence[Word], head: Nominal | None, comma: int, end: int
) -> Nominal | None:
    """Return the name that an aside begins with, if it is whole or all of it: "the cook, Dot,"."""
    name = next(iter(nominals(text, found, comma + 1, end)), None)
    if name is None or name.kind != "named" or name.governed or name.first > comma + 1:
        return None
    if name.name.casefold() in STATES:
        return None
    alone = (
        name.last == end - 1
        and found[comma + 1].capital
        and head is not None
        and kind_of(found[head.last].text) == "person"
    )
    return name if " " in name.name or alone else None
