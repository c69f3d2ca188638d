"""GovInfo BILLSTATUS: the record of every bill since the 108th Congress.

site: https://www.govinfo.gov/bulkdata/BILLSTATUS
terms: US government work, public domain
key: none
pace: 2 a second
"""

from __future__ import annotations

from collections.abc import Iterator

from etl import bulkdata
from etl.bulk_files import Bulk, Collection
from etl.sources import Document, Failure, Here
from etl.text.congress import bill_parts
from etl.web import Failed

BASE = "https://www.govinfo.gov"
PACE_S = 0.5
OF_RECORD = True
BILLSTATUS = Collection(
    "BILLSTATUS", "billstatus", first_congress=108, feed="/rss/billstatus-batch.xml"
)


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield what is new of the Congresses taken whole, and the bills that a policy names."""
    bulk = Bulk(here, BILLSTATUS, here.folders.raw / "govinfo_billstatus")
    taken, wrong = bulkdata.congresses(BILLSTATUS.first_congress, bulk.now)
    yield from wrong
    folders = [folder for at in taken for folder in BILLSTATUS.folders(at, bulk.now)]
    try:
        yield from bulkdata.ask(bulk, folders)
        yield from _named(bulk)
    except Failed as error:  # the host is out of reach, or has had enough for now
        yield Failure("all bills", str(error))
    finally:
        bulk.notes.save()


def _named(bulk: Bulk) -> Iterator[Document | Failure]:
    """Yield the file of each bill that a policy names and no zip at hand holds."""
    for bill_id in sorted({bill.bill_id for policy in bulk.here.policies for bill in policy.bills}):
        kind, number, at = bill_parts(bill_id)
        folder, name = f"{at}/{kind}", f"BILLSTATUS-{at}{kind}{number}.xml"
        if at >= BILLSTATUS.first_congress and name not in bulk.in_zip(folder):
            yield from bulk.single(folder, name)
