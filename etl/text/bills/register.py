"""The bills that are known, by number and by name, as the reading of articles needs them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.records import Alias, Policy
from etl.text.bills.names import telling_words
from etl.text.congress import bill_parts, congress_ends
from etl.text.name_table import Table, table

RESERVED = 10  # the first numbers of each chamber are kept for its leaders, and used when they like
YOUNG, EARLY = 21, 1500  # no Congress has given out 1,500 numbers in its first three weeks
_YEAR = re.compile(r",? (?:of|for) (\d{4})(?:[/–-]\d{2,4})?$")


@dataclass(frozen=True, slots=True)
class KnownBill:
    """A bill of the record, or of a policy's file."""

    bill_id: str
    kind: str
    number: int
    congress: int
    titles: tuple[str, ...] = ()  # short titles of the whole bill, as they are written
    introduced_on: date | None = None
    sponsor: str | None = None  # surname
    policies: frozenset[str] = frozenset()  # that it would touch


@dataclass(frozen=True)
class Register:
    """The known bills: by kind and number, by name, and when each Congress gave out its numbers."""

    numbered: Mapping[tuple[str, int], tuple[KnownBill, ...]]
    named: Mapping[str, tuple[KnownBill, ...]]  # by title without its year
    names: Table
    given_out: Mapping[tuple[str, int], tuple[list[int], list[date]]]
    numbered_own: frozenset[tuple[str, int]]  # kinds and numbers of the policies' bills

    def own(self, kind: str | None, number: int) -> list[KnownBill]:
        """Return the policies' bills of a number; of any kind where that is not told."""
        kinds = [kind] if kind else ["hr", "s", "hjres", "sjres", "hres", "sres"]
        return [b for k in kinds for b in self.numbered.get((k, number), ()) if b.policies]

    def too_early(self, kind: str, number: int, congress: int, day: date) -> bool:
        """Tell whether a number had not been given out yet, since they follow each other."""
        if number <= RESERVED:
            return False
        if number > EARLY and (day - congress_ends(congress - 1).date()).days < YOUNG:
            return True
        numbers, latest = self.given_out.get((kind, congress), ([], []))
        below = bisect_right(numbers, number)
        return below > 0 and latest[below - 1] > day


def register(
    bills: Iterable[Mapping[str, Any]],
    titles: Iterable[Mapping[str, Any]],
    links: Iterable[Mapping[str, Any]],
    policies: Sequence[Policy],
) -> Register:
    """Return the register of bills: rows of the record, short titles, and ties to policies."""
    touched: dict[str, set[str]] = {}
    called: dict[str, list[str]] = {}
    for link in links:
        touched.setdefault(link["bill_id"], set()).add(link["policy_id"])
    for row in titles:
        called.setdefault(row["bill_id"], []).append(row["title"])
    for policy in policies:
        for listed in policy.bills:
            touched.setdefault(listed.bill_id, set()).add(policy.policy_id)
            called.setdefault(listed.bill_id, []).extend(_alternatives(listed.title))
    told = {row["bill_id"]: row for row in bills}
    known = [
        _known(bill_id, told.get(bill_id, {}), called.get(bill_id, ()), touched.get(bill_id, ()))
        for bill_id in sorted({*told, *touched})
    ]
    named = _by_name(known)
    own = frozenset((b.kind, b.number) for b in known if b.policies)
    return Register(_by_number(known), named, _names(named), _given_out(known), own)


def _alternatives(title: str | None) -> list[str]:
    """Return the titles of `Silk Road Strategy Act of 1997/1998`: they may be told together."""
    return [re.sub(r"(\d{4})/\d{2,4}$", r"\1", title)] if title else []


def _known(
    bill_id: str, row: Mapping[str, Any], titles: Iterable[str], policies: Iterable[str]
) -> KnownBill:
    kind, number, congress = bill_parts(bill_id)
    sponsor = re.sub(r"^(?:Rep|Sen|Del|Resident Commissioner)\.? ", "", row.get("sponsor") or "")
    surname = sponsor.split(",")[0] if "," in sponsor else sponsor.rpartition(" ")[2]
    known_as = dict.fromkeys(t for t in (row.get("short_title"), row.get("title"), *titles) if t)
    return KnownBill(
        bill_id=bill_id,
        kind=kind,
        number=number,
        congress=congress,
        titles=tuple(title for title in known_as if _is_name(title)),
        introduced_on=row.get("introduced_on"),
        sponsor=surname.strip() if len(surname.strip()) > 2 else None,
        policies=frozenset(policies),
    )


def without_year(title: str) -> str:
    """Return a title as people say it.

    >>> without_year("Harbor Protection Act of 2023")
    'Harbor Protection Act'
    """
    return _YEAR.sub("", title)


def _is_name(title: str) -> bool:
    """Tell whether a title is a name by which people call a bill, or its purpose in short."""
    name = without_year(title)
    if re.match(r"To [a-z]+ ", name):
        return 30 <= len(name) <= 120 and len(telling_words(name)) > 2
    return (
        len(name) <= 120
        and bool(telling_words(name))
        and bool(re.search(r"\b(?:Act|ACT|Resolution|Code|Amendments?|Law)$", name))
    )


def _by_number(known: Iterable[KnownBill]) -> dict[tuple[str, int], tuple[KnownBill, ...]]:
    found: dict[tuple[str, int], tuple[KnownBill, ...]] = {}
    for bill in known:
        key = (bill.kind, bill.number)
        found[key] = (*found.get(key, ()), bill)
    return found


def _by_name(known: Iterable[KnownBill]) -> dict[str, tuple[KnownBill, ...]]:
    """Return the policies' bills by their names without the year."""
    found: dict[str, dict[str, KnownBill]] = {}
    for bill in known:
        for title in bill.titles if bill.policies else ():
            found.setdefault(without_year(title), {})[bill.bill_id] = bill
    return {name: tuple(bills.values()) for name, bills in found.items()}


def _names(named: Mapping[str, Any]) -> Table:
    """Return the table of names: each stands for itself."""
    return table(
        tuple(
            Policy(
                policy_id=name,
                name=name,
                short_name=name,
                kind="bill",
                citation="",
                description="",
                source="",
                aliases=(Alias(name, "en", strong=True),),
            )
            for name in named
        )
    )


def _given_out(known: Iterable[KnownBill]) -> dict[tuple[str, int], tuple[list[int], list[date]]]:
    """Return numbers in order, each with the latest day on which one up to it was introduced."""
    found: dict[tuple[str, int], tuple[list[int], list[date]]] = {}
    for bill in sorted(known, key=lambda b: b.number):
        if bill.introduced_on and bill.number > RESERVED:
            numbers, days = found.setdefault((bill.kind, bill.congress), ([], []))
            numbers.append(bill.number)
            days.append(max(bill.introduced_on, days[-1]) if days else bill.introduced_on)
    return found
