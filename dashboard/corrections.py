"""What coders set by hand: the one door to `data/corrections.sqlite`.

Its shape, and the rule which correction stands, are told in `data/corrections.sql`, for the build
too. A row is added and never changed. Each errand opens the file for itself; several sessions may
write at once.
"""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import db

WAIT = 5.0  # seconds that another's write may take
LOOKED_AT = """
select correction_id, mention_id, policy_id, stance, holder, not_about_policy, note, coder, stands
from told where article_id = ? order by set_at desc, seq desc
"""
ADDED = """
insert into corrections (
    correction_id, article_id, policy_id, mention_id, sentence, stance, holder, not_about_policy,
    note, coder, set_at, undoes
) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Trouble(Exception):
    """The file of corrections cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Mention:
    """The mention that is meant, and its sentence, by which it is known again if its text moves."""

    mention_id: str
    article_id: str
    policy_id: str
    sentence: str | None


@dataclass(frozen=True)
class Correction:
    """What a coder set: None leaves what was found."""

    stance: str | None = None
    holder: str | None = None
    not_about_policy: bool = False
    note: str | None = None


@dataclass(frozen=True)
class Told:
    """A correction that was saved, and whether it stands."""

    correction_id: str
    mention_id: str | None
    policy_id: str
    coder: str
    stands: bool
    set_to: Correction


def read_only() -> bool:
    """Return whether this dashboard may only be looked at: LAWBEAT_READ_ONLY=1."""
    return os.environ.get("LAWBEAT_READ_ONLY", "").strip().lower() in {"1", "true", "yes"}


def of_article(article_id: str) -> list[Told]:
    """Return what was set in an article, the newest first; raises Trouble."""
    if not (db.folder() / "corrections.sqlite").exists():
        return []
    with _opened("ro") as file:
        rows = file.execute(LOOKED_AT, [article_id]).fetchall()
    return [
        Told(cid, mention, policy, coder, bool(stands), Correction(stance, holder, bool(no), note))
        for cid, mention, policy, stance, holder, no, note, coder, stands in rows
    ]


def save(mention: Mention, set_to: Correction, coder: str) -> str:
    """Add a correction; returns its id. Raises Trouble."""
    told = (set_to.stance, set_to.holder, int(set_to.not_about_policy), set_to.note)
    return _add(mention, told, coder, None)


def undo(mention: Mention, correction_id: str, coder: str) -> str:
    """Take a correction back, which is a row of its own; returns its id. Raises Trouble."""
    return _add(mention, (None, None, 0, None), coder, correction_id)


def _add(mention: Mention, told: tuple[object, ...], coder: str, undoes: str | None) -> str:
    if read_only():
        raise Trouble("This dashboard is read-only (LAWBEAT_READ_ONLY).")
    correction_id = uuid.uuid4().hex
    place = (mention.article_id, mention.policy_id, mention.mention_id, mention.sentence)
    at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    with _opened("rwc") as file:
        file.executescript((db.ROOT / "data" / "corrections.sql").read_text("utf-8"))
        file.execute(ADDED, (correction_id, *place, *told, coder, at, undoes))
    return correction_id


@contextmanager
def _opened(mode: str) -> Iterator[sqlite3.Connection]:
    path = db.folder() / "corrections.sqlite"
    try:
        file = sqlite3.connect(
            f"{path.as_uri()}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None
        )
        try:
            if mode != "ro":
                file.execute("pragma journal_mode = wal")
            yield file
        finally:
            file.close()
    except (sqlite3.Error, OSError) as error:
        raise Trouble(f"{path.name} cannot be used ({error}).") from error
