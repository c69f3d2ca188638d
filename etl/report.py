"""What a run tells: progress on a terminal, plain lines in a log, a summary at the end."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from etl.build import BrokenPromise, check, open_database
from etl.catalog import tables
from etl.files import KEPT, PARTLY_READ, READ, UNLISTED, File
from etl.folders import Folders
from etl.keep import log_lines
from etl.records import Policy
from etl.refresh import Done
from etl.sources import sources

MOST_NAMED = 20  # files of one place that are wrong in one way
WIDEST = 100  # of a line of progress that is written over


class Teller:
    """Tells steps and lines: on a terminal the next step takes the last one's place."""

    def __init__(self, log: Path | None = None) -> None:
        """Tell to `log` where it is given, else to standard output."""
        if log:
            log.parent.mkdir(parents=True, exist_ok=True)
        self.unwatched = log is not None  # by cron, or behind the dashboard
        self._log: TextIO | None = log.open("a", encoding="utf-8") if log else None
        self._live = log is None and sys.stdout.isatty()
        self._told: set[str] = set()  # beginnings of the steps that a log has already
        self._lock = threading.Lock()

    def __enter__(self) -> Teller:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._log:
            self._log.close()

    def step(self, text: str) -> None:
        """Tell what is being done now; in a log, steps that begin alike are one line."""
        kind = text.partition(" ")[0]
        with self._lock:
            if self._live:
                print(f"\r\x1b[2K{text[:WIDEST]}", end="", flush=True)
            elif kind not in self._told:
                self._told.add(kind)
                self._write(f"{kind} …")

    def line(self, text: str) -> None:
        """Tell something that stays."""
        with self._lock:
            if self._live:
                print("\r\x1b[2K", end="")
            self._write(text)

    def lines(self, texts: Iterable[str]) -> None:
        """Tell several lines."""
        for text in texts:
            self.line(text)

    def _write(self, text: str) -> None:
        if self._log:
            now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S")
            print(f"{now} {text}", file=self._log, flush=True)
        else:
            print(text, flush=True)


def sources_asked(done: Done) -> list[str]:
    """Return what each source that was asked came to."""
    return [line for r in done.refreshes for line in r.lines]


def run(done: Done) -> list[str]:
    """Return the summary of a refresh: sources, files of the inbox, what was wrong, the version."""
    lines = sources_asked(done)
    lines += _inbox_read(done)
    lines += files_wrong(done.files)
    lines += done.troubles
    if done.version:
        lines.append(f"published {done.version.stem}, exported {len(done.exported)} files")
    return lines


def files_wrong(files: Iterable[File]) -> list[str]:
    """Name each file that is not what it was and say why; many of one place are told together."""
    reasons: dict[tuple[str, str], list[str]] = {}
    count: Counter[str] = Counter()
    for file in files:
        if file.reason:
            place = file.path.rpartition("!" if "!" in file.path else "/")[0]
            reasons.setdefault((place, file.reason), []).append(file.path)
            count[file.status] += 1
    lines: list[str] = []
    for (place, reason), paths in reasons.items():
        if len(paths) > MOST_NAMED:
            lines.append(f"{place}: {len(paths):,} files, such as {paths[0]}: {reason}")
        else:
            lines += [f"{path}: {reason}" for path in paths]
    if stay := count[KEPT] + count[UNLISTED]:
        lines.append(
            f"files that keep what they told before: {stay:,} ({count[KEPT]:,} cannot be read now, "
            f"{count[UNLISTED]:,} are no longer listed)"
        )
    return lines


def _inbox_read(done: Done) -> list[str]:
    """Name each file that was read, and of a zip how many."""
    read = [f for f in done.files if f.source_id == "inbox" and f.status in (READ, PARTLY_READ)]
    lines = []
    for name, of in Counter(f.path.partition("!")[0] for f in read).items():
        found = [f for f in read if f.path.partition("!")[0] == name]
        given = name.removeprefix("inbox/").partition("-")[2]
        files = f"{of} files of it, " if "!" in found[0].path else ""
        readers = ", ".join(sorted({f.reader or "" for f in found}))
        lines.append(
            f"inbox: read {given}: {files}{sum(f.records for f in found)} records ({readers})"
        )
    return lines


def source_list(here: Folders) -> list[str]:
    """Return what each source is and how its last asking went."""
    last = {told.get("source_id"): told for told in log_lines(here.refreshes)}
    lines = []
    for name, source in sources().items():
        told = last.get(name)
        lines += [f"{name}: {source.title}"]
        lines += [f"  {word}: {source.about[word]}" for word in source.about]
        if source.base:
            lines.append(f"  address: {source.base} (LAWBEAT_{name.upper()}_URL changes it)")
        lines.append(f"  last asked: {_last(told)}")
    return lines


def _last(told: dict[str, object] | None) -> str:
    if told is None:
        return "never"
    went = f"failed: {told.get('reason')}" if told.get("failed") else "well"
    return f"{told.get('started_at')}, {went}"


def policy_list(policies: Sequence[Policy]) -> list[str]:
    """Return a line per policy."""
    return [
        f"{p.policy_id}: {p.name} ({p.citation}); {len(p.aliases)} names in "
        f"{len({a.language for a in p.aliases})} languages, {len(p.bills)} bills"
        for p in policies
    ]


def broken_promises(version: Path) -> list[str]:
    """Return a line that says every mart of a version holds its promises; else `BrokenPromise`."""
    marts = [t for t in tables() if t.layer == "marts"]
    with open_database(":memory:") as db:
        db.execute(f"attach '{str(version).replace(chr(39), chr(39) * 2)}' as version (read_only)")
        db.execute("use version")
        held = {r[0] for r in db.execute("select table_name from duckdb_tables()").fetchall()}
        if missing := sorted({t.name for t in marts} - held):
            raise BrokenPromise(
                f"{version.name}: no {', '.join(missing)}; run `python -m etl build`"
            )
        for table in marts:
            check(db, table)
    return [f"{version.name}: {len(marts)} marts hold what they promise"]
