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
from typing import IO, Any

from etl import watermarks
from etl.fold import fold, remember
from etl.folders import Folders
from etl.keys import without_keys
from etl.sources import Document
from etl.web import Seen

LOG = ".log.jsonl"
LONGEST_LOG = 4_000_000  # bytes: then lines that later ones overrule are left out


class Kept(enum.Enum):
    """What keeping a document came to."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


def keep(item: Document, source_id: str, folders: Folders) -> Kept:
    """Keep a document and log its address and time; the file is whole or not there at all.

    Raises `OSError` where the folder cannot be written. A document that is the same as before
    is not written again; of a list that folds, only the items that are new. Where it was asked
    through a moment, that is noted last of all.
    """
    folder = folders.raw / source_id
    place = folder / item.name
    if not place.resolve().is_relative_to(folder.resolve()):
        raise OSError(f"{item.name} would lie outside {folder.name}")
    kept = Kept.UNCHANGED if item.unchanged else _keep(item, folder, place)
    for path in item.clears:
        path.unlink(missing_ok=True)
    if item.series and item.through:
        watermarks.move(folder, item.series, item.through)
    return kept


def _keep(item: Document, folder: Path, place: Path) -> Kept:
    if item.fold:
        return _keep_new_items(item, folder, place)
    was_there = place.exists()
    if was_there and _mark(place) == _mark(item.take or item.content):
        if item.take and item.away:
            item.take.unlink()
        return Kept.UNCHANGED
    place.parent.mkdir(parents=True, exist_ok=True)
    # What is killed between the two: a new file must have its line, a changed one not its new tag.
    if not was_there:
        _log(folder, item)
    if item.take and item.away:
        shutil.move(item.take, place)
    else:
        _write(place, item.take.read_bytes() if item.take else item.content)
    if was_there:
        _log(folder, item)
    return Kept.CHANGED if was_there else Kept.NEW


def _keep_new_items(item: Document, folder: Path, place: Path) -> Kept:
    """Keep what a list has that its folder has not; its name must tell its content apart."""
    new = None if place.exists() else fold(item.name, item.content, place.parent)
    if new is None:
        return Kept.UNCHANGED
    place.parent.mkdir(parents=True, exist_ok=True)
    _log(folder, item)
    _write(place, new)
    remember(place.parent)
    return Kept.NEW


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
        "url": without_keys(item.url) if item.url else None,
        "fetched_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "etag": item.etag,
        "modified": item.modified,
    }
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOG).open("ab+") as log:
        whole = log.tell() == 0 or _last_byte(log) == b"\n"  # else a crash cut the last line short
        log.write(b"" if whole else b"\n")
        log.write(json.dumps(line).encode() + b"\n")


def _last_byte(file: IO[bytes]) -> bytes:
    file.seek(-1, os.SEEK_END)
    return file.read(1)


def tidy(folder: Path) -> None:
    """Leave out of a log that has grown long what later lines overrule."""
    file = folder / LOG
    if not file.exists() or file.stat().st_size < LONGEST_LOG:
        return
    last: dict[Any, dict[str, Any]] = {}
    for told in log_lines(file):
        which = (told.get("name"), told.get("url"))
        last.pop(which, None)
        last[which] = told
    part = file.with_name(f"{LOG}.part")
    part.write_text("".join(json.dumps(told) + "\n" for told in last.values()), encoding="utf-8")
    part.replace(file)


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
        if told.get("url") and told.get("name") and (folder / told["name"]).exists()
    }


def read_moment(text: str | None) -> datetime | None:
    """Return the moment that a log line tells, None where it tells none."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
