"""BILLSTATUS XML of GovInfo: one bill with its actions, cosponsors, committees, votes and titles.

Five shapes are about (2015, 1.0.0, a draft of 3.0.0, 3.0.0, later 3.0.0). They are told apart by
the element that is there, never by the version text, so one reader takes them all.
"""

from __future__ import annotations

import re
from typing import Any

from etl.text.bills import record as bill_record
from etl.text.bills.rows import parts
from etl.text.xml import root_of

VERSION = 2
FIRST = True

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?><\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>\s*)*+"
    rb"<(?:\w+:)?billStatus[\s>/]",
    re.DOTALL,
)


def reads(name: str, head: bytes) -> bool:
    """Return whether the root of this XML is `billStatus`, whatever the file is called."""
    return b"billStatus" in head and _ROOT.match(head) is not None


def read(name: str, content: bytes) -> list[Any]:
    """Return the bill of this file and all that is told of it; `Refused` where there is no bill."""
    return bill_record.records(parts(parts(root_of(content, "billStatus")).get("bill")))
