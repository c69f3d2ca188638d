"""One row a name that articles tell: the spelling that stands for all spellings of that person.

holder: the name as articles tell it
speaker: in our letters where there is such a spelling, the one told most often

key: holder
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.spellings import one_voice

READS = {
    "names": "select holder, count(*) as told from matched.named_holders group by holder",
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name, and the one that stands for it."""

    holder: str
    speaker: str


ROW = Spelling


def rows(names: Sequence[Mapping[str, Any]]) -> list[Spelling]:
    """Return what stands for each name."""
    counts = {name["holder"]: name["told"] for name in sorted(names, key=lambda n: n["holder"])}
    return [Spelling(holder, speaker) for holder, speaker in one_voice(counts).items()]
