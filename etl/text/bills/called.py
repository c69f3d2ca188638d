"""Which bill a name in a text is: of the Congress that sat then, or of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.text.bills.register import KnownBill, Register
from etl.text.bills.told import beside
from etl.text.bills.which import Here, Which, was_there

_CHAMBER = re.compile(r"\b(House|Senate|сенат|палат)", re.IGNORECASE)
_CHAMBER_BEFORE = re.compile(
    r"\b(House|Senate)(?:’s|'s)?(?: (?:bill|version|draft))?(?: of)?(?:,? the)? [\"“]?$"
)


def by_name(name: str, start: int, end: int, here: Here, known: Register) -> Iterator[Which]:
    """Yield the bills that a name stands for: several where nothing tells companions apart."""
    if not _is_written_as(here.text[start:end], name):
        return
    bills = [b for b in known.named[name] if was_there(b, here)]
    fits, why, sure = _of_the_time(bills, end, here)
    if len(fits) > 1:
        fits, how = _told_apart(fits, start, end, here)
        why, sure = f"{why}; {how}", "low" if len(fits) > 1 else "medium"
    rivals = frozenset(b.bill_id for b in fits) if len(fits) > 1 else frozenset()
    for bill in fits:
        yield Which(bill.bill_id, why, sure, True, rivals)


def _is_written_as(words: str, name: str) -> bool:
    """Tell whether capitals stand as in a name: SAVE Act is not a save act."""
    first, told = name.split()[0], words.split()[0] if words.split() else ""
    return told[:1].isupper() and (not first.isupper() or len(first) < 2 or told.isupper())


def _of_the_time(
    bills: Sequence[KnownBill], end: int, here: Here
) -> tuple[list[KnownBill], str, str]:
    """Return the bills of a name that the day, or the year told with the name, allows."""
    year = re.match(r",? (?:of|for) (\d{4})\b", here.text[end : end + 12])
    if year:
        fits = [b for b in bills if any(t.endswith(year[1]) for t in b.titles)]
        congress = (int(year[1]) - 1787) // 2
        fits = fits or [b for b in bills if b.congress == congress]
        return fits, f"named so, of {year[1]}", "high"
    if here.congress is None:
        return list(bills), "named so; the article bears no date", "low"
    latest = max((b.congress for b in bills), default=0)
    fits = [b for b in bills if b.congress == latest >= here.congress - 1]
    if latest == here.congress:
        return fits, "named so", "high"
    return fits, "named so; a bill of the Congress before", "medium"


def _told_apart(
    bills: list[KnownBill], start: int, end: int, here: Here
) -> tuple[list[KnownBill], str]:
    """Return the bills of the chamber, or of the sponsor, that is told beside their name."""
    before, after = beside(here.text, start, end)
    if chamber := _CHAMBER_BEFORE.search(before):
        told = [b for b in bills if b.kind[0] == chamber[1][0].lower()]
        if told:
            return told, "its chamber is told"
    words = f"{before} | {after}"
    told = [b for b in bills if b.sponsor and re.search(rf"\b{re.escape(b.sponsor)}\b", words)]
    if len(told) == 1:
        return told, f"its sponsor, {told[0].sponsor}, is named beside it"
    chambers = {c.lower() in ("senate", "сенат") for c in _CHAMBER.findall(words)}
    if len(chambers) == 1:
        told = [b for b in bills if (b.kind[0] == "s") in chambers]
        if told:
            return told, "one chamber alone is told beside it"
    return bills, "several bills bear the name"
