"""Feeds: RSS, Atom and JSON feeds and news sitemaps of the outlets in data/feeds.csv.

site: each outlet's own
terms: each outlet's own; headlines, short summaries and links are shown, never whole articles
key: none
pace: 1 a second to one host
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping

from etl.mirrors import THE_WEB, mirrored
from etl.sources import Document, Failure, Here
from etl.web import FEED, Failed, Unreachable

BASE = THE_WEB  # LAWBEAT_FEEDS_URL=http://mirror/ asks http://mirror/<host>/<path> instead
PACE_S = 1.0
GIVE_UP_AFTER = 3  # hosts that cannot be reached, and none that can: then it is the network
KINDS = {"": "feed", "feed": "feed", "news_sitemap": "news_sitemap"}  # and the reader of each


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield each feed that changed; an item that left a feed stays in what was kept of it.

    Each is kept under its hash, and of it only the items that are new (see `etl.fold`).
    """
    silent: list[Failure] = []
    reached = False
    for row in _listed(here):
        if isinstance(row, Failure):
            yield row
            continue
        try:
            yield _feed(here, row)
            reached = True
        except Unreachable as error:
            silent.append(Failure(row["feed_id"], str(error)))
        except Failed as error:
            yield (failure := Failure(row["feed_id"], str(error)))
            reached = reached or failure.asked
        if not reached and len(silent) == GIVE_UP_AFTER:
            yield Failure("all feeds", f"{silent[0].reason}, nor the next {len(silent) - 1}")
            return
    yield from silent


def _listed(here: Here) -> Iterator[dict[str, str] | Failure]:
    """Yield the rows of the list; one that cannot be used is told with its line."""
    seen: set[str] = set()
    with here.folders.feeds.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        for told in rows:
            row = {name: (told.get(name) or "").strip() for name in ("feed_id", "url", "kind")}
            if why := _unusable(row, seen):
                yield Failure(f"feeds.csv:{rows.line_num}", why)
                continue
            seen.add(row["feed_id"])
            yield row


def _unusable(row: Mapping[str, str], seen: set[str]) -> str | None:
    feed_id, kind = row["feed_id"], row["kind"]
    if not feed_id or not row["url"]:
        return "it needs a feed_id and a url"
    if feed_id.startswith(".") or not feed_id.replace("-", "").replace("_", "").isalnum():
        return f"the feed_id {feed_id!r} is no plain name such as armenian-weekly"
    if feed_id in seen:
        return f"the feed_id {feed_id!r} is told twice"
    if kind not in KINDS:
        return f"unknown kind {kind!r}; expected {' or '.join(filter(None, KINDS))}"
    return None


def _feed(here: Here, row: Mapping[str, str]) -> Document:
    url = mirrored(here.base, row["url"])
    reply = here.web.get(url, largest=FEED)
    mark = hashlib.sha256(reply.content).hexdigest()[:12]
    return Document(
        f"{row['feed_id']}/{mark}.xml",
        reply.content,
        url,
        reply.etag,
        reply.modified,
        unchanged=reply.unchanged,
        reader=KINDS[row["kind"]],
        fold=True,
    )
