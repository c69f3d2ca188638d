"""Inbox: the files you drop into data/inbox.

A file that can be read is moved to data/raw/inbox, verbatim; one that cannot stays where it is. A
table and the mapping file beside it are kept as one, both byte for byte.

site: this machine
terms: your own files
key: none
pace: at once
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from etl.sources import Document, Failure, Here
from etl.text.mappings import ENDING, joined

BASE = None
LARGEST_MAPPED = 64 * 1024 * 1024  # bytes: such a table is handed over in memory


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield every file of the inbox and of the folders in it; hidden files are left alone."""
    inbox = here.folders.inbox
    inbox.mkdir(parents=True, exist_ok=True)
    files = [path for path in sorted(inbox.rglob("*")) if not _is_aside(path.relative_to(inbox))]
    mappings = {path for path in files if path.name.lower().endswith(ENDING)}
    tables = {path: beside for path in files if (beside := _mapping_of(path, mappings))}
    for path in files:
        name = str(path.relative_to(inbox))
        if path.is_symlink():
            yield Failure(name, "a link, not a file: drop the file itself")
        elif path in mappings - set(tables.values()):
            stem = path.name[: -len(ENDING)]
            yield Failure(name, f"a mapping file, but no table is beside it: {stem}.csv, say")
        elif path.is_file() and path not in mappings:
            yield _document(path, name, tables.get(path))


def _is_aside(name: Path) -> bool:
    return any(part.startswith(".") for part in name.parts) or str(name) == "README.md"


def _mapping_of(path: Path, mappings: set[Path]) -> Path | None:
    """Return the mapping file of a table: clippings.mapping.yaml for clippings.csv."""
    beside = path.with_name(path.name.partition(".")[0] + ENDING)
    closer = path.with_name(path.stem + ENDING)
    found = next((p for p in (closer, beside) if p in mappings and not p.is_symlink()), None)
    return None if path in mappings else found


def _document(path: Path, name: str, mapping: Path | None) -> Document | Failure:
    try:
        kept_as = f"{_mark(path)}-{path.name}"
        if mapping is None:
            return Document(kept_as, take=path, away=True)
        if path.stat().st_size > LARGEST_MAPPED:
            return Failure(name, "larger than 64 MB, with a mapping file: split it")
        content = joined(mapping.read_bytes(), path.read_bytes())
    except OSError as error:
        return Failure(name, error.strerror or "it cannot be opened")
    return Document(kept_as, content, clears=(path, mapping))


def _mark(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
