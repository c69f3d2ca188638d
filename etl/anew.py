"""Anew: of a table whose rows stand apart `by` an id, only those of the ids that were touched.

An id is touched where a row of it changed in a table that is read, or where the policy did that its
rows are of. Where the method is another, or something that tells no ids apart changed, all are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from etl.catalog import By, Table
from etl.differences import Differences, changed
from etl.frames import frame
from etl.made_rows import made_rows
from etl.methods import POLICY, READS, Methods, mark_of, method, other_parts
from etl.narrowed import Way, ids_of, of_ids, reading, views, way
from etl.records import Policy
from etl.telling import Telling

BATCH = 10_000  # rows that a table in Python is handed at once
SEVERAL = 300_000  # ids from which a select is asked in parts: their rows fit into a gigabyte
_TOUCHED = "select id from temp.touched"
_BATCH = f"{_TOUCHED} where batch = getvariable('batch')"


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
class _Task:
    """A table to be made anew: how the ids lead to what it reads, and by which method."""

    table: Table
    by: By
    ways: Mapping[str, Way]
    parts: Mapping[str, str]

    @property
    def name(self) -> str:
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


def remake(work: Work, table: Table) -> str | None:
    """Make the rows of the touched ids anew; returns the condition that they meet, if any."""
    task = _task(work, table)
    selects = None if work.whole else _touched(work, task)
    work.methods.keep(task.name, task.parts)
    if selects is None and table.query is not None and not _many(work, task):
        work.differences.before(task.name)
        work.db.execute(f"create or replace table {task.name} as {table.query}")
        work.differences.after(task.name)
        return "true"
    ids = _list(work, task, selects)
    if selects is not None and not ids:
        work.differences.nothing(task.name)
        return None
    condition = "true" if selects is None else f"{task.by.column} in ({_TOUCHED})"
    work.differences.before(task.name, condition)
    if selects is None:
        _empty(work, table)
    else:
        work.db.execute(f"delete from {task.name} where {condition}")
    _fill(work, task, ids)
    work.differences.after(task.name, condition)
    return condition


def _many(work: Work, task: _Task) -> bool:
    """Return whether a table is made of more ids, each with rows, than one select takes."""
    ids = " union all ".join(f"select {task.by.column} as id from {d}" for d in task.drivers)
    if not ids:
        return False
    (many,) = work.db.execute(f"select approx_count_distinct(id) from ({ids})").fetchall()[0]
    return int(many) > SEVERAL


def stands(work: Work, table: Table) -> bool:
    """Return whether a table made as a whole may stay: its method, and all it reads, are the same.

    What a table in Python reads is what its selects find: of the runs, say, only the day.
    """
    parts, before = method(table, work.policies), work.methods.of(table.full_name)
    known = {part: mark for part, mark in before.items() if not part.startswith(READS)}
    fixed = bool(table.reads) and not any(read.startswith("given.") for read in table.reads)
    same = fixed and not work.whole and known == parts and work.differences.exists(table.full_name)
    moved = {read for read in table.reads if not same or work.differences.any(read)}
    marks = {part: mark for part, mark in before.items() if part.startswith(READS)}
    for name, query in (table.module.READS if table.module else {}).items():
        if table.selected(query) & moved:
            marks[f"{READS}{name}"] = mark_of(work.db, query)
    work.methods.keep(table.full_name, parts | marks)
    return same and (not moved or (table.module is not None and before == parts | marks))


def _task(work: Work, table: Table) -> _Task:
    by, held = table.head.by, work.differences.held
    assert by is not None
    ways = {read: how for read in sorted(table.reads) if (how := way(read, by, held))}
    plain = _Task(table, by, ways, {})
    return _Task(table, by, ways, method(table, work.policies) | _marks(work, plain))


def _marks(work: Work, task: _Task) -> dict[str, str]:
    """Return a mark of what each select in Python finds that tells no ids apart: all needs it."""
    selects = task.table.module.READS if task.table.module else {}
    return {
        f"{READS}{name}": mark_of(work.db, query)
        for name, query in selects.items()
        if not task.table.selected(query) & task.ways.keys()
    }


def _touched(work: Work, task: _Task) -> list[str] | None:
    """Return selects of the touched ids; None where all are."""
    before = work.methods.of(task.name)
    other = other_parts(task.parts, before)
    known = before and work.differences.exists(task.name)
    if not known or any(not part.startswith(POLICY) for part in other):
        return None
    moved = [read for read in sorted(task.mixed) if work.differences.any(read)]
    if any(read not in task.ways or read in work.differences.unknown for read in moved):
        return None
    selects = [ids_of(task.by, task.ways[read], changed(read)) for read in moved]
    if other:
        named = ", ".join(f"'{part.removeprefix(POLICY)}'" for part in sorted(other))
        of_them = f"where policy_id in ({named})"
        drivers = [d for d in task.drivers if d in work.differences.of_policies]
        selects += [f"select {task.by.column} as id from {d} {of_them}" for d in drivers]
    return selects


def _list(work: Work, task: _Task, selects: Sequence[str] | None) -> int:
    """List the touched ids in batches of some number of rows; returns how many there are."""
    each = [f"select {task.by.column} as id from {driver}" for driver in task.drivers]
    told = " union all ".join(each if selects is None else selects) or f"{each[0]} limit 0"
    counted = task.table.module is not None or selects is None
    many = " union all ".join(each) if counted else f"{each[0]} limit 0"
    size = BATCH if task.table.module else SEVERAL
    work.db.execute(f"""
        create or replace temp table touched as
        with ids as (select distinct id from ({told}) where id is not null),
        counted as (
            select ids.id, count(rows.id) as many
            from ids
            left join ({many}) as rows on rows.id = ids.id
            group by ids.id
        )
        select id, (sum(many) over (order by id rows unbounded preceding) // {size})::int as batch
        from counted
    """)
    return int(work.db.execute("select count(*) from temp.touched").fetchall()[0][0])


def _empty(work: Work, table: Table) -> None:
    if table.module is None:
        rows = f"select * from ({table.query}) limit 0"
        work.db.execute(f"create or replace table {table.full_name} as {rows}")
        return
    work.db.register("made", frame(table.module.ROW, []))
    work.db.execute(f"create or replace table {table.full_name} as from made")
    work.db.unregister("made")


def _fill(work: Work, task: _Task, ids: int) -> None:
    """Insert the rows of the touched ids, batch by batch."""
    conditions = {read: of_ids(task.by, how, _BATCH) for read, how in task.ways.items()}
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


def _things(task: _Task, ids: int) -> str:
    """Return how many there are of what, such as `1,200 articles`."""
    return f"{ids:,} {task.by.column.removesuffix('_id')}s"


def _insert(work: Work, table: Table, instead: Mapping[str, str]) -> None:
    if table.query is not None:
        work.db.execute(f"insert into {table.full_name} {reading(work.db, table.query, instead)}")
        return
    rows = made_rows(work.db, table, work.policies, lambda q: reading(work.db, q, instead))
    work.db.register("made", rows)
    work.db.execute(f"insert into {table.full_name} from made")
    work.db.unregister("made")
