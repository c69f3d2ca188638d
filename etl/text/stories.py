"""Stories: copies of one text in one cluster, so that a count can be of stories or of articles.

Of a million articles the tables find those that may be copies, `staged.clusters`; which of these
are, is found here, cluster by cluster.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from etl.text.clean import clean_title
from etl.text.folding import fold
from etl.text.furniture import without_lines
from etl.text.groups import Groups
from etl.text.near_copies import near_copies
from etl.text.shingles import contained, shingled

Article = Mapping[str, Any]

_DAYS = 7  # within which one headline of one outlet is one story
_SHORTEST_TITLE = 20  # characters; "Editorial" and "News in brief" come back
_ALIKE = 0.3  # of the shorter text, where one outlet told it under one headline within days
_LOOKED_BACK = 3  # texts
_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Story:
    """The story an article belongs to; the story goes by its earliest article."""

    article_id: str
    story_id: str
    how: str  # itself, copy, same text, near text, same title


def stories(articles: Sequence[Article]) -> list[Story]:
    """Return the story of each article, in the order given.

    Articles hold `article_id`, `text`, `text_mark` (the same for equal texts), `title`, `outlet`,
    `furniture` (marks of lines that say nothing of it), `day` (published, else seen),
    `published_on`, `published_at` and `copy_of` (the article_id that a person, or the page, named);
    each but the first may be None.

    >>> blank = dict.fromkeys("text title outlet furniture day published_on published_at".split())
    >>> [s.story_id for s in stories([
    ...     blank | dict(article_id="b", text_mark="x", copy_of=None),
    ...     blank | dict(article_id="a", text_mark="x", copy_of=None)])]
    ['a', 'a']
    """
    ordered = sorted(articles, key=lambda a: str(a["article_id"]))
    joined, how = Groups[str](), dict[str, str]()
    for ways in (_told(ordered), _equal(ordered), _near(ordered), _titled(ordered)):
        for one, other, way in ways:
            joined.join(one, other)
            how.setdefault(one, way)
            how.setdefault(other, way)
    first: dict[str, str] = {}
    for article in sorted(ordered, key=_age):
        first.setdefault(joined.of(article["article_id"]), article["article_id"])
    return [_story(a["article_id"], first[joined.of(a["article_id"])], how) for a in articles]


def _story(article_id: str, story_id: str, how: Mapping[str, str]) -> Story:
    way = "itself" if article_id == story_id else how[article_id]
    return Story(article_id=article_id, story_id=story_id, how=way)


def _age(article: Article) -> tuple[bool, date, datetime, int, str]:
    """Return what puts the article that stands for a story first: never a copy by its own word."""
    return (
        bool(article["copy_of"]),
        article["published_on"] or date.max,
        article["published_at"] or _LATEST,
        -len(article["text"] or ""),
        article["article_id"],
    )


def _told(articles: Sequence[Article]) -> Iterator[tuple[str, str, str]]:
    """Yield the copies that a person, or the page itself, named."""
    at_hand = {a["article_id"] for a in articles}
    for article in articles:
        if article["copy_of"] in at_hand:
            yield article["article_id"], article["copy_of"], "copy"


def _equal(articles: Sequence[Article]) -> Iterator[tuple[str, str, str]]:
    marks: dict[str, str] = {}
    for article in articles:
        if mark := article["text_mark"]:
            first = marks.setdefault(mark, article["article_id"])
            if first != article["article_id"]:
                yield article["article_id"], first, "same text"


def _near(articles: Sequence[Article]) -> Iterator[tuple[str, str, str]]:
    """Yield the near copies among the texts, of equal ones the first."""
    told = list(
        {a["text_mark"] or a["article_id"]: a for a in reversed(articles) if a["text"]}.values()
    )
    texts = [without_lines(a["text"], frozenset(a["furniture"] or ())) for a in told]
    for one, other in near_copies(texts):
        if one != other:
            yield told[one]["article_id"], told[other]["article_id"], "near text"


def _titled(articles: Sequence[Article]) -> Iterator[tuple[str, str, str]]:
    """Yield the articles of one outlet that bear one headline within some days."""
    named: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in articles:
        if told := headline(article):
            named[told].append(article)
    for several in named.values():
        for within in _within_days(sorted(several, key=lambda a: (a["day"], a["article_id"]))):
            yield from _under_one_title(within)


def _within_days(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """Yield runs of articles, each within some days of its first."""
    run: list[Article] = []
    for article in articles:
        if run and (article["day"] - run[0]["day"]).days > _DAYS:
            yield run
            run = []
        run.append(article)
    if run:
        yield run


def _under_one_title(articles: Sequence[Article]) -> Iterator[tuple[str, str, str]]:
    """Yield which are one: texts that are not wholly different, and what has none by its day."""
    full = [a for a in articles if a["text"]]
    for place, article in enumerate(full):
        for earlier in full[max(0, place - _LOOKED_BACK) : place]:
            if _alike(article["text"], earlier["text"]):
                yield article["article_id"], earlier["article_id"], "same title"
                break
    for article in articles:
        near = article if article["text"] else _nearest(article["day"], full or articles[:1])
        if near is not article:
            yield article["article_id"], near["article_id"], "same title"


def _nearest(day: date, articles: Sequence[Article]) -> Article:
    """Return the article nearest in days, of two the earlier; the articles are in order of day."""
    place = bisect_left(articles, day, key=lambda a: a["day"])
    return min(articles[max(0, place - 1) : place + 1], key=lambda a: abs((a["day"] - day).days))


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((shingled(one), shingled(other)), key=lambda s: len(s.runs))
    return contained(shorter, longer) >= _ALIKE


def headline(article: Article) -> tuple[str, str] | None:
    """Return outlet and headline as they are held to others; None where they tell too little."""
    outlet, title = article["outlet"], article["title"]
    if not outlet or not title or not article["day"]:
        return None
    told = " ".join(fold(clean_title(title, outlet) or "").text.split())
    return (outlet.casefold(), told) if len(told) >= _SHORTEST_TITLE else None
