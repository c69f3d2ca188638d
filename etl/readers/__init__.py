"""Readers: one file a format, bytes in, records out. A reader says what it reads.

Each module here has

- a docstring whose first line names the format;
- `VERSION`, an int that goes up when the same bytes would give other records;
- `reads(name, head) -> bool`, from the file's name and its first 4096 bytes;
- `read(name, content) -> list[Record]`; raises `Refused` where nothing can be read, and returns
  a `Reject` for a part that cannot;
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

HEAD = 4096


@cache
def readers() -> dict[str, ModuleType]:
    """Return every reader by name, found in this folder."""
    found = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in found}


def reader_of(name: str, content: bytes) -> str:
    """Return the name of the reader for these bytes; `Refused` where there is none, or two."""
    if not content.strip():
        raise Refused("the file is empty")
    fits = [r for r, module in readers().items() if module.reads(name, content[:HEAD])]
    fits = [r for r in fits if not getattr(readers()[r], "LAST", False)] or fits
    if len(fits) > 1:
        raise Refused(f"several readers claim it: {', '.join(fits)}")
    if not fits:
        raise Refused(_unknown(content[:HEAD]))
    return fits[0]


def _unknown(head: bytes) -> str:
    if is_html(head):
        return "it is an HTML page, which no reader here takes"
    return "no reader knows this format"


def is_html(content: bytes) -> bool:
    """Return whether the bytes begin like a page of the web."""
    return bool(re.search(rb"<!doctype html|<html\b", content[:HEAD], re.IGNORECASE))


def read(name: str, content: bytes) -> tuple[str, list[Any]]:
    """Return the reader's name and the records; `Refused` says why there are none."""
    reader = reader_of(name, content)
    return reader, readers()[reader].read(name, content)
