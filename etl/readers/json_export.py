"""JSON and JSON lines of articles: NewsAPI, Media Cloud, the Guardian, lists made by hand.

The list is looked for within the answer, nested parts get names such as `source.name`, and columns
are known by the same names as those of tables; a mapping file may say what else is what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etl.records import Article, Refused, Reject
from etl.text.article_rows import articles
from etl.text.columns import of_articles, other_kind, recognised, why_not
from etl.text.encodings import decode
from etl.text.loose_json import loads
from etl.text.mappings import ENDING, is_mapped, parted, read_mapping
from etl.text.tables import with_mapping

VERSION = 1
LAST = True
LARGEST = 64 * 1024 * 1024  # bytes
_NAMES = (".json", ".jsonl", ".ndjson")
_SHAPE = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:[{\]]|$))')
_DEEPEST = 4
_MOST_PARTS = 300  # of one article
_SAMPLE = 200

Item = Mapping[str, Any]


def reads(name: str, head: bytes) -> bool:
    """Return whether these bytes begin JSON, or another thing under its file name."""
    rest = parted(head)[1] if is_mapped(head) else head
    try:
        text = decode(rest)
    except Refused:
        return False
    if name.lower().endswith(_NAMES):
        return not re.match(r"\s*<", text)
    return bool(_SHAPE.match(text)) and not name.lower().endswith((".txt", ".md", ".text"))


def read(name: str, content: bytes) -> list[Article | Reject]:
    """Return the articles of a list, and which of its items could not be used and why."""
    if len(content) > LARGEST:
        raise Refused(f"the file is {len(content) / 1e6:.0f} MB large; up to 64 MB are read")
    mapping, rest = parted(content)
    told, broken = _items(decode(rest))
    rows = [(number, _flat(item)) for number, item in told]
    header = list(dict.fromkeys(key for _, row in rows[:_SAMPLE] for key in row))
    if mapping is None and (kind := other_kind(header)):
        raise Refused(f"not a list of articles, but of {kind}")
    columns = with_mapping(
        recognised(header), read_mapping(mapping) if mapping is not None else None, header
    )
    if not of_articles(columns):
        called = f"{re.sub(r'^.*[!/]|[.][^.]*$', '', name)}{ENDING}"
        raise Refused(why_not(header, called))
    return [*articles(rows, columns, "item"), *broken]


def _items(text: str) -> tuple[list[tuple[int, Item]], list[Reject]]:
    """Return the objects of a list with their places, and what of it is broken."""
    try:
        told = loads(text)
    except ValueError as error:
        return _lines(text, error)
    found = max(_lists(told, _DEEPEST), key=_worth, default=None)
    if found is None:
        found = [told] if isinstance(told, dict) and of_articles(recognised(_flat(told))) else None
    if found is None:
        shown = ", ".join(map(str, told))[:200] if isinstance(told, dict) else type(told).__name__
        raise Refused(f"JSON, but not a list of articles: {shown or 'it is empty'}")
    items: list[tuple[int, Item]] = [
        (n, item) for n, item in enumerate(found, start=1) if isinstance(item, dict)
    ]
    return items, [
        Reject(place=f"item {n}", reason="it is no object")
        for n, item in enumerate(found, start=1)
        if not isinstance(item, dict)
    ][:20]


def _lines(text: str, error: ValueError) -> tuple[list[tuple[int, Item]], list[Reject]]:
    """Return the objects of JSON lines; `Refused` where it is not that either."""
    items: list[tuple[int, Item]] = []
    broken: list[Reject] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            told = loads(line)
        except ValueError:
            told = None
        if isinstance(told, dict):
            items.append((number, told))
        elif len(broken) < 20:
            broken.append(Reject(place=f"line {number}", reason="it is no JSON object"))
    if not items:
        said = " ".join(text[:200].split())
        raise Refused(f"not JSON that can be read ({error!s:.100}): {said}")
    return items, broken


def _lists(told: Any, deepest: int) -> Iterator[Sequence[Any]]:
    """Yield the lists of objects within a value."""
    if isinstance(told, list) and any(isinstance(part, dict) for part in told[:_SAMPLE]):
        yield told
    elif isinstance(told, dict) and deepest:
        for part in list(told.values())[:_MOST_PARTS]:
            yield from _lists(part, deepest - 1)


def _worth(found: Sequence[Any]) -> tuple[bool, int, int]:
    """Return how much a list looks like one of articles."""
    some = [_flat(item) for item in found[:20] if isinstance(item, dict)]
    columns = recognised(key for row in some for key in row)
    return of_articles(columns), len(columns), len(found)


def _flat(item: Item) -> dict[str, str]:
    """Return an item's parts as cells, nested ones by their path; lists of texts are joined.

    >>> _flat({"source": {"id": None, "name": "News.Az"}, "authors": ["A. B.", "C. D."]})
    {'source.name': 'News.Az', 'authors': 'A. B.; C. D.'}
    """
    return dict(_parts(item.get("_source") if _is_wrapped(item) else item, "", _DEEPEST))


def _is_wrapped(item: Item) -> bool:
    return isinstance(item.get("_source"), dict)


def _parts(item: Any, path: str, deepest: int) -> Iterator[tuple[str, str]]:
    for key, value in list(item.items())[:_MOST_PARTS]:
        name = f"{path}{key}"
        if isinstance(value, dict) and deepest:
            # What only wraps another adds no name: {"fields": {"headline": …}}
            yield from _parts(value, "" if key in _WRAPS else f"{name}.", deepest - 1)
        elif isinstance(value, list):
            texts = [_text(v) for v in value[:20] if isinstance(v, str | int | float | dict)]
            yield name, "; ".join(filter(None, texts))
        elif isinstance(value, str | int | float):
            yield name, _text(value)


_WRAPS = frozenset({"fields", "attributes", "article", "story", "data", "document", "item"})


def _text(value: Any) -> str:
    if isinstance(value, dict):
        name = value.get("name")
        return name if isinstance(name, str) else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
