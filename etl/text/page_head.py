"""What a page of the web says of itself: in its meta tags, its JSON-LD, its canonical link.

The page's own words are taken before any guess; nothing here is found by looking at its body.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from etl.text.clean import plain_text, tidy

Element = Any  # lxml tells no types

_TITLE = ("og:title", "twitter:title", "dc.title", "title", "parsely-title", "citation_title")
_OUTLET = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher")
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_SUMMARY = ("og:description", "description", "twitter:description")
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date"),
    *("article:published", "publish-date", "publish_date", "publication_date", "pubdate"),
    *(
        "date.issued",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "sailthru.date",
    ),
    *(
        "citation_publication_date",
        "bt:pubdate",
        "originalpublicationdate",
        "article_date_original",
    ),
    *("ptime", "cxenseparse:recs:publishtime", "article.published", "publishdate", "date"),
)
_ORIGINAL = ("original-source", "syndication-source")
_ARTICLES = ("article", "newsarticle", "blogposting", "reportage", "opinion", "analysis", "webpage")
_MOST_JSON = 2_000_000  # characters
_DEEPEST = 12
_LONGEST = 5_000  # characters of one thing told


class PageHead:
    """What one page tells of itself; `root` is its tree."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._meta = _meta(root)
        self._things = [t for t in _things(root) if _kind(t) != ""]
        self.is_article = any(_kind(t) not in ("", "webpage") for t in self._things)

    def _told(self, names: Iterable[str], key: str = "") -> Iterator[str]:
        yield from (self._meta[n] for n in names if n in self._meta)
        yield from (text for t in self._things if key for text in _texts(t.get(key)))

    @property
    def titles(self) -> list[str]:
        """The headlines it gives itself, the one for readers first."""
        said = [*self._told(_TITLE[:1]), *self._told((), "headline"), *self._told(_TITLE)]
        window = next(self.root.iter("title"), None)
        shown = [window.text_content()] if window is not None else []
        return [text for text in (tidy(t[:_LONGEST]) for t in [*said, *shown]) if text]

    @property
    def headings(self) -> list[str]:
        """The headings of the first rank, as they stand on the page."""
        found = [heading.text_content()[:_LONGEST] for heading in self.root.iter("h1")]
        return [tidy(heading) for heading in found[:5]]

    @property
    def shown_title(self) -> str | None:
        """What stands in the window's title."""
        found = next(self.root.iter("title"), None)
        return tidy(found.text_content()[:_LONGEST]) if found is not None else None

    @property
    def summary(self) -> str | None:
        """What it shows of itself elsewhere, plain."""
        return plain_text(next(self._told(_SUMMARY, "description"), "")) or None

    @property
    def kind(self) -> str | None:
        """`article`, `website` …, as it says itself."""
        return "article" if self.is_article else self._meta.get("og:type", "").lower() or None

    @property
    def outlet(self) -> str | None:
        """The name of the site."""
        told = [*self._told(_OUTLET[:1]), *self._told((), "publisher"), *self._told(_OUTLET)]
        return next((t for t in map(plain_text, told) if 0 < len(t) < 100 and "//" not in t), None)

    @property
    def original(self) -> str | None:
        """Whose article it carries, where it says so."""
        return next(self._told(_ORIGINAL), None)

    @property
    def authors(self) -> str | None:
        """Who wrote it, joined by "; "."""
        told = [*self._told((), "author"), *self._told(_AUTHOR)]
        names = dict.fromkeys(plain_text(t[:300]) for t in told if "//" not in t and "@" not in t)
        named = [n for n in names if any(c.isalpha() for c in n) and len(n) < 200]
        linked = list(dict.fromkeys(self._told((), "author")))
        return "; ".join(named[: max(1, min(len(linked), 10))]) or None

    @property
    def dates(self) -> list[str]:
        """When it says it was published, the surest first."""
        first = self._meta.get("article:published_time")
        told = [*([first] if first else []), *self._told((), "datePublished")]
        marked = self.root.xpath("(//time[@pubdate or @itemprop='datePublished'])[1]/@datetime")
        told += [*self._told(_PUBLISHED), *map(str, marked)]
        return [tidy(t[:100]) for t in dict.fromkeys(told) if t.strip()]

    @property
    def language(self) -> str | None:
        """The language of the page, as its root says."""
        top = self.root.getroottree().getroot()
        told = top.get("lang") or top.get("{http://www.w3.org/XML/1998/namespace}lang")
        return str(told) if told else None

    @property
    def addresses(self) -> list[str]:
        """Where it says it belongs, the canonical address first."""
        links = self.root.xpath("//link[translate(@rel,'CANOIL','canoil')='canonical']/@href")
        told = [*map(str, links), self._meta.get("og:url", ""), *self._told((), "url")]
        return [t.strip()[:_LONGEST] for t in told if t.strip()]


def _meta(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()[:_LONGEST]
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := (element.get(key) or "").strip().lower()):
                found.setdefault(name, content)
    return found


def _things(root: Element) -> Iterator[Mapping[str, Any]]:
    """Yield every thing that the page's JSON-LD describes; what is damaged is passed over."""
    for element in root.iter("script"):
        text = element.text or ""
        if "ld+json" not in (element.get("type") or "").lower() or len(text) > _MOST_JSON:
            continue
        try:
            told = json.loads(text.strip().strip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _unfolded(told, _DEEPEST)


def _unfolded(told: Any, deepest: int) -> Iterator[Mapping[str, Any]]:
    if deepest == 0:
        return
    if isinstance(told, list):
        for part in told[:200]:
            yield from _unfolded(part, deepest - 1)
    elif isinstance(told, dict):
        yield told
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _unfolded(told.get(key), deepest - 1)


def _kind(thing: Mapping[str, Any]) -> str:
    """Return what a thing is, in small letters, empty where it is no text of this page."""
    kinds = " ".join(_texts(thing.get("@type"))).lower().replace("schema.org/", "")
    return next((kind for kind in _ARTICLES if kind in kinds), "")


def _texts(told: Any) -> list[str]:
    """Return a value's texts: itself, its name, or those of its parts."""
    if isinstance(told, str):
        return [told[:_LONGEST]] if told.strip() else []
    if isinstance(told, list):
        return [text for part in told[:50] if not isinstance(part, list) for text in _texts(part)]
    if isinstance(told, dict):
        return [text for text in _texts_of_name(told) if text]
    return []


def _texts_of_name(told: Mapping[str, Any]) -> list[str]:
    name = told.get("name")
    return _texts(name) if isinstance(name, str | list) else []
