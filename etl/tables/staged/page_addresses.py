"""One row a telling by a page that was asked for: the address it stands under.

url: the page's own where it is believed, else the one that was asked for
copied: the address of another site that the page names as its own
asked_key: the same for every way to write `asked`
leads_to: the key of the article that all pages together say is at `asked`, where it is another

key: file_id, row
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.same_articles import Addresses, Page, key_of

READS = {
    "pages": """
        select
            told.file_id,
            told.row,
            told.url,
            told.title,
            files.asked
        from raw.articles as told
        join (
            select file_id, min(url) as asked
            from raw.files
            where reader = 'page' and url is not null
            group by file_id
        ) as files using (file_id)
    """
}


@dataclass(frozen=True, kw_only=True)
class PageAddress:
    """Where one page stands."""

    file_id: str
    row: int
    asked: str
    url: str | None
    copied: str | None
    asked_key: str | None
    leads_to: str | None


ROW = PageAddress


def rows(pages: Sequence[Mapping[str, Any]]) -> list[PageAddress]:
    """Return where each page stands; what one says may move another."""
    told = [Page(page["asked"], page["url"], page["title"]) for page in pages]
    addresses = Addresses(told)
    return [_address(page, said, addresses) for page, said in zip(pages, told, strict=True)]


def _address(page: Mapping[str, Any], said: Page, addresses: Addresses) -> PageAddress:
    standing = addresses.standing(said)
    asked, led = key_of(page["asked"]), addresses.key(page["asked"])
    return PageAddress(
        file_id=page["file_id"],
        row=page["row"],
        asked=page["asked"],
        url=standing.url,
        copied=standing.copy_of,
        asked_key=asked,
        leads_to=led if led != asked else None,
    )
