"""XML as the US government prints it, read safely: elements, their words, days and moments."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from lxml import etree

from etl.records import Refused

Element = Any  # lxml tells no types
Parts = Mapping[str, Element]

EASTERN = ZoneInfo("America/New_York")  # the Capitol's clock: its times do not say so

_WEB_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HALF_DAY = re.compile(r"(0?[1-9]|1[0-2]):([0-5]\d)\s*([AaPp][Mm])")
_BREAK = re.compile(r"</(?:p|li|ul|div|h\d)\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def root_of(content: bytes, name: str, spaces: bool = False) -> Element:
    """Return the root `name` of an XML file, without namespaces; `Refused` where there is none.

    `spaces` keeps those that stand alone between two elements: in prose they part words.
    """
    _refuse_what_is_not_xml(content, name)
    try:
        root = etree.fromstring(content, _parser(spaces))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(f"the XML breaks off or is damaged: {error}") from None
    if "}" in root.tag:
        for element in root.iter("*"):
            element.tag = etree.QName(element).localname
    if root.tag != name:
        raise Refused(f"the XML holds <{root.tag}>, not <{name}>")
    return root


@cache
def _parser(spaces: bool) -> Any:
    """Return a parser that reads nothing but what it is given; one serves any number of files."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=not spaces,  # indentation is a fifth of the work
        collect_ids=False,
    )


def _refuse_what_is_not_xml(content: bytes, name: str) -> None:
    """Say in plain words what stands where XML was expected."""
    if not content or content.isspace():
        raise Refused("the file is empty")
    if _WEB_PAGE.match(content):
        raise Refused("this is a web page, not XML: the server may have shown an error page")
    if content[:64].lstrip()[:1] in (b"{", b"["):
        raise Refused("this is JSON, not XML: the server may have answered with an error")
    # Looked for before parsing: an entity in an attribute is expanded whatever the parser is told.
    root = content.find(b"<" + name.encode())
    if b"<!ENTITY" in (content if root < 0 else content[:root]):
        raise Refused("the XML declares entities, which are never read")


def parts(element: Element | None) -> Parts:
    """Return an element's children by name, the first of each: GPO sometimes tells one twice."""
    if element is None:
        return {}
    return {child.tag: child for child in element.iterchildren(reversed=True)}


def word(of: Parts, name: str) -> str | None:
    """Return a child's text, None where there is none."""
    child = of.get(name)
    if child is None:
        return None
    text: str | None = child.text
    return text.strip() or None if text else None


@lru_cache(maxsize=8192)
def day(text: str | None) -> date | None:
    """Return the day of `2025-12-09`, or the Capitol's day of a moment told in UTC.

    >>> day("2013-03-07T04:59:59Z")
    datetime.date(2013, 3, 6)
    """
    if not text:
        return None
    try:
        at = moment(text) if "T" in text else None
        return at.astimezone(EASTERN).date() if at else date.fromisoformat(text[:10])
    except ValueError:
        return None


def moment(text: str | None) -> datetime | None:
    """Return a moment with its zone (the Capitol's where it names none); None for a mere day."""
    if not text or len(text) <= 10:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=EASTERN)


def clock(on: date | None, text: str | None) -> datetime | None:
    """Return the moment of a day and a Capitol time: `19:15:41`, or `07:15PM` as in 2015.

    >>> clock(date(2015, 9, 8), "06:59PM").isoformat()
    '2015-09-08T18:59:00-04:00'
    """
    if on is None or not text:
        return None
    try:
        at = time.fromisoformat(text)
    except ValueError:
        found = _HALF_DAY.fullmatch(text)
        if not found:
            return None
        hour, minute, half = int(found[1]) % 12, int(found[2]), found[3].upper()
        at = time(hour + (12 if half == "PM" else 0), minute)
    return datetime.combine(on, at, EASTERN)


def plain(marked_up: str | None) -> str | None:
    r"""Return text without HTML mark-up, a blank line between paragraphs.

    >>> plain("<p><b>An Act</b></p> <p>It repeals 1 &lt; 2.</p>")
    'An Act\n\nIt repeals 1 < 2.'
    """
    if not marked_up:
        return None
    text = html.unescape(_TAG.sub("", _BREAK.sub("\n\n", marked_up)))
    text = "\n".join([_spaced(line) for line in text.split("\n")]).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text or None


def _spaced(line: str) -> str:
    """Return a line with one space where there are some; most have no others: seen in one look."""
    if line.isprintable() and "  " not in line:
        return line.strip()
    return " ".join(line.split())
