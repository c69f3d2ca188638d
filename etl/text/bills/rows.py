"""A bill's record asked by name: an element of its status file, or plain values out of JSON.

An element stays what it is until its parts or its text are asked for: what nobody asks for costs
nothing. Of JSON, a value is text or the list of its parts, name and value, from the last to the
first. Either way a dict of parts holds the first of each name: GPO sometimes tells one twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lxml.etree import _Element as Node

from etl.text.xml import Element

Value: TypeAlias = "str | list[tuple[str, Value]] | Element | None"
Parts = Mapping[str, Value]

LONGEST = 18  # digits: what a column of whole numbers holds
_ITEMS = frozenset({"item", "summary", "amendment", "recordedVote"})


def parts(value: Value) -> Parts:
    """Return the children by name, none of what has none.

    >>> from lxml import etree
    >>> told = parts(etree.fromstring("<a><b>1</b><c><d>2</d></c><b>3</b></a>"))
    >>> word(told, "b"), word(parts(told["c"]), "d")
    ('1', '2')
    """
    if isinstance(value, Node):
        return {child.tag: child for child in value[::-1]}
    return dict(value) if isinstance(value, list) else {}


def listed(value: Value) -> list[Parts]:
    """Return the items of a list, whether they lie in it or one wrapper deeper."""
    return [parts(item) for item in items(value)]


def items(value: Value) -> list[Value]:
    """Return the items of a list as they are."""
    if isinstance(value, Node):
        found = [child for child in value[:] if child.tag in _ITEMS]
    elif isinstance(value, list):
        found = [item for name, item in reversed(value) if name in _ITEMS]
    else:
        return []
    return found or _wrapped(value)


def _wrapped(value: Value) -> list[Value]:
    """Return the items one wrapper deeper: in billSummaries, before schema 3."""
    for name, item in reversed(list(parts(value).items())):
        if isinstance(name, str) and name.startswith("bill"):
            return items(item)
    return []


def word(of: Parts, name: str) -> str | None:
    """Return a child's text, None where there is none."""
    told = of.get(name)
    if isinstance(told, Node):
        told = told.text
    return told.strip() or None if isinstance(told, str) else None


def whole(of: Parts, name: str) -> int | None:
    """Return a child's text as a whole number, None where it is none."""
    text = word(of, name)
    told = text and text.isascii() and text.isdigit() and len(text) <= LONGEST
    return int(text) if text and told else None
