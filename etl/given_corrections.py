"""Coders' corrections, given to the `raw` tables; or the last run's where the file is ill."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from etl.corrections import Unreadable, read
from etl.folders import Folders
from etl.frames import frame
from etl.records import Correction


def correction_rows(
    db: duckdb.DuckDBPyConnection, folders: Folders
) -> tuple[pa.Table, tuple[str, ...]]:
    """Return the corrections as they stand, and what is wrong with their file."""
    before = _before(db)
    try:
        found = read(folders.corrections)
    except Unreadable as error:
        stay = f"{before.num_rows:,} corrections of the last run still count"
        return before, (f"{error}; {stay if before.num_rows else 'no correction counts'}",)
    told = list(found.troubles)
    if before.num_rows and not folders.corrections.exists():
        told.append(
            f"{folders.corrections.name} is gone: the {before.num_rows:,} corrections that it held "
            "count no more; put it back, or `python -m etl corrections --import` a copy"
        )
    return frame(Correction, found.corrections), tuple(told)


def _before(db: duckdb.DuckDBPyConnection) -> pa.Table:
    try:
        return db.sql("from raw.corrections").to_arrow_table()
    except duckdb.CatalogException:  # the first run
        return frame(Correction, [])
