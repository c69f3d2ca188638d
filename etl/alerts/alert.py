"""An alert as it is sent, and a batch of them; the same words and ids however often it is sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Alert:
    """A row of `marts.alerts`."""

    alert_id: str
    policy_id: str | None
    policy: str | None
    rule: str
    severity: str
    happened_on: date
    fresh_until_on: date
    headline: str
    detail: str | None
    basis: str
    value: float | None
    n: int | None
    low: float | None
    high: float | None
    view: str
    source_id: str | None
    source_url: str | None

    @property
    def subject(self) -> str:
        """Return policy and headline in one line, without what a terminal or a header obeys."""
        told = f"{self.policy or 'Source'}: {self.headline}"
        return " ".join("".join(c if c.isprintable() else " " for c in told).split())

    def link(self, page_url: str | None) -> str | None:
        """Return where a reader goes: the page, where its address is known, else the source.

        Only addresses of the web are links.
        """
        if page_url:
            return f"{page_url.rstrip('/')}/{self.view}"
        return web_address(self.source_url)


COLUMNS = tuple(f.name for f in fields(Alert))
DAYS = ("happened_on", "fresh_until_on")


@dataclass(frozen=True)
class Delivery:
    """What is sent over one channel at once; `delivery_id` is the same if it is sent again."""

    delivery_id: str
    made_at: str
    alerts: Sequence[Alert]


def web_address(url: str | None) -> str | None:
    """Return an address of the web, None for anything else.

    >>> web_address("javascript:alert(1)"), web_address("https://made.example/a")
    (None, 'https://made.example/a')
    """
    told = (url or "").strip()
    return told if told.lower().startswith(("http://", "https://")) else None


def delivery_id(channel: str, alert_ids: Sequence[str]) -> str:
    """Return the id of a batch: of the channel and its alerts, whatever their order."""
    told = "|".join([channel, *sorted(alert_ids)])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def to_json(alert: Alert) -> str:
    """Return an alert as a line of JSON."""
    return json.dumps(as_told(alert), ensure_ascii=False)


def as_told(alert: Alert) -> dict[str, Any]:
    """Return an alert with its days as text, as JSON has it."""
    return asdict(alert) | {name: getattr(alert, name).isoformat() for name in DAYS}


def from_json(text: str) -> Alert:
    """Return the alert that `to_json` wrote; what older code did not know is None."""
    told: Mapping[str, Any] = json.loads(text)
    cells: dict[str, Any] = {name: told.get(name) for name in COLUMNS}
    return Alert(**cells | {name: date.fromisoformat(told[name]) for name in DAYS})
