"""Inbox: the files you drop into data/inbox.

A file that can be read is moved to data/raw/inbox, verbatim; one that cannot stays where it is.

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

BASE = None


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield every file of the inbox and of the folders in it; hidden files are left alone."""
    inbox = here.folders.inbox
    inbox.mkdir(parents=True, exist_ok=True)
    for path in sorted(inbox.rglob("*")):
        name = path.relative_to(inbox)
        if any(part.startswith(".") for part in name.parts) or str(name) == "README.md":
            continue
        if path.is_symlink():
            yield Failure(str(name), "a link, not a file: drop the file itself")
        elif path.is_file():
            try:
                yield Document(f"{_mark(path)}-{path.name}", take=path, away=True)
            except OSError as error:
                yield Failure(str(name), error.strerror or "it cannot be opened")


def _mark(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
