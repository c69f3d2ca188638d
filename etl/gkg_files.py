"""The files of the GKG: two a quarter of an hour, and where what they hold for us is kept.

A partition is done when its file exists: `<stamp>-<mark>.gkg.csv` with the lines that name a
policy, the same name hidden where there is none, or a hidden `.missing` where the archive itself
has no such file. The mark changes with the policies' names: then the partition is to be done again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from etl.answers import Failed, Unreachable
from etl.folders import Folders
from etl.records import Refused
from etl.sieve import Sieve, sift
from etl.web import Web

SOURCE = "gdelt_gkg"
KINDS = ("gkg", "translation.gkg")  # in English, and translated into it
STEP = timedelta(minutes=15)
FIRST = datetime(2015, 2, 18, 23, 0, tzinfo=UTC)
LATE = timedelta(days=1)  # what is missing may still come so long
LARGEST = 200_000_000  # bytes of a zip; some 4 to 20 MB
GONE = (404, 410)


@dataclass(frozen=True)
class Partition:
    """One file of a quarter of an hour."""

    stamp: str  # 20240101000000
    kind: str

    @property
    def name(self) -> str:
        """Return what the archive calls it."""
        return f"{self.stamp}.{self.kind}.csv.zip"


@dataclass(frozen=True)
class Outcome:
    """What became of a partition."""

    partition: Partition
    state: str  # done, missing, failed
    lines: int = 0
    kept: int = 0
    bytes: int = 0  # of the zip
    reason: str | None = None
    unreachable: bool = False


def partitions(first: date, last: date, until: datetime) -> list[Partition]:
    """Return the partitions of these days, oldest first, that can lie in the archive by `until`."""
    at = max(datetime(first.year, first.month, first.day, tzinfo=UTC), FIRST)
    end = min(datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=1), until)
    found = []
    while at < end:
        found += [Partition(f"{at:%Y%m%d%H%M%S}", kind) for kind in KINDS]
        at += STEP
    return found


def is_done(folders: Folders, partition: Partition, mark: str) -> bool:
    """Return whether a partition needs no more work."""
    full, empty = _places(folders, partition, mark)
    return full.exists() or empty.exists() or _missing(folders, partition).exists()


def take(folders: Folders, partition: Partition, web: Web, base: str, by: Sieve) -> Outcome:
    """Fetch one partition, keep the lines that name a policy, and say what became of it."""
    try:
        zipped = web.get(f"{base.rstrip('/')}/{partition.name}", largest=LARGEST).content
        kept, lines = sift(zipped, by)
    except Failed as error:
        return _failed(folders, partition, error)
    except Refused as error:
        return Outcome(partition, "failed", reason=str(error))
    full, empty = _places(folders, partition, by.mark)
    write(full if kept else empty, kept)
    for before in _of_other_marks(folders, partition, by.mark):
        before.unlink(missing_ok=True)
    return Outcome(partition, "done", lines, kept.count(b"\n"), len(zipped))


def _failed(folders: Folders, partition: Partition, error: Failed) -> Outcome:
    reason = str(error)
    if error.status not in GONE:
        unreachable = isinstance(error, Unreachable)
        return Outcome(partition, "failed", reason=reason, unreachable=unreachable)
    at = datetime.strptime(partition.stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    if datetime.now(UTC) - at > LATE:
        write(_missing(folders, partition), f"{reason}\n".encode())
    return Outcome(partition, "missing", reason=reason)


def write(place: Path, content: bytes) -> None:
    """Write a file that is whole or not there at all, whoever else writes it too."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name.lstrip('.')}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(place)


def _day(folders: Folders, partition: Partition) -> Path:
    return folders.raw / SOURCE / partition.stamp[:8]


def _places(folders: Folders, partition: Partition, mark: str) -> tuple[Path, Path]:
    """Return where lines are kept, and the hidden file that says that there were none."""
    name = f"{partition.stamp}-{mark}.{partition.kind}.csv"
    day = _day(folders, partition)
    return day / name, day / f".{name}"


def _missing(folders: Folders, partition: Partition) -> Path:
    return _day(folders, partition) / f".{partition.stamp}.{partition.kind}.missing"


def _of_other_marks(folders: Folders, partition: Partition, mark: str) -> Iterator[Path]:
    own = f"{partition.stamp}-{mark}."
    for hidden in ("", "."):
        pattern = f"{hidden}{partition.stamp}-*.{partition.kind}.csv"
        for place in _day(folders, partition).glob(pattern):
            exact = place.name.lstrip(".").partition(".")[2] == f"{partition.kind}.csv"
            if exact and not place.name.lstrip(".").startswith(own):
                yield place
