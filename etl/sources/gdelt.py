"""GDELT: articles of the world's press that speak of a policy, by full-text search.

site: https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/
terms: free use with citation of the GDELT Project and a link to it; addresses and headlines only
key: none
pace: 1 in 6 seconds
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from etl.answers import NOT_ASKED, TOO_MANY, Failed, NotAsked, Reply, Unreachable
from etl.gdelt_questions import searches
from etl.readers import read
from etl.records import Policy, Refused
from etl.searches import Search
from etl.sources import Document, Failure, Gap, Here
from etl.watermarks import watermarks

BASE = "https://api.gdeltproject.org/api/v2/doc/doc"
PACE_S = 6.0
SEARCH = True  # of whole texts: what it finds names a policy
MOST_REQUESTS = 40  # a run: four minutes; the searches that waited longest come first
MOST_ROWS = 250  # of one answer; there is no second page
FIRST = timedelta(days=91)  # how far the first run looks back
AGAIN = timedelta(hours=72)  # what is read again: articles come in late
SHORTEST = timedelta(minutes=15)  # the clock that articles are seen by: it splits no further
SECOND = timedelta(seconds=1)  # bounds are exclusive
BAD_IN_A_ROW = 3
PACE_TOLD = re.compile(rb"limit requests to one every", re.IGNORECASE)


def now() -> datetime:
    """Return this moment, to the second; tests put another in its place."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass
class Asking:
    """One run of searches: what it may still ask, and whether it must stop."""

    here: Here
    until: datetime
    left: int
    bad: int = 0  # answers in a row that were no use
    stopped: bool = False
    held: dict[str, datetime] = field(default_factory=dict)

    def get(self, search: Search, start: datetime, end: datetime) -> Reply:
        """Return the answer for a window, both its ends with it."""
        self.left -= 1
        asked: dict[str, str | list[str]] = {
            "query": search.query,
            "mode": "artlist",
            "format": "json",
            "maxrecords": str(MOST_ROWS),
            "sort": "datedesc",
            "startdatetime": f"{start - SECOND:%Y%m%d%H%M%S}",
            "enddatetime": f"{end + SECOND:%Y%m%d%H%M%S}",
        }
        reply = self.here.web.get(self.here.base, asked, largest=20_000_000)
        if len(reply.content) < 1000 and PACE_TOLD.search(reply.content):
            raise Failed("it answers that requests come too fast", TOO_MANY)
        return reply

    def failed(self, search: Search, error: Failed) -> Failure:
        """Return the failure, and stop where going on would be of no use or a nuisance."""
        self.bad += 1
        whole = isinstance(error, Unreachable | NotAsked) or error.status in (404, TOO_MANY)
        self.stopped = whole or error.hard or self.bad == BAD_IN_A_ROW
        return Failure("all searches" if whole else search.series, str(error))


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield what each search finds since it was last asked, the one that waited longest first."""
    if os.environ.get("LAWBEAT_GDELT") == "0":
        yield Failure("all searches", NOT_ASKED + "LAWBEAT_GDELT is 0")
        return
    asking = Asking(here, now(), MOST_REQUESTS, held=watermarks(here.folders.raw / "gdelt"))
    waiting = _in_turn(here.policies, asking.held)
    for place, search in enumerate(waiting):
        if asking.left <= 0:
            many = f"{len(waiting) - place} of {len(waiting)}"
            yield Gap("searches", f"{many} wait for the next run")
            return
        yield from _since_last(asking, search)
        if asking.stopped:
            return


def _in_turn(policies: Sequence[Policy], held: dict[str, datetime]) -> list[Search]:
    """Return the searches, the oldest watermark first, and among equals policy by policy."""
    never = datetime.min.replace(tzinfo=UTC)
    placed = [(place, s) for p in policies for place, s in enumerate(searches(p))]
    placed.sort(key=lambda told: (held.get(told[1].series, never), told[0], told[1].policy_id))
    return [search for _, search in placed]


def _since_last(asking: Asking, search: Search) -> Iterator[Document | Failure]:
    """Yield what came since the watermark, oldest windows first; full ones are halved."""
    held = asking.held.get(search.series)
    windows = [(held - AGAIN if held else asking.until - FIRST, asking.until)]
    while windows and not asking.stopped:
        if asking.left <= 0:
            rest = f"what came after {windows[-1][0]:%Y-%m-%d %H:%M} waits for the next run"
            yield Gap(search.series, rest)
            return
        start, end = windows.pop()
        try:
            found, full, halved = _window(asking, search, start, end)
        except Failed as error:
            yield asking.failed(search, error)
            return
        asking.bad = 0
        yield found
        if halved:
            middle = (start + (end - start) / 2).replace(microsecond=0)
            windows += [(middle, end), (start, middle)]
        elif not _is_noted(asking.here, search, end):
            return  # it could not be kept, which was told: the next run asks again
        elif full:
            yield Gap(search.series, f"truncated: more than {MOST_ROWS} by {end:%Y-%m-%d %H:%M}")


def _window(
    asking: Asking, search: Search, start: datetime, end: datetime
) -> tuple[Document, bool, bool]:
    """Return what one window holds, whether it is full, and whether it is to be halved."""
    reply = asking.get(search, start, end)
    full = _rows(reply.content) >= MOST_ROWS
    halved = full and end - start > SHORTEST
    return _document(search, reply, None if halved else end), full, halved


def _document(search: Search, reply: Reply, through: datetime | None) -> Document:
    """Return the answer to be kept; `Failed` where it is an error in the dress of an answer."""
    mark = hashlib.sha256(reply.content).hexdigest()[:12]
    name = f"{search.policy_id}/gdelt-{search.language}-{mark}.json"
    series = search.series if through else None
    if _is_empty(reply.content):
        return Document(name, url=reply.url, unchanged=True, series=series, through=through)
    try:
        reader, _ = read(name, reply.content)
    except Refused as error:
        raise Failed(str(error)) from error
    if reader != "gdelt":
        raise Failed(f"it is not what was asked for, but read by {reader}")
    return Document(
        name,
        reply.content,
        reply.url,
        reader="gdelt",
        fold=True,
        series=series,
        through=through,
    )


def _is_empty(content: bytes) -> bool:
    try:
        return json.loads(content) in ({}, {"articles": []})
    except (ValueError, RecursionError):
        return False


def _rows(content: bytes) -> int:
    # Counted in the bytes: some answers hold escapes that no JSON parser takes.
    return len(re.findall(rb'"seendate"\s*:', content))


def _is_noted(here: Here, search: Search, end: datetime) -> bool:
    noted = watermarks(here.folders.raw / "gdelt").get(search.series)
    return noted is not None and noted >= end
