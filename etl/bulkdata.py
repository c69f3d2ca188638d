"""GovInfo's bulk data, asked so that a refresh costs what is new.

A Congress that is taken whole comes as one zip a folder (119/hr; bill texts: 119/1/hr), and again
each week. In between, the feed of batches says what changed where it reaches back to the last time
that all was at hand; else the folders' sitemaps do, by the moment each file changed. Only those
files are asked for, one by one, and only if changed. Nothing is removed because a listing is stale,
short or empty: that is said, and what is at hand stays.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias, TypeVar

from etl.bulk_files import DAY, Bulk
from etl.records import Refused
from etl.sources import Document, Failure, Gap
from etl.text import congress, listings
from etl.text.listings import Listed
from etl.web import Failed

T = TypeVar("T")
Told: TypeAlias = Generator[Document | Failure, None, T]  # yields as a source, and returns

WEEK = timedelta(days=7)
MANY = 500  # files that changed in one folder: from here on its zip is cheaper
SHORT = 0.01  # of the files at hand; a sitemap that lacks more of them is a short one


def congresses(first: int, now: datetime) -> tuple[list[int], list[Failure]]:
    """Return the Congresses to take whole, and what of `LAWBEAT_CONGRESSES` cannot be.

    It names them (`118,119`), or says `none`; where it says nothing, the current one is taken.
    """
    latest = congress.congress_at(now)
    named = os.environ.get("LAWBEAT_CONGRESSES", "").strip() or str(latest)
    words = [word.strip() for word in named.split(",") if word.strip()]
    known = {str(number): number for number in range(first, latest + 1)}
    told = f"is none of the Congresses {first} to {latest} that are here"
    wrong = [Failure("LAWBEAT_CONGRESSES", f"{w!r} {told}") for w in words if w not in known]
    if words == ["none"]:
        return [], []
    return sorted({known[word] for word in words if word in known}), wrong


def ask(bulk: Bulk, folders: Sequence[str]) -> Iterator[Document | Failure]:
    """Yield what is new in folders that are taken whole; raises `Failed` where all is in vain."""
    yield from _zips(bulk, folders)
    at_hand = [folder for folder in folders if bulk.in_zip(folder)]
    if at_hand:
        yield from _changes(bulk, at_hand)


def _zips(bulk: Bulk, folders: Sequence[str]) -> Iterator[Document | Failure]:
    """Yield the zips that are due: none is at hand, or it was last asked for a week ago."""
    due = [folder for folder in folders if _is_due(bulk, folder)]
    listed = (yield from _index(bulk)) if due else None
    for folder in due:
        if listed is None or folder.replace("/", "") in listed or bulk.in_zip(folder):
            yield from bulk.zip(folder)


def _is_due(bulk: Bulk, folder: str) -> bool:
    asked = bulk.notes.moment("asked", folder)
    return not bulk.in_zip(folder) or asked is None or bulk.now - asked > WEEK


def _index(bulk: Bulk) -> Told[frozenset[str] | None]:
    """Return the sitemaps there are, which early on are few; None where that cannot be told."""
    what = "the index of sitemaps"
    try:
        found = listings.sitemaps(bulk.get(f"{_sitemaps(bulk)}/sitemapindex.xml").content)
    except (Failed, Refused) as error:
        yield bulk.failure(what, error)
        return None
    if not found:
        yield Gap(what, "it lists nothing: every folder is tried")
    return found or None


def _sitemaps(bulk: Bulk) -> str:
    return f"/sitemap/bulkdata/{bulk.of.name}"


@dataclass
class Found:
    """What listings tell: files, through which moment, and whether they tell all."""

    files: list[Listed] = field(default_factory=list)
    through: datetime | None = None
    whole: bool = True
    tags: dict[str, str] = field(default_factory=dict)  # of the sitemaps that were read


def _changes(bulk: Bulk, folders: Sequence[str]) -> Iterator[Document | Failure]:
    """Yield the files that changed since all was at hand, as the feed tells or the sitemaps do."""
    found = yield from _batches(bulk)
    if found is None:
        found = yield from listed(bulk, folders)
    came = found.whole
    for folder in folders:
        came &= yield from _files(bulk, folder, due(bulk, found.files, folder))
    if came:
        note(bulk, found)


def due(bulk: Bulk, files: Iterable[Listed], folder: str) -> list[Listed]:
    """Return the files of one folder that are not at hand as they are now, each once."""
    newest: dict[str, Listed] = {}
    for file in sorted(files, key=lambda f: (f.changed_at is not None, f.changed_at)):
        if file.folder == folder:
            newest[file.name] = file
    return [file for file in newest.values() if bulk.is_due(file)]


def note(bulk: Bulk, found: Found) -> None:
    """Note that all that was found is at hand: from here on only what comes after is asked for."""
    if found.through:
        bulk.notes.put("reached", bulk.of.name, found.through)
    for folder, tag in found.tags.items():
        bulk.notes.put("tags", folder, tag)
    bulk.notes.save()


def _files(bulk: Bulk, folder: str, wanted: Sequence[Listed]) -> Told[bool]:
    """Yield the files that are due, or the zip where they are many; return whether all came."""
    if len(wanted) > MANY and bulk.notes.moment("asked", folder) != bulk.now:
        yield from bulk.zip(folder)
        wanted = [file for file in wanted if bulk.is_due(file)]
    came = True
    for file in wanted[:MANY]:
        came &= yield from bulk.single(folder, file.name, file.changed_at)
    if len(wanted) > MANY:
        yield Gap(folder, f"{len(wanted) - MANY} more files changed; they wait for the next run")
    return came and len(wanted) <= MANY


def _batches(bulk: Bulk) -> Told[Found | None]:
    """Return what the feed tells; None where it does not reach back far enough, or is stale."""
    reached = bulk.notes.moment("reached", bulk.of.name)
    if bulk.of.feed is None or reached is None:
        return None
    try:
        told = listings.batches(bulk.get(bulk.of.feed).content)
    except (Failed, Refused) as error:
        yield bulk.failure("the feed of batches", error)
        return None
    moments = [batch.at for batch in told if batch.at]
    if not moments or min(moments) > reached or max(moments) < bulk.now - DAY:
        return None
    return Found([file for batch in told for file in batch.files], max(moments))


def listed(bulk: Bulk, folders: Sequence[str]) -> Told[Found]:
    """Return what the folders' sitemaps tell, those that changed since all in them was at hand."""
    found = Found(through=bulk.now)
    for folder in folders:
        what = f"the sitemap of {folder}"
        path = f"{_sitemaps(bulk)}/{folder.replace('/', '')}/sitemap.xml"
        try:
            reply = bulk.get(path, bulk.notes.word("tags", folder))
            files = [] if reply.unchanged else listings.sitemap(reply.content)
        except (Failed, Refused) as error:
            yield bulk.failure(what, error)
            found.whole = False
            continue
        if reply.unchanged:
            continue
        if complaint := _complaint(bulk, folder, files):
            yield Gap(what, complaint)
            found.whole = False
        elif reply.etag:
            found.tags[folder] = reply.etag
        found.files += files
    return found


def _complaint(bulk: Bulk, folder: str, files: Sequence[Listed]) -> str | None:
    """Return what is odd about a sitemap, None where nothing is. What is at hand stays anyhow."""
    at_hand = bulk.in_zip(folder)
    lacking = at_hand - {file.name for file in files}
    if len(lacking) > SHORT * len(at_hand):
        return f"it lacks {len(lacking)} of the {len(at_hand)} files at hand, which stay"
    behind = [file.name for file in files if _is_behind(bulk, file)]
    if behind:
        return f"it is stale: what is at hand of {behind[0]} is newer"
    return None


def _is_behind(bulk: Bulk, file: Listed) -> bool:
    noted = bulk.notes.moment("files", file.name)
    return bool(noted and file.changed_at and file.changed_at < noted - DAY)
