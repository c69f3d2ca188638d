"""Federal Register documents as the API's JSON: one document, or a search answer with `results`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from etl.records import Document, Refused, Reject
from etl.text.addresses import web_address
from etl.text.register import document_id, president_on
from etl.text.xml import day, moment, plain

VERSION = 1

_TYPES = {
    "presdocu": "presidential document",
    "prorule": "proposed rule",
    "rule": "rule",
    "notice": "notice",
}
_DOCUMENT = re.compile(rb'"document_number"\s*:')
_ANSWER = re.compile(rb'"(?:results|agency_names|raw_name)"\s*:')
_EMPTY = re.compile(rb'\s*\{\s*"count"\s*:\s*\d+\s*,\s*"description"\s*:\s*"Documents ')


def reads(name: str, head: bytes) -> bool:
    """Return whether this is JSON with documents of the Federal Register, or a search for some."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if not head.lstrip().startswith(b"{"):
        return False
    ours = b"federalregister.gov" in head and _ANSWER.search(head)
    return bool(_DOCUMENT.search(head) or ours or _EMPTY.match(head))


def read(name: str, content: bytes) -> list[Any]:
    """Return the documents told here, and a `Reject` for each that has no number."""
    told = _json(content)
    if "errors" in told or "error" in told:
        raise Refused(f"the Federal Register answered with an error: {_error(told)}")
    if "results" in told or "count" in told:
        results = _listed(told.get("results"))
        return [_document(item, f"results[{i}]") for i, item in enumerate(results)]
    document = _document(told, "document")
    if isinstance(document, Reject):
        raise Refused(document.reason)
    return [document]


def _json(content: bytes) -> Mapping[str, Any]:
    """Return the JSON object in these bytes; `Refused` where it is damaged or no object."""
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except RecursionError:
        raise Refused("the JSON is nested deeper than any document") from None
    except ValueError as error:
        raise Refused(f"the JSON breaks off or is damaged: {error}") from None
    if not isinstance(told, dict):
        raise Refused("the JSON holds no Federal Register document")
    return told


def _error(told: Mapping[str, Any]) -> str:
    """Return what an error answer says, short."""
    return str(told.get("errors") or told.get("error"))[:200]


def _document(of: Any, place: str) -> Document | Reject:
    """Return one document."""
    if not isinstance(of, dict) or not of.get("document_number"):
        return Reject(place=place, reason="no document_number: not a Federal Register document")
    number, published_on = str(of["document_number"]), day(_text(of, "publication_date"))
    kind = _type(_text(of, "type"))
    signed_on = day(_text(of, "signing_date"))
    signer = _president(of) or president_on(signed_on) if kind == _TYPES["presdocu"] else None
    return Document(
        document_id=document_id(number, published_on),
        document_number=number,
        document_type=kind,
        title=plain(_text(of, "title")),
        signed_on=signed_on,
        published_on=published_on,
        signer=signer,
        signer_role="President" if signer else None,
        instrument=_instrument(of, kind),
        agencies=_agencies(of),
        citation=_text(of, "citation"),
        filed_at=moment(_text(of, "filed_at")),
        abstract=plain(_text(of, "abstract")),
        url=web_address(_text(of, "html_url") or ""),
    )


def _text(of: Mapping[str, Any], name: str) -> str | None:
    """Return a field's words, None where there are none."""
    value = of.get(name)
    return str(value).strip() or None if isinstance(value, str | int) else None


def _listed(told: Any) -> list[Any]:
    """Return a list as it is; anything else holds nothing."""
    return told if isinstance(told, list) else []


def _type(told: str | None) -> str | None:
    """Return the type in words: `PRESDOCU` and `Presidential Document` are one."""
    return _TYPES.get(told.lower(), told.lower()) if told else None


def _president(of: Mapping[str, Any]) -> str | None:
    """Return the President a document names. Rules name one too, who did not sign them."""
    who = of.get("president")
    return _text(who, "name") if isinstance(who, dict) else None


def _instrument(of: Mapping[str, Any], kind: str | None) -> str | None:
    """Return what the document is called by number: a determination, an order, a public notice."""
    number = _text(of, "presidential_document_number")
    if order := _text(of, "executive_order_number"):
        return f"Executive Order {order}"
    if proclamation := _text(of, "proclamation_number"):
        return f"Proclamation {proclamation}"
    if kind == _TYPES["presdocu"]:
        subtype = _text(of, "subtype") or ("Determination" if number else None)
        if number and subtype == "Determination":
            return f"Presidential Determination No. {number}"
        return f"{subtype} {number}" if subtype and number else subtype
    dockets = _listed(of.get("docket_ids"))
    notices = (str(d) for d in dockets if str(d).lower().startswith("public notice"))
    return next((re.sub(r"\s*:\s*", " ", notice) for notice in notices), None)


def _agencies(of: Mapping[str, Any]) -> str | None:
    """Return the agencies' names, joined; they come as names or as things with a name."""
    told = _listed(of.get("agency_names")) or _listed(of.get("agencies"))
    names = (a.get("name") or a.get("raw_name") if isinstance(a, dict) else a for a in told)
    return "; ".join(dict.fromkeys(str(name) for name in names if name)) or None
