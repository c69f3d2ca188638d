"""Keep: what a source gave, verbatim, in data/raw/<source>, with a log of where it came from."""

from __future__ import annotations

import enum
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from etl.folders import Folders
from etl.sources import Document
from etl.web import Seen

LOG = ".log.jsonl"


class Kept(enum.Enum):
    """What keeping a document came to."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


def keep(item: Document, source_id: str, folders: Folders) -> Kept:
    """Keep a document and log its address and time; the file is whole or not there at all.

    Raises `OSError` where the folder cannot be written. A document that is the same as before
    is not written again.
    """
    folder = folders.raw / source_id
    place = folder / item.name
    if not place.resolve().is_relative_to(folder.resolve()):
        raise OSError(f"{item.name} would lie outside {folder.name}")
    if item.unchanged:
        return Kept.UNCHANGED
    content = None if item.take else item.content
    if place.exists() and _mark(place) == _mark(item.take or item.content):
        if item.take and item.away:
            item.take.unlink()
        return Kept.UNCHANGED
    was_there = place.exists()
    place.parent.mkdir(parents=True, exist_ok=True)
    if item.take and item.away:
        shutil.move(item.take, place)
    else:
        _write(place, item.take.read_bytes() if item.take else content or b"")
    _log(folder, item)
    return Kept.CHANGED if was_there else Kept.NEW


def _write(place: Path, content: bytes) -> None:
    part = place.with_name(f".{place.name}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(place)


def _mark(thing: Path | bytes) -> str:
    if isinstance(thing, bytes):
        return hashlib.sha256(thing).hexdigest()
    with thing.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _log(folder: Path, item: Document) -> None:
    line = {
        "name": item.name,
        "url": item.url,
        "fetched_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "etag": item.etag,
        "modified": item.modified,
    }
    with (folder / LOG).open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")


def log_lines(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a log; one that a crash cut short is left out."""
    if not file.exists():
        return
    for line in file.read_text("utf-8", errors="replace").splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            yield told


def memory(folders: Folders, source_id: str) -> dict[str, Seen]:
    """Return what is remembered of each address whose document is still at hand."""
    folder = folders.raw / source_id
    return {
        told["url"]: Seen(told.get("etag"), told.get("modified"))
        for told in log_lines(folder / LOG)
        if told.get("url") and (folder / told["name"]).exists()
    }


def read_moment(text: str | None) -> datetime | None:
    """Return the moment that a log line tells, None where it tells none."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
