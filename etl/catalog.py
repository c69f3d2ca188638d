"""The tables, read from their files: the path is the name, the head is the documentation.

A table is `etl/tables/<layer>/<name>.sql`, a select with a head of `--` lines, or `<name>.py`, a
docstring with the same head, `READS` (selects by name), `ROW` (a record class) and `rows()`, which
is given what the selects return. What a table reads is taken from its selects, never listed.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb

LAYERS = ("raw", "staged", "matched", "marts")
PROMISES = ("key", "check", "by", "order")  # words of a head that are no columns
FOLDER = Path(__file__).parent / "tables"


class CatalogError(Exception):
    """A table's file breaks a rule of the house; the message names the file and what to do."""


@dataclass(frozen=True)
class By:
    """By which column the rows of a table stand apart, and which table it reads leads there."""

    column: str
    through: str | None = None


@dataclass(frozen=True)
class Head:
    """What the head of a table says."""

    description: str
    columns: Mapping[str, str]
    key: tuple[str, ...]
    checks: tuple[str, ...]
    by: By | None = None
    order: tuple[str, ...] = ()  # of the rows in a published file; by the key where it is not said


@dataclass(frozen=True)
class Table:
    """A table of the house."""

    layer: str
    name: str
    file: Path
    head: Head
    query: str | None
    module: ModuleType | None
    reads: frozenset[str]

    @property
    def full_name(self) -> str:
        """Return `layer.table`."""
        return f"{self.layer}.{self.name}"

    @property
    def selects(self) -> tuple[str, ...]:
        """Return the selects that it is made from, as they stand in its file."""
        return tuple(self.module.READS.values()) if self.module else (self.query or "",)

    def selected(self, query: str) -> frozenset[str]:
        """Return every table that one of its selects reads."""
        return selected_tables(query, self.file)


def read_head(text: str, file: Path) -> Head:
    """Return what a head says: a description, then `column: meaning`, `key:` and `check:` lines.

    `by: article_id` promises that the rows of one article are made of what is read of that article,
    and of the whole of what tells no articles apart; `by: mention_id through matched.mentions` that
    a table which tells articles apart, but no mentions, is read by way of the one that knows both.
    `order:` says how the rows lie in a published file, so that what is asked for lies together.
    A line indented by two spaces goes on with the line above. Raises `CatalogError`.
    """
    description: list[str] = []
    said: list[tuple[str, str]] = []
    for line in re.sub(r"\n {2,}", " ", text.strip()).splitlines():
        told = re.fullmatch(r"([a-z_]+): (\S.*)", line)
        if told:
            said.append((told[1], told[2]))
        elif line and said:
            raise CatalogError(f"{file}: head line {line!r}; expected `column: meaning`")
        else:
            description.append(line)
    keys = [meaning for name, meaning in said if name == "key"]
    by = [By(*meaning.split(" through ")) for name, meaning in said if name == "by"]
    order = [meaning for name, meaning in said if name == "order"]
    if not "".join(description):
        raise CatalogError(f"{file}: the head does not say what a row is")
    if len(keys) != 1:
        raise CatalogError(f"{file}: the head needs one `key:` line, not {len(keys)}")
    return Head(
        description=" ".join(" ".join(description).split()),
        columns={name: meaning for name, meaning in said if name not in PROMISES},
        key=_names(keys[0]),
        checks=tuple(meaning for name, meaning in said if name == "check"),
        by=by[0] if by else None,
        order=_names(order[0]) if order else (),
    )


def _names(told: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in told.split(","))


@cache
def selected_tables(query: str, file: Path) -> frozenset[str]:
    """Return every `layer.table` that a select reads, found in its parse tree."""
    found = _parser().execute("select json_serialize_sql(?)", [query]).fetchall()
    tree = json.loads(found[0][0])
    if tree.get("error"):
        raise CatalogError(f"{file}: {tree.get('error_message', 'not a select')}")
    return frozenset(f"{schema}.{name}" for schema, name in _base_tables(tree) if schema)


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """Return a connection that only parses; opening one takes longer than all the parsing."""
    return duckdb.connect()


def _base_tables(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        if node.get("type") == "BASE_TABLE":
            yield node["schema_name"], node["table_name"]
        for value in node.values():
            yield from _base_tables(value)
    elif isinstance(node, list):
        for value in node:
            yield from _base_tables(value)


def read_table(file: Path) -> Table:
    """Return the table that a file tells of; `CatalogError` where it breaks a rule."""
    layer, name = file.parent.name, file.stem
    if file.suffix == ".sql":
        lines = file.read_text("utf-8").splitlines()
        head_lines = [line for line in lines if line.startswith("--")]
        head = read_head("\n".join(line[2:].removeprefix(" ") for line in head_lines), file)
        query = "\n".join(line for line in lines if not line.startswith("--")).strip().rstrip(";")
        return Table(layer, name, file, head, query, None, selected_tables(query, file))
    module = importlib.import_module(f"etl.tables.{layer}.{name}")
    head = read_head(module.__doc__ or "", file)
    reads = frozenset[str]().union(*(selected_tables(q, file) for q in module.READS.values()))
    return Table(layer, name, file, head, None, module, reads)


@cache
def tables() -> tuple[Table, ...]:
    """Return every table in the order it can be built; `CatalogError` where the law is broken."""
    files = sorted(
        f
        for layer in LAYERS
        for f in (FOLDER / layer).iterdir()
        if f.suffix in (".sql", ".py") and f.stem != "__init__"
    )
    found = {t.full_name: t for t in map(read_table, files)}
    for table in found.values():
        _obeys(table, found)
    waits = {name: {r for r in t.reads if r in found} for name, t in found.items()}
    if "marts.dictionary" in waits:  # it tells of every other mart, so it comes after them
        waits["marts.dictionary"] |= {n for n in found if n.startswith("marts.")}
        waits["marts.dictionary"].discard("marts.dictionary")
    try:
        order = TopologicalSorter({n: sorted(w) for n, w in waits.items()}).static_order()
        return tuple(found[name] for name in order)
    except CycleError as error:
        raise CatalogError(f"tables read each other in a circle: {error.args[1]}") from error


def _obeys(table: Table, found: Mapping[str, Table]) -> None:
    own = LAYERS.index(table.layer)
    for read in sorted(table.reads):
        layer = read.partition(".")[0]
        if layer == "given" and table.layer == "raw":
            continue
        if read not in found:
            raise CatalogError(f"{table.file}: reads {read}, which no file tells of")
        if LAYERS.index(layer) > own:
            raise CatalogError(f"{table.file}: {table.layer} may not read {read}: data goes down")
