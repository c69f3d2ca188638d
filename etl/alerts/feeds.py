"""What was told as an Atom feed (RFC 4287) and a JSON Feed (1.1): the same alerts and ids."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lxml import etree

from etl.alerts.alert import Alert, web_address

ATOM = "http://www.w3.org/2005/Atom"
TITLE = "Lawbeat: alerts"
FEED_ID = "urn:uuid:7f0ee0d5-0a57-5f0e-9d36-7a9d0c1a7b5e"
ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0


@dataclass(frozen=True)
class Told:
    """An alert, and the moment from which it is told (ISO 8601, UTC)."""

    alert: Alert
    at: str


def atom(told: Sequence[Told], since: str, page_url: str | None) -> bytes:
    """Return the feed as Atom, in the order given; `since` is its moment where nothing was told."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _put(feed, "id", FEED_ID)
    _put(feed, "title", TITLE)
    _put(feed, "updated", max((one.at for one in told), default=since))
    _put(_put(feed, "author"), "name", "Lawbeat")
    if page_url:
        _put(feed, "link", rel="alternate", href=page_url)
    for one in told:
        _entry(feed, one, page_url)
    whole: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return whole


def _entry(feed: etree._Element, told: Told, page_url: str | None) -> None:
    alert = told.alert
    entry = _put(feed, "entry")
    _put(entry, "id", urn(alert))
    _put(entry, "title", alert.subject, type="text")
    _put(entry, "updated", told.at)
    _put(entry, "published", told.at)
    _put(entry, "category", term=alert.rule)
    _put(entry, "category", term=alert.severity)
    if address := alert.link(page_url):
        _put(entry, "link", rel="alternate", href=address)
    if page_url and (source := web_address(alert.source_url)):
        _put(entry, "link", rel="related", href=source)
    _put(entry, "content", text(alert), type="text")


def _put(
    parent: etree._Element, name: str, words: str | None = None, **told: str
) -> etree._Element:
    made = etree.SubElement(
        parent, f"{{{ATOM}}}{name}", {key: ILLEGAL.sub("", value) for key, value in told.items()}
    )
    made.text = ILLEGAL.sub("", words) if words is not None else None
    return made


def json_feed(told: Sequence[Told], page_url: str | None) -> bytes:
    """Return the feed as JSON Feed, in the order given."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": TITLE,
        "items": [_item(one, page_url) for one in told],
    }
    if page_url:
        feed["home_page_url"] = page_url
    return json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"


def _item(told: Told, page_url: str | None) -> dict[str, object]:
    alert = told.alert
    found = {
        "id": urn(alert),
        "url": alert.link(page_url),
        "external_url": web_address(alert.source_url),
        "title": alert.subject,
        "content_text": text(alert),
        "date_published": told.at,
        "tags": [name for name in (alert.policy_id, alert.rule, alert.severity) if name],
    }
    return {key: value for key, value in found.items() if value is not None}


def urn(alert: Alert) -> str:
    """Return an alert's id as feeds have it."""
    return f"urn:uuid:{UUID(hex=alert.alert_id)}"


def text(alert: Alert) -> str:
    """Return what stands under the headline: day, numbers, what says so, where it stands."""
    lines = [
        alert.detail,
        f"{alert.happened_on:%-d %B %Y} · {alert.severity} · {alert.basis}",
        web_address(alert.source_url),
    ]
    return "\n".join(line for line in lines if line)
