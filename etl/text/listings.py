"""Listings of GovInfo's bulk data: the batches of its feed, and sitemaps with a moment a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from etl.text.xml import Element, parts, root_of, word

_FILE = re.compile(r"/bulkdata/([A-Z]+)/(\d+(?:/\d)?/[a-z]+)/(\1-\d+[a-z]+\d+[a-z]*\d*\.xml)\b")
_SITEMAP = re.compile(r"/([0-9]+[a-z]+)/sitemap\.xml$")


class Listed(NamedTuple):
    """A file that a listing names: its folder (119/hr, 119/1/hr), its name, when it changed."""

    folder: str
    name: str
    changed_at: datetime | None


class Batch(NamedTuple):
    """The files that were published together."""

    at: datetime | None
    files: tuple[Listed, ...]


def batches(content: bytes) -> list[Batch]:
    """Return the batches of the feed; `Refused` where this is no feed.

    A batch's files stand as links in its description, each twice.
    """
    channel = parts(root_of(content, "rss")).get("channel")
    return [_batch(item) for item in (() if channel is None else channel.iterchildren("item"))]


def _batch(item: Element) -> Batch:
    row = parts(item)
    at = mail_date(word(row, "pubDate"))
    found = dict.fromkeys(_FILE.findall(" ".join(item.itertext())))
    return Batch(at, tuple(Listed(folder, name, at) for _, folder, name in found))


def sitemap(content: bytes) -> list[Listed]:
    """Return the files of a sitemap; `Refused` where this is none. Other addresses are left out."""
    found: list[Listed] = []
    for place, changed_at in _places(root_of(content, "urlset")):
        if told := _FILE.search(place):
            found.append(Listed(told[2], told[3], changed_at))
    return found


def sitemaps(content: bytes) -> frozenset[str]:
    """Return the sitemaps of an index, as `119hr` and `1191hr`; `Refused` where this is none."""
    places = _places(root_of(content, "sitemapindex"))
    return frozenset(told[1] for place, _ in places if (told := _SITEMAP.search(place)))


def _places(root: Element) -> Iterator[tuple[str, datetime | None]]:
    for child in root:
        row = parts(child)
        yield word(row, "loc") or "", last_modified(word(row, "lastmod"))


def last_modified(text: str | None) -> datetime | None:
    """Return the moment of a `lastmod`; of a mere day its end, so that no change of it is missed.

    >>> last_modified("2026-03-04").isoformat()
    '2026-03-05T00:00:00+00:00'
    """
    try:
        if text and len(text) == 10:
            return datetime.combine(date.fromisoformat(text) + timedelta(1), time(), UTC)
        told = datetime.fromisoformat(text or "")
    except (ValueError, OverflowError):
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def mail_date(text: str | None) -> datetime | None:
    """Return the moment of a `pubDate` or a `Last-Modified`, None where it tells none."""
    try:
        told = parsedate_to_datetime(text or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)
