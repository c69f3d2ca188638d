"""News sitemaps: the addresses, headlines and dates that an outlet lists for search engines."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from etl.records import Article, Refused, Reject
from etl.text.addresses import web_address
from etl.text.clean import clean_title, plain_text, tidy
from etl.text.code_names import language_code
from etl.text.dates import UNKNOWN, When, parse_date
from etl.text.rejected_rows import rejects
from etl.text.told_article import LONGEST_TITLE

VERSION = 1
LARGEST = 60_000_000  # bytes; a sitemap may have 50 MB
MOST = 2_000  # a news sitemap may have 1,000

_START = re.compile(
    rb"\s*(?>(?:<\?.*?\?>|<!--.*?-->)\s*)*+<(?:[\w.-]+:)?(urlset|sitemapindex)[\s>]", re.S
)
_REFERENCE = re.compile(rb"&#(?:x([0-9a-fA-F]{1,12})|([0-9]{1,12}));")
_NEWS = "sitemap-news/"  # the schema's number has changed, its name has not


def reads(name: str, head: bytes) -> bool:
    """Return whether these bytes begin a sitemap."""
    return bool(_START.match(head.removeprefix(b"\xef\xbb\xbf")))


def read(name: str, content: bytes) -> list[Article | Reject]:
    """Return the articles of a news sitemap; `Refused` for other sitemaps, saying what they are."""
    if len(content) > LARGEST:
        raise Refused(f"the sitemap is {len(content) / 1e6:.0f} MB large; up to 60 MB are read")
    # Looked for in the bytes: an entity in an attribute is expanded whatever the parser is told.
    if b"<!ENTITY" in content or b"<!DOCTYPE" in content[:65_536]:
        raise Refused("the XML declares a type or entities, which are never read")
    root, broken = _tree(content)
    if _name(root) == "sitemapindex":
        raise Refused(_index(root))
    found: list[Article | Reject] = []
    wrong: list[tuple[int, str, str]] = []
    places = [place for place in root if _name(place) == "url"]
    for number, place in enumerate(places[:MOST], start=1):
        news = next((part for part in place if _is_news(part) and _name(part) == "news"), None)
        if news is not None and (article := _article(place, news, number, wrong)):
            found.append(article)
    if not found:
        raise Refused(_no_news(len(places), wrong))
    if len(places) > MOST:
        wrong.append((MOST + 1, f"only the first {MOST:,} of {len(places):,} were read", ""))
    if broken:
        wrong.append((len(places), "the XML is damaged here or further on", broken))
    return [*found, *rejects(wrong, "address")]


def _tree(content: bytes) -> tuple[Any, str | None]:
    """Return the root, and what is wrong where only a part could be read."""
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    try:
        return etree.fromstring(content, etree.XMLParser(**options)), None
    except (etree.XMLSyntaxError, ValueError) as error:
        wrong = f"{error!s:.150}"
    try:
        whole = _REFERENCE.sub(_whole_character, content)
        root = etree.fromstring(whole, etree.XMLParser(**options, recover=True))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or _name(root) not in ("urlset", "sitemapindex") or not len(root):
        raise Refused(f"the XML breaks off or is damaged: {wrong}")
    return root, wrong


def _whole_character(found: re.Match[bytes]) -> bytes:
    """Return a reference as it is, one to half a character as U+FFFD: lxml stumbles over it."""
    number = int(found[1], 16) if found[1] else int(found[2])
    return "\ufffd".encode() if 0xD800 <= number <= 0xDFFF else found[0]


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_news(element: Any) -> bool:
    return isinstance(element.tag, str) and (
        _NEWS in element.tag or element.tag.startswith("news:") or element.prefix == "news"
    )


def _index(root: Any) -> str:
    places = [_part(place, "loc") for place in root]
    told = [p for p in places if p]
    news = [p for p in told if "news" in p.lower()] or told
    return (
        f"an index of {len(told):,} sitemaps, not a news sitemap; those it names begin with "
        f"{', '.join(news[:3])[:300] or 'none'}"
    )


def _no_news(places: int, wrong: list[tuple[int, str, str]]) -> str:
    if wrong:
        return f"none of its articles can be read: {wrong[0][1]}"
    return f"a sitemap of {places:,} addresses without titles or dates of news: not articles"


def _part(element: Any, name: str) -> str:
    """Return the words of the first part of a name, one level down."""
    found = next((part for part in element if _name(part) == name), None)
    return tidy("".join(found.itertext())[:10_000]) if found is not None else ""


def _article(
    place: Any, news: Any, number: int, wrong: list[tuple[int, str, str]]
) -> Article | None:
    link = next((_part(place, "loc") for part in place if _name(part) == "loc"), "")
    url = web_address(link) if link else None
    if not url:
        wrong.append((number, "it has no web address", link))
        return None
    publication = next((part for part in news if _name(part) == "publication"), None)
    outlet = plain_text(_part(publication, "name")) if publication is not None else ""
    language = _part(publication, "language") if publication is not None else ""
    given, when = _when(_part(news, "publication_date"), language)
    if given and when is UNKNOWN:
        wrong.append((number, "its date cannot be read", given))
    title = clean_title(_part(news, "title"), outlet or None)
    return Article(
        url=url,
        title=title[:LONGEST_TITLE] if title else None,
        outlet=outlet or None,
        language=language_code(language),
        published=given or None,
        published_on=when.on,
        published_at=when.at,
        published_precision=when.precision,
        published_source="sitemap" if given else None,
    )


def _when(given: str, language: str) -> tuple[str, When]:
    return given[:100], parse_date(given, None, language_code(language))
