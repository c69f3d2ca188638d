"""Which addresses are one article: by their keys, and by what pages say of their own address.

A page may be asked for under one address and name another as its own (`rel=canonical`). Within one
site, or behind an address that only leads on, both are one article; a page that names another
site's address says that it is a copy. A page that names its site's front page, or an address that
pages with other headlines name as well, is not believed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from etl.text.addresses import article_key, outlet_domains
from etl.text.words import words

# Hosts whose addresses only lead on to an article.
_RELAYS = words(
    "t.co bit.ly buff.ly dlvr.it ift.tt ow.ly trib.al tinyurl.com lnkd.in fb.me goo.gl is.gd",
    "feedproxy.google.com feeds.feedburner.com news.google.com news.url.google.com",
    "l.facebook.com lm.facebook.com out.reddit.com apple.news flip.it shorturl.at",
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was asked for: at which address, and what it calls itself."""

    asked: str | None
    told: str | None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The address that a telling stands under, and the one that it says it copies."""

    url: str | None
    copy_of: str | None = None


class Addresses:
    """What the pages at hand say of addresses."""

    def __init__(self, pages: Iterable[Page]) -> None:
        """Hold what the pages say; those that were not asked for say nothing."""
        self._titles: dict[str, set[str]] = defaultdict(set)
        held = [page for page in pages if page.asked]
        for page in held:
            key = key_of(page.told)
            if key and page.title:
                self._titles[key].add(" ".join(page.title.casefold().split()))
        self._leads: dict[str, str] = {}
        for page in held:
            self._note(page)

    def _note(self, page: Page) -> None:
        asked, told = key_of(page.asked), key_of(self.standing(page).url)
        if asked and told and asked != told:
            self._leads[asked] = min(told, self._leads.get(asked, told))

    def standing(self, page: Page) -> Standing:
        """Return the address that a page, or any telling that was not asked for, stands under."""
        asked, told = key_of(page.asked), key_of(page.told)
        if not asked or not told or asked == told:
            return Standing(page.told if told else page.asked if asked else None)
        if _is_front(told) or len(self._titles[told]) > 1:
            return Standing(page.asked)
        if _host(asked) in _RELAYS or _owner(asked) == _owner(told):
            return Standing(page.told)
        return Standing(page.asked, copy_of=page.told)

    def key(self, url: str | None) -> str | None:
        """Return the one key of the article at an address; None where it is no web address."""
        key = key_of(url)
        passed: list[str] = []
        while key in self._leads and key not in passed:
            passed.append(key)
            key = self._leads[key]
        return min(passed[passed.index(key) :]) if key in passed else key


def key_of(url: str | None) -> str | None:
    """Return the key of an address, None where it is no web address."""
    try:
        return article_key(url) if url else None
    except ValueError:  # not an address of the web: the text alone is the article
        return None


def known(addresses: Mapping[str, str], url: str | None) -> str | None:
    """Return the article at an address, written in any way, of those that `addresses` has by key.

    >>> known({"news.az/x": "a1"}, "http://www.news.az/x?utm_source=rss")
    'a1'
    """
    return addresses.get(key_of(url) or "")


def _host(key: str) -> str:
    return key.partition("/")[0].partition("?")[0]


def _owner(key: str) -> str:
    return outlet_domains(key)[-1]


def _is_front(key: str) -> bool:
    """Return whether a key is that of a site's front page."""
    return key == _host(key)
