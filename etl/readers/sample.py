"""Tables of facts as CSV: the bills, waivers, events, articles and labels of data/sample.

A file's stem names its kind, its header the columns; both must fit. A day known only to the month
never becomes a day: `published_precision` says how much of `published` is known.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from etl.records import Article, Bill, Event, Label, Refused, Reject, Waiver

VERSION = 1

KINDS: dict[str, type] = {
    "articles": Article,
    "bills": Bill,
    "events": Event,
    "labels": Label,
    "waivers": Waiver,
}
# Columns for people: read by none, shown where the file is opened.
ASIDE = frozenset({"other_sources", "note"})
# What tells these files from any other table of articles or bills.
TELLING = {
    "articles": {"given_id", "url", "published", "published_precision"},
    "bills": {"bill_id", "congress", "bill_type", "number"},
    "events": {"event_id", "policy_id", "event_on", "event_month"},
    "labels": {"given_id", "policy_id", "coder", "holder", "stance"},
    "waivers": {"policy_id", "year", "state"},
}
_PRECISION = {"day": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-\d\d", "year": r"\d{4}", "unknown": ".*"}


def reads(name: str, head: bytes) -> bool:
    """Return whether the file is called like a table of the sample and has its columns."""
    kind = _kind(name)
    return kind in KINDS and TELLING[kind] <= set(_header(head))


def read(name: str, content: bytes) -> list[Any]:
    """Return a record per row, a Reject where a row is wrong; `Refused` for the table."""
    kind = _kind(name)
    try:
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        raise Refused("it is not UTF-8 text") from error
    except csv.Error as error:
        raise Refused(f"it is not a CSV table: {error}") from error
    if not rows:
        raise Refused("the file is empty")
    columns, record = rows[0], KINDS[kind]
    known = {field.name for field in fields(record)}
    if strange := [c for c in columns if c not in known | ASIDE]:
        raise Refused(f"unknown column {strange[0]!r}; expected some of {', '.join(sorted(known))}")
    place = name.rpartition("/")[2]
    return [
        _row(record, columns, row, f"{place}, row {n}") for n, row in enumerate(rows[1:], 2) if row
    ]


def _kind(name: str) -> str:
    stem, _, ending = name.rpartition("!")[2].rpartition("/")[2].rpartition(".")
    return stem if ending == "csv" else ""


def _header(head: bytes) -> list[str]:
    first = head.decode("utf-8-sig", "replace").splitlines()[:1]
    return next(csv.reader(first), [])


def _row(record: type, columns: list[str], row: list[str], place: str) -> Any:
    if len(row) != len(columns):
        return Reject(place=place, reason=f"{len(row)} cells under {len(columns)} columns")
    hints = _hints(record)
    values: dict[str, Any] = {}
    try:
        for column, cell in zip(columns, row, strict=True):
            if column in hints and cell.strip():
                values[column] = _value(hints[column], cell.strip(), column)
        missing = [f.name for f in fields(record) if f.default is MISSING and f.name not in values]
        if missing:
            raise ValueError(f"{missing[0]} is empty")
        return record(**_dated(values) if record is Article else values)
    except ValueError as error:
        return Reject(place=place, reason=str(error))


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _value(hint: Any, cell: str, column: str) -> Any:
    kind = next(of for of in (*get_args(hint), hint) if of is not NoneType)
    if kind is str:
        return cell
    try:
        return _READ[kind](cell)
    except (ValueError, KeyError):
        raise ValueError(f"{column}: {cell!r} is no {_CALLED[kind]}") from None


def _day(cell: str) -> date:
    if not re.fullmatch(_PRECISION["day"], cell):
        raise ValueError
    return date.fromisoformat(cell)


def _moment(cell: str) -> datetime:
    moment = datetime.fromisoformat(cell)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _whole(cell: str) -> int:
    if len(cell) > 18:  # digits: what a column of whole numbers holds
        raise ValueError
    return int(cell)


_READ: dict[type, Callable[[str], Any]] = {
    date: _day,
    datetime: _moment,
    bool: {"true": True, "false": False}.__getitem__,
    int: _whole,
}
_CALLED = {
    date: "day",
    datetime: "moment with its time zone",
    bool: "true or false",
    int: "whole number",
}


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    """Fill `published_on` where the day is known, and only there."""
    precision, published = values.get("published_precision", "unknown"), values.get("published", "")
    if precision not in _PRECISION:
        raise ValueError(f"published_precision: {precision!r} is not {', '.join(_PRECISION)}")
    if not re.fullmatch(_PRECISION[precision], published):
        raise ValueError(f"published: {published!r} is not known to the {precision}")
    if precision == "day":
        values["published_on"] = _value(date, published, "published")
    elif values.get("published_on") or values.get("published_at"):
        raise ValueError(f"a day is given, but only the {precision} is known")
    return values
