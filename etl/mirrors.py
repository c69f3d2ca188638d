"""Mirrors: where to ask for an address of the web when a source is set up to ask elsewhere."""

from __future__ import annotations

from urllib.parse import urlsplit

THE_WEB = "https://"  # a base that is no mirror: addresses are asked as they stand


def mirrored(base: str, url: str) -> str:
    """Return where to ask for an address: at itself, or at `base`/host/path.

    >>> mirrored("https://", "https://asbarez.com/a?p=1")
    'https://asbarez.com/a?p=1'
    >>> mirrored("http://127.0.0.1:8080/", "https://asbarez.com/a?p=1")
    'http://127.0.0.1:8080/asbarez.com/a?p=1'
    """
    if base == THE_WEB:
        return url
    asked = urlsplit(url)
    query = f"?{asked.query}" if asked.query else ""
    return f"{base.rstrip('/')}/{asked.netloc}{asked.path}{query}"
