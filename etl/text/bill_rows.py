"""A bill's status file as plain values: made in one pass, asked by name.

An element without children is its text; one with children is the list of them, name and value,
from the last to the first. So a dict made of it holds the first of each name: GPO sometimes tells
one twice. Asking lxml for an element's children again and again took three times as long.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from etl.text.xml import Element

Value: TypeAlias = "str | list[tuple[str, Value]] | None"
Parts = Mapping[str, Value]

LONGEST = 18  # digits: what a column of whole numbers holds
_ITEMS = frozenset({"item", "summary", "amendment", "recordedVote"})


def values(root: Element) -> Value:
    """Return what an element and all below it tell; text before the first child is named ''.

    >>> from lxml import etree
    >>> values(etree.fromstring("<a><b>1</b><c><d/></c><b>2</b></a>"))
    [('b', '2'), ('c', [('d', None)]), ('b', '1')]
    """
    done: list[tuple[str, Value]] = []  # from the end of the file: children before their parent
    for element in reversed(list(root.iter())):
        inside = len(element)
        if not inside:
            done.append((element.tag, element.text))
            continue
        children = done[-inside:]
        if element.text:
            children.append(("", element.text))
        done[-inside:] = [(element.tag, children)]
    return done[0][1]


def parts(value: Value) -> Parts:
    """Return the children by name, none of what has none."""
    return dict(value) if isinstance(value, list) else {}


def listed(value: Value) -> list[Parts]:
    """Return the items of a list, whether they lie in it or one wrapper deeper."""
    return [dict(item) if isinstance(item, list) else {} for item in items(value)]


def items(value: Value) -> list[Value]:
    """Return the items of a list as they are."""
    if not value or not isinstance(value, list):
        return []
    found = [item for name, item in reversed(value) if name in _ITEMS]
    if not found:
        for name, item in reversed(value):
            if isinstance(name, str) and name.startswith("bill"):  # billSummaries, before schema 3
                return items(item)
    return found


def word(of: Parts, name: str) -> str | None:
    """Return a child's text, None where there is none."""
    text = of.get(name)
    if not text:
        return None
    if isinstance(text, list):
        return word(dict(text), "")
    return text.strip() or None


def whole(of: Parts, name: str) -> int | None:
    """Return a child's text as a whole number, None where it is none."""
    text = word(of, name)
    told = text and text.isascii() and text.isdigit() and len(text) <= LONGEST
    return int(text) if text and told else None
