"""Coders' corrections: read for a build, and written where they are imported.

The file and its rule (which correction stands) are told in `data/corrections.sql`, for the
dashboard too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from etl.folders import SHIPPED
from etl.records import Correction

SCHEMA = SHIPPED / "corrections.sql"
WAIT = 5.0  # seconds that another's write may take
STANCES = ("supports", "opposes", "neutral")
FIELDS = tuple(Correction.__dataclass_fields__)
WRITTEN = tuple(name for name in FIELDS if name != "stands")


class Unreadable(Exception):
    """The file of corrections is there and cannot be used; the message says why."""


@dataclass(frozen=True)
class Found:
    """What the file holds, and what in it was wrong."""

    corrections: Sequence[Correction]
    troubles: Sequence[str] = ()


def read(file: Path) -> Found:
    """Return every correction; none where there is no file. Raises `Unreadable`."""
    if not file.exists():
        return Found(())
    with _opened(file, "ro") as db:
        rows = db.execute(f"select {', '.join(FIELDS)} from told order by seq").fetchall()
    kept, wrong = [], []
    for row in rows:
        try:
            kept.append(correction(dict(zip(FIELDS, row, strict=True))))
        except ValueError as error:
            wrong.append(f"{file.name}: correction {str(row[0])[:40]!r}: {error}; it is left out")
    return Found(kept, wrong)


def write(file: Path, corrections: Sequence[Correction]) -> int:
    """Add those that the file does not hold yet; returns how many. Raises `Unreadable`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with _opened(file, "rwc") as db:
        db.executescript(SCHEMA.read_text("utf-8"))
        before = db.total_changes
        marks = ", ".join("?" * len(WRITTEN))
        db.execute("begin immediate")
        db.executemany(
            f"insert or ignore into corrections ({', '.join(WRITTEN)}) values ({marks})",
            [_cells(told) for told in corrections],
        )
        db.execute("commit")
        return db.total_changes - before


def correction(told: dict[str, Any]) -> Correction:
    """Return a correction from its cells; ValueError says what is wrong."""
    for name in ("correction_id", "article_id", "policy_id", "coder"):
        if not str(told.get(name) or "").strip():
            raise ValueError(f"{name} is empty")
    if told.get("stance") not in (None, *STANCES):
        raise ValueError(f"stance {str(told['stance'])[:40]!r}; expected {', '.join(STANCES)}")
    flags = {name: bool(told.get(name)) for name in ("not_about_policy", "stands")}
    return Correction(**told | flags | {"set_at": _moment(told.get("set_at"))})


def _moment(told: Any) -> datetime:
    try:
        at = datetime.fromisoformat(str(told))
    except ValueError:
        raise ValueError(f"set_at {str(told)[:40]!r} is no moment") from None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _cells(told: Correction) -> tuple[Any, ...]:
    at = told.set_at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return tuple(at if name == "set_at" else getattr(told, name) for name in WRITTEN)


@contextmanager
def _opened(file: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """Open the file for one errand; what goes wrong is told in plain words."""
    try:
        db = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None
        )
        try:
            if mode != "ro":
                db.execute("pragma journal_mode = wal")
            yield db
        finally:
            db.close()
    except sqlite3.Error as error:
        raise Unreadable(f"{file.name}: {_why(error)}") from error


def _why(error: sqlite3.Error) -> str:
    told = str(error)
    if "locked" in told or "busy" in told:
        return f"another program has locked it ({told})"
    if "no such table" in told or "no such column" in told:
        return f"it is no file of corrections ({told})"
    if isinstance(error, sqlite3.OperationalError):
        return f"it cannot be opened ({told})"
    return f"it is damaged ({told})"
