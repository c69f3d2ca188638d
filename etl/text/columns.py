"""What the columns of other people's tables are called, and which of our fields each one is.

Gathered from the exports of GDELT, Media Cloud, NewsAPI, Nexis, Factiva, Meltwater, ProQuest, the
Guardian and New York Times, and from sheets kept by hand. A name counts without case,
spaces and punctuation: `Publish_Date` is `publish date`. Where several columns of a row
are one field, the first with a value counts, in the order given here; texts and snippets are put
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_NAMES = {
    "url": "url; link; article url; document url; article link; permalink; web url; web link; uri"
    "; canonical url; story url; page url; source url; original url; href; address; web address"
    "; html url; external link; адрес; ссылка; adres; lien; ünvan; հղում; الرابط",
    "title": "title; headline; article title; document title; story title; name of article; hd"
    "; heading; item title; web title; title of article; headline main; заголовок; название; başlıq"
    "; başlık; titre; titulo; título; titel; վերնագիր; العنوان",
    "text": "full text; fulltext; article text; body; body text; text; article body; content text"
    "; lp; lead paragraph; td; article; maintext; main text; plain text; story text; текст; mətn"
    "; metin; texte; texto; տեքստ; النص",
    "snippet": "snippet; summary; description; abstract; hit sentence; opening text; hlead; excerpt"
    "; content; teaser; trail text; standfirst; lead; preview; extract; key phrase in context; kwic"
    "; short text; trailtext; аннотация; описание; résumé; resumen",
    "outlet": "outlet; publication; publication name; source name; media name; newspaper; publisher"
    "; publication title; pubtitle; journal; media outlet; source title; site name; sitename; sn"
    "; media; provider; pub; section name of source; source; news source; издание; источник; сми"
    "; mənbə; kaynak; журнал; nom de la publication; աղբյուր; المصدر",
    "author": "author; authors; byline; by line; by; writer; journalist; creator; influencer"
    "; byline original; автор; müəllif; yazar; auteur; autor; հեղինակ; الكاتب",
    "published": "published; published at; publication date; publish date; published date; pub date"
    "; pubdate; date published; published on; date of publication; publication datetime; pd"
    "; publishedat; web publication date; article date; issue date; story date; load date; datetime"
    "; date; day; дата; дата публикации; tarix; tarih; fecha; datum; ամսաթիվ; التاريخ",
    "precision": "published precision; date precision; precision",
    "seen": "seendate; seen at; seen; collect date; indexed date; crawl date; crawled at; crawled"
    "; first seen; retrieved; retrieved at; retrieved on; accessed; access date; added; date added"
    "; download date; date download; scraped at; fetched at; entry date",
    "language": "language; lang; language code; article language; la; язык; dil; langue; idioma",
    "country": "country; source country; sourcecountry; country code; outlet country"
    "; publication country; media country; place of publication; страна; ölkə; ülke; pays",
    "given_id": "given id; article id; stories id; document id; story id; accession number"
    "; accession no; an; storeid; proquest document id; doc id; item id; id; guid",
    "copy_of": "copy of",
    "cited": "cited outlet; relays; original source",
    "from_ap": "ap syndicated",
}
FIELDS = tuple(name for name in _NAMES if name != "from_ap")

# Columns that only tables of something else have, and what such a table holds.
_OTHERS = {
    **dict.fromkeys(("legislation number", "bill id", "bill number", "bill type"), "bills"),
    **dict.fromkeys(("bioguide id", "bioguideid", "bioguide"), "members of Congress"),
    **dict.fromkeys(("document number", "fr doc number"), "documents of the Federal Register"),
    **dict.fromkeys(("feed id", "xmlurl"), "feeds"),
}


def bare(name: str) -> str:
    """Return a column's name as names are compared.

    >>> bare(" Publish_Date ")
    'publishdate'
    """
    return re.sub(r"[\W_]+", "", name[:200].casefold())


_FIELD_OF = {
    bare(name): (field, place)
    for field, line in _NAMES.items()
    for place, name in enumerate(line.split(";"))
}
_OTHER_OF = {bare(name): what for name, what in _OTHERS.items()}


def recognised(header: Iterable[str]) -> dict[str, list[str]]:
    """Return which of these columns each of our fields is told in, the most telling first.

    >>> recognised(["Headline", "Source", "Publication", "Reach"])
    {'title': ['Headline'], 'outlet': ['Publication', 'Source']}
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for column in dict.fromkeys(header):
        if known := _FIELD_OF.get(bare(column)):
            found.setdefault(known[0], []).append((known[1], column))
    return {
        field: [column for _, column in sorted(columns, key=lambda c: c[0])]
        for field, columns in found.items()
    }


def of_articles(fields: Iterable[str]) -> bool:
    """Return whether these fields are enough: an address, a text, or a title and more."""
    told = set(fields)
    return "url" in told or "text" in told or ("title" in told and len(told) > 1)


def other_kind(header: Iterable[str]) -> str | None:
    """Return what a table holds that has columns no table of articles has, None where it may."""
    return next((_OTHER_OF[bare(c)] for c in header if bare(c) in _OTHER_OF), None)


def why_not(header: Sequence[str], table: str) -> str:
    """Return what to tell of a table that is not one of articles, and what would make it one."""
    shown = ", ".join(f"{c.strip()[:40]!r}" for c in header[:12] if c.strip()) or "none"
    more = f" and {len(header) - 12} more" if len(header) > 12 else ""
    return (
        f"not a table of articles, as far as its columns tell: {shown}{more}. If it is one, put "
        f"{table} beside it, with lines such as `title: {_example(header)}` (ours: "
        f"theirs); ours are {', '.join(FIELDS)}"
    )


def _example(header: Sequence[str]) -> str:
    return next((c.strip()[:40] for c in header if c.strip()), "their column")
