"""One row an address that a label gives: its key, the same for every way to write the address.

key: url
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.same_articles import key_of

READS = {"labels": "select distinct url from raw.labels where url is not null order by url"}


@dataclass(frozen=True, kw_only=True)
class LabelKey:
    """The key of an address of a label; None where it is no web address."""

    url: str
    address_key: str | None


ROW = LabelKey


def rows(labels: Sequence[Mapping[str, Any]]) -> list[LabelKey]:
    """Return the key of each address."""
    return [LabelKey(url=row["url"], address_key=key_of(row["url"])) for row in labels]
