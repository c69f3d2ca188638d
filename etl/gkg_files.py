"""The files of the GKG: two a quarter of an hour, and where what they hold for us is kept.

A partition is done when its file exists: `<stamp>-<mark>.gkg.csv` with the lines that name a
policy, the same name hidden where there is none, or a hidden `.missing` where the archive itself
has no such file. The mark changes with the policies' names: then the partition is to be done again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from etl.answers import Failed, Unreachable
from etl.backfill_store import Store, of_fsspec, read
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

    @property
    def day(self) -> str:
        """Return the day it tells of, which is the folder that it is kept in."""
        return self.stamp[:8]


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


def is_done(partition: Partition, names: Set[str], mark: str) -> bool:
    """Return whether a partition of the day whose files have these names needs no more work."""
    return not names.isdisjoint((*_names(partition, mark), _missing(partition)))


def undone(store: Store, wanted: Sequence[Partition], mark: str) -> list[Partition]:
    """Return the partitions that need work, in their order; a day is looked up once."""
    days = {partition.day for partition in wanted}
    names = {day: store.names(day) for day in sorted(days)}
    return [p for p in wanted if not is_done(p, names[p.day], mark)]


def bring_home(store: Store, home: Store, wanted: Sequence[Partition], mark: str) -> int:
    """Copy the kept lines of these partitions that `home` has not; returns how many files."""
    if store == home:
        return 0
    copied = 0
    for day in sorted({partition.day for partition in wanted}):
        here, wholly = home.names(day), {_names(p, mark)[0]: p for p in wanted if p.day == day}
        for name in sorted(store.names(day) & wholly.keys()):
            if name not in here:
                home.write(day, name, store.read(day, name))
                copied += 1
            for before in _of_other_marks(here, wholly[name], mark):
                home.remove(day, before)
    return copied


def take(store: Store, partition: Partition, web: Web, base: str, by: Sieve) -> Outcome:
    """Fetch one partition, keep the lines that name a policy, and say what became of it."""
    try:
        zipped = _zipped(f"{base.rstrip('/')}/{partition.name}", web)
        kept, lines = sift(zipped, by)
    except Failed as error:
        return _failed(store, partition, error)
    except Refused as error:
        return Outcome(partition, "failed", reason=str(error))
    full, empty = _names(partition, by.mark)
    store.write(partition.day, full if kept else empty, kept)
    for before in _of_other_marks(store.names(partition.day), partition, by.mark):
        store.remove(partition.day, before)
    return Outcome(partition, "done", lines, kept.count(b"\n"), len(zipped))


def _zipped(address: str, web: Web) -> bytes:
    """Return a file of the archive: from the web, or from a mirror of it behind fsspec."""
    if not of_fsspec(address):
        return web.get(address, largest=LARGEST).content
    try:
        return read(address)
    except FileNotFoundError:
        raise Failed("the archive has no such file", GONE[0]) from None
    except OSError as error:
        raise Failed(f"it cannot be read: {error}") from None


def _failed(store: Store, partition: Partition, error: Failed) -> Outcome:
    reason = str(error)
    if error.status not in GONE:
        unreachable = isinstance(error, Unreachable)
        return Outcome(partition, "failed", reason=reason, unreachable=unreachable)
    at = datetime.strptime(partition.stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    if datetime.now(UTC) - at > LATE:
        store.write(partition.day, _missing(partition), f"{reason}\n".encode())
    return Outcome(partition, "missing", reason=reason)


def _names(partition: Partition, mark: str) -> tuple[str, str]:
    """Return what the kept lines are called, and the hidden file that says there were none."""
    name = f"{partition.stamp}-{mark}.{partition.kind}.csv"
    return name, f".{name}"


def _missing(partition: Partition) -> str:
    return f".{partition.stamp}.{partition.kind}.missing"


def _of_other_marks(names: Set[str], partition: Partition, mark: str) -> Iterator[str]:
    for name in names:
        stamp, _, rest = name.lstrip(".").partition("-")
        other, _, kind = rest.partition(".")
        if (stamp, kind) == (partition.stamp, f"{partition.kind}.csv") and other != mark:
            yield name
