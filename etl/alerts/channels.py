"""The channels that the environment tells of; what it tells wrongly is said without its secrets."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from email.utils import getaddresses, parseaddr
from urllib.parse import unquote, urlsplit

from etl.alerts.alert import web_address
from etl.alerts.mail import PORTS, Mail
from etl.alerts.sending import Channel
from etl.alerts.webhook import SHAPES, Webhook

ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")
Found = tuple[list[Channel], list[str]]


def channels(told: Mapping[str, str] | None = None) -> Found:
    """Return the channels of an environment (this one's, if none is given), and what is wrong."""
    said = {name: value.strip() for name, value in (told or os.environ).items()}
    page = page_url(said)
    found: list[Channel] = []
    wrong: list[str] = []
    for read in (_mail, _webhook):
        channel, trouble = read(said, page)
        found += [channel] if channel else []
        wrong += [trouble] if trouble else []
    return found, wrong


def page_url(told: Mapping[str, str] | None = None) -> str | None:
    """Return where the dashboard is, if LAWBEAT_PAGE_URL says it."""
    return web_address((told or os.environ).get("LAWBEAT_PAGE_URL"))


def _mail(told: Mapping[str, str], page: str | None) -> tuple[Channel | None, str | None]:
    url, to = told.get("LAWBEAT_SMTP_URL", ""), told.get("LAWBEAT_ALERTS_TO", "")
    if not url and not to:
        return None, None
    if not url or not to:
        missing = "LAWBEAT_ALERTS_TO" if url else "LAWBEAT_SMTP_URL"
        return None, f"mail: {missing} is not set: nothing is mailed"
    if trouble := _smtp_trouble(url):
        return None, f"mail: LAWBEAT_SMTP_URL {trouble}"
    receivers = tuple(address for _, address in getaddresses([to]) if address)
    if not receivers or not all(ADDRESS.fullmatch(one) for one in receivers):
        return None, "mail: LAWBEAT_ALERTS_TO is no list of addresses, with commas between them"
    sender = told.get("LAWBEAT_ALERTS_FROM") or _sender(url)
    if not sender or not ADDRESS.fullmatch(parseaddr(sender)[1]):
        return None, "mail: LAWBEAT_ALERTS_FROM is no address: say who writes"
    return Mail(url, sender, receivers, page), None


def _smtp_trouble(url: str) -> str | None:
    try:
        to = urlsplit(url)
        host, _ = to.hostname, to.port
    except ValueError:
        return "cannot be read; expected smtp://user:password@host:587"
    if to.scheme not in PORTS or not host:
        return "is no address of a mail server; expected smtp://user:password@host:587, or smtps://"
    return None


def _sender(url: str) -> str | None:
    user = unquote(urlsplit(url).username or "")
    return user if "@" in user else None


def _webhook(told: Mapping[str, str], page: str | None) -> tuple[Channel | None, str | None]:
    url = told.get("LAWBEAT_WEBHOOK", "")
    if not url:
        return None, None
    shape = told.get("LAWBEAT_WEBHOOK_SHAPE") or SHAPES[0]
    if shape not in SHAPES:
        return (
            None,
            f"webhook: LAWBEAT_WEBHOOK_SHAPE is {shape[:20]!r}; expected {' or '.join(SHAPES)}",
        )
    try:
        host, _ = urlsplit(url).hostname, urlsplit(url).port
    except ValueError:
        host = None
    if not web_address(url) or not host:
        return None, "webhook: LAWBEAT_WEBHOOK is no address of the web"
    return Webhook(url, shape, page), None
