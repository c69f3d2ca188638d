"""Fetch: ask every source, each on its own, and keep what came, verbatim, in data/raw/<source>.

A source that fails is told at the end; the others still come in, and its last good data stay. What
no reader can read is not kept: a challenge page never takes the place of yesterday's bill.
"""

from __future__ import annotations

import json
import os
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from etl.archives import documents
from etl.folders import Folders
from etl.keep import Kept, keep, memory
from etl.readers import is_html, read, reader_of
from etl.records import Policy, Refused
from etl.sources import Document, Failure, Here, Source, Wanted, sources
from etl.web import Web

Told = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Refresh:
    """One source in one run: what was asked, what came, what failed and why."""

    refresh_id: str
    started_at: str
    source_id: str
    asked: int = 0  # requests to the web
    came: int = 0  # documents
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0  # things that could not be had, or read
    failed: bool = False
    reason: str | None = None
    seconds: float = 0.0
    failures: tuple[str, ...] = ()  # each: what, and why

    @property
    def lines(self) -> list[str]:
        """Return what a person reads of it: a line, and one more for each of several failures."""
        came = (
            f"{self.source_id}: {self.new} new, {self.changed} changed, {self.unchanged} unchanged"
        )
        if not self.failures:
            return [came]
        if len(self.failures) == 1:
            return [f"{came}; failed: {self.failures[0]}"]
        return [f"{came}; {self.rejected} failed:", *(f"  {told}" for told in self.failures)]


def fetch(folders: Folders, policies: Sequence[Policy], told: Told, web: bool) -> list[Refresh]:
    """Ask every source (only those of this machine unless `web`); returns a record for each."""
    run = datetime.now(UTC).isoformat(timespec="milliseconds")  # two runs may share a second
    asked = [s for s in sources().values() if (web or s.base is None) and not s.follows]
    return _ask_all(asked, folders, policies, run, told, Wanted())


def follow(
    folders: Folders, policies: Sequence[Policy], told: Told, wanted: Wanted, run: str
) -> list[Refresh]:
    """Ask the sources that follow up on what the others of this run brought."""
    asked = [s for s in sources().values() if s.follows]
    return _ask_all(asked, folders, policies, run, told, wanted)


def _ask_all(
    asked: Sequence[Source],
    folders: Folders,
    policies: Sequence[Policy],
    run: str,
    told: Told,
    wanted: Wanted,
) -> list[Refresh]:
    with ThreadPoolExecutor(max_workers=max(1, len(asked))) as pool:
        jobs = [pool.submit(ask, source, folders, policies, run, told, wanted) for source in asked]
        done = [job.result() for job in jobs]
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
) -> Refresh:
    """Ask one source and keep what came; nothing it does can end the run."""
    began, started = datetime.now(UTC).isoformat(timespec="seconds"), time.monotonic()
    pace = getattr(source.module, "PACE_S", 0.0)
    way = Web(memory=memory(folders, source.source_id), pace_s=pace)
    base = os.environ.get(f"LAWBEAT_{source.source_id.upper()}_URL") or source.base or ""
    counts = dict.fromkeys(Kept, 0)
    wrong: list[Failure] = []
    for item in _items(source, Here(way, base, policies, folders, wanted)):
        failure = item if isinstance(item, Failure) else _keep(item, source, folders, counts)
        if failure:
            wrong.append(failure)
        told(f"asking {source.source_id}: {sum(counts.values())} came, {len(wrong)} failed")
    return Refresh(
        refresh_id=run,
        started_at=began,
        source_id=source.source_id,
        asked=way.asked,
        came=sum(counts.values()),
        **{kept.value: number for kept, number in counts.items()},
        rejected=len(wrong),
        failed=bool(wrong),
        reason=_summary(wrong),
        failures=tuple(f"{f.what}: {f.reason}" for f in wrong),
        seconds=round(time.monotonic() - started, 3),
    )


def _items(source: Source, here: Here) -> Iterator[Document | Failure]:
    try:
        yield from source.module.ask(here)
    except Exception as error:  # one bad source never ends a run; the record says which and why
        yield Failure("the source itself", f"{type(error).__name__}: {error}")


def _keep(
    item: Document, source: Source, folders: Folders, counts: dict[Kept, int]
) -> Failure | None:
    what = item.take.name if item.take else item.url or item.name
    try:
        if not item.unchanged:
            readable(item)
        counts[keep(item, source.source_id, folders)] += 1
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
    elif zipfile.is_zipfile(item.take):
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
    raise Refused(f"none of the {len(reasons)} files in it can be read: {'; '.join(reasons[:1])}")


def _summary(wrong: Sequence[Failure]) -> str | None:
    if not wrong:
        return None
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return f"{wrong[0].what}: {wrong[0].reason}{more}"
