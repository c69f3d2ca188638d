"""Where a back-fill reads from and keeps what it found: a folder, or a place behind fsspec.

A store holds a folder of files a day. A file is whole or not there at all: a folder of this
machine renames it into its place, S3 and its like show no object before all of it has come.
fsspec and what it needs (`requirements-cluster.txt`) are imported only for an address such as
`s3://bucket/kept`; its keys are taken from where their own tools look for them, never from here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

EXTRA = "pip install -r requirements-cluster.txt"
_AN_ADDRESS = re.compile(r"[a-z][a-z0-9+]+://")
_WEB = ("http://", "https://")


class Store(Protocol):
    """Files by day, each whole or not there."""

    def names(self, day: str) -> frozenset[str]:
        """Return what lies there for a day, hidden names too."""
        ...

    def read(self, day: str, name: str) -> bytes:
        """Return a file; `OSError` where it cannot be had."""
        ...

    def write(self, day: str, name: str, content: bytes) -> None:
        """Write a file, whoever else writes it too."""
        ...

    def remove(self, day: str, name: str) -> None:
        """Remove a file; nothing where it is gone already."""
        ...


@dataclass(frozen=True)
class Folder:
    """A folder of this machine, or one that all machines share."""

    place: Path

    def names(self, day: str) -> frozenset[str]:
        """Return what lies there for a day, hidden names too."""
        try:
            return frozenset(os.listdir(self.place / day))
        except FileNotFoundError:
            return frozenset()

    def read(self, day: str, name: str) -> bytes:
        """Return a file; `OSError` where it cannot be had."""
        return (self.place / day / name).read_bytes()

    def write(self, day: str, name: str, content: bytes) -> None:
        """Write a file that is whole or not there at all, whoever else writes it too."""
        place = self.place / day / name
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".{name.lstrip('.')}.{os.uname().nodename}.{os.getpid()}.part")
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)

    def remove(self, day: str, name: str) -> None:
        """Remove a file; nothing where it is gone already."""
        (self.place / day / name).unlink(missing_ok=True)


@dataclass(frozen=True)
class Remote:
    """A place behind fsspec, such as `s3://bucket/kept`."""

    address: str

    def names(self, day: str) -> frozenset[str]:
        """Return what lies there for a day, hidden names too."""
        address = f"{self.address}/{day}"
        system, folder = _opened(address)
        system.invalidate_cache(folder)  # others write there too
        try:
            with _told(address):
                return frozenset(Path(place).name for place in system.ls(folder, detail=False))
        except FileNotFoundError:
            return frozenset()

    def read(self, day: str, name: str) -> bytes:
        """Return a file; `OSError` where it cannot be had."""
        return read(f"{self.address}/{day}/{name}")

    def write(self, day: str, name: str, content: bytes) -> None:
        """Write a file in one piece."""
        address = f"{self.address}/{day}/{name}"
        system, place = _opened(address)
        with _told(address):
            system.pipe_file(place, content)

    def remove(self, day: str, name: str) -> None:
        """Remove a file; nothing where it is gone already."""
        address = f"{self.address}/{day}/{name}"
        system, place = _opened(address)
        with _told(address):
            if system.exists(place):
                system.rm_file(place)


def store_at(place: str | Path) -> Store:
    """Return the store at a path, or at an address of fsspec's.

    >>> store_at("s3://bucket/kept/"), store_at("file:///kept")
    (Remote(address='s3://bucket/kept'), Folder(place=PosixPath('/kept')))
    """
    told = str(place)
    if told.startswith("file://"):
        return Folder(Path(told.removeprefix("file://")))
    return Remote(told.rstrip("/")) if _AN_ADDRESS.match(told) else Folder(Path(place).resolve())


def of_fsspec(address: str) -> bool:
    """Return whether an address is neither of the web nor a plain path."""
    return bool(_AN_ADDRESS.match(address)) and not address.startswith(_WEB)


def read(address: str) -> bytes:
    """Return what lies at an address of fsspec's; `OSError` where it cannot be had."""
    system, place = _opened(address)
    with _told(address):
        content: bytes = system.cat_file(place)
    return content


def lacking(*addresses: str) -> str | None:
    """Return what must be installed before these addresses can be used, None where nothing."""
    for address in filter(of_fsspec, addresses):
        if find_spec("fsspec") is None:
            return f"{address} needs packages of its own: {EXTRA}"
        try:
            _opened(address)
        except ImportError as error:
            return f"{address} needs packages of its own: {EXTRA} ({error})"
        except ValueError as error:  # a protocol that nobody knows
            return f"{address}: {error}"
    return None


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Make of whatever a file system raises an `OSError` that names the place."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:  # botocore has its own: no network, no key, no such bucket
        raise OSError(f"{address}: {type(error).__name__}: {error}") from error


def _opened(address: str) -> tuple[Any, str]:
    """Return the file system of an address, which fsspec keeps, and the place in it."""
    import fsspec  # type: ignore[import-not-found, import-untyped, unused-ignore]

    system, place = fsspec.core.url_to_fs(address)
    return system, place
