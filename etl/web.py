"""One polite way to the web: says who asks, keeps a pace, remembers what it has, gives up in time.

Sources are handed a `Web`; a test hands them one that points at a server on loopback, or a fake.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from etl import hosts
from etl.answers import Failed as Failed
from etl.answers import NotAsked as NotAsked
from etl.answers import RefusedAddress as RefusedAddress
from etl.answers import Reply as Reply
from etl.answers import Unreachable as Unreachable
from etl.answers import body, broken_off, reply, wait_asked
from etl.patience import Patience

AGENT = "Lawbeat/0.1 (policy tracker; contact: see the README of this installation)"
CONNECT_S, READ_S, WHOLE_S = 4.0, 15.0, 60.0
PAGE, FEED, ZIP = 10_000_000, 20_000_000, 256_000_000  # bytes, inflated: the largest of its kind
PATIENCE_S = 10.0  # a longer Retry-After ends the asking for this run
MOST_HOPS = 8
MOVED = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})

Params = Mapping[str, str | list[str]]

# When each source last asked a host, or will: kept over runs, so that two keep the pace together.
_LAST: dict[tuple[str, str], float] = {}
_LAST_LOCK = threading.Lock()


@dataclass(frozen=True)
class Seen:
    """What is remembered of an address from the last good answer."""

    etag: str | None = None
    modified: str | None = None


@dataclass
class Web:
    """The way to the web for one source: `pace_s` seconds between two requests to one host.

    `own` is the address the source is set up to ask: its host may be a private one; any other
    that data lead to must be public (see `etl.hosts`).
    """

    memory: Mapping[str, Seen] = field(default_factory=dict)
    pace_s: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    own: str = ""
    patience: Patience = field(default_factory=Patience)
    asked: int = 0
    ends: float = float("inf")

    def __post_init__(self) -> None:
        self._session = hosts.session(self.own)

    def get(
        self,
        url: str,
        params: Params | None = None,
        headers: Mapping[str, str] | None = None,
        largest: int = ZIP,
    ) -> Reply:
        """Return the answer to one GET, of `largest` bytes at most once inflated.

        Asks "only if changed" where the address is remembered, and once again where the server
        says to wait a few seconds. Raises `NotAsked` where the address is to be left alone for
        now, `Unreachable` or `Failed`; the message never holds a header that was sent, so that no
        key is told.
        """
        asked = _full(url, params)
        self.patience.check(asked)
        if time.monotonic() > self.ends:
            raise NotAsked("the time of a source in one run is over")
        try:
            answer, content = self._answer(asked, dict(headers or {}), largest)
            came = reply(answer, content, asked)
        except Failed as error:
            self.patience.failed(asked, error)
            raise
        self.patience.answered(asked)
        return came

    def _answer(
        self, url: str, headers: Mapping[str, str], largest: int
    ) -> tuple[requests.Response, bytes]:
        answer, content = self._follow(url, headers, largest)
        wait = wait_asked(answer.headers) if answer.status_code in BUSY else None
        if wait is None or wait > PATIENCE_S:
            return answer, content
        self.sleep(wait + random.uniform(0, 0.25))
        return self._follow(url, headers, largest)

    def _follow(
        self, url: str, headers: Mapping[str, str], largest: int
    ) -> tuple[requests.Response, bytes]:
        """Go where redirects lead, each checked; what was sent to one host is not told another."""
        sent = {**self._only_if_changed(url), **headers}
        been: list[str] = []
        while len(been) <= MOST_HOPS:
            been.append(url)
            answer, content = self._ask(url, sent, largest)
            place = answer.headers.get("Location")
            if answer.status_code not in MOVED or not place:
                return answer, content
            url = _next(url, place)
            if been.count(url) > 1:  # once more may be a cookie that was set
                raise Failed("it redirects in a circle")
            if hosts.origin(url) != hosts.origin(been[0]):
                sent = {name: value for name, value in sent.items() if name not in headers}
        raise Failed(f"it redirects more than {MOST_HOPS} times")

    def _ask(
        self, url: str, headers: Mapping[str, str], largest: int
    ) -> tuple[requests.Response, bytes]:
        if not self._is_own(url) and (why := hosts.refusal(url)):
            raise RefusedAddress(why)
        host = urlsplit(url).netloc
        self._keep_pace(host)
        self.asked += 1
        sent = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", **headers}
        try:
            with self._session.get(
                url, headers=sent, timeout=(CONNECT_S, READ_S), stream=True, allow_redirects=False
            ) as answer:
                moved = answer.status_code in MOVED
                return answer, b"" if moved else body(answer, largest, WHOLE_S)
        except (requests.RequestException, HTTPError, ValueError) as error:
            raise _told(error, host.rpartition("@")[2]) from error

    def _is_own(self, url: str) -> bool:
        try:
            return hosts.origin(url) == hosts.origin(self.own)
        except ValueError:
            return False

    def _only_if_changed(self, url: str) -> dict[str, str]:
        seen = self.memory.get(url, Seen())
        asked = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified}
        return {name: value for name, value in asked.items() if value}

    def _keep_pace(self, host: str) -> None:
        with _LAST_LOCK:
            due = _LAST.get((self.own, host), -self.pace_s) + self.pace_s
            now = time.monotonic()
            _LAST[self.own, host] = max(now, due)
        if due > now:
            self.sleep(due - now)


def _full(url: str, params: Params | None) -> str:
    """Return an address with its query, as it is sent."""
    if not params:
        return url
    try:
        return requests.Request("GET", url, params=params).prepare().url or url
    except (requests.RequestException, ValueError):
        return url  # refused where it is asked


def _next(url: str, place: str) -> str:
    try:
        # Headers are read as Latin-1; servers send UTF-8 in them all the same.
        return urljoin(url, place.encode("latin-1").decode("utf-8", "replace"))
    except ValueError as error:
        raise RefusedAddress("it redirects to what is no address of the web") from error


def _told(error: Exception, host: str) -> Failed:
    if isinstance(error, requests.ConnectTimeout):
        return Unreachable(f"{host} cannot be reached (no answer in {CONNECT_S:.0f} s)")
    if isinstance(error, requests.ReadTimeout | ReadTimeoutError):
        return Failed(f"{host} took longer than {READ_S:.0f} s to answer")
    if isinstance(error, requests.exceptions.SSLError):
        return Failed(f"{host} cannot be trusted: its certificate or TLS is not accepted")
    if broken_off(error) or "Remote end closed" in str(error) or "reset" in str(error):
        return Failed(f"the answer of {host} broke off")
    if isinstance(error, requests.ConnectionError):
        return Unreachable(f"{host} cannot be reached")
    return Failed(f"it cannot be asked ({type(error).__name__})")
