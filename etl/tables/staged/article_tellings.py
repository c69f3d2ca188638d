"""One row a telling of an article: at which address it stands, and what its text alone shows.

url: the address it stands under: the one it tells, or the page's that was asked for
asked: the address that a page was asked for at
address_key: the same for every way to write the address
copy_key: that of the article that it copies, where a person said so, or the page names another site
own_id: of a text without an address, from outlet and text; of a headline alone, from outlet,
  headline and day
domain: host of the address, without www, m and amp
language: as told, else by its script or by a model; null where nothing tells
carrier: the outlet that the text itself signs with, where it does
cited: the outlet that the text relays
published_month: first day of the month, where the date as given says at least that
published_year: first day of the year, where the date as given says at least that
text_mark: the same for texts that differ in nothing but white space and case

key: file_id, row
by: file_id
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
from etl.text.same_articles import key_of

READS = {
    "articles": """
        select
            told.file_id,
            told.row,
            coalesce(pages.url, told.url) as url,
            pages.asked,
            pages.copied,
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
        left join staged.page_addresses as pages using (file_id, row)
    """,
    "outlets": "select domain, name from raw.outlets",
}
_READ = 20_000  # characters of a text in which the outlets it signs with and cites are looked for


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What one telling of an article shows."""

    file_id: str
    row: int
    url: str | None
    asked: str | None
    address_key: str | None
    copy_key: str | None
    own_id: str | None
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
    """What is known of outlets before a telling is looked at."""

    names: tuple[str, ...]
    by_domain: Mapping[str, str]
    by_name: Mapping[str, str]


def rows(
    articles: Sequence[Mapping[str, Any]], outlets: Sequence[Mapping[str, Any]]
) -> list[Telling]:
    """Return what each telling shows; one with no address, text or title is left out."""
    known = _Known(
        tuple(sorted({o["name"] for o in outlets})),
        {o["domain"]: o["name"] for o in outlets},
        {o["name"].casefold(): o["domain"] for o in outlets},
    )
    return [t for t in (_telling(a, known) for a in articles) if t is not None]


def _telling(article: Mapping[str, Any], known: _Known) -> Telling | None:
    text = article["text"] or ""
    head = text[:_READ]
    key = key_of(article["url"])
    domains = outlet_domains(article["url"]) if key else ()
    domain = next((d for d in domains if d in known.by_domain), domains[0] if domains else None)
    own = article["outlet"] or known.by_domain.get(domain or "") or carrier(head, known.names)
    domain = domain or known.by_name.get((own or "").casefold())
    own_id = None if key else _own_id(article, domain or own or "")
    if not key and not own_id:
        return None
    when = parse_date(article["published"] or "", article["country"], article["language"])
    return Telling(
        file_id=article["file_id"],
        row=article["row"],
        url=article["url"] if key else None,
        asked=article["asked"],
        address_key=key,
        copy_key=key_of(article["copied"] or article["copy_of"]),
        own_id=own_id,
        domain=domain,
        language=article["language"] or language_of(text or article["title"] or ""),
        carrier=own,
        cited=article["cited_outlet"] or cited_outlet(head, known.names, own),
        words=words(text) if text else None,
        text_mark=_mark("", _plain(text)) if text else None,
        published_month=date.fromisoformat(f"{when.month}-01") if when.month else None,
        published_year=date(when.year, 1, 1) if when.year else None,
    )


def _own_id(article: Mapping[str, Any], outlet: str) -> str | None:
    """Return the id of an article without an address: from its text, else from its headline."""
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
