"""Build: make every table in order, describe it, and hold it to what its head promises."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from contextlib import suppress

import duckdb
import pyarrow as pa

from etl.anew import remake, stands
from etl.batches import Work
from etl.catalog import FOLDER, LAYERS, Table, tables
from etl.differences import Differences
from etl.made_rows import fetch_rows as fetch_rows
from etl.made_rows import made_rows
from etl.methods import Methods
from etl.records import Policy

MEMORY = "LAWBEAT_MEMORY"
# What DuckDB is done with goes back at once: at ten million mentions a tenth less is held.
GIVE_BACK = {
    "allocator_flush_threshold": "8MB",
    "allocator_bulk_deallocation_flush_threshold": "8MB",
    "allocator_background_threads": True,
}


class BrokenPromise(Exception):
    """A table does not hold what its head promises; nothing is published."""


def open_database(path: str) -> duckdb.DuckDBPyConnection:
    """Return a connection that loads no extension and counts days and hours in UTC.

    It takes 900 MB of memory, or as much as LAWBEAT_MEMORY says; what is more lies on the disk
    meanwhile. Raises `OSError` where that is no size.
    """
    db = duckdb.connect(
        path,
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False},
    )
    memory = os.environ.get(MEMORY) or "900MB"
    try:
        db.execute("set memory_limit = ?", [memory])
    except duckdb.Error as error:
        db.close()
        wrong = f"{MEMORY}={memory!r} is no size of memory; expected one such as 4GB"
        raise OSError(errno.EINVAL, wrong, path) from error
    with suppress(duckdb.Error):  # an allocator that does not know them
        for setting, value in GIVE_BACK.items():
            db.execute(f"set {setting} = ?", [value])
    db.execute("set timezone = 'UTC'")
    db.execute("set preserve_insertion_order = true")
    return db


def give(db: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Hand rows to the tables of `raw`, which read them as `given.<name>`."""
    db.execute("create schema if not exists given")
    db.execute(f"drop table if exists given.{name}")
    db.from_arrow(rows).create(f"given.{name}")


def build_tables(
    db: duckdb.DuckDBPyConnection,
    policies: Sequence[Policy],
    kept: frozenset[str],
    told: Callable[[str], None] = lambda line: None,
    whole: bool = False,
) -> None:
    """Bring every table but those `kept` from one run to the next to what is at hand.

    A table that reads nothing which changed stays as it is, and one whose rows stand apart `by` an
    id is made anew only where something touched it, unless `whole`. All in one transaction: a build
    that is stopped has done nothing.

    Raises `BrokenPromise`.
    """
    db.execute("begin")
    try:
        _build(db, Work(db, policies, told, Differences(db, _ids()), Methods(db), whole), kept)
    except BaseException:
        db.execute("rollback")
        raise
    db.execute("commit")


def _build(db: duckdb.DuckDBPyConnection, work: Work, kept: frozenset[str]) -> None:
    for layer in LAYERS:
        db.execute(f"create schema if not exists {layer}")
    db.execute((FOLDER / "macros.sql").read_text("utf-8"))
    watched = frozenset[str]().union(*(t.reads for t in tables()))
    for table in tables():
        work.told(f"building {table.full_name}")
        if table.full_name in kept:
            work.differences.since(table)
            made: str | None = "true"
        else:
            made = _bring(work, table, table.full_name in watched)
        if made:
            describe(db, table)
            check(db, table, made)
    for table in tables():
        if table.full_name in kept:
            work.differences.keep(table)
    work.methods.write()


def _ids() -> frozenset[str]:
    """Return the columns by which the rows of some table stand apart."""
    return frozenset(table.head.by.column for table in tables() if table.head.by)


def _bring(work: Work, table: Table, watched: bool) -> str | None:
    """Bring one table to what is at hand; returns the condition of the rows made, if any."""
    try:
        if table.head.by:
            return remake(work, table)
        if stands(work, table):
            work.differences.nothing(table.full_name)
            return None
        if watched:
            work.differences.before(table.full_name)
        make(work.db, table, work.policies)
        if watched:
            work.differences.after(table.full_name)
    except duckdb.Error as error:
        raise BrokenPromise(_why(table, error)) from error
    return "true"


def _why(table: Table, error: duckdb.Error) -> str:
    if isinstance(error, duckdb.OutOfMemoryException):
        return f"{table.full_name}: it needs more memory; set {MEMORY} to a size such as 4GB"
    return f"{table.full_name}: {error}"


def make(db: duckdb.DuckDBPyConnection, table: Table, policies: Sequence[Policy]) -> None:
    """Make one table anew, all of it; a select that fails names the table."""
    try:
        if table.query is not None:
            db.execute(f"create or replace table {table.full_name} as {table.query}")
            return
        rows = db.from_arrow(made_rows(db, table, policies))
        db.execute(f"drop table if exists {table.full_name}")
        rows.create(table.full_name)
    except duckdb.Error as error:
        raise BrokenPromise(_why(table, error)) from error


def describe(db: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Write the head into the database as comments; `BrokenPromise` where it tells of no column."""
    held = {c[0] for c in db.execute(f"describe {table.full_name}").fetchall()}
    if unknown := set(table.head.columns) - held | set(table.head.key) - held:
        raise BrokenPromise(f"{table.file}: the head tells of {sorted(unknown)}, not in the table")
    db.execute(f"comment on table {table.full_name} is {_literal(table.head.description)}")
    for column, meaning in table.head.columns.items():
        db.execute(f"comment on column {table.full_name}.{column} is {_literal(meaning)}")


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def check(db: duckdb.DuckDBPyConnection, table: Table, made: str = "true") -> None:
    """Raise `BrokenPromise` where the key is empty or doubled, or a `check:` does not hold.

    Rows that were `made` anew by an id that is in the key can be doubled only among themselves.
    """
    key = ", ".join(table.head.key)
    apart = table.head.by is not None and table.head.by.column in table.head.key
    rows = f"(select * from {table.full_name} where {made})" if apart else table.full_name
    wrong = {f"key {key} is empty": " or ".join(f"{k} is null" for k in table.head.key)}
    for promise in table.head.checks:
        wrong[f"check {promise} does not hold"] = f"not coalesce(({promise}), true)"
    promises = {what: f"select * from {rows} where {when}" for what, when in wrong.items()}
    doubled = f"select {key} from {rows} group by all having count(*) > 1"
    promises[f"key {key} is doubled"] = doubled
    counts = ", ".join(f"count(*) filter (where {when})" for when in wrong.values())
    found = db.execute(f"select {counts}, (select count(*) from ({doubled})) from {rows}")
    for (broken, query), many in zip(promises.items(), found.fetchall()[0], strict=True):
        if many:
            (such,) = db.execute(f"select any_value(t) from ({query}) as t").fetchall()[0]
            raise BrokenPromise(f"{table.full_name}: {broken} in {many} rows, such as {such}")
