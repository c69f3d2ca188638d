"""Methods: by what each table was made, so that what was made by another is made again."""

from __future__ import annotations

import hashlib
import inspect
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import duckdb

from etl.catalog import FOLDER, Table
from etl.records import Policy

POLICY = "policy "  # before the policy_id, where rows of a policy are made of that policy alone
READS = "reads "  # before the name of a select, of which all that it finds is part of the method
RECORDS = Path(__file__).parent / "records"
TEXT = Path(__file__).parent / "text"


def method(table: Table, policies: Sequence[Policy]) -> dict[str, str]:
    """Return the parts of the method of a table, each as a mark that changes when the part does.

    Of a Python table: its code, that of all of `etl/text` and of what it imports, the `METHOD` that
    it tells, where it does, and the policies, where it takes them: one by one where its module says
    `POLICIES_APART`.
    """
    if table.module is None:
        files = (table.file, FOLDER / "macros.sql")
        selects = "".join(file.read_text("utf-8") for file in files)
        return {"select": _mark(selects + _python(RECORDS))}
    told = getattr(table.module, "METHOD", "")
    said = str(told() if callable(told) else told)
    parts = {"code": _mark(table.file.read_text("utf-8") + _code() + _used(table.module) + said)}
    if "policies" not in inspect.signature(table.module.rows).parameters:
        return parts
    each = {f"{POLICY}{p.policy_id}": _mark(_said(p)) for p in policies}
    apart = getattr(table.module, "POLICIES_APART", False)
    return parts | (each if apart else {"policies": _mark(repr(sorted(each.items())))})


def other_parts(now: Mapping[str, str], before: Mapping[str, str]) -> frozenset[str]:
    """Return the parts that are not as they were.

    >>> sorted(other_parts({"code": "1", "policy a": "2"}, {"code": "1", "policy b": "3"}))
    ['policy a', 'policy b']
    """
    return frozenset(p for p in now.keys() | before.keys() if now.get(p) != before.get(p))


def mark_of(db: duckdb.DuckDBPyConnection, query: str) -> str:
    """Return a mark of all the rows that a query finds, in whatever order."""
    told = f"select count(*), bit_xor(hash(t)), sum(hash(t)) from ({query}) as t"
    return str(db.execute(told).fetchall()[0])


class Methods:
    """The methods that the tables of a database were made by, and how long a thousand ids took."""

    def __init__(self, db: duckdb.DuckDBPyConnection) -> None:
        """Hold the connection."""
        self.db = db
        db.execute("create schema if not exists kept")
        db.execute(
            "create table if not exists kept.methods (name varchar, part varchar, mark varchar)"
        )
        db.execute("create table if not exists kept.paces (name varchar, seconds double)")
        self._known: dict[str, dict[str, str]] = defaultdict(dict)
        self._other: set[str] = set()  # names of tables whose method is not written yet
        for name, part, mark in db.execute("from kept.methods").fetchall():
            self._known[name][part] = mark
        self._paces = dict(db.execute("from kept.paces").fetchall())

    def of(self, name: str) -> dict[str, str]:
        """Return the parts of the method that a table was made by; none where it is not known."""
        return self._known[name]

    def keep(self, name: str, parts: Mapping[str, str]) -> None:
        """Note the method that a table is made by now; `write` puts it into the database."""
        if self._known[name] != parts:
            self._known[name] = dict(parts)
            self._other.add(name)

    def write(self) -> None:
        """Write what is noted into the database."""
        if not self._other:
            return
        rows = [(n, part, mark) for n in self._other for part, mark in self._known[n].items()]
        names, parts, marks = map(list, zip(*rows, strict=True))
        self.db.execute(
            "delete from kept.methods where list_contains(?::varchar[], name)", [list(self._other)]
        )
        self.db.execute(
            "insert into kept.methods select unnest(?::varchar[]), unnest(?::varchar[]), "
            "unnest(?::varchar[])",
            [names, parts, marks],
        )
        self._other.clear()

    def pace(self, name: str) -> float | None:
        """Return the seconds that an id of a table took when many were last made."""
        return self._paces.get(name)

    def keep_pace(self, name: str, seconds: float) -> None:
        """Note the seconds that an id took."""
        self.db.execute("delete from kept.paces where name = ?", [name])
        self.db.execute("insert into kept.paces values (?, ?)", [name, seconds])


def _said(policy: Policy) -> str:
    return repr(replace(policy, file=None, lines=()))


@cache
def _code() -> str:
    return _mark(_python(RECORDS) + _python(TEXT))


@cache
def _python(folder: Path) -> str:
    files = sorted(folder.rglob("*.py"))
    return "".join(f"{file.name}\n{file.read_text('utf-8')}" for file in files)


def _used(module: ModuleType) -> str:
    """Return the code of the project's modules that a module takes something from."""
    names = {str(getattr(value, "__module__", "")) for value in vars(module).values()}
    own = sorted(name for name in names if name.startswith("etl."))
    return "".join(inspect.getsource(sys.modules[name]) for name in own)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
