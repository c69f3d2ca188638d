"""Feeds: RSS, Atom and JSON feeds of the outlets in data/feeds.csv.

site: each outlet's own
terms: each outlet's own; headlines, short summaries and links are shown, never whole articles
key: none
pace: 1 a second to one host
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from urllib.parse import urlsplit

from etl.sources import Document, Failure, Here, answer
from etl.web import Failed, Unreachable

BASE = "https://"  # LAWBEAT_FEEDS_URL=http://mirror/ asks http://mirror/<host>/<path> instead
PACE_S = 1.0
GIVE_UP_AFTER = 3  # hosts that cannot be reached, and none that can: then it is the network


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield each feed as it stands; what it held before is kept under its own name."""
    with here.folders.feeds.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    silent: list[Failure] = []
    reached = False
    for row in listed:
        try:
            yield _feed(here, row)
            reached = True
        except Unreachable as error:
            silent.append(Failure(row["feed_id"], str(error)))
        except Failed as error:
            yield Failure(row["feed_id"], str(error))
            reached = True
        if not reached and len(silent) == GIVE_UP_AFTER:
            yield Failure("all feeds", f"{silent[0].reason}, nor the next {len(silent) - 1}")
            return
    yield from silent


def _feed(here: Here, row: dict[str, str]) -> Document:
    url = address(here.base, row["url"])
    reply = here.web.get(url)
    mark = hashlib.sha256(reply.content).hexdigest()[:12]
    return answer(f"{row['feed_id']}/{mark}.xml", url, reply, "feed")


def address(base: str, url: str) -> str:
    """Return where to ask for a feed.

    >>> address("https://", "https://asbarez.com/feed/")
    'https://asbarez.com/feed/'
    >>> address("http://127.0.0.1:8080/", "https://asbarez.com/feed/")
    'http://127.0.0.1:8080/asbarez.com/feed/'
    """
    if base == BASE:
        return url
    asked = urlsplit(url)
    query = f"?{asked.query}" if asked.query else ""
    return f"{base.rstrip('/')}/{asked.netloc}{asked.path}{query}"
