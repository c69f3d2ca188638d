"""Answers of the web: what a good one holds, why one is no use, and how much of one is read."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests
from urllib3.exceptions import HTTPError

PIECE = 64 * 1024
A_DAY_S = 86_400.0
SLOWEST = 1_000_000  # bytes a second: what is large may take longer
NOT_ASKED = "not asked: "  # how a reason begins that is no failure: no key, or backing off
TOO_MANY = 429
HARD = frozenset({401, 403, 410})  # the server means it; anything else may pass


class Failed(Exception):
    """An answer that is no use: a bad status, too slow, too large. The message says which."""

    def __init__(self, why: str, status: int | None = None, wait_s: float | None = None) -> None:
        super().__init__(why)
        self.status = status
        self.wait_s = wait_s  # what Retry-After asks for, at most a day

    @property
    def hard(self) -> bool:
        """Return whether the server means it, so that asking again soon is of little use."""
        return self.status in HARD


class Unreachable(Failed):
    """The host did not answer at all: no network, no name, no connection."""


class RefusedAddress(Failed):
    """An address that is never asked: not of the web, or of a private network."""

    @property
    def hard(self) -> bool:
        """It will be refused tomorrow too."""
        return True


class NotAsked(Failed):
    """An address that is left alone until a moment; no new failure."""

    def __init__(self, why: str, until: datetime | None = None) -> None:
        super().__init__(NOT_ASKED + why)
        self.until = until


@dataclass(frozen=True)
class Reply:
    """A good answer; `unchanged` where the server says that what we have still stands."""

    url: str  # the address that was asked, its query with it
    content: bytes
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)  # by name, in any case of letters
    final: str = ""  # where redirects led, else the same address


def reply(answer: requests.Response, content: bytes, asked: str) -> Reply:
    """Return what an answer to `asked` makes; `Failed` unless its status is 200 or 304."""
    etag, modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
    if answer.status_code == 304:
        return Reply(asked, b"", etag, modified, True, answer.headers, answer.url)
    if answer.status_code != 200:
        wait = wait_asked(answer.headers)
        later = f", asks to wait {wait:.0f} s" if wait else ""
        why = f"it answers {answer.status_code} {answer.reason or ''}".strip() + later
        raise Failed(why, answer.status_code, wait)
    return Reply(asked, content, etag, modified, False, answer.headers, answer.url)


def wait_asked(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that Retry-After asks for, told in seconds or as a date; a day at most."""
    told = headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdigit():
        return min(float(told[:9]), A_DAY_S)
    try:
        when = parsedate_to_datetime(told)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max((when - datetime.now(UTC)).total_seconds(), 0.0), A_DAY_S)


def body(answer: requests.Response, largest: int, whole_s: float) -> bytes:
    """Return the body, inflated; `Failed` where it is larger than `largest`, late or cut short.

    Nothing beyond the limit is inflated or kept. Raises what requests and urllib3 raise where the
    connection breaks.
    """
    ends = time.monotonic() + whole_s + largest / SLOWEST
    promised = answer.headers.get("Content-Length", "")
    if promised.isascii() and promised.isdigit() and int(promised[:18]) > largest:
        raise _too_large(largest)
    parts, size = [], 0
    for part in _inflated(answer, largest):
        parts.append(part)
        size += len(part)
        if size > largest:
            raise _too_large(largest)
        if time.monotonic() > ends:
            raise Failed(f"the answer took longer than {whole_s + largest / SLOWEST:.0f} s")
    return b"".join(parts)


def _too_large(largest: int) -> Failed:
    return Failed(f"the answer is larger than {largest / 1e6:.0f} MB")


def _pieces(answer: requests.Response) -> Iterator[bytes]:
    # read1 returns what has come: read would wait for a whole piece, however slowly it drips.
    while piece := answer.raw.read1(PIECE, decode_content=False):
        yield piece


def _inflated(answer: requests.Response, largest: int) -> Iterator[bytes]:
    coding = answer.headers.get("Content-Encoding", "").strip().lower()
    if coding in ("", "identity") or answer.status_code == 304:
        yield from _pieces(answer)
    elif coding in ("gzip", "x-gzip", "deflate"):
        yield from _inflate(answer, largest)
    else:
        raise Failed(f"it answers in the coding {coding[:40]!r}, which was not asked for")


def _inflate(answer: requests.Response, largest: int) -> Iterator[bytes]:
    """Yield the body inflated, a bounded piece at a time; several gzips in a row are one."""
    inflater: zlib._Decompress | None = None
    rest = b""
    for piece in _pieces(answer):
        rest += piece
        while rest:
            if inflater is None or inflater.eof:
                if inflater and not rest.strip(b"\0"):
                    rest = b""  # padding after the end
                if len(rest) < 2:  # too few to tell what it is
                    break
                inflater = _inflater(rest)
            yield _inflate_some(inflater, rest, largest)
            rest = inflater.unconsumed_tail or inflater.unused_data
    if inflater:
        yield inflater.flush()
    if rest or (inflater and not inflater.eof):
        raise Failed("the answer broke off: what it deflates ends too early")


def _inflater(head: bytes) -> zlib._Decompress:
    # gzip and zlib say who they are; what some servers call deflate has no head at all.
    known = head[:2] == b"\x1f\x8b" or (head[0] & 15 == 8 and int.from_bytes(head[:2]) % 31 == 0)
    return zlib.decompressobj(47 if known else -15)


def _inflate_some(inflater: zlib._Decompress, rest: bytes, largest: int) -> bytes:
    try:
        return inflater.decompress(rest, min(largest + 1, 16 * PIECE))
    except zlib.error as error:
        raise Failed("the answer is damaged: it cannot be inflated") from error


def broken_off(error: Exception) -> bool:
    """Return whether an error means that an answer began and did not end."""
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return True
    return isinstance(error, HTTPError) and not isinstance(error, requests.RequestException)
