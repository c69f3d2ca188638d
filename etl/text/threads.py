"""Threads: bills that are one proposal, through both chambers and from Congress to Congress."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.text.thread_links import Link, Relation, Told, age, identical, same_text, same_title

SUREST = ("identical bill", "same title", "same text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A bill's place in its thread."""

    thread_id: str
    bill_id: str
    position: int
    attempt: int
    how: str  # first, companion (of the other chamber), identical bill, same title, same text
    linked_to: str | None
    why: str | None


def threads(bills: Sequence[Told], related: Sequence[Relation]) -> list[Member]:
    """Return the members of every thread of two bills or more.

    Bills that are not at hand are left out of what `related` tells.
    """
    told = {b.bill_id: b for b in bills}
    links = [*identical(told, related), *same_title(bills), *same_text(bills)]
    of: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        of[link.one].append(link)
        of[link.other].append(link)
    seen: set[str] = set()
    members: list[Member] = []
    for bill in sorted(bills, key=age):
        if bill.bill_id in of and bill.bill_id not in seen:
            members += _thread(bill.bill_id, told, of, seen)
    return members


def _thread(
    first: str, told: Mapping[str, Told], of: Mapping[str, list[Link]], seen: set[str]
) -> Iterator[Member]:
    """Yield the thread of its earliest bill, oldest first."""
    own, waiting = {first}, [first]
    while waiting:
        for link in of[waiting.pop()]:
            fresh = {link.one, link.other} - own
            own |= fresh
            waiting += sorted(fresh)
    seen |= own
    ordered = sorted((told[bill] for bill in own), key=age)
    congresses = sorted({bill.congress for bill in ordered})
    for place, bill in enumerate(ordered):
        before = {b.bill_id for b in ordered[:place]}
        link, other = _way_in(bill, told, of[bill.bill_id], before)
        yield Member(
            thread_id=first,
            bill_id=bill.bill_id,
            position=place + 1,
            attempt=congresses.index(bill.congress) + 1,
            how=_how(bill, told[other], link) if place else "first",
            linked_to=other if place else None,
            why=link.why if place else None,
        )


def _how(bill: Told, other: Told, link: Link) -> str:
    companion = other.congress == bill.congress and other.bill_type[0] != bill.bill_type[0]
    return "companion" if companion else link.how


def _way_in(
    bill: Told, told: Mapping[str, Told], links: Sequence[Link], before: set[str]
) -> tuple[Link, str]:
    """Return the link that makes a bill one of the thread: to one before it, the nearest first."""
    ways = [(link, link.one if link.other == bill.bill_id else link.other) for link in links]
    return min(
        ways,
        key=lambda way: (
            way[1] not in before,
            -told[way[1]].congress,
            SUREST.index(way[0].how),
            way[1],
        ),
    )
