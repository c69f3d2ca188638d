"""What the head of a bill text tells: which bill, which version, which day, which titles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from etl.text import congress
from etl.text.dates import parse_date
from etl.text.xml import Element, day

STAGES = {
    "introduced in house": "ih",
    "introduced in senate": "is",
    "reported in house": "rh",
    "reported in senate": "rs",
    "reported to house": "rh",
    "reported to senate": "rs",
    "engrossed in house": "eh",
    "engrossed in senate": "es",
    "engrossed amendment house": "eah",
    "engrossed amendment senate": "eas",
    "enrolled bill": "enr",
    "re enrolled bill": "renr",
    "received in house": "rdh",
    "received in senate": "rds",
    "referred in house": "rfh",
    "referred in senate": "rfs",
    "referred to house": "rth",
    "referred to senate": "rts",
    "placed on calendar house": "pch",
    "placed on calendar senate": "pcs",
    "agreed to house": "ath",
    "agreed to senate": "ats",
    "considered and passed house": "cph",
    "considered and passed senate": "cps",
    "committee discharged house": "cdh",
    "committee discharged senate": "cds",
    "public print": "pp",
    "printed as passed": "pap",
}
"""The stages of the bill mark-up and of USLM, and GovInfo's codes for them."""

LAW = "plaw"

_NAME = re.compile(
    r"(?:^|[/_!:-])(?:BILLS-)?(\d{2,3})(hr|s|hjres|sjres|hconres|sconres|hres|sres)(\d{1,5})"
    r"([a-z]{2,4}\d?)?(?:_\w+)?\.xml$",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(\d{2,3})\s*([A-Z][A-Z. ]{0,9}?)\s*(\d{1,5})\s+([A-Z]{2,4}\d?)\b")
_MEASURE = re.compile(
    r"\b([HS](?:\. ?|\s)?(?:(?:R|J|CON)(?:\. ?|\s)?)?(?:RES(?:\. ?|\s)?)?)(\d+)", re.I
)
_LAW_NUMBER = re.compile(r"(\d{2,3})[-–—](\d{1,4})")
_BILL_REF = re.compile(r"^/us/bill/(\d+)/([a-z]+)/(\d+)")
_APPROVED = re.compile(r"Approved ([A-Z][a-z]+ \d{1,2}, \d{4})")
_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TENS = {"eleventh": 11, "twelfth": 12, "tenth": 10, "thirteenth": 13, "fourteenth": 14} | {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty": 20, "thirtieth": 30, "thirty": 30,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A bill and a version as one place tells them; what it does not tell is None."""

    bill_id: str | None = None
    version: str | None = None


def from_name(name: str) -> Told:
    """Return what a file's name tells.

    >>> from_name("bills/BILLS-119hr6534ih.xml")
    Told(bill_id='hr6534-119', version='ih')
    """
    found = _NAME.search(name)
    if not found:
        return Told()
    bill_id = congress.bill_id(found[2].lower(), int(found[3]), int(found[1]))
    return Told(bill_id, found[4].lower() if found[4] else None)


def from_document(root: Element) -> Told:
    """Return what the document itself tells of its bill and version."""
    version = _version(root)
    if root.tag == "pLaw":
        return Told(_bill_of_law(root), LAW)
    form = _first(root, "form", "preface", "engrossed-amendment-form", "amendment-form")
    measure = _words(_first(form, "legis-num"))
    at = _congress(_first(form, "congress") if form is not None else None)
    data = _first(root, "metadata", "meta", "amendMeta")
    names = data.iter("{*}citableAs", "{*}title") if data is not None else ()
    cited = next((t for e in names if (t := _titled(_words(e)))), Told())
    if measure and at:
        found = _MEASURE.search(measure)
        kind = congress.bill_type(found[1]) if found else None
        if found and kind:
            return Told(congress.bill_id(kind, int(found[2]), at), version or cited.version)
    return Told(cited.bill_id, version or cited.version)


def _titled(text: str | None) -> Told | None:
    """Return what `116 HR 2157 IH` tells, which begins the title of every bill's metadata."""
    found = _TITLED.search(text or "")
    kind = congress.bill_type(found[2]) if found else None
    if not found or not kind:
        return None
    return Told(congress.bill_id(kind, int(found[3]), int(found[1])), found[4].lower())


def _version(root: Element) -> str | None:
    stage = root.get("bill-stage") or root.get("resolution-stage") or root.get("amend-stage")
    stage = stage or _words(_first(root, "docStage"))
    return STAGES.get(re.sub(r"[-\s]+", " ", stage).strip().lower()) if stage else None


def _bill_of_law(root: Element) -> str | None:
    """Return the bill that became this law: the first that its margin or its history names."""
    for ref in root.iter("ref"):
        found = _BILL_REF.match(ref.get("href") or "")
        if found and found[2] in congress.KINDS and _is_own(ref):
            return congress.bill_id(found[2], int(found[3]), int(found[1]))
    return None


def _is_own(ref: Element) -> bool:
    return any(a.tag in ("sidenote", "legislativeHistory", "preface") for a in ref.iterancestors())


def law_number(root: Element) -> str | None:
    """Return the number of a public law, 118-50; None for any other document."""
    if root.tag != "pLaw":
        return None
    for place in root.iter("citableAs", "docNumber"):
        if found := _LAW_NUMBER.search(_words(place) or ""):
            return f"{int(found[1])}-{int(found[2])}"
    return None


def version_on(root: Element) -> date | None:
    """Return the day that a version bears: its last action's, or else that of its metadata."""
    if root.tag == "pLaw":
        told = _words(_first(root, "approvedDate"))
        found = _APPROVED.search(" ".join(root.itertext())) if not told else None
        return day(told) or parse_date(found[1] if found else None).on
    places = ("action-date", "attestation-date", "date")
    days = [d for e in root.iter(*places) if (d := _day(e)) and _in_head(e)]
    return max(days, default=None) or day(_words(_first(_first(root, "metadata"), "{*}date")))


def _in_head(element: Element) -> bool:
    heads = ("form", "preface", "amendPreface", "attestation", "engrossed-amendment-form")
    return any(a.tag in heads for a in element.iterancestors())


def _day(element: Element) -> date | None:
    told = element.get("date") or ""
    try:
        return date.fromisoformat(told) if told else parse_date(_words(element)).on
    except ValueError:
        return parse_date(_words(element)).on


def official_title(root: Element) -> str | None:
    """Return the official title that the document bears."""
    return _words(_first(root, "official-title", "officialTitle"))


def short_title(root: Element) -> str | None:
    """Return the first short title of the document, not of a law that it quotes."""
    for element in root.iter("short-title", "shortTitle"):
        quoted = ("quoted-block", "quotedContent", "toc")
        if not any(a.tag in quoted for a in element.iterancestors()):
            return _words(element)
    return None


def _congress(element: Element | None) -> int | None:
    """Return the number in `119th CONGRESS` or `One Hundred Nineteenth Congress of the …`."""
    if element is None:
        return None
    told = (element.get("value") or _words(element) or "").lower()
    if digits := re.match(r"\d+", told):
        return int(digits[0])
    number = 100 if "hundred" in told else 0
    for word in re.findall(r"[a-z]+", told):
        number += _TENS.get(word, _UNITS.index(word) + 1 if word in _UNITS else 0)
    return number or None


def _first(element: Element | None, *names: str) -> Element | None:
    return next(element.iter(*names), None) if element is not None else None


def _words(element: Element | None) -> str | None:
    return (" ".join("".join(element.itertext()).split()) or None) if element is not None else None
