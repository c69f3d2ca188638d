"""Records to typed Arrow tables: the types of a record's fields become those of the columns."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any

import pyarrow as pa

ARROW = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}

_HALVES = re.compile("[\ud800-\udfff]")  # of characters: JSON and file names may hold them


@cache
def schema(record: type) -> pa.Schema:
    """Return the Arrow schema of a record class; `TypeError` names a field no column can hold."""
    hints = typing.get_type_hints(record)
    return pa.schema([(f.name, _arrow_type(record, f.name, hints[f.name])) for f in fields(record)])


def _arrow_type(record: type, name: str, hint: Any) -> pa.DataType:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    plain = [o for o in options if o is not type(None)]
    if len(plain) != 1 or plain[0] not in ARROW:
        raise TypeError(f"{record.__name__}.{name}: no column type for {hint}")
    return ARROW[plain[0]]


def frame(
    record: type, rows: Sequence[Any], extra: Mapping[str, pa.Array] | None = None
) -> pa.Table:
    """Return the records as an Arrow table, with the `extra` columns before them."""
    shape = schema(record)
    columns = [_column(list(map(attrgetter(f.name), rows)), f.type) for f in shape]
    table = pa.table(columns, schema=shape)
    for place, (name, values) in enumerate((extra or {}).items()):
        table = table.add_column(place, name, values)
    return table


def _column(values: list[Any], kind: pa.DataType) -> pa.Array:
    """Return the values as a column; one that no column holds must not stop all the others."""
    try:
        return pa.array(values, type=kind)
    except (OverflowError, UnicodeEncodeError):
        return pa.array(list(map(_holdable, values)), type=kind)


def _holdable(value: Any) -> Any:
    r"""Return half a character as U+FFFD, a number past 64 bits as unknown, the rest as it is.

    >>> _holdable("a\ud800"), _holdable(2**63), _holdable(7)
    ('a\ufffd', None, 7)
    """
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    too_large = isinstance(value, int) and not -(2**63) <= value < 2**63
    return None if too_large else value


def table_name(record: type) -> str:
    """Return the plural snake-case name that a record's rows go by.

    >>> class BillCommittee: ...
    >>> table_name(BillCommittee)
    'bill_committees'
    """
    words = "".join(f"_{c.lower()}" if c.isupper() else c for c in record.__name__).strip("_")
    return words[:-1] + "ies" if words.endswith("y") else words + "s"
