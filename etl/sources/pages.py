"""Pages: the articles that feeds and searches only named, asked for at their outlets.

site: each outlet's own
terms: each outlet's own; a passage and a link are shown, never the whole article
key: none; LAWBEAT_PAGES=0 turns it off
pace: 1 a second to one host, or what its robots.txt asks; 400 pages a run, 40 of one host
"""

from __future__ import annotations

import gzip
import hashlib
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from etl.answers import NOT_ASKED, Reply
from etl.mirrors import THE_WEB, mirrored
from etl.robots import Disallowed, NotNow, Robots
from etl.sources import Document, Failure, Here, Miss
from etl.web import Failed, Unreachable

BASE = THE_WEB  # LAWBEAT_PAGES_URL=http://mirror/ asks http://mirror/<host>/<path> instead
PACE_S = 1.0
FOLLOWS = True
MOST, MOST_OF_HOST = 400, 40  # pages a run
MOST_S = 900.0  # a run; what is left is still wanted in the next
GIVEN_UP = 4  # failures in a row of one page, each further from the last (see etl.patience)
LARGEST = 10_000_000  # bytes of a page
GIVE_UP_AFTER = 3  # hosts that cannot be reached, and none that can: then it is the network
LONGEST_DELAY_S = 30.0  # where robots.txt asks for more, one page of the host a run
HTML = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain")


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield each page that is wanted and allowed, and what became of the others."""
    if os.environ.get("LAWBEAT_PAGES") == "0":
        yield Failure("pages", f"{NOT_ASKED}LAWBEAT_PAGES=0")
        return
    run = _Run(here, Robots(here.web, lambda url: mirrored(here.base, url)))
    ends = time.monotonic() + MOST_S
    for url in chosen([url for url in here.wanted.pages if not _given_up(here, url)]):
        if time.monotonic() > ends:
            yield Failure("the rest", f"{NOT_ASKED}the {MOST_S / 60:.0f} minutes of a run are over")
            return
        if urlsplit(url).netloc not in run.left_alone:
            yield run.page(url)
        if run.reached == 0 and run.silent == GIVE_UP_AFTER:
            yield Failure("all pages", f"none of {run.silent} hosts can be reached")
            return


def _given_up(here: Here, url: str) -> bool:
    """Return whether a page failed so often in a row that it is left to rest.

    What is remembered of an address fades after a month that nobody asked for it.
    """
    patience = here.web.patience
    tried = max(patience.failures(url), patience.failures(mirrored(here.base, url)))
    return tried >= GIVEN_UP


def chosen(wanted: Sequence[str]) -> list[str]:
    """Return the pages of this run: the most wanted, few of one host, its pages far apart."""
    of_host: Counter[str] = Counter()
    places: list[tuple[int, int, str]] = []
    for rank, url in enumerate(wanted):
        host = urlsplit(url).netloc.lower()
        if of_host[host] < MOST_OF_HOST and len(places) < MOST:
            places.append((of_host[host], rank, url))
            of_host[host] += 1
    return [url for _, _, url in sorted(places)]


@dataclass
class _Run:
    """One run: which hosts are left alone for the rest of it, and whether there is a network."""

    here: Here
    robots: Robots
    left_alone: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    reached: int = 0
    silent: int = 0

    def page(self, url: str) -> Document | Failure:
        """Return a page, or why it could not be had."""
        host = urlsplit(url).netloc
        try:
            reply = self._reply(url, host)
        except (NotNow, Unreachable) as error:
            self.left_alone.add(host)
            self.silent += 1
            why = f"{NOT_ASKED}{error}" if isinstance(error, NotNow) else str(error)
            return Miss(host, why)
        except Disallowed as error:
            self.here.web.patience.failed(url, error)
            return Miss(url, f"{NOT_ASKED}{error}")
        except Failed as error:
            return Miss(url, str(error))
        self.reached += 1
        kind = reply.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind and kind not in HTML:
            self.here.web.patience.unreadable(url, f"it is {kind[:60]}")
            return Miss(url, f"it is {kind[:60]}, and no page")
        return _document(url, reply)

    def _reply(self, url: str, host: str) -> Reply:
        delay = self.robots.check(url).delay_s or 0.0
        if delay > LONGEST_DELAY_S:
            self.left_alone.add(host)
        elif delay > PACE_S and host in self.asked:
            self.here.web.sleep(delay - PACE_S)
        self.asked.add(host)
        reply = self.here.web.get(mirrored(self.here.base, url), largest=LARGEST)
        if self.here.base == THE_WEB and reply.final:
            self.robots.check(reply.final)  # it may have led to a host with rules of its own
        return reply


def _document(url: str, reply: Reply) -> Document:
    """Return the page, deflated (pages shrink to a fifth), under the address asked for."""
    host = "".join(sign if sign.isalnum() or sign in ".-" else "_" for sign in urlsplit(url).netloc)
    mark = hashlib.sha256(url.encode()).hexdigest()[:16]
    return Document(
        name=f"{host.strip('.') or 'host'}/{mark}.html.gz",
        content=gzip.compress(reply.content, 6, mtime=0),
        url=url,
        reader="page",
        spare=True,
    )
