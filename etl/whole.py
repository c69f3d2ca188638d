"""Small files that are whole or as they were, whatever happens in between."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(place: Path, text: str) -> None:
    """Put `text` in a file in one move; raises `OSError` and leaves the file as it was."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name.lstrip('.')}.part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(place)
