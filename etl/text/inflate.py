"""Gzip undone in memory, within bounds."""

from __future__ import annotations

import zlib

from etl.records import Refused

LARGEST = 64 * 1024 * 1024  # bytes, inflated
MOST_PARTS = 1_000  # a gzip file may be several in a row
_MARK = b"\x1f\x8b"
_ENDINGS = (".gz", ".gzip")


def inflated(name: str, content: bytes) -> tuple[str, bytes]:
    """Return a gzip file's own name and content; anything else as it came.

    `Refused` where it is damaged or inflates beyond 64 MB.

    >>> inflated("page.html", b"<html>")
    ('page.html', b'<html>')
    """
    if not content.startswith(_MARK):
        return name, content
    told = next((name[: -len(e)] for e in _ENDINGS if name.lower().endswith(e)), name)
    return told, _inflate(content)


def _inflate(content: bytes) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in range(MOST_PARTS):
        if part and not content.startswith(_MARK):
            break
        way = zlib.decompressobj(wbits=31)
        try:
            parts.append(way.decompress(content, LARGEST + 1 - size))
        except zlib.error as error:
            raise Refused(f"the gzip file is damaged: {error}") from None
        size += len(parts[-1])
        if size > LARGEST:
            raise Refused(f"the gzip file inflates to more than {LARGEST // 2**20} MB")
        if not way.eof:
            raise Refused("the gzip file breaks off before its end")
        content = way.unused_data
    return b"".join(parts)
