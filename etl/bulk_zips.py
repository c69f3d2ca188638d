"""Zips of GovInfo's bulk data: whether one is whole, and what it lacks of the one before it."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from etl.readers import is_html
from etl.records import Refused

LARGEST = 8 * 1024**3  # bytes, inflated: several times a whole Congress
SHORT = 50  # files; a zip that lacks more of those at hand is a short one, and not taken


def put_aside(content: bytes, place: Path) -> Path:
    """Write what came beside its place, hidden, until it is taken over; return where it lies."""
    aside = place.with_name(f".coming-{place.name}")
    aside.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return aside


def names(file: Path) -> frozenset[str]:
    """Return the names of the files in a zip, none where it cannot be opened."""
    try:
        with zipfile.ZipFile(file) as archive:
            return frozenset(archive.namelist())
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return frozenset()


def check(file: Path) -> None:
    """Raise `Refused` unless a file is a whole zip, each member of which inflates to its CRC."""
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST:
                raise Refused("the zip inflates far beyond a whole Congress")
            if not any(name.endswith(".xml") for name in archive.namelist()):
                raise Refused("the zip holds no XML file")
            broken = archive.testzip()
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise Refused(f"{_instead(file)}: {error}") from error
    except zlib.error as error:
        raise Refused(f"the zip is damaged: {error}") from error
    if broken:
        raise Refused(f"the zip is damaged at {broken}")


def _instead(file: Path) -> str:
    with file.open("rb") as content:
        head = content.read(4096)
    return "it is an HTML page, not a zip" if is_html(head) else "the zip is cut short or damaged"


def lacking(new: Path, old: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the files that only the old zip holds; `Refused` where many are.

    A bill never disappears because a listing is short, nor because a zip is.
    """
    before = names(old)
    missing = sorted(before - names(new))
    if len(missing) > SHORT:
        raise Refused(
            f"the zip is short: it lacks {len(missing)} of the {len(before)} files of the one at"
            " hand, which stays"
        )
    if missing:
        with zipfile.ZipFile(old) as archive:
            for name in missing:
                yield name, archive.read(name)


def held_whole(file: Path, folder: Path) -> tuple[Path, ...]:
    """Return the single files of a folder that a zip holds just as they are: they may go."""
    with zipfile.ZipFile(file) as archive:
        single = [name for name in archive.namelist() if (folder / name).is_file()]
        return tuple(
            folder / name for name in single if (folder / name).read_bytes() == archive.read(name)
        )
