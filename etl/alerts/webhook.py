"""A webhook: the batch as JSON, or in the shape that Slack takes, by one POST.

The address is a secret (who knows it may write), so no error names more than its host. It must not
lead into a private network, unless `LAWBEAT_ALLOW_PRIVATE=1` says that it may.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from etl import hosts
from etl.alerts.alert import Alert, Delivery, as_told, web_address
from etl.alerts.feeds import text
from etl.alerts.sending import NotSent
from etl.answers import Failed

TIMEOUTS_S = (4.0, 15.0)
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
SHAPES = ("json", "slack")
MOST_IN_SLACK = 20  # alerts in one message
LONGEST_IN_SLACK = 300  # characters of what stands under a headline


@dataclass(frozen=True)
class Webhook:
    """The address, the shape of what is sent, and where the dashboard is, if that is known."""

    url: str
    shape: str = "json"
    page_url: str | None = None
    name: str = "webhook"

    @property
    def reaches(self) -> str:
        """Return the host, which is all that is told of the address."""
        return f"{urlsplit(self.url).hostname} ({self.shape})"

    def send(self, batch: Delivery) -> None:
        """Send a batch; raises `NotSent` where it was not taken with a 2xx."""
        if why := hosts.refusal(self.url):
            raise NotSent(f"the address is refused: {why}", passing=False)
        try:
            status = self._post(batch)
        except Failed as error:  # refused as the connection stood, or too slow
            raise NotSent(str(error), passing=not error.hard) from None
        except (requests.RequestException, HTTPError, OSError) as error:
            raise NotSent(f"no answer ({type(error).__name__})", passing=True) from None
        if not 200 <= status < 300:
            raise NotSent(f"it answered {status}", passing=status in PASSING)

    def _post(self, batch: Delivery) -> int:
        shaped = (
            slack(batch, self.page_url) if self.shape == "slack" else generic(batch, self.page_url)
        )
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "Lawbeat/0.1 (alerts)",
            "Idempotency-Key": batch.delivery_id,
        }
        with (
            hosts.session("") as session,
            session.post(
                self.url,
                data=json.dumps(shaped, ensure_ascii=False).encode(),
                headers=headers,
                timeout=TIMEOUTS_S,
                allow_redirects=False,
                stream=True,
            ) as answer,
        ):
            return answer.status_code


def generic(batch: Delivery, page_url: str | None) -> dict[str, Any]:
    """Return a batch as JSON: its id, its moment, and each alert with its own id and link."""
    return {
        "from": "lawbeat",
        "delivery_id": batch.delivery_id,
        "made_at": batch.made_at,
        "alerts": [
            as_told(a) | {"source_url": web_address(a.source_url), "link": a.link(page_url)}
            for a in batch.alerts
        ],
    }


def slack(batch: Delivery, page_url: str | None) -> Mapping[str, Any]:
    """Return a batch as a message for Slack's incoming webhooks, and those that are like them."""
    lines = [_slack_line(alert, page_url) for alert in batch.alerts[:MOST_IN_SLACK]]
    if (more := len(batch.alerts) - MOST_IN_SLACK) > 0:
        lines.append(f"… and {more} more")
    return {"text": "\n\n".join(lines), "unfurl_links": False}


def _slack_line(alert: Alert, page_url: str | None) -> str:
    head = _plain(alert.subject)
    if address := alert.link(page_url):
        target = _plain(address).replace("|", "%7C")
        head = f"<{target}|{head.replace('|', '¦')}>"
    return f"{head}\n{_plain(text(alert)[:LONGEST_IN_SLACK])}"


def _plain(words: str) -> str:
    # Slack's three: nothing in a text then calls a channel or makes a link.
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
