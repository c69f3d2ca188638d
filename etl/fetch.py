"""Fetch: ask every source, each on its own, and keep what came, verbatim, in data/raw/<source>.

A source that fails is told at the end; the others still come in, and its last good data stay. What
no reader can read is not kept: a challenge page never takes the place of yesterday's bill.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from etl.archives import documents, is_archive
from etl.asked import Refresh as Refresh
from etl.asked import Tally
from etl.folders import Folders
from etl.keep import keep, memory, tidy
from etl.patience import Patience
from etl.readers import is_html, read, reader_of
from etl.records import Policy, Refused
from etl.sources import Document, Failure, Here, Miss, Source, Wanted, sources
from etl.web import Web

Told = Callable[[str], None]

MOST_S = 7200.0  # a source: one whose every answer drips ends no run, and holds up none for a day


def fetch(
    folders: Folders,
    policies: Sequence[Policy],
    told: Told,
    web: bool,
    unwatched: bool = False,
) -> list[Refresh]:
    """Ask every source (only those of this machine unless `web`); returns a record for each.

    In a run that is `unwatched`, addresses that failed before are left alone for hours; one that a
    person started asks them at once (see `etl.patience`).
    """
    run = datetime.now(UTC).isoformat(timespec="milliseconds")  # two runs may share a second
    asked = [s for s in sources().values() if (web or s.base is None) and not s.follows]
    return _ask_all(asked, folders, policies, run, told, Wanted(), unwatched)


def follow(
    folders: Folders,
    policies: Sequence[Policy],
    told: Told,
    wanted: Wanted,
    run: str,
    unwatched: bool = False,
) -> list[Refresh]:
    """Ask the sources that follow up on what the others of this run brought."""
    asked = [s for s in sources().values() if s.follows]
    return _ask_all(asked, folders, policies, run, told, wanted, unwatched)


def _ask_all(
    asked: Sequence[Source],
    folders: Folders,
    policies: Sequence[Policy],
    run: str,
    told: Told,
    wanted: Wanted,
    unwatched: bool,
) -> list[Refresh]:
    def one(source: Source) -> Refresh:
        return ask(source, folders, policies, run, told, wanted, unwatched)

    with ThreadPoolExecutor(max_workers=max(1, len(asked))) as pool:
        done = list(pool.map(one, asked))
    folders.raw.mkdir(parents=True, exist_ok=True)
    with folders.refreshes.open("a", encoding="utf-8") as log:
        log.writelines(json.dumps(asdict(r)) + "\n" for r in done)
    return done


def ask(
    source: Source,
    folders: Folders,
    policies: Sequence[Policy],
    run: str,
    told: Told,
    wanted: Wanted,
    unwatched: bool = False,
) -> Refresh:
    """Ask one source and keep what came; nothing it does can end the run."""
    began, started = datetime.now(UTC).isoformat(timespec="seconds"), time.monotonic()
    folder, tally = folders.raw / source.source_id, Tally()
    patience = Patience(folder, ladder=unwatched)
    base = os.environ.get(f"LAWBEAT_{source.source_id.upper()}_URL") or source.base or ""
    pace = getattr(source.module, "PACE_S", 0.0)
    way = Web(pace_s=pace, own=base, patience=patience, ends=started + MOST_S)
    try:
        way.memory = memory(folders, source.source_id)
        for item in _items(source, Here(way, base, policies, folders, wanted)):
            _take(item, source, folders, tally, patience)
            told(f"asking {source.source_id}: {tally.came} came, {len(tally.wrong)} failed")
        patience.save()
        tidy(folder)
    except Exception as error:  # its folder cannot be read or written: the others go on
        tally.note(Failure("the source's folder", f"{type(error).__name__}: {error}"))
    seconds = time.monotonic() - started
    return tally.refresh(source.source_id, run, began, way.asked, seconds, patience.next_at)


def _take(
    item: Document | Failure, source: Source, folders: Folders, tally: Tally, patience: Patience
) -> None:
    """Keep a document, or note a failure; what could not be read is asked less often."""
    failure = item if isinstance(item, Failure) else _keep(item, source, folders, tally)
    if failure and isinstance(item, Document) and item.spare:
        failure = Miss(failure.what, failure.reason)
    if failure:
        tally.note(failure)
    if isinstance(item, Document) and item.url:
        if failure:
            patience.unreadable(item.url, failure.reason)
        else:
            patience.worked(item.url)


def _items(source: Source, here: Here) -> Iterator[Document | Failure]:
    try:
        yield from source.module.ask(here)
    except Exception as error:  # one bad source never ends a run; the record says which and why
        yield Failure("the source itself", f"{type(error).__name__}: {error}")


def _keep(item: Document, source: Source, folders: Folders, tally: Tally) -> Failure | None:
    what = item.take.name if item.take else item.url or item.name
    try:
        if not item.unchanged:
            readable(item)
        tally.counts[keep(item, source.source_id, folders)] += 1
    except Refused as error:
        return Failure(what, str(error))
    except OSError as error:
        return Failure(what, f"it cannot be kept: {error.strerror or error}")
    except Exception as error:  # a reader's own fault: named, and the rest goes on
        return Failure(what, f"its reader failed: {type(error).__name__}: {error}")
    return None


def readable(item: Document) -> None:
    """Raise `Refused` unless the right reader can read the document, or a member of a zip."""
    if item.take is None:
        reader, _ = read(item.name, item.content)
        if item.reader not in (None, reader):
            raise Refused(f"it is not what was asked for, but {_told_apart(item.content, reader)}")
    elif is_archive(item.take):
        _readable_member(item.take)
    else:
        read(item.take.name, item.take.read_bytes())


def _told_apart(content: bytes, reader: str) -> str:
    return "an HTML page" if is_html(content) else f"read by {reader}"


def _readable_member(file: Path) -> None:
    reasons: list[str] = []
    for member in documents(file, file.name):
        try:
            reader_of(member.path, member.content())
            return
        except Refused as error:
            reasons.append(str(error))
    if not reasons:
        raise Refused("the zip holds no files but hidden ones")
    raise Refused(f"none of the {len(reasons)} files in it can be read: {'; '.join(reasons[:1])}")
