"""A document of the Federal Register as printed: the text on GPO's and the Register's pages."""

from __future__ import annotations

import re
from typing import Any

from etl.records import Document, Refused
from etl.text.register import (
    DAY,
    INSTRUMENT,
    document_id,
    filed,
    first,
    looks_like_register,
    us_day,
)
from etl.text.register_signature import signature, signed_on
from etl.text.xml import plain

VERSION = 1

_WEEKDAY = re.compile(rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s+({DAY})")
_NUMBER = re.compile(r"\[\s*FR Doc\.?\s*(?:No[.:]\s*)?([\dA-Z]+-\d+)", re.IGNORECASE)
_VOLUME = re.compile(r"\[Federal Register Volume (\d+)[^\]]*\]")
_PAGE = re.compile(r"^[ \t]*\[Pages? (\w+)", re.MULTILINE)
_RUNNING = re.compile(
    r"^(?:(\d+)\s+)?Federal Register\s*/\s*Vol\. (\d+),[^\n]*?(?:\s(\d+))?$", re.M
)
_CITATION = re.compile(r"^[ \t]*(\d+ FR \d+)[ \t]*$", re.MULTILINE)
_TYPES = {
    "presidential documents": "presidential document",
    "notices": "notice",
    "rules and regulations": "rule",
    "proposed rules": "proposed rule",
}
_SECTION = re.compile(rf"(?:^|[\[/])\s*({'|'.join(_TYPES)})\s*(?:\]|\d*\s*$)", re.I | re.M)
_AGENCY = re.compile(r"^[A-Z][A-Z ,.&'’-]{5,}$")
_ASIDE = re.compile(r"^(?:\[.*\]|RIN [\d-]+.*|\d+ CFR .*|[-=]{5,})$", re.DOTALL)


def reads(name: str, head: bytes) -> bool:
    """Return whether this text begins like a printed document of the Federal Register."""
    text = head.decode("utf-8", "ignore").lstrip("\ufeff")
    start = text.lstrip()[:5]
    if start == "<?xml" or (start[:1] == "<" and "<pre>" not in text.lower()):
        return False
    return looks_like_register(text)


def read(name: str, content: bytes) -> list[Any]:
    """Return the document; `Refused` where it has neither a number nor an instrument."""
    text = _text(content)
    number, instrument = _NUMBER.search(text), INSTRUMENT.search(text)
    if not (number or instrument):
        raise Refused("no [FR Doc.] number and no numbered instrument: not a printed document")
    return [_document(text, number[1] if number else None, instrument)]


def _document(text: str, number: str | None, instrument: re.Match[str] | None) -> Document:
    """Return what the text tells of the document."""
    published_on = us_day(first(_WEEKDAY, text[:2000]))
    kind = _type(text, instrument is not None)
    signed = signed_on(text, instrument)
    signer = signature(text, kind, signed)
    called = _instrument(text, instrument)
    return Document(
        document_id=document_id(number or called or "", published_on),
        document_number=number,
        document_type=kind,
        title=_title(text, instrument),
        signed_on=signed,
        published_on=published_on,
        signer=signer.name,
        signer_role=signer.role,
        instrument=called,
        agencies=_agencies(text, kind),
        citation=_citation(text),
        filed_at=filed(text),
        text=text,
        url=f"https://www.federalregister.gov/d/{number}" if number else None,
    )


def _text(content: bytes) -> str:
    """Return the text, out of the `<pre>` that GPO's pages wrap it in."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "<pre>" in text[:4096].lower():
        inner = re.split(r"</?pre>", text, flags=re.IGNORECASE)
        text = "\n".join(re.sub(r"<[^<>\n]+>", "", part) for part in inner[1:2])
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


def _type(text: str, is_instrument: bool) -> str | None:
    """Return the part of the Register this stands in, else what its own words say."""
    section = first(_SECTION, text[:2000])
    if section:
        return _TYPES[section.lower()]
    if is_instrument:
        return "presidential document"
    action = (first(re.compile(r"^ACTION: *(.+)$", re.MULTILINE), text) or "").lower()
    if "proposed rule" in action:
        return "proposed rule"
    if "rule" in action:
        return "rule"
    return "notice" if "notice" in action or "[public notice" in text.lower() else None


def _instrument(text: str, instrument: re.Match[str] | None) -> str | None:
    """Return what the document is called by number, if by any."""
    if instrument:
        return " ".join(instrument[1].split())
    notice = first(re.compile(r"^\s*\[(Public Notice:? ?\d+)", re.MULTILINE), text[:4096])
    return re.sub(r"\s*:\s*", " ", notice) if notice else None


def _paragraphs(text: str) -> list[str]:
    """Return paragraphs: between empty lines, or a line each where there are none."""
    parts = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text) else text.split("\n")
    return [joined for part in parts if (joined := " ".join(part.split()))]


def _title(text: str, instrument: re.Match[str] | None) -> str | None:
    """Return the title: under the instrument, before `AGENCY:`, or the first words of its own."""
    if instrument:
        return next(iter(_paragraphs(text[instrument.end() :])), None)
    paragraphs = _paragraphs(text[:4096])
    before = [i for i, p in enumerate(paragraphs) if p.startswith("AGENCY:")]
    if before and before[0]:
        return paragraphs[before[0] - 1]
    agency = next((i for i, p in enumerate(paragraphs) if _AGENCY.match(p)), None)
    rest = paragraphs[agency + 1 :] if agency is not None else []
    own = [p for p in rest if not _ASIDE.match(p) and not _AGENCY.match(p)]
    return plain(own[0]) if own else None


def _agencies(text: str, kind: str | None) -> str | None:
    """Return the agency that heads the document."""
    if kind == "presidential document":
        return "Executive Office of the President"
    heads = (p for p in _paragraphs(text[:4096]) if _AGENCY.match(p) and p.title() != "Notices")
    head = next(heads, None)
    small = {"Of", "The", "And", "For", "On", "In"}
    if head is None:
        return None
    words = head.title().split()
    return " ".join(w.lower() if i and w in small else w for i, w in enumerate(words))


def _citation(text: str) -> str | None:
    """Return volume and page where the text states both."""
    volume, page = first(_VOLUME, text[:2000]), first(_PAGE, text[:2000])
    if volume and page:
        return f"{volume} FR {page}"
    running = _RUNNING.search(text[:2000])
    if running and (on := running[1] or running[3]):
        return f"{running[2]} FR {on}"
    return first(_CITATION, text)
