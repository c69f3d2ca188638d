"""Load: from what lies in data/raw to the `raw` tables. What has not changed is not read again.

The `raw` tables say what the files at hand say, no more and no less: a changed file's old rows go
when its new ones come, and a working database that is lost can be made again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.archives import Held, documents
from etl.folders import Folders
from etl.keep import LOG, log_lines, read_moment
from etl.readers import read, readers
from etl.records import Refused, Reject
from etl.shelf import Shelf


@dataclass(frozen=True, kw_only=True)
class File:
    """One document that was read, or refused, and why."""

    path: str
    file_id: str
    source_id: str
    mark: str
    reader: str | None
    reader_version: int | None
    bytes: int
    records: int
    status: str  # read, partly read, refused
    reason: str | None
    url: str | None
    fetched_at: datetime | None


@dataclass(frozen=True)
class Origin:
    """Where the file that holds a document came from."""

    source_id: str
    url: str | None
    fetched_at: datetime | None


def load(db: duckdb.DuckDBPyConnection, folders: Folders) -> list[File]:
    """Bring `raw` to what lies in data/raw, in one transaction; returns the files read now."""
    shelf = Shelf(db, File)
    known = shelf.known()
    done: list[File] = []
    at_hand: set[str] = set()
    db.execute("begin")
    for held, origin in _at_hand(folders):
        at_hand.add(held.path)
        if _still_stands(known.get(held.path), held):
            continue
        file, rows = read_held(held, origin)
        shelf.put(file, rows)
        done.append(file)
    shelf.forget(known.keys() - at_hand)
    shelf.flush()
    db.execute("commit")
    return done


def read_held(held: Held, origin: Origin) -> tuple[File, list[Any]]:
    """Return what became of one document, and its records."""
    content, reader, rows, reason = _read(held)
    rejects = [r for r in rows if isinstance(r, Reject)]
    if rejects:
        reason = f"{rejects[0].place}: {rejects[0].reason}"
    version = readers()[reader].VERSION if reader else _versions()
    file = File(
        path=held.path,
        file_id=_file_id(content or held.path.encode(), version),
        source_id=origin.source_id,
        mark=held.mark,
        reader=reader,
        reader_version=version,
        bytes=held.size,
        records=len(rows) - len(rejects),
        status="refused" if reader is None else "partly read" if rejects else "read",
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
    return hashlib.sha256(content + str(version).encode()).hexdigest()[:24]


def _still_stands(known: Mapping[str, Any] | None, held: Held) -> bool:
    if known is None or known["mark"] != held.mark:
        return False
    reader = known["reader"]
    if reader is None:
        return bool(known["reader_version"] == _versions())
    return reader in readers() and known["reader_version"] == readers()[reader].VERSION


def _versions() -> int:
    """Return a number that changes when any reader does: then what was refused is tried again."""
    told = ",".join(f"{name}={module.VERSION}" for name, module in readers().items())
    return int(hashlib.sha256(told.encode()).hexdigest()[:8], 16)


def _at_hand(folders: Folders) -> Iterator[tuple[Held, Origin]]:
    for folder in sorted(p for p in folders.raw.glob("*") if p.is_dir()):
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
