"""Export: every mart as CSV and Parquet in data/exports, and `dictionary.csv` beside them."""

from __future__ import annotations

import errno
from pathlib import Path

import duckdb

from etl.build import open_database
from etl.folders import Folders

# A cell that begins so is run as a formula by spreadsheets; an apostrophe makes it text.
FORMULA = r"^[=+\-@\t\r]"


def export(version: Path, folders: Folders) -> list[Path]:
    """Write the marts of a published version; each file is replaced whole. Returns the paths.

    Raises `OSError` where they cannot be written.
    """
    folders.exports.mkdir(parents=True, exist_ok=True)
    try:
        return _exported(version, folders)
    except duckdb.IOException as error:
        why = f"they cannot be written ({str(error).splitlines()[0]}); {version.stem} is published"
        again = f"{why}: make room, then `python -m etl export`"
        raise OSError(errno.EIO, again, str(folders.exports)) from error


def _exported(version: Path, folders: Folders) -> list[Path]:
    with open_database(":memory:") as db:
        db.execute(f"attach {_quoted(str(version))} as version (read_only)")
        query = "select table_name from information_schema.tables where table_catalog = 'version'"
        names = sorted(row[0] for row in db.execute(query).fetchall())
        return [file for name in names for file in _write(db, name, folders.exports)]


def _write(db: duckdb.DuckDBPyConnection, name: str, folder: Path) -> list[Path]:
    table = f"version.marts.{name}"
    csv, parquet = folder / f"{name}.csv", folder / f"{name}.parquet"
    _copy(db, harmless(db, table), csv, "format csv, header")
    _copy(db, f"select * from {table}", parquet, "format parquet")
    return [csv, parquet]


def _copy(db: duckdb.DuckDBPyConnection, query: str, place: Path, options: str) -> None:
    part = place.with_name(f".{place.name}.part")
    db.execute(f"copy ({query}) to {_quoted(str(part))} ({options})")
    part.replace(place)


def harmless(db: duckdb.DuckDBPyConnection, table: str) -> str:
    """Return a select of a table in which no text cell is run as a formula by a spreadsheet."""
    columns = db.execute(f"describe {table}").fetchall()
    cells = [_cell(name) if kind == "VARCHAR" else f'"{name}"' for name, kind, *_ in columns]
    return f"select {', '.join(cells)} from {table}"


def _cell(name: str) -> str:
    column = f'"{name}"'
    formula = f"regexp_matches({column}, '{FORMULA}')"
    return f"case when {formula} then '''' || {column} else {column} end as {column}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
