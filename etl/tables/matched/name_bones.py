"""One row a name that articles tell: its bones, by which other spellings of it are found.

holder: the name as articles tell it
bones: its words without their vowels; null where it has one word, or a figure
told: how often it is told

key: holder
by: holder
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.spellings import bones

READS = {
    "names": "select holder, count(*) as told from matched.named_holders group by holder",
}


@dataclass(frozen=True, slots=True)
class NameBones:
    """A name and its bones."""

    holder: str
    bones: str | None
    told: int


ROW = NameBones


def rows(names: Sequence[Mapping[str, Any]]) -> Iterator[NameBones]:
    """Yield the bones of each name."""
    for name in names:
        found = bones(name["holder"])
        yield NameBones(name["holder"], " ".join(found) if found else None, name["told"])
