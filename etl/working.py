"""The working database: opened for one run, made again from data/raw where it is damaged.

It holds nothing that data/raw does not (see `etl.kept_rows`), so to make it again loses no row.
What is not its own fault (another program has it open, a full disk, a folder that may not be
written) is told, and the file stays as it is.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.build import BrokenPromise, open_database
from etl.folders import Folders

LONGEST = 400  # characters of an error that are told
Told = Callable[[str], None]

_LOCKED = re.compile(r"lock on file|already open|being used by another process", re.I)
_OF_THE_DISK = re.compile(
    r"no space left|file too large|disk quota|permission denied|read-only|operation not permitted"
    r"|input/output error|too many open files|is a directory|not a directory|out of memory",
    re.I,
)
_FILE = re.compile(r'file "([^"]+)"')
_DAMAGED = re.compile(r"corrupt|checksum|serializ|INTERNAL Error|not a valid DuckDB|invalidated")


@contextmanager
def working(folders: Folders, told: Told) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the working database; one that cannot be read is made again from data/raw.

    Raises `OSError` where the disk, or another program, is in the way, or where it turned out only
    later that the file is damaged: that one is removed, so that the next run makes it again.
    """
    file = folders.working
    try:
        with _opened(file, told) as db:
            yield db
    except (duckdb.Error, BrokenPromise) as error:
        cause = error if isinstance(error, duckdb.Error) else error.__cause__
        if not isinstance(cause, duckdb.Error):
            raise
        why = _in_a_line(cause)
        if _OF_THE_DISK.search(why):
            named = _FILE.search(why)  # it may be another than the working file
            place = named[1] if named else str(file)
            raise OSError(errno.EIO, f"it cannot be written ({why})", place) from error
        if not _DAMAGED.search(why):
            raise
        _remove(file)
        again = f"it is damaged ({why}) and was removed: run again, and it is made from data/raw"
        raise OSError(errno.EIO, again, str(file)) from error


def _opened(file: Path, told: Told) -> duckdb.DuckDBPyConnection:
    try:
        return open_database(str(file))
    except duckdb.Error as error:
        why = _in_a_line(error)
        if _LOCKED.search(why):
            other = f"another program has it open ({why}): close it there, then run again"
            raise OSError(errno.EBUSY, other, str(file)) from error
        if _OF_THE_DISK.search(why):
            raise OSError(errno.EIO, f"it cannot be opened ({why})", str(file)) from error
        newer = "version number" in why
        which = "was written by another version of DuckDB" if newer else "cannot be opened"
        told(f"{file.name} {which} ({why}); it is made again from data/raw")
        _remove(file)
        return open_database(str(file))


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.with_name(f"{file.name}.wal").unlink(missing_ok=True)


def _in_a_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:LONGEST] or type(error).__name__
