"""How each source fared in each run, as the tables of `raw` are given it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from datetime import datetime
from typing import Any

from etl.folders import Folders
from etl.keep import log_lines, read_moment


@dataclass(frozen=True, kw_only=True)
class RefreshRow:
    """One source in one run, as its log tells it."""

    refresh_id: str
    started_at: datetime | None
    source_id: str
    asked: int
    came: int
    new: int
    changed: int
    unchanged: int
    rejected: int
    failed: bool
    reason: str | None
    seconds: float
    # What older logs do not tell yet:
    truncated: bool = False
    failures: str | None = None  # each: what, and why, joined by "; "
    not_asked: str | None = None  # what was left alone and why, joined by "; "
    next_attempt_at: datetime | None = None


def refresh_rows(folders: Folders) -> list[RefreshRow]:
    """Return what the log tells of each source, but for lines that lack what a row needs."""
    fields = RefreshRow.__dataclass_fields__
    needed = {name for name, field in fields.items() if field.default is MISSING}
    return [
        RefreshRow(**{name: told[name] for name in fields if name in told} | _as_told(told))
        for told in log_lines(folders.refreshes)
        if told.keys() >= needed
    ]


def _as_told(told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "started_at": read_moment(told["started_at"]),
        "failures": "; ".join(told.get("failures") or ()) or None,
        "not_asked": "; ".join(told.get("not_asked") or ()) or None,
        "next_attempt_at": read_moment(told.get("next_attempt_at")),
    }
