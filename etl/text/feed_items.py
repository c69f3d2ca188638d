"""Items of feeds, whatever the feed's format, made into articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from etl.records import Article, Reject
from etl.text.addresses import domain, web_address
from etl.text.clean import clean_title, paragraphs, plain_text, words
from etl.text.dates import UNKNOWN, When, parse_date

MOST_ITEMS = 2_000
_LONGEST_TITLE = 1_000  # characters
_SNIPPET = 100  # words; what is longer is the text itself
_TITLES_ONLY = frozenset({"news.google.com"})  # its summaries are other articles' headlines
_LONGEST_NAME = 300
_MAIL = re.compile(r"\S+@\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says of itself."""

    title: str | None = None
    link: str | None = None
    language: str | None = None  # as given: en-US


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a feed says of one article: mark-up and all, as it stands there."""

    given_id: str | None = None
    link: str | None = None
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    author: str | None = None
    language: str | None = None
    outlet: str | None = None  # the source it was taken from
    dates: tuple[str, ...] = ()  # the day of publication first


def articles(
    feed: Feed, raw_items: Sequence[Any], item_of: Callable[[Any], Item]
) -> list[Article | Reject]:
    """Return the articles of a feed; an item that fails costs itself alone."""
    records: list[Article | Reject] = []
    for number, raw in enumerate(raw_items[:MOST_ITEMS], start=1):
        try:
            records += _article(feed, item_of(raw), f"item {number}")
        except Exception as error:
            # A feed is foreign matter: whatever one item breaks, the others still come in.
            records.append(Reject(place=f"item {number}", reason=f"cannot be read: {error!r:.200}"))
    if (left_out := len(raw_items) - MOST_ITEMS) > 0:
        reason = (
            f"{len(raw_items):,} items: the first {MOST_ITEMS:,} were read, {left_out:,} left out"
        )
        records.append(Reject(place="feed", reason=reason))
    return records


def _article(feed: Feed, item: Item, place: str) -> list[Article | Reject]:
    url, rejects = _address(feed, item, place)
    language, country = _language(item.language or feed.language)
    outlet = _outlet(item, feed)
    title = clean_title(item.title, outlet)
    snippet, text = _body(item, feed)
    if not (url or title or snippet or text):
        return [Reject(place=place, reason="it has neither a link nor any words")]
    if title and len(title) > _LONGEST_TITLE:
        rejects.append(Reject(place=place, reason=f"its title has {len(title):,} characters: cut"))
        title = title[:_LONGEST_TITLE]
    given, when = _when(item.dates, country, language)
    if given and when is UNKNOWN:
        rejects.append(Reject(place=place, reason=f"the date cannot be read: {given:.80}"))
    article = Article(
        url=url,
        title=title,
        text=text,
        snippet=snippet,
        outlet=outlet,
        language=language,
        author=_author(item.author),
        published=given,
        published_on=when.on,
        published_at=when.at,
        published_precision=when.precision,
        published_source="feed" if given else None,
        given_id=item.given_id or None,
    )
    return [article, *rejects]


def _address(feed: Feed, item: Item, place: str) -> tuple[str | None, list[Reject]]:
    link = (item.link or "").strip()
    if not link:
        return None, []
    base = web_address(feed.link) if feed.link else None
    if url := web_address(link, base or "http:"):
        return url, []
    return None, [Reject(place=place, reason=f"its link is no web address: {link:.80}")]


def _outlet(item: Item, feed: Feed) -> str | None:
    """Return whose article it is: the source an item names, else the feed's own title."""
    given = item.outlet or (None if _titles_only(feed) else feed.title)
    return plain_text(given or "").strip(" |-–—") or None


def _titles_only(feed: Feed) -> bool:
    return feed.link is not None and domain(feed.link) in _TITLES_ONLY


def _language(given: str | None) -> tuple[str | None, str | None]:
    """Return language and country of `en-US`; the country only helps to read dates."""
    found = re.fullmatch(
        r"([a-z]{2})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}))?(?:[-_].*)?", (given or "").strip().lower()
    )
    if not found:
        return None, None
    return found[1], found[2].upper() if found[2] else None


def _body(item: Item, feed: Feed) -> tuple[str | None, str | None]:
    """Return what may be shown of the article and its text, where the feed gives that."""
    if _titles_only(feed):
        return None, None
    told = {paragraphs(part): None for part in (item.summary, item.content) if part}
    by_length = sorted(filter(None, told), key=words)
    if not by_length:
        return None, None
    if words(by_length[-1]) <= _SNIPPET:
        return " ".join(by_length[-1].split()), None
    short = by_length[0] if words(by_length[0]) <= _SNIPPET else None
    return " ".join(short.split()) if short else None, by_length[-1]


def _when(
    dates: Sequence[str], country: str | None, language: str | None
) -> tuple[str | None, When]:
    """Return the first date that can be read, else the first as it stands."""
    for given in dates:
        when = parse_date(given, country, language)
        if when is not UNKNOWN:
            return given, when
    return (dates[0] if dates else None), UNKNOWN


def _author(given: str | None) -> str | None:
    name = _MAIL.sub("", plain_text((given or "")[:_LONGEST_NAME])).strip(" ()<>,;")
    return name if any(c.isalpha() for c in name) else None
