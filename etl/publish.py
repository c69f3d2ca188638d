"""Publish: a new file per version and a pointer, so that no reader is ever shut out or misled.

After `os.replace` on one path, a process that holds an old DuckDB connection is given the old
database under the new name. So each version is a file of its own, `lawbeat-<n>.duckdb`, and
`current` is a small text file that holds its name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl.catalog import FOLDER, Table, tables
from etl.folders import Folders

KEEP = 3  # versions
NAME = re.compile(r"lawbeat-(\d+)\.duckdb")


def next_version(folders: Folders) -> int:
    """Return the number that the next version gets: one more than any that is there."""
    return max(_versions(folders.published), default=0) + 1


def sweep(folders: Folders) -> None:
    """Remove what a build that was stopped, or that failed, left behind."""
    for stray in folders.published.glob(".build-*"):
        stray.unlink(missing_ok=True)


def publish(db: duckdb.DuckDBPyConnection, folders: Folders, version: int) -> Path:
    """Write the marts to a new version, make it current, drop old versions; returns its path."""
    folders.published.mkdir(parents=True, exist_ok=True)
    sweep(folders)
    part = folders.published / f".build-{version}.duckdb"
    try:
        _copy_marts(db, part)
        _sync(part)
    except BaseException:
        sweep(folders)  # a disk that is full has no room for half a version
        raise
    place = folders.published / f"lawbeat-{version}.duckdb"
    part.rename(place)
    _point(folders.published, place.name)
    for old in sorted(_versions(folders.published))[:-KEEP]:
        (folders.published / f"lawbeat-{old}.duckdb").unlink(missing_ok=True)
    return place


def current(folders: Folders) -> Path | None:
    """Return the version that readers see now, None where nothing that can be opened is published.

    That is the one that `current` names or, where it cannot be opened, the newest that can.
    """
    return next((p for p in _candidates(folders.published) if _damage(p) is None), None)


def trouble(folders: Folders) -> str | None:
    """Return why readers do not see the version that `current` names, None where they do."""
    named = next(_candidates(folders.published), None)
    if named is None or not (why := _damage(named)):
        return None
    seen = current(folders)
    stead = f"{seen.stem} stands in its stead" if seen else "no other version is at hand"
    return f"{named.name} cannot be opened ({why}); {stead}"


def _candidates(folder: Path) -> Iterator[Path]:
    """Yield the version that the pointer names, then the others, newest first."""
    try:
        named = (folder / "current").read_text("utf-8").strip()
    except (OSError, ValueError):
        named = ""
    if NAME.fullmatch(named):
        yield folder / named
    for number in sorted(_versions(folder), reverse=True):
        if (name := f"lawbeat-{number}.duckdb") != named:
            yield folder / name


def _damage(version: Path) -> str | None:
    """Return why a version cannot be opened, None where it can."""
    try:
        duckdb.connect(str(version), read_only=True).close()
    except duckdb.ConnectionException:  # this very process has it open, with other settings
        return None
    except (duckdb.Error, OSError) as error:
        return str(error).splitlines()[0]
    return None


def _copy_marts(db: duckdb.DuckDBPyConnection, part: Path) -> None:
    db.execute(f"attach '{str(part).replace(chr(39), chr(39) * 2)}' as version")
    try:
        db.execute("begin")  # one commit, not one a comment
        db.execute("create schema version.marts")
        for table in tables():
            if table.layer == "marts":
                _copy(db, table)
        # A reader who adds up a window uses the very rules that the marts were made with.
        macros = (FOLDER / "macros.sql").read_text("utf-8")
        db.execute(macros.replace("replace macro ", "replace macro version.marts."))
        db.execute("commit")
    except BaseException:
        db.rollback()
        raise
    finally:
        db.execute("detach version")


def _copy(db: duckdb.DuckDBPyConnection, table: Table) -> None:
    order = ", ".join(dict.fromkeys((*table.head.order, *table.head.key)))
    target = f"version.marts.{table.name}"
    db.execute(f"create table {target} as select * from marts.{table.name} order by {order}")
    for kind, thing, text in _comments(table):
        db.execute(f"comment on {kind} {target}{thing} is '{text.replace(chr(39), chr(39) * 2)}'")


def _comments(table: Table) -> list[tuple[str, str, str]]:
    columns = [("column", f".{name}", text) for name, text in table.head.columns.items()]
    return [("table", "", table.head.description), *columns]


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _point(folder: Path, name: str) -> None:
    part = folder / ".current"
    part.write_text(name + "\n", "utf-8")
    _sync(part)
    part.replace(folder / "current")
    _sync(folder)


def _versions(folder: Path) -> list[int]:
    names = (NAME.fullmatch(p.name) for p in folder.glob("lawbeat-*.duckdb"))
    return [int(found[1]) for found in names if found]
