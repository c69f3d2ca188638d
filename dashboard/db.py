"""The one door to the data: the published file that `current` names, read only, marts only.

A version is a file of its own and never changes, so a connection and a result are cached by the
file's name and nothing is ever cleared by hand. Each query has its own cursor: a connection
shared by threads gives wrong rows.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import streamlit as st

ROOT = Path(__file__).resolve().parents[1]
NAME = re.compile(r"lawbeat-(\d+)\.duckdb")
SHUT = ("autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access")
# What a query of this Lawbeat meets in a version that an older or a newer one has made.
LACKS = re.compile(r"(?:Table|Column|Function|Macro)\b.*(?:does not exist|not found)", re.I)
Value = str | int | float | bool | date | None


class NothingPublished(Exception):
    """There is no published version that could be opened; the message says what to do."""


@dataclass(frozen=True)
class Version:
    """The version that is shown and, where it is not the newest, why."""

    path: str
    number: int
    trouble: str | None = None


def folder() -> Path:
    """Return the data folder: LAWBEAT_DATA, or `data` beside the code."""
    return Path(os.environ.get("LAWBEAT_DATA") or ROOT / "data").resolve()


def newest() -> str | None:
    """Return the file name that `current` holds, or None where nothing is published."""
    try:
        name = (folder() / "published" / "current").read_text("utf-8").strip()
    except OSError:
        return None
    return name if NAME.fullmatch(name) else None


def shown() -> Version:
    """Return the newest version that can be opened; raise NothingPublished where none can."""
    trouble = None
    for path in _candidates():
        try:
            _connection(str(path))
        except (duckdb.Error, OSError) as error:
            told = str(error).splitlines()[0]
            trouble = trouble or f"{path.name} cannot be opened ({told})"
            continue
        return Version(str(path), _number(path.name), trouble)
    raise NothingPublished(trouble or "Nothing is published yet")


def query(sql: str, **params: Value) -> pd.DataFrame:
    """Return the rows of a select over the marts of the version that is shown."""
    return _rows(shown().path, sql, tuple(sorted(params.items())))


def later(sql: str, **params: Value) -> Callable[[], pd.DataFrame]:
    """Return what reads the rows of a select of the version shown when it is called: for files."""
    connection = _connection(shown().path)

    def read() -> pd.DataFrame:
        with connection.cursor() as cursor:
            cursor.execute("use marts")
            return cursor.execute(sql, params).df()

    return read


def tables() -> list[str]:
    """Return the names of the marts, sorted."""
    sql = "select table_name from duckdb_tables() where schema_name = 'marts' order by 1"
    return [str(name) for name in query(sql)["table_name"]]


def whole(table: str) -> Callable[[], pd.DataFrame]:
    """Return what reads every row of one mart of the version shown, later, when it is wanted."""
    if table not in tables():
        raise KeyError(f"{table} is not a table of this version")
    return later(f'from "{table}"')


def _candidates() -> Iterator[Path]:
    """Yield the current file, then the other versions at hand, newest first."""
    published, name = folder() / "published", newest()
    if name:
        yield published / name
    others = [path for path in published.glob("lawbeat-*.duckdb") if NAME.fullmatch(path.name)]
    for path in sorted(others, key=lambda path: _number(path.name), reverse=True):
        if path.name != name:
            yield path


def _number(name: str) -> int:
    found = NAME.fullmatch(name)
    return int(found.group(1)) if found else 0


@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(path: str) -> duckdb.DuckDBPyConnection:
    """Open one version; no extension is ever loaded and no other file can be reached."""
    connection = duckdb.connect(path, read_only=True)
    for setting in SHUT:
        connection.execute(f"set {setting} = false")
    return connection


@st.cache_data(max_entries=256, show_spinner=False)
def _rows(path: str, sql: str, params: tuple[tuple[str, Value], ...]) -> pd.DataFrame:
    with _connection(path).cursor() as cursor:
        cursor.execute("use marts")
        try:
            return cursor.execute(sql, dict(params)).df()
        except duckdb.Error as error:
            if not LACKS.search(str(error)):
                raise
            told = f"was made by another Lawbeat than this ({str(error).splitlines()[0]})"
            raise NothingPublished(f"{Path(path).stem} {told}") from error
