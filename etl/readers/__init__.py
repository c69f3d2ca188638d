"""Readers: one file a format, bytes in, records out. A reader says what it reads.

Each module here has

- a docstring whose first line names the format;
- `VERSION`, an int that goes up when the same bytes would give other records;
- `reads(name, head) -> bool`, from the file's name and its first 4096 bytes;
- `read(name, content) -> list[Record]`; raises `Refused` where nothing can be read, and returns
  a `Reject` for a part that cannot;
- `FIRST = True` where what it claims can be nothing else, and comes by the ten thousand: it is
  asked before the others;
- `LAST = True` where it takes what no other reader knows: any page, any table.

Readers are pure, and none imports another.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from types import ModuleType
from typing import Any

from etl.records import Refused
from etl.text.inflate import inflated

HEAD = 4096


@cache
def readers() -> dict[str, ModuleType]:
    """Return every reader by name, found in this folder."""
    found = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in found}


def reader_of(name: str, content: bytes) -> str:
    """Return the name of the reader for these bytes; `Refused` where there is none, or two."""
    return _reader_of(*inflated(name, content))


def _reader_of(name: str, content: bytes) -> str:
    if not content or content.isspace():
        raise Refused("the file is empty")
    head = content[:HEAD]
    for some in _in_turn():
        fits = [r for r in some if readers()[r].reads(name, head)]
        if len(fits) > 1:
            raise Refused(f"several readers claim it: {', '.join(fits)}")
        if fits:
            return fits[0]
    raise Refused(_unknown(head))


@cache
def _in_turn() -> tuple[tuple[str, ...], ...]:
    """Return the readers in the order they are asked: the first, the others, the last."""
    ranks: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for name, module in readers().items():
        first, last = getattr(module, "FIRST", False), getattr(module, "LAST", False)
        ranks[0 if first else 2 if last else 1].append(name)
    return tuple(tuple(ranks[rank]) for rank in sorted(ranks))


def _unknown(head: bytes) -> str:
    if is_html(head):
        return "it is an HTML page, which no reader here takes"
    if head.startswith((b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")):
        return "an archive within another, or no zip: unpack it first (of Word: save it as text)"
    return "no reader knows this format"


def is_html(content: bytes) -> bool:
    """Return whether the bytes begin like a page of the web."""
    return bool(re.search(rb"<!doctype html|<html\b", content[:HEAD], re.IGNORECASE))


def read(name: str, content: bytes) -> tuple[str, list[Any]]:
    """Return the reader's name and the records; `Refused` says why there are none.

    What is gzipped is read as what it holds.
    """
    name, content = inflated(name, content)
    reader = _reader_of(name, content)
    return reader, readers()[reader].read(name, content)
