"""Pages that a browser saved as one file (MHTML): the page within, and where it was."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import HTTP

from etl.records import Refused

_HEADS = re.compile(rb"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?MIME-Version:", re.I)
_MOST_PARTS = 2_000


def is_mhtml(head: bytes) -> bool:
    """Return whether these bytes begin a page saved as one file."""
    start = head.lower()
    return b"multipart/related" in start and (
        start.lstrip().startswith(b"mime-version:") or bool(_HEADS.match(head))
    )


def page_within(content: bytes) -> tuple[bytes, str | None, str | None]:
    """Return the page, its encoding and its address as far as told; `Refused` without a page."""
    message = message_from_bytes(content, policy=HTTP)
    told = message.get("Snapshot-Content-Location")
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            address = told or part.get("Content-Location")
            if isinstance(page, bytes):
                return page, part.get_content_charset(), str(address) if address else None
    raise Refused("the saved page holds no HTML")
