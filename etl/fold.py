"""Fold: of a list that is asked for again and again, keep each item once.

A feed of twenty items, asked for every hour, is almost the same each time. What is kept of it is
its head, its end and, verbatim between them, the items that no kept file of its folder has; so an
item that left the feed stays, and the file that first had it tells when it was first seen. The cut
is made by eye (`<item>` to `</item>`) and proved by reading: unless a reader makes of the cut
exactly the records that it makes of those items in the whole, the whole is kept.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from etl.readers import read, readers
from etl.records import Article, Refused, Reject
from etl.text.encodings import decode
from etl.text.loose_json import loads

INDEX = ".items.json"  # which items each kept file has: made again from the files where it is lost
_ITEMS = {
    "feed": re.compile(rb"<((?:\w+:)?(?:item|entry))(?=[\s>])[^>]*>.*?</\1\s*>", re.DOTALL),
    "news_sitemap": re.compile(rb"<((?:\w+:)?url)(?=[\s>])[^>]*>.*?</\1\s*>", re.DOTALL),
}
_LISTS = ("items", "articles", "stories")  # what a JSON answer calls its list

Marks = dict[str, list[str]]  # by file name


def fold(name: str, content: bytes, folder: Path) -> bytes | None:
    """Return what is to be kept of a list under `name`, None where every item is kept already.

    `folder` is where its kept files lie. Raises `Refused` where no reader takes the list.
    """
    reader, records = read(name, content)
    groups = _groups(records)
    marks = _marks(folder)
    known = set().union(*marks.values())
    new = [place for place, group in enumerate(groups) if _mark(group) not in known]
    if marks and not new:
        return None
    wanted = [groups[place] for place in new]
    cut = _cut(reader, content, len(groups), new)
    return cut if cut is not None and _proved(name, reader, cut, wanted) else content


def remember(folder: Path) -> None:
    """Note the items of the files that are kept; a note that is lost is made again from them."""
    marks = _marks(folder)
    part = folder / f"{INDEX}.part"
    part.write_text(json.dumps({"made_by": _version(), "files": marks}), encoding="utf-8")
    part.replace(folder / INDEX)


def _groups(records: Sequence[Any]) -> list[list[Any]]:
    """Return the records item by item: an article and what is said of it, or why there is none."""
    groups: list[list[Any]] = []
    for record in records:
        if isinstance(record, Reject):
            number = re.search(r"(\d+)$", record.place)
            if number and int(number[1]) > len(groups):
                groups.append([record])
        else:
            groups.append([record])
    return groups


def _mark(group: Sequence[Any]) -> str:
    """Return the same for the same item: what it says, not where it stands in the list."""
    record = group[0]
    if isinstance(record, Article):
        told: tuple[Any, ...] = (
            record.given_id or record.url or record.title,
            record.title,
            record.text,
            record.snippet,
            record.published,
        )
    else:
        told = (getattr(record, "reason", None) or repr(record),)
    return hashlib.sha256(repr(told).encode("utf-8", "replace")).hexdigest()[:16]


def _cut(reader: str, content: bytes, many: int, new: Sequence[int]) -> bytes | None:
    """Return the list with the items at these places only, None where it cannot be cut."""
    if content.lstrip()[:1] == b"{":
        return _cut_json(content, many, new)
    pattern = _ITEMS.get(reader)
    found = list(pattern.finditer(content)) if pattern else []
    if not found or len(found) != many:
        return None
    items = (found[place][0] for place in new)
    return content[: found[0].start()] + b"\n".join(items) + content[found[-1].end() :]


def _cut_json(content: bytes, many: int, new: Sequence[int]) -> bytes | None:
    try:
        told = loads(decode(content))
    except (Refused, ValueError, RecursionError):
        return None
    for key in _LISTS:
        items = told.get(key) if isinstance(told, dict) else None
        if isinstance(items, list) and len(items) == many:
            told[key] = [items[place] for place in new]
            return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    return None


def _proved(name: str, reader: str, cut: bytes, wanted: Sequence[Sequence[Any]]) -> bool:
    try:
        read_by, records = read(name, cut)
    except Refused:
        return False
    articles = [g[0] for g in _groups(records) if not isinstance(g[0], Reject)]
    held = [g[0] for g in wanted if not isinstance(g[0], Reject)]
    bad = len(_groups(records)) - len(articles) == len(wanted) - len(held)
    return read_by == reader and articles == held and bad


def _marks(folder: Path) -> Marks:
    """Return the items of each kept file, read anew where the note of them is missing or old."""
    noted = _noted(folder)
    marks: Marks = {}
    for file in sorted(folder.glob("*")) if folder.is_dir() else ():
        if not file.name.startswith(".") and file.is_file():
            marks[file.name] = noted.get(file.name) or _marks_of(file.name, file.read_bytes())
    return marks


def _marks_of(name: str, content: bytes) -> list[str]:
    try:
        return [_mark(group) for group in _groups(read(name, content)[1])]
    except Refused:
        return []


def _noted(folder: Path) -> Marks:
    try:
        told = json.loads((folder / INDEX).read_text("utf-8"))
        files: Marks = told["files"] if told["made_by"] == _version() else {}
        return files if all(map(_is_marks, files.values())) else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _is_marks(told: Iterable[Any]) -> bool:
    return isinstance(told, list) and all(isinstance(mark, str) for mark in told)


def _version() -> str:
    return ",".join(f"{name}={module.VERSION}" for name, module in readers().items())
