"""One row an address that an article was told under, asked for at, or labelled by.

key: url
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.same_articles import key_of, known

READS = {
    "told": """
        select url, min(article_id) as article_id
        from (
            select url, article_id from staged.article_tellings
            union
            select asked, article_id from staged.article_tellings
        )
        where url is not null
        group by url
    """,
    "labels": "select distinct url from raw.labels where url is not null",
}


@dataclass(frozen=True, kw_only=True)
class Address:
    """An address of an article."""

    url: str
    article_id: str


ROW = Address


def rows(told: Sequence[Mapping[str, Any]], labels: Sequence[Mapping[str, Any]]) -> list[Address]:
    """Return the addresses that were told, and those of labels that lead to the same articles."""
    at = {row["url"]: row["article_id"] for row in told}
    by_key = {key: article_id for url, article_id in at.items() if (key := key_of(url))}
    for row in labels:
        if row["url"] not in at and (article_id := known(by_key, row["url"])):
            at[row["url"]] = article_id
    return [Address(url=url, article_id=article_id) for url, article_id in sorted(at.items())]
