"""One polite way to the web: says who asks, keeps a pace, remembers what it has, gives up in time.

Sources are handed a `Web`; a test hands them one that points at a server on loopback, or a fake.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import requests

AGENT = "Lawbeat/0.1 (policy tracker; contact: see the README of this installation)"
CONNECT_S, READ_S, WHOLE_S = 4.0, 15.0, 60.0
LARGEST = 256 * 1024 * 1024
PATIENCE_S = 10.0  # a longer Retry-After ends the asking for this run


class Failed(Exception):
    """An answer that is no use: a bad status, too slow, too large. The message says which."""


class Unreachable(Failed):
    """The host did not answer at all: no network, no name, no connection."""


@dataclass(frozen=True)
class Seen:
    """What is remembered of an address from the last good answer."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True)
class Reply:
    """A good answer; `unchanged` where the server says that what we have still stands."""

    url: str
    content: bytes
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


@dataclass
class Web:
    """The way to the web for one source: `pace_s` seconds between two requests to one host."""

    memory: Mapping[str, Seen] = field(default_factory=dict)
    pace_s: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    asked: int = 0
    _session: requests.Session = field(default_factory=requests.Session)
    _last: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(
        self,
        url: str,
        params: Mapping[str, str | list[str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Return the answer to one GET.

        Asks "only if changed" where the address is remembered, and once again where the server
        says to wait a few seconds. Raises `Unreachable` or `Failed`; the message never holds a
        header that was sent, so that no key is told.
        """
        for attempt in (1, 2):
            answer, content = self._ask(url, params, headers)
            wait = _wait_asked(answer)
            if wait is None or wait > PATIENCE_S or attempt == 2:
                return _reply(answer, content)
            self.sleep(wait)
        raise AssertionError("unreachable")

    def _ask(
        self,
        url: str,
        params: Mapping[str, str | list[str]] | None,
        headers: Mapping[str, str] | None,
    ) -> tuple[requests.Response, bytes]:
        self._keep_pace(urlsplit(url).netloc)
        self.asked += 1
        sent = {"User-Agent": AGENT, **self._only_if_changed(url), **(headers or {})}
        try:
            with self._session.get(
                url, params=params, headers=sent, timeout=(CONNECT_S, READ_S), stream=True
            ) as answer:
                return answer, _body(answer)
        except (requests.ConnectionError, requests.Timeout) as error:
            raise _told(error, urlsplit(url).netloc) from error
        except requests.TooManyRedirects as error:
            raise Failed("it redirects in a circle") from error
        except requests.RequestException as error:
            raise Failed(f"the answer broke off ({type(error).__name__})") from error

    def _only_if_changed(self, url: str) -> dict[str, str]:
        seen = self.memory.get(url, Seen())
        asked = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified}
        return {name: value for name, value in asked.items() if value}

    def _keep_pace(self, host: str) -> None:
        with self._lock:
            due = self._last.get(host, -self.pace_s) + self.pace_s
            now = time.monotonic()
            self._last[host] = max(now, due)
        if due > now:
            self.sleep(due - now)


def _body(answer: requests.Response) -> bytes:
    ends = time.monotonic() + WHOLE_S
    parts, size = [], 0
    for part in answer.iter_content(64 * 1024):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise Failed(f"the answer is larger than {LARGEST // 2**20} MB")
        if time.monotonic() > ends:
            raise Failed(f"the answer took longer than {WHOLE_S:.0f} s")
    return b"".join(parts)


def _wait_asked(answer: requests.Response) -> float | None:
    if answer.status_code not in (429, 503):
        return None
    asked = answer.headers.get("Retry-After", "")
    return float(asked) if asked.isdigit() else None


def _reply(answer: requests.Response, content: bytes) -> Reply:
    etag, modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
    if answer.status_code == 304:
        return Reply(answer.url, b"", etag, modified, unchanged=True)
    if answer.status_code != 200:
        wait = answer.headers.get("Retry-After")
        later = f", asks to wait {wait} s" if wait and wait.isdigit() else ""
        raise Failed(f"it answers {answer.status_code} {answer.reason or ''}".strip() + later)
    return Reply(answer.url, content, etag, modified)


def _told(error: requests.RequestException, host: str) -> Failed:
    if isinstance(error, requests.ReadTimeout):
        return Failed(f"{host} took longer than {READ_S:.0f} s to answer")
    if isinstance(error, requests.ConnectTimeout):
        return Unreachable(f"{host} cannot be reached (no answer in {CONNECT_S:.0f} s)")
    broken = isinstance(error, requests.exceptions.ChunkedEncodingError)
    if broken or "IncompleteRead" in str(error) or "Read timed out" in str(error):
        return Failed(f"the answer of {host} broke off")
    return Unreachable(f"{host} cannot be reached")
