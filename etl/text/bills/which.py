"""Which Congress's bill a number in a text is: the rules, the most telling first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from etl.text.bills.numbers import Named
from etl.text.bills.register import KnownBill, Register, without_year
from etl.text.bills.told import beside, told_congress
from etl.text.congress import KINDS, bill_id, ordinal

SURE = {"high": 3, "medium": 2, "low": 1, None: 0}


@dataclass(frozen=True, slots=True)
class Here:
    """A text and when it was published."""

    text: str
    day: date | None
    congress: int | None  # that sat then
    policies: frozenset[str]  # that the article names


@dataclass(frozen=True, slots=True)
class Which:
    """A bill, why it is that one, and how sure that is; None where it is left open."""

    bill_id: str | None
    why: str
    confidence: str | None
    own: bool = False  # it is a bill of a policy
    rivals: frozenset[str] = frozenset()  # bills that it may be as well


def by_number(named: Named, here: Here, known: Register) -> Which | None:
    """Return the bill that a number stands for; None where the number is likely no bill's."""
    if named.kind is None:
        return _own_of_number(named, here, known)
    bills = known.numbered.get((named.kind, named.number), ())
    which = (
        _told(named, here, bills)
        or _titled(named, here, bills)
        or _sponsored(named, here, bills)
        or _by_day(named, here, bills, known)
        or _undated(named, here, bills)
    )
    return which if named.sure or which.own else _less_sure(which)


def _told(named: Named, here: Here, bills: Sequence[KnownBill]) -> Which | None:
    """Return the bill of the Congress, or of the year, that the text tells beside the number."""
    if named.congress:
        return _which(named, named.congress, bills, "the address tells the Congress", "high")
    told = told_congress(here.text, named.start, named.end, here.congress)
    if told is None:
        return None
    # "to amend the Trade Act of 1974" tells nothing of the bill.
    near = here.congress is not None and 0 <= here.congress - told.congress <= 3
    if told.of_year and not (near or any(b.congress == told.congress for b in bills)):
        return None
    return _which(named, told.congress, bills, told.why, told.confidence)


def _titled(named: Named, here: Here, bills: Sequence[KnownBill]) -> Which | None:
    """Return the bill whose title stands beside the number, the latest that was there by then."""
    words = " ".join(beside(here.text, named.start, named.end)).casefold()
    fits = [b for b in bills if any(without_year(t).casefold() in words for t in b.titles)]
    best = _latest(fits, here)
    return (
        _which(named, best.congress, bills, "its title stands beside it", "high") if best else None
    )


def _sponsored(named: Named, here: Here, bills: Sequence[KnownBill]) -> Which | None:
    """Return the bill whose sponsor is named beside the number."""
    words = " | ".join(beside(here.text, named.start, named.end))
    fits = [b for b in bills if b.sponsor and re.search(rf"\b{re.escape(b.sponsor)}\b", words)]
    best = _latest(fits, here)
    if best is None or (here.congress is None and len(fits) > 1):
        return None
    sure = "high" if best.congress == here.congress else "medium"
    why = f"its sponsor, {best.sponsor}, is named beside it"
    return _which(named, best.congress, bills, why, sure)


def _by_day(named: Named, here: Here, bills: Sequence[KnownBill], known: Register) -> Which | None:
    """Return the bill of the Congress that sat on the article's day."""
    if here.congress is None or named.kind is None:
        return None
    sat = ordinal(here.congress)
    if here.day and known.too_early(named.kind, named.number, here.congress, here.day):
        why = f"the {sat} Congress had not come to this number by that day"
        return _which(named, here.congress - 1, bills, why, "medium")
    why = f"the {sat} Congress sat then"
    if any(b.congress == here.congress for b in bills):
        return _which(named, here.congress, bills, why, "high" if here.day else "medium")
    if any(b.policies & here.policies for b in bills):
        why += "; a bill of that number in another Congress is one of the policy"
        return _which(named, here.congress, bills, why, "low")
    return _which(named, here.congress, bills, f"{why}; its record is not here", "medium")


def _undated(named: Named, here: Here, bills: Sequence[KnownBill]) -> Which:
    own = [b for b in bills if b.policies]
    if len(own) == 1:
        sure = "medium" if own[0].policies & here.policies else "low"
        why = "the article bears no date; a policy's own bill of that number"
        return _which(named, own[0].congress, bills, why, sure)
    return Which(None, "the article bears no date: of which Congress is not known", None)


def _own_of_number(named: Named, here: Here, known: Register) -> Which | None:
    """Return the one bill of a policy that "bill 6534" may be."""
    own = [
        b
        for b in known.own(None, named.number)
        if (here.congress in (None, b.congress)) and was_there(b, here)
    ]
    if len(own) != 1:
        return None
    sure = "medium" if here.congress and own[0].policies & here.policies else "low"
    return Which(own[0].bill_id, "a policy's own bill of that number, chamber not told", sure, True)


def _latest(bills: Iterable[KnownBill], here: Here) -> KnownBill | None:
    """Return the bill of the latest Congress that was there by the article's day."""
    there = [b for b in bills if was_there(b, here)]
    return max(there, key=lambda b: b.congress, default=None)


def was_there(bill: KnownBill, here: Here) -> bool:
    """Tell whether a bill had been introduced when a text was published."""
    if here.congress is not None and bill.congress > here.congress:
        return False
    return not (here.day and bill.introduced_on and bill.introduced_on > here.day)


def _which(
    named: Named, congress: int, bills: Sequence[KnownBill], why: str, confidence: str
) -> Which:
    assert named.kind in KINDS
    own = any(b.policies for b in bills if b.congress == congress)
    return Which(bill_id(named.kind, named.number, congress), why, confidence, own)


def _less_sure(which: Which) -> Which:
    lower = {"high": "medium", "medium": "low"}.get(which.confidence or "", which.confidence)
    return Which(which.bill_id, which.why, lower, which.own)
