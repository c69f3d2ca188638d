"""Members of Congress as the CSV of unitedstates/congress-legislators, current or historical."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from etl.records import Legislator, Refused, Reject
from etl.text.encodings import decode

VERSION = 1

NEEDED = frozenset({"bioguide_id", "last_name", "first_name", "type", "state"})
_CHAMBERS = {"sen": "senate", "rep": "house"}
_PARTIES = {"Republican": "R", "Democrat": "D", "Independent": "I"}

Row = Mapping[str, str]


def reads(name: str, head: bytes) -> bool:
    """Return whether the first line names the columns of a list of legislators, in any order."""
    first = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].decode("utf-8", "replace")
    return _columns(first) >= NEEDED


def _columns(line: str) -> set[str]:
    return {word.strip().strip('"').strip() for word in line.split(",")}


def read(name: str, content: bytes) -> list[Any]:
    """Return the members, and a `Reject` for each row that does not say who it is of.

    Columns are found by name, unknown ones left alone. Raises `Refused` where the table breaks.
    """
    table = csv.DictReader(io.StringIO(decode(content), newline=""), strict=True)
    try:
        return list(_members(table))
    except csv.Error as error:
        raise Refused(f"the table is damaged near line {table.line_num}: {error}") from None


def _members(table: csv.DictReader[str]) -> Iterator[Legislator | Reject]:
    table.fieldnames = [column.strip() for column in table.fieldnames or ()]
    if missing := sorted(NEEDED - set(table.fieldnames)):
        raise Refused(f"the table has no column {', '.join(missing)}")
    for place, row in enumerate(table, start=2):
        told = {key: (value or "").strip() for key, value in row.items() if key in _READ}
        who = told.get("bioguide_id", "")
        if any(told.values()):
            nobody = Reject(place=f"row {place}", reason="no bioguide_id: not known who it is of")
            yield _member(who, told) if who else nobody


_READ = NEEDED | {"middle_name", "suffix", "nickname", "full_name", "district", "party", "url"}


def _member(who: str, told: Row) -> Legislator:
    party = told.get("party", "")
    return Legislator(
        bioguide_id=who,
        first_name=told["first_name"] or None,
        last_name=told["last_name"] or None,
        nickname=told.get("nickname") or None,
        full_name=told.get("full_name") or _whole_name(told),
        chamber=_CHAMBERS.get(told["type"]),
        party=_PARTIES.get(party, party) or None,
        state=told["state"] or None,
        district=told.get("district") or None,
        url=told.get("url") or None,
    )


def _whole_name(told: Row) -> str | None:
    """Return the name out of its parts: only those who serve now have it whole."""
    words = (told.get(column) for column in ("first_name", "middle_name", "last_name", "suffix"))
    return " ".join(word for word in words if word) or None
