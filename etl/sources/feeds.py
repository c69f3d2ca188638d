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
GIVE_UP_AFTER = 3  # hosts in a row that cannot be reached: then it is the network, not they


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield each feed as it stands; what it held before is kept under its own name."""
    unreachable = 0
    with here.folders.feeds.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    for row in listed:
        url = address(here.base, row["url"])
        try:
            reply = here.web.get(url)
        except Unreachable as error:
            unreachable += 1
            yield Failure(row["feed_id"], str(error))
            if unreachable >= GIVE_UP_AFTER:
                yield Failure("the other feeds", "not asked: none of the first could be reached")
                return
            continue
        except Failed as error:
            yield Failure(row["feed_id"], str(error))
            continue
        unreachable = 0
        mark = hashlib.sha256(reply.content).hexdigest()[:12]
        name = f"{row['feed_id']}/{mark}.xml"
        yield answer(name, url, reply, "feed")


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
