"""The shelf: the `raw` tables that files fill, and what is on them from one run to the next."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import groupby, repeat
from typing import Any

import duckdb
import pyarrow as pa

from etl import records
from etl.build import give
from etl.catalog import tables
from etl.frames import frame, schema, table_name

Waiting = tuple[list[str], list[int], list[Any]]  # of one kind: files, places in them, records

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
        self._new: dict[str, Any] = {}  # by path
        self._kept: dict[str, Any] = {}
        self._gone: set[str] = set()
        self._rows: dict[type, Waiting] = defaultdict(lambda: ([], [], []))
        self._waiting = 0
        self._paths: set[str] = set()
        self._held: set[str] = set()
        self._prepare()

    def known(self, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return what is known of each path: `columns` of raw.files, path and file_id first."""
        rows = self.db.execute(f"select {', '.join(columns)} from raw.files").fetchall()
        self._paths = {row[0] for row in rows}
        self._held = {row[1] for row in rows}
        return rows

    def put(self, file: Any, rows: Sequence[Any]) -> None:
        """Put a file and its records on the shelf, in place of what its path held before."""
        if file.path in self._new:  # a zip may hold a name twice: the last counts
            self.flush()
        self._new[file.path] = file
        if file.file_id not in self._held:
            self._held.add(file.file_id)
            self._lay(file.file_id, rows)
        if self._waiting > BATCH:
            self.flush()

    def _lay(self, file_id: str, rows: Sequence[Any]) -> None:
        """Lay a file's records to what waits, those of a kind that follow each other at once."""
        place = 0
        for kind, alike in groupby(rows, type):
            ids, places, found = self._rows[kind]
            found.extend(alike)
            new = len(found) - len(ids)
            ids.extend(repeat(file_id, new))
            places.extend(range(place, place + new))
            place += new
        self._waiting += place

    def keep(self, file: Any) -> None:
        """Leave the records of a file's path as they are, and say how the file stands now."""
        self._kept[file.path] = file

    def forget(self, path: str) -> None:
        """Take the records of a path off the shelf."""
        self._gone.add(path)

    def flush(self) -> None:
        """Write what waits in memory."""
        replaced = self._without_paths((self._new.keys() & self._paths) | self._gone)
        self._insert("files", frame(self.file, list(self._new.values())))
        self._paths |= self._new.keys()
        for record, (ids, places, found) in self._rows.items():
            extra = {"file_id": pa.array(ids, pa.string()), "row": pa.array(places, pa.int64())}
            self._insert(table_name(record), frame(record, found, extra))
        self._without_files(replaced)
        self._say_how_they_stand()
        for held in (self._new, self._kept, self._gone, self._rows):
            held.clear()
        self._waiting = 0

    def _without_paths(self, paths: Set[str]) -> list[str]:
        """Take paths out of raw.files; return the files they held."""
        if not paths:
            return []
        query = "delete from raw.files where path in (select unnest(?)) returning file_id"
        return [row[0] for row in self.db.execute(query, [list(paths)]).fetchall()]

    def _without_files(self, files: Sequence[str]) -> None:
        """Delete the records of these files, unless another path holds the same bytes."""
        if not files:
            return
        query = "select unnest(?) except select file_id from raw.files"
        orphans = [row[0] for row in self.db.execute(query, [list(files)]).fetchall()]
        self._held.difference_update(orphans)
        for name in self.records if orphans else ():
            query = f"delete from raw.{name} where file_id in (select unnest(?))"
            self.db.execute(query, [orphans])

    def _say_how_they_stand(self) -> None:
        if not self._kept:
            return
        changed = ("mark", "status", "reason", "reader_version")
        self.db.register("handed", frame(self.file, list(self._kept.values())))
        self.db.execute(
            f"update raw.files as files set {', '.join(f'{c} = handed.{c}' for c in changed)} "
            "from handed where files.path = handed.path"
        )
        self.db.unregister("handed")

    def _insert(self, name: str, rows: pa.Table) -> None:
        # Not by `register`: what is registered is held in memory until the load commits.
        columns = self.db.table(f"raw.{name}").columns
        self.db.from_arrow(rows).select(*columns).insert_into(f"raw.{name}")

    def _prepare(self) -> None:
        shapes = [f"{name}:{schema(c)}" for name, c in sorted(self.records.items())]
        shape = hashlib.sha256("".join([*shapes, str(schema(self.file))]).encode()).hexdigest()
        self.db.execute("create schema if not exists kept")
        self.db.execute("create table if not exists kept.shape (shape varchar)")
        if self.db.execute("select shape from kept.shape").fetchall() == [(shape,)]:
            return
        self.db.execute("drop schema if exists raw cascade; delete from kept.shape")
        self.db.execute("create schema raw")
        ids = {"file_id": pa.array([], pa.string()), "row": pa.array([], pa.int64())}
        for name, record in self.records.items():
            self._create(name, frame(record, [], ids))
        self._create("files", frame(self.file, []))
        self.db.execute("insert into kept.shape values (?)", [shape])

    def _create(self, name: str, rows: pa.Table) -> None:
        give(self.db, name, rows)
        query = next(t.query for t in tables() if t.full_name == f"raw.{name}")
        self.db.execute(f"create table if not exists raw.{name} as {query} limit 0")
