"""Addresses of articles: the key that makes two addresses one article, and whose site it is.

Own rules rather than courlan's `clean_url`, which also drops parameters that name an article
(`cid`, `eid`, `source`) and knows nothing of amp pages or `index.php`.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache
from urllib.parse import quote, unquote_to_bytes, urljoin

from tld import get_fld

_SCHEME = re.compile(r"(?:https?:)?//", re.I)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))", re.I)
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})+|localhost")
_SAME_SITE = re.compile(r"(?:www\d*|m|amp|mobile)\.(?=.)")
_LONGEST = 8_000  # characters; browsers and servers give up earlier
_AMP_HOSTS = re.compile(
    r"(?:www\.)?google\.[a-z.]+/amp/(?:s/)?|(?:[\w-]+\.)+cdn\.ampproject\.org/(?:c|v|wp)/(?:s/)?",
    re.I,
)
_IDLE_PARTS = frozenset(
    ["amp", *(f"index.{kind}" for kind in ("php", "html", "htm", "asp", "aspx", "jsp"))]
)
_AMP_ENDING = re.compile(r"(?:\.amp)+(?=\.html?$|$)", re.I)
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|matomo|hsa|vero|oly|at|wt|guce|_hs|__twitter|ns|mc|itm|mkt|trk|amp|ga)[_.].*"
    r"|fbclid|gclid|yclid|dclid|msclkid|twclid|ttclid"
    r"|gbraid|wbraid|igsh(?:id)?|_ga|_gl|_hsenc|_hsmi|hsctatracking|li_fat_id|xtor|spm|smid|smtyp"
    r"|ncid|ocid|s_cid|cmp|cmpid|ftag|taid|wt_mc|ref_?src|ref_?url|ref|referrer|guccounter"
    r"|soc_src|soc_trk|\.?tsrc|srnd|sr_share|traffic_source|mkt_tok|mbid|icid|usqp|_?amp|fromrss",
    re.I,
)
_TRACKING_PAIRS = frozenset(
    f"{name}={value}"
    for name in ("source", "src", "from", "via", "outputtype", "view", "output")
    for value in ("rss", "feed", "twitter", "facebook", "telegram", "newsletter", "amp", "email")
)
_TRACKING_OF = {"news.google.com": frozenset({"oc", "hl", "gl", "ceid"})}


def article_key(url: str) -> str:
    """Return the key of the article at a web address; `ValueError` where it is no web address.

    Without scheme, www/m/amp, port, tracking and fragment; other parameters are kept, in order.

    >>> article_key("https://www.news.az/index.php/news/x/?utm_source=rss&id=4#top")
    'news.az/news/x?id=4'
    """
    host, path, query = _split(url)
    host = _without_prefix(host)
    parameters = _parameters(query, _TRACKING_OF.get(host, frozenset()))
    return "/".join((host, *_parts(path))) + ("?" + "&".join(parameters) if parameters else "")


def web_address(url: str, base: str | None = None) -> str | None:
    """Return a link as a whole web address, seen from the page `base`; None where it is none.

    >>> web_address("/news/x", "https://news.az/rss")
    'https://news.az/news/x'
    """
    link = re.sub(r"[\x00-\x1f\x7f]+", "", url).strip().replace(" ", "%20")
    try:
        if base and not _OTHER_SCHEME.match(link):
            link = urljoin(base, link)
        elif not base and not _SCHEME.match(link):
            link = f"https://{link}"
        article_key(link)
    except ValueError:
        return None
    return f"https:{link}" if link.startswith("//") else link


def domain(url: str) -> str | None:
    """Return the host of an address without www, m, amp or mobile; None for no web address."""
    try:
        return _without_prefix(_split(url)[0])
    except ValueError:
        return None


def outlet_domains(url: str) -> tuple[str, ...]:
    """Return the names an outlet may be listed under, nearest first; never a bare public suffix.

    >>> outlet_domains("https://en.armradio.am/2020/07/17/x/")
    ('en.armradio.am', 'armradio.am')
    """
    host = domain(url)
    if host is None:
        return ()
    owned = _owned(host) or host
    labels = host.split(".")
    names = (".".join(labels[i:]) for i in range(len(labels)))
    return tuple(name for name in names if len(name) >= len(owned))


def _split(url: str) -> tuple[str, str, str]:
    """Return host, path and query as they stand; `ValueError` where it is no web address."""
    address = re.sub(r"[\x00-\x20\x7f]+", "", url).replace("&amp;", "&").replace("\\", "/")
    if scheme := _SCHEME.match(address):
        address = address[scheme.end() :]
    elif _OTHER_SCHEME.match(address):
        raise ValueError(f"not a web address: {url[:80]}")
    if len(address) > _LONGEST:
        raise ValueError(f"not a web address: {len(url):,} characters")
    while cached := _AMP_HOSTS.match(address):  # a copy held by a search engine
        address = address[cached.end() :]
    address = address.partition("#")[0]
    site, mark, rest = re.match(r"([^/?]*)([/?]?)(.*)", address, re.S).groups()  # type: ignore[union-attr]
    path, _, query = rest.partition("?") if mark == "/" else ("", "", rest)
    host = _ascii(site.rpartition("@")[2].partition(":")[0].rstrip("."))
    if not _HOST.fullmatch(host):
        raise ValueError(f"not a web address: {url[:80]}")
    return host, path, query


def _ascii(host: str) -> str:
    """Return a host in the letters of the wire: хост.рф is xn--n1aaf0c.xn--p1ai."""
    try:
        return host.lower().encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


@lru_cache(maxsize=4096)
def _owned(host: str) -> str | None:
    """Return the part of a host that somebody registered, by the public suffix list."""
    found = get_fld(f"http://{host}", fail_silently=True, search_private=True)
    return str(found) if found else None


def _without_prefix(host: str) -> str:
    owned = _owned(host)
    while (prefix := _SAME_SITE.match(host)) and host != owned and "." in host[prefix.end() :]:
        host = host[prefix.end() :]
    return host


def _parts(path: str) -> list[str]:
    kept: list[str] = []
    for part in path.split("/"):
        part = _AMP_ENDING.sub("", _percent(part))
        if part == "..":
            del kept[-1:]
        elif part not in ("", ".") and part.lower() not in _IDLE_PARTS:
            kept.append(part)
    while len(kept) > 2 and kept[0] == "m":  # example.net/m/eng/news/1 is the page for phones
        del kept[0]
    return kept


def _parameters(query: str, tracking: frozenset[str]) -> list[str]:
    pairs = (pair.partition("=") for pair in query.replace("+", "%20").split("&") if pair)
    plain = ((_percent(name), mark, _percent(value)) for name, mark, value in pairs)
    return sorted(
        f"{name}{mark}{value}"
        for name, mark, value in plain
        if not _TRACKING.fullmatch(name)
        and name not in tracking
        and f"{name}={value}".lower() not in _TRACKING_PAIRS
    )


def _percent(part: str) -> str:
    """Return a part of an address in its one percent-encoded form."""
    raw = unquote_to_bytes(part.encode("utf-8", "surrogatepass"))
    with suppress(UnicodeDecodeError):  # an older encoding is kept byte by byte
        raw = unicodedata.normalize("NFC", raw.decode("utf-8")).encode("utf-8")
    return quote(raw, safe="!$'()*,;:@~")
