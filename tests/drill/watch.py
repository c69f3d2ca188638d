"""What readers saw, held against what was published: errors, torn reads, stale reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.drill.actors import Seen


@dataclass(frozen=True)
class Published:
    """A version and the moment from which on nobody may see an older one."""

    name: str
    at: float

    @property
    def number(self) -> int:
        """Return the number in its name."""
        return int(re.findall(r"\d+", self.name)[0])


def seen(note: Path) -> Iterator[Seen]:
    """Yield what a reader noted; the last line may be cut where the reader was stopped."""
    for line in note.read_text().splitlines():
        if line.endswith("}"):
            yield Seen(**json.loads(line))


def faults(
    looks: Sequence[Seen], published: Sequence[Published]
) -> tuple[list[str], list[str], list[str]]:
    """Return the readers' errors, their torn reads and their stale reads."""
    errors = [str(look.error) for look in looks if look.error]
    good = [look for look in looks if not look.error]
    torn = [f"version {s.number} says it is {s.says}" for s in good if s.number != s.says]
    first: dict[int, str] = {}
    for look in good:
        if first.setdefault(look.number, look.digest) != look.digest:
            torn.append(f"version {look.number} was {first[look.number]}, then {look.digest}")
    return errors, torn, [told for look in good if (told := _stale(look, published))]


def _stale(look: Seen, published: Sequence[Published]) -> str | None:
    newest = max((p.number for p in published if p.at < look.began), default=0)
    return f"version {look.number} after {newest} was out" if look.number < newest else None
