"""Kept rows: what files told that cannot be read now, or are not there, remembered beside data/raw.

The working database can be made again from data/raw, but for the rows of files that are known only
as kept or unlisted: their bytes are gone. Those are written, whenever they change, to
data/raw/.kept, one Parquet file a table; where the database was made again they are put back, and
`etl.files` judges them anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import duckdb

from etl.files import KEPT, UNLISTED, UNMARKED
from etl.folders import Folders

HELD = f"select * from raw.files where status in ('{KEPT}', '{UNLISTED}')"
SIGN = "select path, file_id, status from ({}) order by all"


def folder(folders: Folders) -> Path:
    """Return where kept rows lie."""
    return folders.raw / ".kept"


def remember(db: duckdb.DuckDBPyConnection, folders: Folders, names: Iterable[str]) -> None:
    """Write the rows of what is kept or unlisted, unless that is what is written already.

    The list of files is written last: rows without a file in it are never put back.
    """
    place = folder(folders)
    listed = place / "files.parquet"
    now = db.execute(SIGN.format(HELD)).fetchall()
    if now == (_told(db, listed) if listed.exists() else []):
        return
    place.mkdir(parents=True, exist_ok=True)
    for name in names:
        rows = f"select * from raw.{name} where file_id in (select file_id from ({HELD}))"
        _write(db, rows, place / f"{name}.parquet")
    _write(db, HELD, listed)


def recall(db: duckdb.DuckDBPyConnection, folders: Folders, names: Iterable[str]) -> None:
    """Put back what is remembered and not in the database; each is judged anew, as unmarked.

    A file that is damaged is left alone: what it held is lost, and nothing else.
    """
    listed = folder(folders) / "files.parquet"
    if not listed.exists():
        return
    try:
        gone = f"select * from {_rows(listed)} where path not in (select path from raw.files)"
        if not db.execute(f"select count(*) from ({gone})").fetchall()[0][0]:
            return
        db.execute("begin")
        db.execute(f"create or replace temp table recalled as {gone}")
        db.execute("update recalled set mark = ?", [UNMARKED])
        for name in names:
            _put_back(db, folder(folders) / f"{name}.parquet", name)
        db.execute("insert into raw.files by name select * from recalled")
        db.execute("commit")
    except duckdb.Error:
        with suppress(duckdb.Error):  # nothing was begun
            db.rollback()


def _put_back(db: duckdb.DuckDBPyConnection, file: Path, name: str) -> None:
    if not file.exists():
        return
    held = {c[0] for c in db.execute(f"describe raw.{name}").fetchall()}
    told = [c[0] for c in db.execute(f"describe select * from {_rows(file)}").fetchall()]
    both = ", ".join(f'"{column}"' for column in told if column in held)
    db.execute(
        f"insert into raw.{name} by name select {both} from {_rows(file)} where file_id in "
        "(select file_id from recalled where file_id not in (select file_id from raw.files))"
    )


def _told(db: duckdb.DuckDBPyConnection, listed: Path) -> list[tuple[object, ...]]:
    try:
        return list(db.execute(SIGN.format(f"select * from {_rows(listed)}")).fetchall())
    except duckdb.Error:  # it is damaged, and is written anew
        return []


def _write(db: duckdb.DuckDBPyConnection, query: str, place: Path) -> None:
    part = place.with_name(f".{place.name}.part")
    db.execute(f"copy ({query}) to {_quoted(part)} (format parquet)")
    part.replace(place)


def _rows(file: Path) -> str:
    return f"read_parquet({_quoted(file)})"


def _quoted(file: Path) -> str:
    return "'" + str(file).replace("'", "''") + "'"
