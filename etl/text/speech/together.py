"""Several who say it together: "Rep. Bo Lee (R-OH), Cy Poe and Ann Roe said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.text.speech.agents import kind_of
from etl.text.speech.clauses import MARKS, boundary
from etl.text.speech.nominal import Nominal
from etl.text.speech.noun_phrases import nominals
from etl.text.speech.sentence_words import PARTY, Word, of_several
from etl.text.speech.speech_verbs import finite, gerunds
from etl.text.speech.subjects_after import closes
from etl.text.words import words

_MOST = 40  # names that are read of one list
_ASIDE = 16  # words that may tell of a name before a list goes on
_LISTS = (",", ";")
_OF_A_GROUP = [["including"], ["among", "them"]]
_BESIDE = [["along", "with"], ["together", "with"], ["as", "well", "as"]]
_ONE = words("a an the its his her")


def together(
    text: str, found: Sequence[Word], subject: Nominal, verb: int, floor: int
) -> list[Nominal]:
    """Return all who are the subject of a verb, in order, given the one that stands beside it."""
    if subject.kind != "named":
        return [subject, *_members(text, found, subject)]
    before = _before(text, found, subject, verb, floor) if subject.first < verb else []
    after = _after(text, found, subject) or _members(text, found, subject)
    told = [*before, subject, *after]
    if any(of_several(word) for word in found[told[0].first : told[0].last]):
        return [replace(one, role=one.role or told[0].role) for one in told]
    return told


def _before(
    text: str, found: Sequence[Word], subject: Nominal, verb: int, floor: int
) -> list[Nominal]:
    told: list[Nominal] = []
    head = subject
    others = found[min(subject.last + 1, verb)].low == "and"  # "Bo Lee, Ann Roe and others said"
    while head.first > floor + 1:
        comma = (bool(told) or others) and found[head.first - 1].text == ","
        if not (comma or found[head.first - 1].low == "and"):
            break
        end = head.first - 2
        end -= not comma and found[end].text == ","  # "Cy Poe, and Ann Roe"
        if end < floor:
            break
        end = _past_party(found, end)
        bare = " " not in subject.name  # "Roe and Lee said"
        one = _ending(text, found, end, floor, bare)
        one = one or _ending(text, found, _past_place(found, end), floor, bare)
        one = one or _before_aside(text, found, end, floor)
        if one is None:
            break
        told.insert(0, one)
        head = one
    return told


def _before_aside(text: str, found: Sequence[Word], end: int, floor: int) -> Nominal | None:
    """Return who opens a clause and is told of: "Sen. Bo Lee, a Texas Democrat, and Ann Roe"."""
    aside = range(end - 1, max(floor, end - _ASIDE), -1)
    comma = next((i for i in aside if found[i].text == ","), None)
    if comma is None:
        return None
    told = found[comma + 1]
    if told.low not in _ONE and (told.capital or kind_of(told.text) != "person"):
        return None
    one = _ending(text, found, _past_party(found, comma - 1), floor, False)
    opens = one is not None and (one.first == 0 or found[one.first - 1].text in MARKS)
    return one if opens else None


def _ending(text: str, found: Sequence[Word], end: int, floor: int, bare: bool) -> Nominal | None:
    """Return who is named right before a place."""
    heads = nominals(text, found, boundary(found, end, floor), end + 1)
    return next((n for n in heads if n.last == end and _whole(found, n, bare)), None)


def _after(text: str, found: Sequence[Word], subject: Nominal) -> list[Nominal]:
    """Return who else follows: "Bo Lee and Ann Roe", "Bo Lee of the Guild, Cy Poe and Ann Roe"."""
    told = [subject]
    at = _past_told(text, found, subject.last + 1)
    while at < len(found) and len(told) < _MOST:
        first = at + (found[at].text in _LISTS)
        ends = first < len(found) and found[first].low == "and"
        one = _next(text, found, first + ends) if ends or first > at else None
        if one is None or not _goes_on(found, told, one, at):
            return []
        told.append(one)
        if ends:
            return told[1:] if closes(found, one.last + 1) else []
        at = _past_told(text, found, one.last + 1)
    return []


def _members(text: str, found: Sequence[Word], group: Nominal) -> list[Nominal]:
    """Return who is of a group, or stands by someone: "Bo Lee, along with Ann Roe,"."""
    at = group.last + 1
    at += at < len(found) and found[at].text == ","
    led = _OF_A_GROUP if group.kind == "described" else _BESIDE
    told = next((n for n in map(len, led) if [w.low for w in found[at : at + n]] in led), 0)
    first = _next(text, found, at + told) if told else None
    if first is None or not _whole(found, first):
        return []
    return [first, *_after(text, found, first)]


def _next(text: str, found: Sequence[Word], at: int) -> Nominal | None:
    """Return who is told right at a place; None where a verb stands there: "praising Bo Lee"."""
    if at >= len(found) or found[at].low in gerunds() or found[at].low in finite():
        return None
    one = next(nominals(text, found, at, min(at + 10, len(found))), None)
    return one if one and one.first <= at + 1 else None


def _goes_on(found: Sequence[Word], told: Sequence[Nominal], one: Nominal, at: int) -> bool:
    """Tell whether a name belongs to a list of names, the last of which is over at a place."""
    listed, beside = found[at].text in _LISTS, at == told[-1].last + 1
    if listed and beside and len(told) == 1 and found[at + 1].low == "and":
        return False  # "said Bo Lee, and Ann Roe of Bath agreed"
    body = any(kind_of(word) == "body" for word in one.name.split())
    if body and not listed and not beside and found[one.first].low != "the":
        return False  # "Bo Lee of the Rod and Gun Club"
    return _whole(found, one, not listed and " " not in told[0].name)


def _past_told(text: str, found: Sequence[Word], at: int) -> int:
    """Return where a list goes on after what is told of a name: "of Bath", ", a clerk in Bath"."""
    at = _after_party(found, at)
    if at + 1 >= len(found) or found[at].text != ",":
        return at
    one = _next(text, found, at + 1)
    if one is None or not _tells(found, one):
        return at
    most = range(one.last, min(one.last + _ASIDE, len(found)))
    return next((i for i in most if found[i].text in MARKS), len(found))


def _tells(found: Sequence[Word], one: Nominal) -> bool:
    """Tell whether a phrase tells of the name before: "a clerk", "manager at Lee Gin Works"."""
    office = one.role is not None and found[one.first].text.islower()
    return one.kind == "described" or (office and " at " in f" {one.role} ")


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
    at -= at < end and found[at].low == "the"
    return at - 1 if at < end and found[at].low == "of" else end


def _after_party(found: Sequence[Word], at: int) -> int:
    """Return where a sentence goes on after "(R-OH)", ", R-Ohio" or "of New Jersey"."""
    place = at + 1 + (at + 1 < len(found) and found[at + 1].low == "the")
    if place < len(found) and found[at].low == "of" and found[place].capital:
        at = place
        while at < len(found) and found[at].capital:
            at += 1
    if at < len(found) and found[at].text == "(":
        return next((i + 1 for i in range(at, len(found)) if found[i].text == ")"), at)
    if at + 2 < len(found) and found[at].text == "," and PARTY.match(found[at + 1].text):
        at += 2
        at += at < len(found) and found[at].text == "."
    return at


def _whole(found: Sequence[Word], one: Nominal, bare: bool = False) -> bool:
    """Tell whether a phrase names somebody, by more than one bare word unless that is allowed."""
    included = one.first > 0 and found[one.first - 1].low == "including"
    if one.kind != "named" or (one.governed and not included):
        return False
    body = any(kind_of(word) == "body" for word in one.name.split())
    return bare or " " in one.name or bool(one.role) or body or found[one.first].low == "the"
