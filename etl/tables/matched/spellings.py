"""One row a name that others have the bones of: the spelling that stands for all of that person.

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
    "names": """
        select holder, told
        from matched.name_bones
        where bones in (select bones from matched.name_bones group by bones having count(*) > 1)
        order by holder
    """,
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name, and the one that stands for it."""

    holder: str
    speaker: str


ROW = Spelling


def rows(names: Sequence[Mapping[str, Any]]) -> list[Spelling]:
    """Return what stands for each name."""
    standing = one_voice({name["holder"]: name["told"] for name in names})
    return [Spelling(holder, speaker) for holder, speaker in standing.items()]
