"""Bill text XML of GovInfo: bills, resolutions, amendments and public laws, in two mark-ups.

Bill mark-up (`bill`, `resolution`, `amendment-doc`) and USLM (`bill`, `resolution`, `pLaw`,
`engrossedAmendment`) tell the same things in other words: the element present decides.
"""

from __future__ import annotations

import re
from typing import Any

from etl.records import BillCitation, BillText, Refused, Reject
from etl.text.bills import text_head as head
from etl.text.bills.text import Cited, citations, gather, plain_text
from etl.text.xml import Element, root_of

VERSION = 1

_ROOTS = ("bill", "resolution", "amendment-doc", "pLaw", "engrossedAmendment", "amendment")
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?><\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>\s*)*+"
    rb"<(?:\w+:)?([\w-]+)([^>]*)",
    re.DOTALL,
)
# `bill` and `resolution` may stand in anybody's XML: one of these must be there as well.
_MARKS = re.compile(
    rb"-stage=|legis-num|xml/uslm|bill\.dtd|res\.dtd|amend\.dtd|dms-id|docStage|legis-body"
)


def reads(name: str, head: bytes) -> bool:
    """Return whether the root of this XML is a bill, a resolution, an amendment or a law."""
    return _root(head) is not None and _MARKS.search(head) is not None


def _root(head: bytes) -> str | None:
    found = _ROOT.match(head)
    name = found[1].decode() if found else ""
    return name if name in _ROOTS else None


def read(name: str, content: bytes) -> list[Any]:
    """Return the text and its marked-up citations; `Refused` where no bill or no text is told."""
    root = root_of(content, _root(content) or "bill", spaces=True)
    told, named = head.from_document(root), head.from_name(name)
    bill_id = told.bill_id or named.bill_id
    version = named.version if named.bill_id == told.bill_id else None
    version = head.LAW if root.tag == "pLaw" else version or told.version or named.version
    if not bill_id:
        raise Refused(f"<{root.tag}> tells no bill: its number or its Congress is missing")
    if not version:
        raise Refused(
            f"neither the text of {bill_id} nor its file's name tells which version it is"
        )
    gathered = gather(root)
    text = plain_text(gathered)
    if not text:
        raise Refused(f"the text of {bill_id} ({version}) holds no words")
    cites = [_citation(bill_id, version, cited) for cited in citations(gathered)]
    return [_text(root, bill_id, version, text), *cites, *_mismatch(told.bill_id, named.bill_id)]


def _citation(bill_id: str, version: str, cited: Cited) -> BillCitation:
    return BillCitation(
        bill_id=bill_id,
        version=version,
        cite=cited.cite,
        words=cited.words,
        section=cited.section,
        passage=cited.passage,
    )


def _text(root: Element, bill_id: str, version: str, text: str) -> BillText:
    number = head.law_number(root)
    part = "PLAW-{}publ{}".format(*number.split("-")) if number else None
    kind, _, at = bill_id.rpartition("-")
    return BillText(
        bill_id=bill_id,
        version=version,
        version_on=head.version_on(root),
        official_title=head.official_title(root),
        short_title=head.short_title(root),
        law_number=number,
        text=text,
        url=f"https://www.govinfo.gov/app/details/{part or f'BILLS-{at}{kind}{version}'}",
    )


def _mismatch(told: str | None, named: str | None) -> list[Reject]:
    """Say where the file's name tells another bill than the text, which is believed."""
    if told and named and told != named:
        return [Reject(place="the file's name", reason=f"names {named}, but the text is {told}")]
    return []
