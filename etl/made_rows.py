"""Made rows: what the tables in Python make of what their selects find."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from etl.catalog import Table
from etl.frames import frame
from etl.records import Policy


def fetch_rows(db: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    """Return what a query finds, a mapping a row; what is null is None."""
    rows: list[dict[str, Any]] = db.sql(query).to_arrow_table().to_pylist()
    return rows


def made_rows(
    db: duckdb.DuckDBPyConnection,
    table: Table,
    policies: Sequence[Policy],
    asked: Callable[[str], str] = lambda query: query,
) -> pa.Table:
    """Return the rows of a table in Python; `asked` may put another query in the place of each."""
    module = table.module
    assert module is not None
    inputs: dict[str, Any] = {
        name: fetch_rows(db, asked(query)) for name, query in module.READS.items()
    }
    if "policies" in inspect.signature(module.rows).parameters:
        inputs["policies"] = policies
    return frame(module.ROW, list(module.rows(**inputs)))
