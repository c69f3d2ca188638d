"""One row an article that may share its story with another: the cluster of all that hang together.

cluster_id: the first of its articles

key: article_id
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.text.groups import Groups

READS = {"pairs": "select article_id, other_id from staged.likely_copies"}


@dataclass(frozen=True, slots=True)
class Clustered:
    """An article and its cluster."""

    article_id: str
    cluster_id: str


ROW = Clustered


def rows(pairs: Sequence[Mapping[str, str]]) -> list[Clustered]:
    """Return the cluster of each article that is in a pair."""
    joined = Groups[str]()
    for pair in pairs:
        joined.join(pair["article_id"], pair["other_id"])
    articles = sorted({article_id for pair in pairs for article_id in pair.values()})
    first: dict[str, str] = {}
    for article_id in articles:
        first.setdefault(joined.of(article_id), article_id)
    return [Clustered(article_id, first[joined.of(article_id)]) for article_id in articles]
