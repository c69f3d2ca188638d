"""What joins two bills into one proposal, the surest first.

The record says that they are identical (or that one is the other reintroduced); they have the same
title; their texts are near the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from etl.text.bills.names import is_annual, is_procedural, short_name, telling_words
from etl.text.near_same import Print, may_be_like, near_same, print_of, sample_of

MOST = 60  # bills that share a word: past this the word tells nothing
PRINTS = 512  # kept at a time
TELLING = 2  # words of the title that two bills must share to have their texts compared
RESOLUTIONS = ("hres", "sres", "hconres", "sconres")
Relation = tuple[str, str, str | None, str | None]  # bill, related bill, relation, who says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is held about a bill."""

    bill_id: str
    congress: int
    bill_type: str
    title: str | None = None
    official_title: str | None = None
    introduced_on: date | None = None
    sponsor_id: str | None = None
    law_number: str | None = None
    names: tuple[str, ...] = ()  # short titles of the whole bill as introduced
    policies: frozenset[str] = frozenset()
    text: str | None = None  # or the beginning of it
    length: int | None = None  # of the whole text


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two bills are one proposal."""

    one: str
    other: str
    how: str  # identical bill, same title, same text
    why: str


def age(bill: Told) -> tuple[int, date, str]:
    """Return what bills are put in order by: Congress, day of introduction, name."""
    return bill.congress, bill.introduced_on or date.max, bill.bill_id


def identical(told: Mapping[str, Told], related: Sequence[Relation]) -> Iterator[Link]:
    """Yield the bills that the record itself says are identical, or one reintroduced."""
    for one, other, relation, by in related:
        words = (relation or "").lower()
        at_hand = one != other and one in told and other in told
        if at_hand and ("identical" in words or "reintroduc" in words):
            why = f"{relation} ({by})" if by else f"{relation}"
            yield Link(one=one, other=other, how="identical bill", why=why)


def same_title(bills: Sequence[Told]) -> Iterator[Link]:
    """Yield bills of one title: companions, and those of later Congresses until one is law."""
    named: dict[str, list[Told]] = defaultdict(list)
    for bill in bills:
        if bill.bill_type not in RESOLUTIONS:
            for name in {short_name(t) for t in (bill.title, *bill.names) if _tells(bill, t)}:
                named[name or ""].append(bill)
    for name, same in sorted(named.items()):
        if len(name.split()) > 1:
            yield from _in_turn(name, sorted(same, key=age))


def _tells(bill: Told, title: str | None) -> bool:
    """Return whether a title is the bill's own, not one of what comes every year."""
    return not (is_annual(title, bill.official_title) or is_procedural(title))


def _in_turn(name: str, same: Sequence[Told]) -> Iterator[Link]:
    """Yield each bill with the one before it that it goes on from."""
    for place, bill in enumerate(same):
        became_law = {b.congress for b in same[:place] if b.law_number}
        before = [b for b in same[:place] if _goes_on(bill, b, became_law)]
        if before:
            why = next(t for t in (bill.title, *bill.names) if short_name(t) == name)
            yield Link(
                one=before[-1].bill_id, other=bill.bill_id, how="same title", why=why or name
            )


def _goes_on(bill: Told, earlier: Told, became_law: set[int]) -> bool:
    if bill.congress == earlier.congress:
        return bill.bill_type[0] != earlier.bill_type[0] and _akin(bill, earlier)
    enacted_since = any(earlier.congress <= c < bill.congress for c in became_law)
    return not enacted_since and _akin(bill, earlier)


def _akin(one: Told, other: Told) -> bool:
    """Return whether two bills of one title are about one thing, as far as can be told.

    A name such as "SAVE Act" is taken by many: then the official title must be alike too, or the
    sponsor the same; where neither is known a longer name tells enough, and any in one Congress.
    """
    if one.sponsor_id and one.sponsor_id == other.sponsor_id:
        return True
    words, others = telling_words(one.official_title), telling_words(other.official_title)
    if words and others:
        return len(words & others) >= 0.5 * min(len(words), len(others))
    return one.congress == other.congress or len((short_name(one.title) or "").split()) > 2


def same_text(bills: Sequence[Told]) -> Iterator[Link]:
    """Yield bills whose texts are near the same, among those that have something in common."""
    held = {
        b.bill_id: b
        for b in bills
        if b.text and not is_annual(b.title, b.official_title) and not _is_business(b)
    }
    samples: dict[str, frozenset[int]] = {}

    @lru_cache(maxsize=PRINTS)
    def printed(bill: str) -> Print:
        return print_of(held[bill].text or "", held[bill].length)

    def sample(bill: str) -> frozenset[int]:
        if bill not in samples:
            samples[bill] = sample_of(printed(bill))
        return samples[bill]

    for one, other in sorted(_candidates(list(held.values()))):
        if may_be_like(sample(one), sample(other)) and near_same(printed(one), printed(other)):
            yield Link(one=one, other=other, how="same text", why="their texts are near the same")


def _is_business(bill: Told) -> bool:
    return bill.bill_type in RESOLUTIONS and is_procedural(bill.title, bill.official_title)


def _candidates(bills: Sequence[Told]) -> set[tuple[str, str]]:
    """Return pairs worth comparing: of a policy, of a sponsor, or with telling words in common."""
    shared: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for bill in sorted(bills, key=age):
        for policy in bill.policies:
            shared["policy", policy].append(bill)
        if bill.sponsor_id:
            shared["sponsor", bill.sponsor_id].append(bill)
        for word in telling_words(bill.title, bill.official_title):
            shared["word", word].append(bill)
    words: dict[tuple[str, str], int] = defaultdict(int)
    for (by, _), group in shared.items():
        if by == "word" and len(group) > MOST:
            continue
        for one, other in combinations(group[-MOST * 4 :], 2):
            if one.congress != other.congress or one.bill_type[0] != other.bill_type[0]:
                words[one.bill_id, other.bill_id] += 1 if by == "word" else TELLING
    return {pair for pair, count in words.items() if count >= TELLING}
