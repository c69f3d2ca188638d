"""One row a telling of an article: which article it is, and what its text alone shows.

article_id: the same for every telling of one address; of a text without one, from the text
domain: host of the address, without www, m and amp
language: as told, else by its script and commonest words; null where nothing tells
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

from etl.text.addresses import article_key, outlet_domains
from etl.text.clean import words
from etl.text.dates import parse_date
from etl.text.languages import language_of
from etl.text.outlets import carrier, cited_outlet

READS = {
    "articles": "select * from raw.articles",
    "outlets": "select domain, name from raw.outlets",
}


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What one telling of an article shows."""

    file_id: str
    row: int
    article_id: str
    domain: str | None
    language: str | None
    carrier: str | None
    cited: str | None
    words: int | None
    text_mark: str | None
    published_month: date | None
    published_year: date | None


ROW = Telling


def rows(
    articles: Sequence[Mapping[str, Any]], outlets: Sequence[Mapping[str, Any]]
) -> list[Telling]:
    """Return what each telling shows; one with no address, text or title is left out."""
    names = sorted({o["name"] for o in outlets})
    by_domain = {o["domain"]: o["name"] for o in outlets}
    by_name = {o["name"].casefold(): o["domain"] for o in outlets}
    return [t for t in (_telling(a, names, by_domain, by_name) for a in articles) if t is not None]


def _telling(
    article: Mapping[str, Any],
    names: Sequence[str],
    by_domain: Mapping[str, str],
    by_name: Mapping[str, str],
) -> Telling | None:
    text = article["text"] or ""
    key = _key(article["url"])
    told = key or text or article["title"]
    if not told:
        return None
    domains = outlet_domains(article["url"]) if key else ()
    domain = next((d for d in domains if d in by_domain), domains[0] if domains else None)
    when = parse_date(article["published"] or "", article["country"], article["language"])
    own = article["outlet"] or by_domain.get(domain or "") or carrier(text, names)
    return Telling(
        file_id=article["file_id"],
        row=article["row"],
        article_id=_mark("a" if key else "t", told),
        domain=domain or by_name.get((own or "").casefold()),
        language=article["language"] or _language(text or article["title"] or ""),
        carrier=own,
        cited=article["cited_outlet"] or cited_outlet(text, names, own),
        words=words(text) if text else None,
        text_mark=_mark("", " ".join(text.casefold().split())) if text else None,
        published_month=date.fromisoformat(f"{when.month}-01") if when.month else None,
        published_year=date(when.year, 1, 1) if when.year else None,
    )


def _language(text: str) -> str | None:
    found = language_of(text)
    return None if found == "und" else found


def _key(url: str | None) -> str | None:
    try:
        return article_key(url) if url else None
    except ValueError:  # not an address of the web: the text alone is the article
        return None


def _mark(kind: str, text: str) -> str:
    return kind + hashlib.sha256(text.encode()).hexdigest()[:16]
