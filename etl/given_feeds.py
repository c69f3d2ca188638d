"""The feeds of data/feeds.csv, as the tables of `raw` are given them."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from etl.folders import Folders

NAMES = ("feed_id", "url", "outlet", "country", "language")


@dataclass(frozen=True, kw_only=True)
class FeedRow:
    """A feed of data/feeds.csv."""

    feed_id: str
    url: str
    outlet: str | None
    country: str | None
    language: str | None


def feed_rows(folders: Folders) -> list[FeedRow]:
    """Return the feeds that are listed, each id once; a line without id or address is left out."""
    with folders.feeds.open(encoding="utf-8-sig", newline="") as file:
        told = [
            {name: (row.get(name) or "").strip() for name in NAMES} for row in csv.DictReader(file)
        ]
    known = {row["feed_id"]: row for row in reversed(told) if row["feed_id"] and row["url"]}
    return [
        FeedRow(
            feed_id=feed_id,
            url=row["url"],
            outlet=row["outlet"] or None,
            country=row["country"] or None,
            language=row["language"] or None,
        )
        for feed_id, row in sorted(known.items())
    ]
