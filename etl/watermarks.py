"""Watermarks: through which moment each series of questions was asked, and the answers kept.

They are written after what they speak of is kept: after a crash a series is asked again from where
it stood before, never from where it would have come to.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

FILE = ".watermarks.json"


def watermarks(folder: Path) -> dict[str, datetime]:
    """Return the moment of each series; what is damaged is left out, and asked from the start."""
    try:
        told = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    found = {}
    latest = datetime.now(UTC) + timedelta(days=1)  # what lies ahead is of a clock that went back
    for series, moment in told.items() if isinstance(told, dict) else ():
        try:
            when = datetime.fromisoformat(moment)
        except (TypeError, ValueError):
            continue
        if when.tzinfo and when < latest:
            found[series] = when
    return found


def move(folder: Path, series: str, through: datetime) -> None:
    """Note that a series was asked through a moment; one never moves back."""
    held = watermarks(folder)
    held[series] = max(through, held.get(series, through))
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{FILE}.part"
    told = {name: moment.isoformat() for name, moment in sorted(held.items())}
    part.write_text(json.dumps(told, indent=1), encoding="utf-8")
    part.replace(folder / FILE)
