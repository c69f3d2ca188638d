"""One row a telling of an article: which article it is, and what its text alone shows.

article_id: the same for every telling of one address; of a text without one, from outlet and text;
  of a headline alone, from outlet, headline and day
url: the address it stands under: the one it tells, or the page's that was asked for
asked: the address that a page was asked for at
copy_of: the article that it copies, where a person said so, or the page itself names another site
domain: host of the address, without www, m and amp
language: as told, else by its script or by a model; null where nothing tells
carrier: the outlet that the text itself signs with, where it does
cited: the outlet that the text relays
published_month: first day of the month, where the date as given says at least that
published_year: first day of the year, where the date as given says at least that
text_mark: the same for texts that differ in nothing but white space and case

key: file_id, row
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.text.addresses import outlet_domains
from etl.text.clean import clean_title, fold, words
from etl.text.dates import parse_date
from etl.text.languages import language_of
from etl.text.outlets import carrier, cited_outlet
from etl.text.same_articles import Addresses, Page

READS = {
    "articles": """
        select
            told.file_id,
            told.row,
            told.url,
            (
                select min(files.url)
                from raw.files as files
                where files.file_id = told.file_id and files.reader = 'page'
            ) as asked,
            told.title,
            told.text,
            told.snippet,
            told.outlet,
            told.country,
            told.language,
            told.published,
            told.published_on,
            told.cited_outlet,
            told.copy_of
        from raw.articles as told
    """,
    "outlets": "select domain, name from raw.outlets",
}
_READ = 20_000  # characters of a text in which the outlets it signs with and cites are looked for


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What one telling of an article shows."""

    file_id: str
    row: int
    article_id: str
    url: str | None
    asked: str | None
    copy_of: str | None
    domain: str | None
    language: str | None
    carrier: str | None
    cited: str | None
    words: int | None
    text_mark: str | None
    published_month: date | None
    published_year: date | None


ROW = Telling


@dataclass(frozen=True)
class _Known:
    """What is known of addresses and outlets before a telling is looked at."""

    addresses: Addresses
    names: tuple[str, ...]
    by_domain: Mapping[str, str]
    by_name: Mapping[str, str]


def rows(
    articles: Sequence[Mapping[str, Any]], outlets: Sequence[Mapping[str, Any]]
) -> list[Telling]:
    """Return what each telling shows; one with no address, text or title is left out."""
    known = _Known(
        Addresses(_page(a) for a in articles),
        tuple(sorted({o["name"] for o in outlets})),
        {o["domain"]: o["name"] for o in outlets},
        {o["name"].casefold(): o["domain"] for o in outlets},
    )
    return [t for t in (_telling(a, known) for a in articles) if t is not None]


def _page(article: Mapping[str, Any]) -> Page:
    return Page(article["asked"], article["url"], article["title"])


def _telling(article: Mapping[str, Any], known: _Known) -> Telling | None:
    text = article["text"] or ""
    head = text[:_READ]
    standing = known.addresses.standing(_page(article))
    domains = outlet_domains(standing.url) if standing.url else ()
    domain = next((d for d in domains if d in known.by_domain), domains[0] if domains else None)
    own = article["outlet"] or known.by_domain.get(domain or "") or carrier(head, known.names)
    domain = domain or known.by_name.get((own or "").casefold())
    article_id = _article_id(article, known.addresses.key(standing.url), domain or own or "")
    if article_id is None:
        return None
    when = parse_date(article["published"] or "", article["country"], article["language"])
    copied = known.addresses.key(standing.copy_of or article["copy_of"])
    return Telling(
        file_id=article["file_id"],
        row=article["row"],
        article_id=article_id,
        url=standing.url,
        asked=article["asked"],
        copy_of=_mark("a", copied) if copied else None,
        domain=domain,
        language=article["language"] or language_of(text or article["title"] or ""),
        carrier=own,
        cited=article["cited_outlet"] or cited_outlet(head, known.names, own),
        words=words(text) if text else None,
        text_mark=_mark("", _plain(text)) if text else None,
        published_month=date.fromisoformat(f"{when.month}-01") if when.month else None,
        published_year=date(when.year, 1, 1) if when.year else None,
    )


def _article_id(article: Mapping[str, Any], key: str | None, outlet: str) -> str | None:
    """Return the id of an article: from its address, else from its text, else from its headline."""
    if key:
        return _mark("a", key)
    if article["text"]:
        return _mark("t", f"{_plain(outlet)}\n{_plain(article['text'])}")
    title = _plain(fold(clean_title(article["title"], article["outlet"]) or ""))
    if title:
        return _mark("h", f"{_plain(outlet)}\n{title}\n{article['published_on'] or ''}")
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _mark(kind: str, text: str) -> str:
    return kind + hashlib.sha256(text.encode()).hexdigest()[:16]
