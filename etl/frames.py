"""Records to typed Arrow tables: the types of a record's fields become those of the columns."""

from __future__ import annotations

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
    columns = [pa.array(list(map(attrgetter(f.name), rows)), type=f.type) for f in shape]
    table = pa.table(columns, schema=shape)
    for place, (name, values) in enumerate((extra or {}).items()):
        table = table.add_column(place, name, values)
    return table


def table_name(record: type) -> str:
    """Return the plural snake-case name that a record's rows go by.

    >>> class BillCommittee: ...
    >>> table_name(BillCommittee)
    'bill_committees'
    """
    words = "".join(f"_{c.lower()}" if c.isupper() else c for c in record.__name__).strip("_")
    return words[:-1] + "ies" if words.endswith("y") else words + "s"
