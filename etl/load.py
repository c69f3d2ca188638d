"""Load: from what lies in data/raw to the `raw` tables. What has not changed is not read again.

The `raw` tables say what the files at hand say: a changed file's old rows go when its new ones
come. What cannot be read now, or is gone, is for `etl.files` to judge.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from etl import kept_rows
from etl.archives import Held, documents
from etl.files import (
    KNOWN,
    PARTLY_READ,
    READ,
    REFUSED,
    UNREADABLE,
    File,
    Known,
    gone,
    stands,
    unreadable,
    versions,
)
from etl.folders import Folders
from etl.keep import LOG, log_lines, read_moment
from etl.readers import read, readers
from etl.records import Refused, Reject
from etl.shelf import Shelf

MADE_BETWEEN_SWEEPS = 200_000  # objects


@dataclass(frozen=True)
class Origin:
    """Where the file that holds a document came from."""

    source_id: str
    url: str | None
    fetched_at: datetime | None


def load(db: duckdb.DuckDBPyConnection, folders: Folders) -> list[File]:
    """Bring `raw` to what lies in data/raw, in one transaction.

    Returns the files that were read now, and those that are no longer what they were.
    """
    with seldom_swept(), one_thread(db):
        shelf = Shelf(db, File)
        kept_rows.recall(db, folders, shelf.records)
        known = {row[0]: Known(*row) for row in shelf.known(KNOWN)}
        db.execute("begin")
        done = list(_read_now(folders, known, shelf))
        shelf.flush()
        db.execute("commit")
        kept_rows.remember(db, folders, shelf.records)
    return done


def _read_now(folders: Folders, known: dict[str, Known], shelf: Shelf) -> Iterator[File]:
    """Yield what is not as it was, and leave on the shelf what is to be there."""
    closed: set[str] = set()  # what is at hand and cannot be read
    for held, origin in _at_hand(folders):
        before = known.pop(held.path, None)
        if before and stands(before, held.mark):
            status = before.status
        else:
            file = _put(held, origin, before, shelf)
            status = file.status
            yield file
        if status in UNREADABLE:
            closed.add(held.path)
    yield from _put_away(known.values(), closed, shelf)


def _put(held: Held, origin: Origin, before: Known | None, shelf: Shelf) -> File:
    """Read one document, and put it on the shelf in the place of what was there before."""
    file, rows = read_held(held, origin)
    if file.status == REFUSED and before and before.status != REFUSED:
        file = unreadable(before, file)
        shelf.keep(file)
    else:
        shelf.put(file, rows)
    return file


def _put_away(paths: Iterable[Known], closed: set[str], shelf: Shelf) -> Iterator[File]:
    """Take what is not at hand any more off the shelf, or yield how it stands from now on."""
    for before in paths:
        now = gone(before, closed)
        if now is None:
            shelf.forget(before.path)
        elif now.status != before.status:
            shelf.keep(now)
            yield now


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Let Python look for circles of dead objects seldom: the records of a batch are alive, and
    to go through them all again and again was a third of the work."""
    before = gc.get_threshold()
    gc.set_threshold(MADE_BETWEEN_SWEEPS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def one_thread(db: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Let the database work by one thread: two that share a batch of rows take half as much again.

    Said on a connection of its own, which an error in the other's transaction does not shut.
    """
    apart = db.cursor()
    apart.execute("set threads = 1")
    try:
        yield
    finally:
        apart.execute("reset threads")
        apart.close()


def read_held(held: Held, origin: Origin) -> tuple[File, list[Any]]:
    """Return what became of one document, and its records."""
    content, reader, rows, reason = _read(held)
    rejects = [r for r in rows if isinstance(r, Reject)]
    if rejects:
        reason = f"{rejects[0].place}: {rejects[0].reason}"
    version = readers()[reader].VERSION if reader else versions()
    file = File(
        path=held.path,
        file_id=_file_id(content or held.path.encode(), version),
        source_id=origin.source_id,
        mark=held.mark,
        reader=reader,
        reader_version=version,
        bytes=held.size,
        records=len(rows) - len(rejects),
        status=REFUSED if reader is None else PARTLY_READ if rejects else READ,
        reason=reason,
        url=origin.url,
        fetched_at=origin.fetched_at,
    )
    return file, rows


def _read(held: Held) -> tuple[bytes, str | None, list[Any], str | None]:
    """Return the bytes, the reader, the records, and why there are none."""
    content = b""
    try:
        content = held.content()
        reader, rows = read(held.path, content)
    except Refused as error:
        return content, None, [], str(error)
    except Exception as error:  # a reader's own fault: named, and the rest goes on
        return content, None, [], f"the reader failed: {type(error).__name__}: {error}"
    return content, reader, rows, None


def _file_id(content: bytes, version: int) -> str:
    """The same bytes read by a newer reader are another file: their old rows are replaced."""
    return hashlib.blake2b(content, digest_size=12, person=str(version).encode()).hexdigest()


def _at_hand(folders: Folders) -> Iterator[tuple[Held, Origin]]:
    for folder in sorted(p for p in folders.raw.glob("[!.]*") if p.is_dir()):
        origins = {told["name"]: told for told in log_lines(folder / LOG)}
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = file.relative_to(folder)
            if any(part.startswith(".") for part in name.parts):
                continue
            told = origins.get(str(name), {})
            origin = Origin(folder.name, told.get("url"), read_moment(told.get("fetched_at")))
            for held in _documents(file, f"{folder.name}/{name}"):
                yield held, origin


def _documents(file: Path, path: str) -> Iterator[Held]:
    try:
        yield from documents(file, path)
    except Refused as error:
        reason = str(error)

        def refuse() -> bytes:
            raise Refused(reason)

        yield Held(path, file.stat().st_size, str(file.stat().st_mtime_ns), refuse)
