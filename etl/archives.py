"""Files as documents: a file is one, a zip holds many. Nothing is ever unpacked to disk."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from etl.records import Refused

LARGEST_MEMBER = 64 * 1024 * 1024
MOST_MEMBERS = 200_000
DEEPEST_INFLATION = 200  # times; text and XML deflate to some 1:20 at best


@dataclass(frozen=True)
class Held:
    """One document at hand: what it is called, what changes when it changes, how to read it."""

    path: str  # relative to the raw folder; `file.zip!member` inside a zip
    size: int
    mark: str
    content: Callable[[], bytes]


def is_archive(file: Path) -> bool:
    """Return whether a file is a zip of documents; a workbook of Excel is a zip, but one document.

    What has something before the zip, such as a mapping file before a workbook, is one document.
    """
    if not zipfile.is_zipfile(file):
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return _holds_documents(file, archive)
    except (zipfile.BadZipFile, OSError, NotImplementedError):
        return True  # and opening it says what is wrong


def _holds_documents(file: Path, archive: zipfile.ZipFile) -> bool:
    with file.open("rb") as opened:
        return opened.read(2) == b"PK" and "[Content_Types].xml" not in archive.NameToInfo


def documents(file: Path, path: str) -> Iterator[Held]:
    """Yield the documents of a file; `Refused` where it is a zip that cannot be opened.

    A zip's members are marked by their CRC in its directory, so that what has not changed is told
    without inflating it. What is too large is told when it is read.
    """
    if not zipfile.is_zipfile(file):
        yield _whole(file, path)
        return
    try:
        with zipfile.ZipFile(file) as archive:  # opened once: its directory is most of the work
            if _holds_documents(file, archive):
                yield from _members(archive, path)
            else:
                yield _whole(file, path)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise Refused(f"the zip cannot be opened: {error}") from error


def _whole(file: Path, path: str) -> Held:
    seen = file.stat()
    return Held(path, seen.st_size, f"{seen.st_size}:{seen.st_mtime_ns}", file.read_bytes)


def _members(archive: zipfile.ZipFile, path: str) -> Iterator[Held]:
    members = [m for m in archive.infolist() if not m.is_dir() and _wanted(m.filename)]
    if len(members) > MOST_MEMBERS:
        raise Refused(f"the zip holds more than {MOST_MEMBERS:,} files")
    for member in members:
        mark = f"{member.file_size}:{member.CRC:08x}"
        inflate = partial(_inflate, archive, member)
        yield Held(f"{path}!{member.filename}", member.file_size, mark, inflate)


def _wanted(name: str) -> bool:
    return not name.startswith("__MACOSX/") and not name.rpartition("/")[2].startswith(".")


def _inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.file_size > LARGEST_MEMBER:
        raise Refused(f"larger than {LARGEST_MEMBER // 2**20} MB")
    if member.file_size > DEEPEST_INFLATION * max(member.compress_size, 4096):
        raise Refused("it inflates far beyond what such a file does")
    try:
        return archive.read(member)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise Refused(f"the zip's member cannot be read: {error}") from error
    except Exception as error:  # zlib.error has no public base of its own here
        raise Refused(f"the zip's member is damaged: {error}") from error
