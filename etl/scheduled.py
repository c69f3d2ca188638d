"""What `refresh --every` is set to do next: a small file that it leaves while it runs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etl.folders import Folders
from etl.schedule import read_interval
from etl.whole import write_whole


@dataclass(frozen=True)
class Scheduled:
    """How often, and when next."""

    every: str  # as it was asked: 6h
    interval: timedelta
    next_at: datetime


def place(folders: Folders) -> Path:
    """Return where it is put down."""
    return folders.raw / ".schedule.json"


def scheduled(folders: Folders) -> Scheduled | None:
    """Return what is set, None where nothing is, or where it cannot be read."""
    try:
        told = json.loads(place(folders).read_text("utf-8"))
        every, next_at = str(told["every"]), datetime.fromisoformat(told["next_at"])
        return Scheduled(every, read_interval(every), next_at.astimezone(UTC))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def set_next(folders: Folders, every: str, next_at: datetime) -> None:
    """Put down when the next run is due; raises `OSError`."""
    told = {"every": every, "next_at": next_at.astimezone(UTC).isoformat(timespec="seconds")}
    write_whole(place(folders), json.dumps(told) + "\n")


def unset(folders: Folders) -> None:
    """Take it away: no run is due any more."""
    place(folders).unlink(missing_ok=True)
