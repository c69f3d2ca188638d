"""Batches: the touched ids of a table in lots that fit into memory, and the rows of each lot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from etl.catalog import By, Table
from etl.differences import Differences
from etl.frames import frame
from etl.made_rows import made_rows
from etl.methods import Methods
from etl.narrowed import Way, of_ids, reading, views
from etl.records import Policy
from etl.telling import Telling

BATCH = 10_000  # rows that a table in Python is handed at once
SEVERAL = 300_000  # ids from which a select is asked in parts: their rows fit into a gigabyte
TOUCHED = "select id from temp.touched"
_BATCH = f"{TOUCHED} where batch = getvariable('batch')"


@dataclass(frozen=True)
class Work:
    """What making a table needs of the build that it is part of."""

    db: duckdb.DuckDBPyConnection
    policies: Sequence[Policy]
    told: Callable[[str], None]
    differences: Differences
    methods: Methods
    whole: bool = False


@dataclass(frozen=True)
class Task:
    """A table to be made anew: how the ids lead to what it reads, and by which method."""

    table: Table
    by: By
    ways: Mapping[str, Way]
    parts: Mapping[str, str]

    @property
    def name(self) -> str:
        """Return `layer.table`."""
        return self.table.full_name

    @property
    def mixed(self) -> frozenset[str]:
        """Return the tables of all the selects that tell ids apart."""
        selects = map(self.table.selected, self.table.selects)
        return frozenset[str]().union(*(read for read in selects if read & self.ways.keys()))

    @property
    def drivers(self) -> list[str]:
        """Return the tables that are read and have the ids themselves."""
        return [r for r in sorted(self.mixed & self.ways.keys()) if not self.ways[r].through]


def fill_whole(work: Work, task: Task) -> None:
    """Make every row of a select anew: at once, or in parts where they are too many for memory.

    A part are the ids of some hashes: no list of all ids is needed, which would not fit either.
    """
    parts = _parts(work, task)
    if parts == 1:
        work.db.execute(f"create or replace table {task.name} as {task.table.query}")
        return
    empty(work, task.table)
    part = f"hash({task.by.column}) % {parts} = getvariable('batch')"
    conditions = {read: of_ids(how, part) for read, how in task.ways.items()}
    with views(work.db, conditions) as instead:
        for batch in range(parts):
            work.db.execute(f"set variable batch = {batch}")
            _insert(work, task.table, instead)


def _parts(work: Work, task: Task) -> int:
    """Return in how many parts a table is made: each is of so many ids, with their rows."""
    ids = " union all ".join(f"select {task.by.column} as id from {d}" for d in task.drivers)
    if not ids:
        return 1
    (many,) = work.db.execute(f"select approx_count_distinct(id) from ({ids})").fetchall()[0]
    return int(many) // SEVERAL + 1


def list_touched(work: Work, task: Task, selects: Sequence[str] | None) -> int:
    """List the touched ids in batches of some number of rows; returns how many there are."""
    each = [f"select {task.by.column} as id from {driver}" for driver in task.drivers]
    told = " union all ".join(each if selects is None else selects) or f"{each[0]} limit 0"
    many = " union all ".join(each) if task.table.module else f"{each[0]} limit 0"
    work.db.execute(f"""
        create or replace temp table touched as
        with ids as (select distinct id from ({told}) where id is not null),
        counted as (
            select ids.id, count(rows.id) as many
            from ids
            left join ({many}) as rows on rows.id = ids.id
            group by ids.id
        )
        select id, (sum(many) over (order by id rows unbounded preceding) // {BATCH})::int as batch
        from counted
    """)
    return int(work.db.execute("select count(*) from temp.touched").fetchall()[0][0])


def empty(work: Work, table: Table) -> None:
    """Make a table anew without a row."""
    if table.module is None:
        rows = f"select * from ({table.query}) limit 0"
        work.db.execute(f"create or replace table {table.full_name} as {rows}")
        return
    work.db.execute(f"drop table if exists {table.full_name}")
    work.db.from_arrow(frame(table.module.ROW, [])).create(table.full_name)


def fill(work: Work, task: Task, ids: int) -> None:
    """Insert the rows of the touched ids, batch by batch."""
    touched = f"{task.by.column} in ({_BATCH})"
    conditions = {read: of_ids(how, touched) for read, how in task.ways.items()}
    query = "select batch, count(*) from temp.touched group by batch order by batch"
    batches = work.db.execute(query).fetchall()
    told = work.told if task.table.module else lambda line: None  # a select takes no time
    telling = Telling(told, task.name, _things(task, ids), ids, work.methods.pace(task.name))
    with views(work.db, conditions) as instead:
        for batch, many in batches:
            work.db.execute(f"set variable batch = {batch}")
            _insert(work, task.table, instead)
            telling.done(many)
    if telling.pace:
        work.methods.keep_pace(task.name, telling.pace)


def _things(task: Task, ids: int) -> str:
    """Return how many there are of what, such as `1,200 articles`."""
    return f"{ids:,} {task.by.column.removesuffix('_id')}s"


def _insert(work: Work, table: Table, instead: Mapping[str, str]) -> None:
    if table.query is not None:
        work.db.execute(f"insert into {table.full_name} {reading(work.db, table.query, instead)}")
        return
    rows = made_rows(work.db, table, work.policies, lambda q: reading(work.db, q, instead))
    # Not by `register`: what is registered is held in memory until the build commits.
    work.db.from_arrow(rows).insert_into(table.full_name)
