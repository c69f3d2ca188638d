"""Rows as files: what is drawn, with the version and the filters it was drawn with."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def stamped(rows: pd.DataFrame, version: int, stamp: dict[str, str]) -> pd.DataFrame:
    """Return the rows with the version and the filters they were drawn with as last columns."""
    told = "; ".join(f"{key}={value}" for key, value in stamp.items())
    return rows.assign(lawbeat_version=version, lawbeat_filters=told)


def csv(rows: pd.DataFrame, version: int, stamp: dict[str, str]) -> bytes:
    """Return rows as CSV that a spreadsheet reads as UTF-8 and never runs."""
    text = stamped(rows, version, stamp).map(harmless).to_csv(index=False)
    return text.encode("utf-8-sig")


def parquet(rows: pd.DataFrame, version: int, stamp: dict[str, str]) -> bytes:
    """Return rows as Parquet, values as they are; `_on` and `_month` hold days."""
    frame_ = stamped(rows, version, stamp)
    for name in frame_.columns:
        if name.endswith(("_on", "_month")) and pd.api.types.is_datetime64_any_dtype(frame_[name]):
            frame_[name] = frame_[name].dt.date
    buffer = io.BytesIO()
    frame_.to_parquet(buffer, index=False)
    return buffer.getvalue()


def harmless(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless(-1)
    ("'=1+1", -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
