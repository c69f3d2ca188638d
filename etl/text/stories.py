"""Stories: copies of one text in one cluster, so that a count can be of stories or of articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Story:
    """The story an article belongs to; the story goes by its earliest article."""

    article_id: str
    story_id: str
    how: str  # itself, same text, copy


def stories(articles: Sequence[Mapping[str, Any]]) -> list[Story]:
    """Return the story of each article.

    Articles hold `article_id`, `text_mark` (the same for equal texts), `copy_of` (an article_id
    that a person named) and `published_on`; each but the first may be None.

    >>> [s.story_id for s in stories([
    ...     dict(article_id="b", text_mark="x", copy_of=None, published_on=None),
    ...     dict(article_id="a", text_mark="x", copy_of=None, published_on=None)])]
    ['a', 'a']
    """
    root = {a["article_id"]: a["article_id"] for a in articles}
    marks: dict[str, str] = {}
    for article in articles:
        own = article["article_id"]
        if article["copy_of"] in root:
            _join(root, own, article["copy_of"])
        if article["text_mark"]:
            _join(root, own, marks.setdefault(article["text_mark"], own))
    first = _first(root, articles)
    return [_story(a, first[_find(root, a["article_id"])]) for a in articles]


def _story(article: Mapping[str, Any], story_id: str) -> Story:
    how = "copy" if article["copy_of"] else "same text"
    if article["article_id"] == story_id:
        how = "itself"
    return Story(article_id=article["article_id"], story_id=story_id, how=how)


def _first(root: dict[str, str], articles: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return the earliest article of each cluster; one that is named a copy never stands for it."""
    by_age = sorted(
        articles,
        key=lambda a: (bool(a["copy_of"]), a["published_on"] or date.max, a["article_id"]),
    )
    first: dict[str, str] = {}
    for article in by_age:
        first.setdefault(_find(root, article["article_id"]), article["article_id"])
    return first


def _join(root: dict[str, str], one: str, other: str) -> None:
    root[_find(root, one)] = _find(root, other)


def _find(root: dict[str, str], article: str) -> str:
    while root[article] != article:
        root[article] = root[root[article]]
        article = root[article]
    return article
