"""Differences: which rows of the tables are not as the last build left them, told by their ids.

Rows are compared by their hash. What differs stands in a temporary table, `changed`.
"""

from __future__ import annotations

from collections.abc import Set

import duckdb

from etl.catalog import Table

AT_ONCE = 10_000_000  # rows that are compared at once: their hashes fit into a gigabyte


def changed(name: str) -> str:
    """Return the name of the table that holds the ids of the changed rows of a table."""
    return f'temp."changed {name}"'


def _odd(before: str, now: str, where: str) -> str:
    """Return a select of the rows that only one of two sides has."""
    return f"""
        select * exclude (more), sum(more) as odd
        from (
            from (select *, 1 as more from {before})
            union all
            from (select *, -1 as more from ({now}))
        )
        {where}
        group by all
        having odd <> 0
    """


class Differences:
    """What changed since the last build, table by table."""

    def __init__(self, db: duckdb.DuckDBPyConnection, ids: Set[str]) -> None:
        """Hold the connection and the names of the columns that are ids."""
        self.db = db
        self.ids = ids
        self.held: dict[str, frozenset[str]] = {}  # the ids that each table has
        self.of_policies: set[str] = set()  # tables that tell policies apart
        self.unknown: set[str] = set()  # tables whose rows before are not known
        self._moved: set[str] = set()  # tables of which a row changed
        self._shape: tuple[tuple[str, str], ...] = ()  # of the table that is being made
        there = "select schema_name || '.' || table_name from duckdb_tables()"
        self._there = {row[0] for row in db.execute(there).fetchall()}
        db.execute("create schema if not exists kept")

    def exists(self, name: str) -> bool:
        """Return whether there was such a table when the build began, by its full name."""
        return name in self._there

    def look(self, name: str) -> tuple[tuple[str, str], ...]:
        """Note which ids a table has; returns its columns, each with its type."""
        columns = tuple(row[:2] for row in self.db.execute(f"describe {name}").fetchall())
        names = {column for column, _ in columns}
        self.held[name] = frozenset(names & self.ids)
        if "policy_id" in names:
            self.of_policies.add(name)
        return columns

    def before(self, name: str, condition: str = "true") -> None:
        """Note the rows of a table, those under a condition, before they are made again."""
        self._shape = ()
        if self.exists(name):
            self._shape = self.look(name)
            rows = self._hashed(name, condition)
            self.db.execute(f"create or replace temp table before as {rows}")

    def after(self, name: str, condition: str = "true") -> None:
        """Tell what differs from the rows that were noted; of another shape, nothing is known."""
        if self.look(name) == self._shape:
            self._compare(name, "temp.before", self._hashed(name, condition))
        else:
            self.unknown.add(name)

    def nothing(self, name: str) -> None:
        """Tell that no row of a table changed."""
        self.look(name)
        columns = ", ".join(sorted(self.held[name])) or "1 as one"
        self.db.execute(
            f"create or replace temp table {changed(name)} as select {columns} from {name} limit 0"
        )

    def any(self, name: str) -> bool:
        """Return whether rows of a table changed, or it is not known."""
        if name in self.unknown:
            return True
        return name in self._moved

    def since(self, table: Table) -> None:
        """Tell what differs in a table that is not made, but filled: beside what was kept of it."""
        name, kept = table.full_name, self._kept(table)
        self.look(name)
        if table.head.key == ("file_id", "row"):
            self.held[name] &= {"file_id"}
        now = self._seen(table)
        if self.exists(kept) and self.look(kept) == self.look(f"({now})"):
            self._compare(name, kept, now)
        else:
            self.unknown.add(name)

    def keep(self, table: Table) -> None:
        """Keep what `since` needs in the next build."""
        self.db.execute(f"create or replace table {self._kept(table)} as {self._seen(table)}")

    def _compare(self, name: str, before: str, now: str) -> None:
        """Tell which ids have rows that only one side has; in parts, where a table is very long."""
        columns = ", ".join(sorted(self.held[name])) or "1 as one"
        apart = min(self.held[name], default="row_hash")
        (many,) = self.db.execute(f"select count(*) from {before}").fetchall()[0]
        parts = many // AT_ONCE + 1
        for part in range(parts):
            verb = "insert into {}" if part else "create or replace temp table {} as"
            where = f"where hash({apart}) % {parts} = {part}" if parts > 1 else ""
            odd = f"select distinct {columns} from ({_odd(before, now, where)})"
            self.db.execute(f"{verb.format(changed(name))} {odd}")
        if self.db.execute(f"select 1 from {changed(name)} limit 1").fetchall():
            self._moved.add(name)

    def _kept(self, table: Table) -> str:
        return f"kept.of_{table.layer}_{table.name}"

    def _seen(self, table: Table) -> str:
        """The records of a file never change: the files tell it all."""
        if table.head.key == ("file_id", "row"):
            return f"select distinct file_id from {table.full_name}"
        return self._hashed(table.full_name, "true")

    def _hashed(self, name: str, condition: str) -> str:
        columns = "".join(f"t.{column}, " for column in sorted(self.held[name]))
        return f"select {columns}hash(t) as row_hash from {name} as t where {condition}"
