"""Bytes made wrong on purpose, the same for the same seed: what the web and the inbox may hold."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Mutation = Callable[[bytes, random.Random], bytes]

LARGEST = 60_000  # bytes: the readers' own limits on size have tests of their own
ODD = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800", b"&#0;", b"&#xD800;"),
    *(b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xf4\x8f\xbf\xbf", b"%", b"%ff%fe", b"\r", b"\x1a"),
    *(b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!ENTITY a 'b'>", b"<!DOCTYPE x [", b"</", b"/>"),
    *(b'"', b"'", b"\\", b",", b"\t", b"\n", b"{", b"[", b"null", b"NaN", b"1e999", b"-0", b"true"),
    *(b"http://[", b"http://a:99999/", b"//[::1", b"javascript:x", b"=cmd()", b"\xc2\xa0"),
)
NUMBERS = (b"0", b"-1", b"99999999999", b"9223372036854775808", b"1" * 400, b"1e308", b"0x10")
DAYS = (b"0000-00-00", b"9999-12-31", b"2024-02-30", b"10000-01-01", b"1-1-1", b"20241301250000")
KINDS: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        2**63,
        10**400,
        1.5,
        "",
        " ",
        "x",
        "\ud800",
        "\x00",
        "2024-02-30",
        "http://[",
    ),
    *([], {}, [[]], [None], {"a": None}, ["x", 1], {"item": []}, {"name": []}, "9" * 5000),
)
ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "cp1251", "cp1254", "koi8_r", "shift_jis", "utf-7")


def mutated(seeds: Sequence[bytes], rng: random.Random) -> bytes:
    """Return one of the seeds after one to four mutations."""
    content = rng.choice(seeds)
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        if rng.random() < 0.1:
            content = _spliced(content, rng.choice(seeds), rng)
        else:
            content = rng.choice(MUTATIONS)(content, rng)[:LARGEST]
    return content


def _part(content: bytes, rng: random.Random, longest: int = 200) -> tuple[int, int]:
    start = rng.randrange(len(content) + 1)
    return start, min(len(content), start + rng.randrange(longest))


def _flipped(content: bytes, rng: random.Random) -> bytes:
    held = bytearray(content)
    for _ in range(rng.randint(1, 8) if held else 0):
        held[rng.randrange(len(held))] ^= 1 << rng.randrange(8)
    return bytes(held)


def _cut(content: bytes, rng: random.Random) -> bytes:
    start, end = _part(content, rng)
    return content[:start] if rng.random() < 0.3 else content[:start] + content[end:]


def _spliced(content: bytes, other: bytes, rng: random.Random) -> bytes:
    start, end = _part(content, rng)
    there, until = _part(other, rng, 600)
    return content[:start] + other[there:until] + content[end:]


def _repeated(content: bytes, rng: random.Random) -> bytes:
    start, end = _part(content, rng)
    times = rng.choice((2, 10, 100, 1000))
    return content[:start] + content[start:end] * times + content[end:]


def _odd(content: bytes, rng: random.Random) -> bytes:
    start, end = _part(content, rng, 8)
    return content[:start] + rng.choice(ODD) * rng.choice((1, 1, 1, 3, 500)) + content[end:]


def _nested(content: bytes, rng: random.Random) -> bytes:
    start, _ = _part(content, rng)
    opened, closed = rng.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"<a>", b"</a>"), (b"(", b")")))
    deep = rng.choice((30, 300, 3000, 12_000))
    return content[:start] + opened * deep + closed * rng.choice((0, deep)) + content[start:]


def _number(content: bytes, rng: random.Random) -> bytes:
    """Put a number, or a day, in the place of one that is there."""
    places = [at for at, byte in enumerate(content) if 48 <= byte <= 57]
    if not places:
        return content
    start = end = rng.choice(places)
    while start and content[start - 1 : start].isdigit():
        start -= 1
    longest = rng.choice((len(content), end + 4))
    while end < longest and content[end : end + 1] in b"0123456789-:TZ." and end < len(content):
        end += 1
    return content[:start] + rng.choice(NUMBERS + DAYS) + content[end:]


def _encoded(content: bytes, rng: random.Random) -> bytes:
    return content.decode("utf-8", "replace").encode(rng.choice(ENCODINGS), "replace")


def _zipped(content: bytes, rng: random.Random) -> bytes:
    held = gzip.compress(content, mtime=0)
    return held if rng.random() < 0.5 else held[: rng.randrange(len(held))]


def _swapped(content: bytes, rng: random.Random) -> bytes:
    lines = content.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def _retyped(content: bytes, rng: random.Random) -> bytes:
    """Put another kind of thing in the place of one that a JSON text holds."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return _number(content, rng)
    places = list(_places(told))
    if places:
        holder, key = rng.choice(places)
        holder[key] = rng.choice(KINDS)
    return json.dumps(told).encode()


def _places(told: Any) -> Iterator[tuple[Any, Any]]:
    keys = told.keys() if isinstance(told, dict) else range(len(told) if _is_list(told) else 0)
    for key in list(keys):
        yield told, key
        yield from _places(told[key])


def _is_list(told: Any) -> bool:
    return isinstance(told, list)


MUTATIONS: tuple[Mutation, ...] = (
    *(_flipped, _flipped, _cut, _cut, _repeated, _odd, _odd, _nested, _number, _number),
    *(_encoded, _zipped, _swapped, _retyped, _retyped),
)
