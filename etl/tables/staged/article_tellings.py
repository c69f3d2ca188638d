"""One row a telling of an article: which article it is, and what its text alone shows.

article_id: the same for every telling of one address; of a text without one, from the text
domain: host of the address, without www, m and amp
carrier: the outlet that the text itself signs with, where it does
cited: the outlet that the text relays
text_mark: the same for texts that differ in nothing but white space and case

key: file_id, row
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.addresses import article_key, outlet_domains
from etl.text.clean import words
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
    carrier: str | None
    cited: str | None
    words: int | None
    text_mark: str | None


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
    key = article_key(article["url"]) if article["url"] else None
    told = key or text or article["title"]
    if not told:
        return None
    domains = outlet_domains(article["url"]) if key else ()
    domain = next((d for d in domains if d in by_domain), domains[0] if domains else None)
    own = article["outlet"] or by_domain.get(domain or "") or carrier(text, names)
    return Telling(
        file_id=article["file_id"],
        row=article["row"],
        article_id=_mark("a" if key else "t", told),
        domain=domain or by_name.get((own or "").casefold()),
        carrier=own,
        cited=article["cited_outlet"] or cited_outlet(text, names, own),
        words=words(text) if text else None,
        text_mark=_mark("", " ".join(text.casefold().split())) if text else None,
    )


def _mark(kind: str, text: str) -> str:
    return kind + hashlib.sha256(text.encode()).hexdigest()[:16]
