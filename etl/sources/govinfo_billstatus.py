"""GovInfo BILLSTATUS: the record of every bill since the 108th Congress.

site: https://www.govinfo.gov/bulkdata/BILLSTATUS
terms: US government work, public domain
key: none
pace: 2 a second
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.sources import Document, Failure, Here, answer
from etl.web import Failed, Unreachable

BASE = "https://www.govinfo.gov/bulkdata/BILLSTATUS"
PACE_S = 0.5
FIRST_CONGRESS = 108


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield the file of each bill that a policy names."""
    named = {bill.bill_id for policy in here.policies for bill in policy.bills}
    for bill_id in sorted(named):
        kind, number, congress = parts(bill_id)
        if congress < FIRST_CONGRESS:
            continue
        name = f"BILLSTATUS-{congress}{kind}{number}.xml"
        url = f"{here.base}/{congress}/{kind}/{name}"
        try:
            reply = here.web.get(url)
        except Unreachable as error:
            yield Failure("all bills", str(error))
            return
        except Failed as error:
            yield Failure(bill_id, str(error))
            continue
        yield answer(name, url, reply, "billstatus")


def parts(bill_id: str) -> tuple[str, int, int]:
    """Return type, number and Congress of a bill.

    >>> parts("hr6534-119")
    ('hr', 6534, 119)
    """
    found = re.fullmatch(r"([a-z]+)(\d+)-(\d+)", bill_id)
    if not found:
        raise ValueError(f"{bill_id!r} is not a bill id such as hr6534-119")
    return found[1], int(found[2]), int(found[3])
