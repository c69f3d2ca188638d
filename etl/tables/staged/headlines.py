"""One row an article whose headline, of its outlet, may tell that it is another article again.

headline_mark: the same for one headline of one outlet
day: published, else seen

key: article_id
by: article_id
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.text.furniture import line_marks
from etl.text.stories import headline

READS = {
    "articles": """
        select
            article_id,
            title,
            coalesce(domain, outlet) as outlet,
            coalesce(published_on, seen_by_source_at::date) as day
        from staged.articles
    """
}


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of an article."""

    article_id: str
    headline_mark: int
    day: date


ROW = Headline


def rows(articles: Sequence[Mapping[str, Any]]) -> Iterator[Headline]:
    """Yield the headlines that are long enough, of articles whose outlet and day are known."""
    for article in articles:
        if told := headline(article):
            yield Headline(article["article_id"], line_marks(" ".join(told))[0], article["day"])
