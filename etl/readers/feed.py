"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed.

feedparser reads the XML; the bytes are decoded here first (feeds are often wrong about their own
encoding) and the dates are parsed here afterwards (its own are wrong too often). There is no upper
bound to dates: whoever has a clock drops what `dates.too_far_ahead` says.
"""

from __future__ import annotations

import html
import io
import json
import re
from typing import Any

import feedparser

from etl.records import Article, Refused, Reject
from etl.text.encodings import decode
from etl.text.feed_items import Feed, Item, articles

VERSION = 1
LARGEST = 20_000_000  # bytes

_ENDINGS = (".rss", ".atom", ".rdf")
_PROLOG = re.compile(
    r"\s*(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)\s*)*+", re.DOTALL | re.I
)
_ROOT = re.compile(r"<((?:[\w.-]+:)?([\w.-]+))(?=[\s>/])")
_FEED_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
_RSS_1 = re.compile(r"rss/1\.|netscape\.com/rdf|channel\.netscape|rss09", re.I)
_JSON_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_JSON_SORTED = re.compile(r'"(?:feed_url|home_page_url)"\s*:.*"items"\s*:\s*\[', re.DOTALL)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']", re.I)
_XML_MARK = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
# feedparser looks for an address in names in a time that grows with the square of their length.
_LONG_NAME = re.compile(
    r"(<(?:\w+:)?(?:author|creator|contributor|publisher|name|email|managingEditor|webMaster)\b"
    r"[^<>]{0,500}>\s*(?:<!\[CDATA\[)?[^<>]{500})[^<>]+",
    re.I,
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def reads(name: str, head: bytes) -> bool:
    """Return whether these bytes begin a feed, or another thing under a feed's file name."""
    try:
        text = decode(head)
    except Refused:
        return False
    if _is_json_feed(text):
        return True
    root, known = _root(text), name.lower().endswith(_ENDINGS)
    return root in _FEED_ROOTS if root and root != "html" else known


def read(name: str, content: bytes) -> list[Article | Reject]:
    """Return the articles of a feed, and what of it could not be used."""
    if len(content) > LARGEST:
        raise Refused(f"the feed is {len(content) / 1e6:.1f} MB large; up to 20 MB are read")
    declared = _DECLARED.match(content[:300].decode("latin-1"))
    text = _NOT_XML.sub("", decode(content, declared[1] if declared else None))
    if text.lstrip()[:1] == "{":
        return _read_json(text)
    _refuse_no_feed(text)
    return _read_xml(text)


def _is_json_feed(head: str) -> bool:
    if head.lstrip()[:1] != "{":
        return False
    return bool(_JSON_VERSION.search(head) or _JSON_SORTED.search(head))


def _root(text: str) -> str | None:
    """Return the name of the first element, without its prefix; `rdf` only where it is a feed."""
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    found = _ROOT.match(text, start)
    if not found:
        return None
    name = found[2].lower()
    if name == "rdf" and not _RSS_1.search(text[start : start + 4096]):
        return "rdf, and no RSS,"
    return name


def _refuse_no_feed(text: str) -> None:
    if not text.strip():
        raise Refused("the feed is empty")
    prolog = _PROLOG.match(text)
    if "<!entity" in text[: prolog.end() if prolog else 0].lower():
        raise Refused("the XML declares entities, which are never read")
    root = _root(text)
    if root == "html" or re.match(r"\s*<(?:!doctype html|head|body)\b", text, re.I):
        raise Refused("an HTML page, not a feed")
    if root is None:
        raise Refused("not a feed: it does not begin as XML or JSON Feed does")
    if root not in _FEED_ROOTS:
        raise Refused(f"not a feed: its root is <{root}>")


# RSS and Atom -------------------------------------------------------------------------------


def _read_xml(text: str) -> list[Article | Reject]:
    told = _parsed(_LONG_NAME.sub(r"\1", text))
    feed = Feed(
        title=_text(told.feed.get("title")),
        link=_text(told.feed.get("link")) or _text(told.feed.get("href")),
        language=_text(told.feed.get("language")),
    )
    records = articles(feed, told.entries, _xml_item)
    if not re.search(
        r"</(?:\w+:)?(?:rss|rdf|feed|channel)\s*>[^<]*(?:<!--.*?-->\s*)*$", text, re.I
    ):
        reason = "the feed breaks off before its end: the last item may be incomplete"
        records.append(Reject(place="feed", reason=reason))
    return records


def _parsed(text: str) -> Any:
    try:
        return feedparser.parse(
            io.BytesIO(_XML_MARK.sub("", text, count=1).encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # half characters, odd namespaces: it raises whatever its parts do
        raise Refused(f"the feed is damaged: {type(error).__name__} where it is parsed") from None


def _xml_item(entry: Any) -> Item:
    contents = [_text(c.get("value")) or "" for c in dict.get(entry, "content") or ()]
    dates = (_text(dict.get(entry, key)) for key in ("published", "created", "updated"))
    source = dict.get(entry, "source") or {}
    return Item(
        given_id=_text(entry.get("id")),
        link=_text(entry.get("feedburner_origlink")) or _text(entry.get("link")),
        title=_text(entry.get("title")),
        summary=_text(dict.get(entry, "summary")),
        content=max(contents, key=len, default=None),
        author=_text(entry.get("author")),
        language=_text(dict.get(entry, "language")),
        outlet=_text(source.get("title")),
        dates=tuple(date for date in dates if date),
    )


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


# JSON Feed ----------------------------------------------------------------------------------


def _read_json(text: str) -> list[Article | Reject]:
    try:
        told = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise Refused(f"the JSON is damaged: {error!s:.200}") from None
    items = told.get("items")
    if "jsonfeed.org" not in str(told.get("version")) or not isinstance(items, list):
        raise Refused("not a feed: JSON, but without the version and items of a JSON Feed")
    feed = Feed(
        title=_text(told.get("title")),
        link=_text(told.get("home_page_url")) or _text(told.get("feed_url")),
        language=_text(told.get("language")),
    )
    return articles(feed, items, _json_item)


def _json_item(item: Any) -> Item:
    if not isinstance(item, dict):
        raise TypeError(f"an object was expected, not {type(item).__name__}")
    authors = item.get("authors") or [item.get("author")]
    names = [_text(a.get("name")) for a in authors if isinstance(a, dict)]
    dates = (item.get(key) for key in ("date_published", "date_modified"))
    plain = _text(item.get("content_text"))
    return Item(
        given_id=str(item["id"]) if item.get("id") is not None else None,
        link=_text(item.get("url")) or _text(item.get("external_url")),
        title=_text(item.get("title")),
        summary=_text(item.get("summary")),
        content=_text(item.get("content_html")) or (html.escape(plain) if plain else None),
        author="; ".join(name for name in names if name) or None,
        language=_text(item.get("language")),
        dates=tuple(str(date) for date in dates if date),
    )
