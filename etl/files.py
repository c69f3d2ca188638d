"""Files: what became of each document at hand, and of what was at hand before.

A file that was read once and cannot be read now keeps the rows of its last good reading: a torn
download, a damaged disk or an error page loses nothing that was known. The rows go when the file
reads again, and are replaced. What is not there at all any more goes where a person took it away
(the inbox, the sample, a feed's page); what a source of record once told stays, since its listing
may be short (`OF_RECORD` of the source).
"""

from __future__ import annotations

import hashlib
from collections.abc import Set
from dataclasses import dataclass, fields
from datetime import datetime

from etl.readers import readers
from etl.sources import sources

READ, PARTLY_READ, REFUSED = "read", "partly read", "refused"
KEPT = "kept"  # was read before, cannot be read now: its old rows stay
UNLISTED = "unlisted"  # was read before, is not there now: its old rows stay
UNREADABLE = (REFUSED, KEPT)
UNMARKED = ""  # no file has this mark: one that comes back is read


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a path: when it was read last, or what comes of it now."""

    path: str
    file_id: str
    source_id: str
    mark: str
    reader: str | None
    reader_version: int | None
    bytes: int
    records: int
    status: str  # read, partly read, refused, kept, unlisted

    def told_before(self, mark: str, status: str, reason: str, version: int | None) -> File:
        """Return the file as it stands now that only its old rows are left."""
        was = {name: getattr(self, name) for name in KNOWN}
        now = was | {"mark": mark, "status": status, "reader_version": version}
        return File(**now, reason=f"{reason}; what it told before stays", url=None, fetched_at=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Known):
    """One document that was read, or refused, and why."""

    reason: str | None
    url: str | None
    fetched_at: datetime | None


KNOWN = tuple(field.name for field in fields(Known))  # as columns of raw.files


def stands(known: Known, mark: str) -> bool:
    """Return whether a document need not be read again: neither it nor its reader has changed."""
    if known.mark != mark:
        return False
    if known.status in UNREADABLE:  # any reader that is new may know it
        return known.reader_version == versions()
    return known.reader in readers() and known.reader_version == readers()[known.reader].VERSION


def versions() -> int:
    """Return a number that changes when any reader does: then what was refused is tried again."""
    told = ",".join(f"{name}={module.VERSION}" for name, module in readers().items())
    return int(hashlib.sha256(told.encode()).hexdigest()[:8], 16)


def unreadable(known: Known, now: File) -> File:
    """Return how a file stands that could be read before and is refused now."""
    return known.told_before(now.mark, KEPT, now.reason or "", now.reader_version)


def gone(known: Known, closed: Set[str]) -> File | None:
    """Return how a path stands that is not at hand now; None where its rows go.

    `closed` are the paths at hand that cannot be read: a zip among them hides its members.
    """
    if known.status == REFUSED:
        return None
    zips = (known.path[:place] for place, sign in enumerate(known.path) if sign == "!")
    if any(path in closed for path in zips):
        reason = "the zip that holds it cannot be read now"
        return known.told_before(UNMARKED, KEPT, reason, known.reader_version)
    source = sources().get(known.source_id)
    if source is None or not source.of_record:
        return None
    reason = "the source no longer lists it"
    return known.told_before(UNMARKED, UNLISTED, reason, known.reader_version)
