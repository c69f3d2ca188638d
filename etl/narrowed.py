"""Narrowed: the selects of a table, asked of some ids only.

Each table that a select reads, and that tells the ids apart, is read through a view of these ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from etl.catalog import By


@dataclass(frozen=True)
class Way:
    """How ids lead to the rows of a table: by its own column, where need be through another."""

    column: str
    through: str | None = None


def way(read: str, by: By, held: Mapping[str, frozenset[str]]) -> Way | None:
    """Return how the ids lead to a table that is read; None where it tells none of them apart.

    `held` are the columns with ids of each table.

    >>> held = {"mentions": frozenset({"mention_id", "article_id"}), "texts": {"article_id"}}
    >>> way("texts", By("mention_id", "mentions"), held)
    Way(column='article_id', through='mentions')
    """
    if by.column in held.get(read, ()):
        return Way(by.column)
    shared = held.get(read, frozenset()) & held.get(by.through or "", frozenset())
    return Way(min(shared), by.through) if shared else None


def of_ids(found: Way, condition: str) -> str:
    """Return the condition that a row is of the ids which meet a `condition`."""
    if found.through is None:
        return condition
    return f"{found.column} in (select {found.column} from {found.through} where {condition})"


def ids_of(by: By, found: Way, changed: str) -> str:
    """Return a select of the ids that the rows of `changed`, a table of ids, lead to."""
    if found.through is None:
        return f"select {by.column} as id from {changed}"
    return (
        f"select {by.column} as id from {found.through} "
        f"where {found.column} in (select {found.column} from {changed})"
    )


@contextmanager
def views(db: duckdb.DuckDBPyConnection, conditions: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Make a view for each table with a condition; yields the name of the view by the table's."""
    made = {table: f"narrowed {table}" for table in conditions}
    for table, condition in conditions.items():
        select = f"select * from {table} where {condition}"
        db.execute(f'create or replace temp view "{made[table]}" as {select}')
    try:
        yield made
    finally:
        for name in made.values():
            db.execute(f'drop view temp."{name}"')


def reading(db: duckdb.DuckDBPyConnection, query: str, instead: Mapping[str, str]) -> str:
    """Return a select that reads other tables `instead` of some."""
    told = db.execute("select json_serialize_sql(?)", [query]).fetchall()
    tree = json.loads(told[0][0])
    _replace(tree, instead)
    plain = db.execute("select json_deserialize_sql(?::json)", [json.dumps(tree)]).fetchall()
    return str(plain[0][0])


def _replace(node: Any, instead: Mapping[str, str]) -> None:
    if isinstance(node, list):
        for value in node:
            _replace(value, instead)
    elif isinstance(node, dict):
        name = f"{node.get('schema_name')}.{node.get('table_name')}"
        if node.get("type") == "BASE_TABLE" and name in instead:
            node["alias"] = node["alias"] or node["table_name"]
            node["schema_name"], node["table_name"] = "", instead[name]
            node["qualified_name"] = {"path": [instead[name]]}
        for value in node.values():
            _replace(value, instead)
