"""Anew: of a table whose rows stand apart `by` an id, only those of the ids that were touched.

An id is touched where a row of it changed in a table that is read, or where the policy did that its
rows are of. Where the method is another, or something that tells no ids apart changed, all are.
"""

from __future__ import annotations

from etl.batches import TOUCHED, Task, Work, empty, fill, fill_whole, list_touched
from etl.catalog import Table
from etl.differences import changed
from etl.methods import POLICY, READS, mark_of, method, other_parts
from etl.narrowed import ids_of, way


def remake(work: Work, table: Table) -> str | None:
    """Make the rows of the touched ids anew; returns the condition that they meet, if any."""
    task = _task(work, table)
    selects = None if work.whole else _touched(work, task)
    work.methods.keep(task.name, task.parts)
    if selects is None and table.query is not None:
        work.differences.before(task.name)
        fill_whole(work, task)
        work.differences.after(task.name)
        return "true"
    ids = list_touched(work, task, selects)
    if selects is not None and not ids:
        work.differences.nothing(task.name)
        return None
    condition = "true" if selects is None else f"{task.by.column} in ({TOUCHED})"
    work.differences.before(task.name, condition)
    if selects is None:
        empty(work, table)
    else:
        work.db.execute(f"delete from {task.name} where {condition}")
    fill(work, task, ids)
    work.differences.after(task.name, condition)
    return condition


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


def _task(work: Work, table: Table) -> Task:
    by, held = table.head.by, work.differences.held
    assert by is not None
    ways = {read: how for read in sorted(table.reads) if (how := way(read, by, held))}
    plain = Task(table, by, ways, {})
    return Task(table, by, ways, method(table, work.policies) | _marks(work, plain))


def _marks(work: Work, task: Task) -> dict[str, str]:
    """Return a mark of what each select in Python finds that tells no ids apart: all needs it."""
    selects = task.table.module.READS if task.table.module else {}
    return {
        f"{READS}{name}": mark_of(work.db, query)
        for name, query in selects.items()
        if not task.table.selected(query) & task.ways.keys()
    }


def _touched(work: Work, task: Task) -> list[str] | None:
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
