"""Several who say it together: "Rep. Bo Lee (R-OH), Cy Poe and Ann Roe said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.text.agents import kind_of
from etl.text.nominal import Nominal
from etl.text.noun_phrases import nominals
from etl.text.sentence_words import PARTY, Word, of_several
from etl.text.subjects import boundary
from etl.text.subjects_after import closes


def together(
    text: str, found: Sequence[Word], subject: Nominal, verb: int, floor: int
) -> list[Nominal]:
    """Return all who are the subject of a verb, in order, given the one that stands beside it."""
    if subject.kind != "named":
        return [subject]
    before = _before(text, found, subject, floor) if subject.first < verb else []
    told = [*before, subject, *_after(text, found, subject)]
    if any(of_several(word) for word in found[told[0].first : told[0].last]):
        return [replace(one, role=one.role or told[0].role) for one in told]
    return told


def _before(text: str, found: Sequence[Word], subject: Nominal, floor: int) -> list[Nominal]:
    told: list[Nominal] = []
    head = subject
    while head.first > floor + 1:
        comma = bool(told) and found[head.first - 1].text == ","
        if not (comma or found[head.first - 1].low == "and"):
            break
        end = head.first - 2
        end -= not comma and found[end].text == ","  # "Cy Poe, and Ann Roe"
        end = _past_party(found, end)
        bare = " " not in subject.name  # "Roe and Lee said"
        one = _ending(text, found, end, floor, bare)
        one = one or _ending(text, found, _past_place(found, end), floor, bare)
        if one is None:
            break
        told.insert(0, one)
        head = one
    return told


def _ending(text: str, found: Sequence[Word], end: int, floor: int, bare: bool) -> Nominal | None:
    """Return who is named right before a place."""
    heads = nominals(text, found, boundary(found, end, floor), end + 1)
    return next((n for n in heads if n.last == end and _whole(found, n, bare)), None)


def _after(text: str, found: Sequence[Word], subject: Nominal) -> list[Nominal]:
    at = _after_party(found, subject.last + 1)
    if at >= len(found) or found[at].low != "and":
        return []
    one = next(nominals(text, found, at + 1, min(at + 10, len(found))), None)
    near = one is not None and one.first <= at + 2 and closes(found, one.last + 1)
    return [one] if one and near and _whole(found, one, " " not in subject.name) else []


def _past_party(found: Sequence[Word], end: int) -> int:
    """Return where a name ends before "(R-OH)" or ", R-Ohio"."""
    if found[end].text == ")":
        return next((i - 1 for i in range(end, 0, -1) if found[i].text == "("), end)
    at = end - (found[end].text == ".")
    return at - 2 if at > 1 and found[at - 1].text == "," and PARTY.match(found[at].text) else end


def _past_place(found: Sequence[Word], end: int) -> int:
    """Return where a name ends before the place it is of: "Bo Lee of New Jersey"."""
    at = end
    while at > 1 and found[at].capital:
        at -= 1
    return at - 1 if at < end and found[at].low == "of" else end


def _after_party(found: Sequence[Word], at: int) -> int:
    """Return where a sentence goes on after "(R-OH)", ", R-Ohio," or "of New Jersey"."""
    if at + 1 < len(found) and found[at].low == "of" and found[at + 1].capital:
        at += 1
        while at < len(found) and found[at].capital:
            at += 1
    if at < len(found) and found[at].text == "(":
        return next((i + 1 for i in range(at, len(found)) if found[i].text == ")"), at)
    if at + 2 < len(found) and found[at].text == "," and PARTY.match(found[at + 1].text):
        at += 2
        while at < len(found) and found[at].text in (".", ","):
            at += 1
    return at


def _whole(found: Sequence[Word], one: Nominal, bare: bool = False) -> bool:
    """Tell whether a phrase names somebody, by more than one bare word unless that is allowed."""
    if one.kind != "named" or one.governed:
        return False
    body = any(kind_of(word) == "body" for word in one.name.split())
    return bare or " " in one.name or bool(one.role) or body or found[one.first].low == "the"
