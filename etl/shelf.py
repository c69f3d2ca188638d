"""The shelf: the `raw` tables that files fill, and what is on them from one run to the next."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import duckdb
import pyarrow as pa

from etl import records
from etl.build import fetch_rows, give
from etl.catalog import tables
from etl.frames import frame, schema, table_name

BATCH = 50_000  # records held in memory before they go to the database


def record_tables() -> dict[str, type]:
    """Return the record classes that have a `raw` table filled from files, by its name."""
    held = {t.name for t in tables() if t.layer == "raw" and t.head.key == ("file_id", "row")}
    classes = [c for c in vars(records).values() if isinstance(c, type) and hasattr(c, "__slots__")]
    return {table_name(c): c for c in classes if table_name(c) in held}


def kept_tables() -> frozenset[str]:
    """Return the tables whose rows stay from one run to the next."""
    return frozenset(f"raw.{name}" for name in (*record_tables(), "files"))


class Shelf:
    """The `raw` tables of an open database: rows are put and forgotten file by file."""

    def __init__(self, db: duckdb.DuckDBPyConnection, file: type) -> None:
        """Make the tables, or make them anew where the shape of a record has changed."""
        self.db = db
        self.file = file
        self.records = record_tables()
        self._files: list[Any] = []
        self._rows: dict[type, list[tuple[str, int, Any]]] = defaultdict(list)
        self._held: set[str] = set()
        self._paths: set[str] = set()
        self._prepare()

    def known(self) -> dict[str, dict[str, Any]]:
        """Return what is known of each path: its mark, reader and reader's version."""
        query = "select path, mark, reader, reader_version, file_id from raw.files"
        rows = fetch_rows(self.db, query)
        self._held = {row["file_id"] for row in rows}
        self._paths = {row["path"] for row in rows}
        return {row["path"]: row for row in rows}

    def put(self, file: Any, rows: Iterable[Any]) -> None:
        """Put a file and its records on the shelf, in place of what its path held before."""
        if file.path in self._paths:
            self.forget([file.path])
        self._paths.add(file.path)
        self._files.append(file)
        if file.file_id not in self._held:
            self._held.add(file.file_id)
            for place, record in enumerate(rows):
                self._rows[type(record)].append((file.file_id, place, record))
        if sum(map(len, self._rows.values())) > BATCH:
            self.flush()

    def forget(self, paths: Iterable[str]) -> None:
        """Take the rows of these paths off the shelf, unless another path holds the same bytes."""
        gone = list(paths)
        if not gone:
            return
        self.flush()
        query = "delete from raw.files where path in (select unnest(?)) returning file_id"
        files = {row[0] for row in self.db.execute(query, [gone]).fetchall()}
        if not files:
            return
        query = "select file_id from raw.files where file_id in (select unnest(?))"
        files -= {row[0] for row in self.db.execute(query, [list(files)]).fetchall()}
        self._held -= files
        for name in self.records:
            query = f"delete from raw.{name} where file_id in (select unnest(?))"
            self.db.execute(query, [list(files)])

    def flush(self) -> None:
        """Write what is held in memory."""
        if self._files:
            self._insert("files", frame(self.file, self._files))
            self._files.clear()
        for record, rows in self._rows.items():
            if rows:
                ids, places, found = zip(*rows, strict=True)
                extra = {"file_id": pa.array(ids, pa.string()), "row": pa.array(places, pa.int64())}
                self._insert(table_name(record), frame(record, found, extra))
        self._rows.clear()

    def _insert(self, name: str, rows: pa.Table) -> None:
        self.db.register("handed", rows)
        self.db.execute(f"insert into raw.{name} by name select * from handed")
        self.db.unregister("handed")

    def _prepare(self) -> None:
        shapes = [f"{name}:{schema(c)}" for name, c in sorted(self.records.items())]
        shape = hashlib.sha256("".join([*shapes, str(schema(self.file))]).encode()).hexdigest()
        self.db.execute("create schema if not exists kept")
        self.db.execute("create table if not exists kept.shape (shape varchar)")
        if self.db.execute("select shape from kept.shape").fetchall() != [(shape,)]:
            self.db.execute("drop schema if exists raw cascade; delete from kept.shape")
            self.db.execute("insert into kept.shape values (?)", [shape])
        self.db.execute("create schema if not exists raw")
        ids = {"file_id": pa.array([], pa.string()), "row": pa.array([], pa.int64())}
        for name, record in self.records.items():
            self._create(name, frame(record, [], ids))
        self._create("files", frame(self.file, []))

    def _create(self, name: str, rows: pa.Table) -> None:
        give(self.db, name, rows)
        query = next(t.query for t in tables() if t.full_name == f"raw.{name}")
        self.db.execute(f"create table if not exists raw.{name} as {query} limit 0")
