"""One row a part of a cluster that hangs together with another: what stands for all of them.

key: part_id
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.text.groups import Groups

READS = {
    "pairs": """
        select distinct
            one.part_id,
            other.part_id as other_id
        from staged.likely_copies as pairs
        join staged.cluster_parts as one using (article_id)
        join staged.cluster_parts as other on other.article_id = pairs.other_id
        where one.part_id <> other.part_id
    """
}


@dataclass(frozen=True, slots=True)
class PartTie:
    """A part, and what stands for all that hang together with it."""

    part_id: str
    joined_id: str


ROW = PartTie


def rows(pairs: Sequence[Mapping[str, str]]) -> list[PartTie]:
    """Return what stands for each part that is in a pair."""
    joined = Groups[str]()
    for pair in pairs:
        joined.join(pair["part_id"], pair["other_id"])
    parts = sorted({part_id for pair in pairs for part_id in pair.values()})
    return [PartTie(part_id, joined.of(part_id)) for part_id in parts]
