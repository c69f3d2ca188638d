"""One row a line of an article's text, so that lines can be known that an outlet sets around all.

place: of the different lines of the text, from 0
line_mark: the same for lines that differ in nothing but case and outer space

key: article_id, place
by: article_id
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.furniture import line_marks

READS = {
    "articles": """
        select
            article_id,
            articles.text,
            coalesce(articles.domain, articles.outlet) as outlet
        from staged.texts as texts
        join staged.articles as articles using (article_id)
        where coalesce(articles.domain, articles.outlet) <> ''
    """
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text."""

    article_id: str
    place: int
    outlet: str
    line_mark: int


ROW = Line


def rows(articles: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """Yield the different lines of each text."""
    for article in articles:
        outlet = article["outlet"].casefold()
        for place, mark in enumerate(line_marks(article["text"])):
            yield Line(article["article_id"], place, outlet, mark)
