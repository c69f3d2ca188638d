"""HTML pages: one article a page, saved by a person (also as MHTML) or fetched.

trafilatura finds the text, and what the page says of itself gives the rest; htmldate looks for a
day only where the page states none. Neither is let near the web or a clock: there is no upper
bound to dates here, and whoever has a clock drops what lies ahead of it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from htmldate import find_date
from lxml import etree, html
from trafilatura import bare_extraction

from etl.records import Article, Refused, Reject
from etl.text.addresses import domain, web_address
from etl.text.clean import clean_title, tidy, words
from etl.text.code_names import language_code
from etl.text.columns import bare
from etl.text.dates import UNKNOWN, When, parse_date
from etl.text.encodings import decode
from etl.text.mhtml import is_mhtml, page_within
from etl.text.page_head import PageHead
from etl.text.page_kinds import no_article
from etl.text.told_article import LONGEST_TITLE, is_page

VERSION = 1
LAST = True
LARGEST = 10_000_000  # bytes
MOST_ELEMENTS = 60_000  # a long article with all its comments has some 5,000

_NAMES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
_PAGE = re.compile(
    r"\s*(?>(?:<\?.*?\?>|<!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.I | re.S,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{3,30})", re.I)
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)"
)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_FEWEST_WORDS = 25
_PROSE_WORDS = 60  # without a word of its own that it is an article, a page must hold some text


def reads(name: str, head: bytes) -> bool:
    """Return whether these bytes begin a page, or another thing under a page's file name."""
    if is_mhtml(head) or name.lower().endswith(_NAMES):
        return True
    try:
        return bool(_PAGE.match(decode(head)))
    except Refused:
        return False


def read(name: str, content: bytes) -> list[Article | Reject]:
    """Return the article of a page; `Refused` says what else the page is."""
    if len(content) > LARGEST:
        raise Refused(f"the page is {len(content) / 1e6:.1f} MB large; up to 10 MB are read")
    content, declared, saved_from = (
        page_within(content) if is_mhtml(content) else (content, None, None)
    )
    if found := _CHARSET.search(content[:4096]):
        declared = declared or found[1].decode("ascii", "replace")
    text = _UNSEEN.sub("", decode(content, declared))
    if found_at := _SAVED_FROM.search(text[:4096]):
        saved_from = saved_from or found_at[1]
    root = _tree(text)
    head = PageHead(root)
    body = _text(root)
    _refuse_no_article(head, root, body)
    return _article(head, root, body, saved_from)


def _tree(text: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Refused(f"the HTML page cannot be read: {error!s:.150}") from None
    elements = sum(1 for _ in root.iter())
    if elements > MOST_ELEMENTS:
        raise Refused(f"the HTML page has {elements:,} elements; up to {MOST_ELEMENTS:,} are read")
    return root


def _text(root: Any) -> str:
    """Return the article's text, its paragraphs apart; empty where none is found."""
    try:
        found = bare_extraction(
            deepcopy(root), favor_precision=True, include_comments=False, with_metadata=False
        )
    except Exception as error:  # it walks foreign trees: whatever it raises, the page is named
        raise Refused(f"the HTML page cannot be read: {type(error).__name__}") from None
    told = getattr(found, "text", None) or ""
    return "\n\n".join(filter(None, map(tidy, told.split("\n"))))


def _refuse_no_article(head: PageHead, root: Any, body: str) -> None:
    shown = " ".join((body or tidy(root.text_content()[:20_000])).split())
    if what := no_article(head.shown_title, shown, words(body)):
        raise Refused(f"an HTML page that {what}, not an article")
    own = next(iter(head.addresses), None)
    if own and own.startswith("http") and _is_front(own) and head.kind != "article":
        raise Refused("an HTML page, the front page of a site, not an article")
    fewest = _FEWEST_WORDS if head.kind == "article" else _PROSE_WORDS
    if words(body) < fewest and not (head.kind == "article" and head.titles and head.summary):
        raise Refused("an HTML page in which no article was found")


def _is_front(address: str) -> bool:
    return web_address(address) is not None and not is_page(address)


def _article(
    head: PageHead, root: Any, body: str, saved_from: str | None
) -> list[Article | Reject]:
    url = _address(head.addresses, saved_from)
    outlet = head.outlet
    title = _title(head, outlet)
    given, when = _when(head, root)
    rejects: list[Article | Reject] = []
    if given and when is UNKNOWN:
        rejects.append(Reject(place="date", reason=f"it cannot be read: {given:.80}"))
    article = Article(
        url=url,
        title=title[:LONGEST_TITLE] if title else None,
        text=body or None,
        snippet=head.summary[:1000] if head.summary else None,
        outlet=outlet,
        language=language_code(head.language),
        author=head.authors,
        published=given,
        published_on=when.on,
        published_at=when.at,
        published_precision=when.precision,
        published_source="page" if given else None,
        cited_outlet=_original(head.original, url),
    )
    return [article, *rejects]


def _title(head: PageHead, outlet: str | None) -> str | None:
    """Return the headline: of those that the page tells, the one that stands above its text."""
    told = [t for t in (clean_title(t, outlet) for t in head.titles) if t]
    shown = {bare(heading) for heading in head.headings}
    above = (t for t in told if bare(t) in shown)
    return next(above, next(iter([*told, *head.headings]), None))


def _when(head: PageHead, root: Any) -> tuple[str | None, When]:
    """Return the day the page states, else the one that its look and mark-up give away."""
    said = head.dates
    for given in said:
        when = parse_date(given, None, language_code(head.language))
        if when is not UNKNOWN:
            return given, when
    try:
        found = find_date(
            deepcopy(root),
            extensive_search=False,
            original_date=True,
            min_date="1990-01-01",
            max_date="2099-12-31",
        )
    except Exception:  # a guess that fails is no day
        found = None
    if found and (when := parse_date(found)) is not UNKNOWN:
        return found, when
    return next(iter(said), None), UNKNOWN


def _address(told: list[str], saved_from: str | None) -> str | None:
    """Return where the page belongs: what it says, unless that is only its site's front."""
    base = next(
        (a for a in [saved_from or "", *told] if a.startswith(("http://", "https://"))), None
    )
    found = [
        url for a in [*told, saved_from or ""] if a and (url := web_address(a, base or "http:"))
    ]
    return next((url for url in found if is_page(url)), None)


def _original(told: str | None, url: str | None) -> str | None:
    """Return the outlet of an original that the page names, unless it is its own."""
    if not told:
        return None
    named = domain(told) if told.startswith("http") else tidy(told[:100])
    return named if named and (not url or named != domain(url)) else None
