"""GovInfo BILLS: the text of every printed version of every bill since the 113th Congress.

site: https://www.govinfo.gov/bulkdata/BILLS
terms: US government work, public domain
key: none
pace: 2 a second
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from etl import bulkdata
from etl.bulk_files import Bulk, Collection
from etl.sources import Document, Failure, Here
from etl.text.congress import bill_parts, congress_at
from etl.web import Failed

BASE = "https://www.govinfo.gov"
PACE_S = 0.5
OF_RECORD = True
FOLLOWS = True
BILLS = Collection("BILLS", "bill_text", first_congress=113, by_session=True)
LOOK_AGAIN = timedelta(days=30)  # for versions of the bills of a Congress that has ended


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield what is new of the Congresses taken whole, and the versions of the bills wanted."""
    bulk = Bulk(here, BILLS, here.folders.raw / "govinfo_bills")
    taken, wrong = bulkdata.congresses(BILLS.first_congress, bulk.now)
    yield from wrong
    folders = [folder for at in taken for folder in BILLS.folders(at, bulk.now)]
    try:
        yield from bulkdata.ask(bulk, folders)
        yield from _wanted(bulk, set(taken))
    except Failed as error:  # the host is out of reach, or has had enough for now
        yield Failure("all bill texts", str(error))
    finally:
        bulk.notes.save()


def _wanted(bulk: Bulk, taken: set[int]) -> Iterator[Document | Failure]:
    """Yield the versions of the wanted bills of Congresses that are not taken whole."""
    by_type: dict[tuple[int, str], set[str]] = defaultdict(set)
    for bill_id in bulk.here.wanted.bills:
        kind, _, at = bill_parts(bill_id)
        if at >= BILLS.first_congress and at not in taken and _looks_again(bulk, bill_id, at):
            by_type[at, kind].add(bill_id)
    for (at, kind), bills in sorted(by_type.items()):
        yield from _versions(bulk, BILLS.folders(at, bulk.now, kind), bills)


def _looks_again(bulk: Bulk, bill_id: str, at: int) -> bool:
    looked = bulk.notes.moment("looked", bill_id)
    ended = at < congress_at(bulk.now)
    return looked is None or not ended or bulk.now - looked > LOOK_AGAIN


def _versions(bulk: Bulk, folders: list[str], bills: set[str]) -> Iterator[Document | Failure]:
    """Yield the versions of some bills that the sitemaps of their type tell of."""
    found = yield from bulkdata.listed(bulk, folders)
    came = found.whole
    for folder in folders:
        for file in bulkdata.due(bulk, found.files, folder):
            if bill_of(file.name) in bills:
                came &= yield from bulk.single(folder, file.name, file.changed_at)
    if came:
        for bill_id in bills:
            bulk.notes.put("looked", bill_id, bulk.now)


def bill_of(name: str) -> str | None:
    """Return the bill that a file is a version of.

    >>> bill_of("BILLS-117hr3076pcs2.xml")
    'hr3076-117'
    """
    found = re.fullmatch(r"BILLS-(\d+)([a-z]+)(\d+)[a-z]+\d*\.xml", name)
    return f"{found[2]}{found[3]}-{found[1]}" if found else None
