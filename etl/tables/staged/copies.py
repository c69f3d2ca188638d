"""One row an article that may share its story with another: the story that it belongs to.

how: as staged.stories has it

key: article_id
by: cluster_id through staged.clusters
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from etl.text.stories import Story, stories

READS = {
    "articles": """
        select
            clusters.cluster_id,
            article_id,
            articles.title,
            articles.text,
            articles.text_mark,
            furniture.line_marks as furniture,
            coalesce(articles.domain, articles.outlet) as outlet,
            coalesce(articles.published_on, articles.seen_by_source_at::date) as day,
            articles.published_on,
            articles.published_at,
            articles.copy_of
        from staged.clusters as clusters
        join staged.articles as articles using (article_id)
        left join staged.furniture as furniture using (article_id)
    """
}


@dataclass(frozen=True, kw_only=True)
class Copy(Story):
    """The story of an article, and the cluster in which it was found."""

    cluster_id: str


ROW = Copy


def rows(articles: Sequence[Mapping[str, Any]]) -> Iterator[Copy]:
    """Yield the story of each article, cluster by cluster."""
    clusters: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for article in articles:
        clusters[article["cluster_id"]].append(article)
    for cluster_id, together in clusters.items():
        for story in stories(together):
            yield Copy(cluster_id=cluster_id, **asdict(story))
