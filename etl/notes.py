"""Notes: what a source remembers between runs, in a hidden file beside what it keeps.

They are only ever ahead of nothing: a note is put down after the file it speaks of was kept, so
that a crash in the middle costs a repeat. Notes that are lost or damaged cost a repeat, too.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

FILE = ".listing.json"


class Notes:
    """Words by topic and key, as `data/raw/<source>/.listing.json` holds them."""

    def __init__(self, folder: Path) -> None:
        """Read the notes that lie in a source's folder."""
        self._file = folder / FILE
        self._topics = _read(self._file)
        self._changed = False

    def word(self, topic: str, key: str) -> str | None:
        """Return what is noted, None where nothing is."""
        return self._topics.get(topic, {}).get(key)

    def moment(self, topic: str, key: str) -> datetime | None:
        """Return the moment that is noted, None where none is."""
        return _moment(self.word(topic, key))

    def put(self, topic: str, key: str, told: str | datetime | None) -> None:
        """Note a word or a moment; None strikes out what was noted."""
        known = self._topics.setdefault(topic, {})
        word = told.astimezone(UTC).isoformat() if isinstance(told, datetime) else told
        if word == known.get(key):
            return
        self._changed = True
        if word is None:
            del known[key]
        else:
            known[key] = word

    def keys(self, topic: str) -> list[str]:
        """Return the keys under which something is noted."""
        return list(self._topics.get(topic, {}))

    def save(self) -> None:
        """Write the notes; the file is whole or as it was."""
        if not self._changed:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_name(f"{FILE}.part")
        with part.open("w", encoding="utf-8") as file:
            json.dump(self._topics, file, indent=0, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._file)
        self._changed = False


def _moment(word: str | None) -> datetime | None:
    try:
        told = datetime.fromisoformat(word) if word else None
    except ValueError:
        return None
    return told if told and told.tzinfo else None


def _read(file: Path) -> dict[str, dict[str, str]]:
    try:
        told = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    topics = told.items() if isinstance(told, dict) else ()
    return {
        topic: {key: word for key, word in known.items() if isinstance(word, str)}
        for topic, known in topics
        if isinstance(known, dict)
    }
