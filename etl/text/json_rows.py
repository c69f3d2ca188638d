"""JSON as the plain values that a bill's record is read from; see `bill_rows` for their shape."""

from __future__ import annotations

import re
from typing import Any

from etl.text.bills.rows import Value

# What XML could not hold: controls, and halves of characters, which no database takes.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def value_of(told: Any) -> Value:
    """Return what a part of an answer tells; the items of a list are named `item`.

    >>> value_of({"laws": [{"number": "118-34"}], "by": None, "first": True})
    [('first', 'True'), ('by', None), ('laws', [('item', [('number', '118-34')])])]
    """
    if isinstance(told, dict):
        return [pair for name, inner in reversed(told.items()) for pair in _pairs(name, inner)]
    if isinstance(told, list):
        return [("item", value_of(item)) for item in reversed(told)]
    return None if told is None else _NEVER.sub("", str(told))


def _pairs(name: str, inner: Any) -> list[tuple[str, Value]]:
    """Return a member as its element: a list called `item` is several elements of that name."""
    if name == "item" and isinstance(inner, list):
        return [("item", value_of(one)) for one in reversed(inner)]
    return [(name, value_of(inner))]
