"""One row a print of a text: a number that a copy of it is likely to have as well.

print: of the runs of words that stand for the text, without the lines its outlet sets around it
runs: of the whole text
prints: of the whole text; it has none under thirty words

key: article_id, print
by: article_id
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from etl.text.furniture import without_lines
from etl.text.near_copies import prints
from etl.text.shingles import shingled

READS = {
    "articles": """
        select
            article_id,
            articles.text,
            furniture.line_marks as furniture
        from staged.texts as texts
        join staged.articles as articles using (article_id)
        left join staged.furniture as furniture using (article_id)
    """
}


@dataclass(frozen=True, slots=True)
class Print:
    """A print of a text."""

    article_id: str
    print: int
    runs: int
    prints: int


ROW = Print


def rows(articles: Sequence[Mapping[str, Any]]) -> Iterator[Print]:
    """Yield the prints of each text."""
    for article in articles:
        text = shingled(without_lines(article["text"], frozenset(article["furniture"] or ())))
        few = prints(text).view(np.int64).tolist()
        for number in few:
            yield Print(article["article_id"], number, len(text.runs), len(few))
