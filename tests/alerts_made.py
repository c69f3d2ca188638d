"""Alerts made for the tests, and a published version that holds them. Nothing in them is a fact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb

from etl.alerts.alert import COLUMNS, Alert, Delivery, delivery_id
from etl.folders import Folders

TODAY = datetime.now(UTC).date()
NASTY = (
    '</title><script>alert(1)</script> =HYPERLINK("http://bad.invalid") ]]> & <!channel> \x00\x1b '
    "a,b;c\\d\r\nBEGIN:VALARM\r\nBcc: x@bad.invalid " + "ё" * 60 + "🕯" * 20
)
TYPES = {
    "happened_on": "date",
    "fresh_until_on": "date",
    "value": "double",
    "n": "bigint",
    "low": "double",
    "high": "double",
}


def alert(number: int = 1, **told: Any) -> Alert:
    """Return an alert that is fresh today; what is told replaces what it says."""
    made: dict[str, Any] = {
        "alert_id": f"{number:032x}",
        "policy_id": "made",
        "policy": "Made Act",
        "rule": "new_bill",
        "severity": "high",
        "happened_on": TODAY,
        "fresh_until_on": TODAY + timedelta(days=30),
        "headline": f"H.R. {number} (119th) was brought in",
        "detail": "effect on the policy: repeals",
        "basis": "bill record",
        "value": None,
        "n": None,
        "low": None,
        "high": None,
        "view": f"bills?policy=made&bill=hr{number}-119",
        "source_id": "govinfo",
        "source_url": f"https://made.example/{number}",
    }
    return Alert(**made | told)


def batch(*alerts: Alert, channel: str = "mail") -> Delivery:
    """Return alerts as they are sent at once."""
    name = delivery_id(channel, [a.alert_id for a in alerts])
    return Delivery(name, "2026-06-01T12:00:00Z", alerts)


def publish(
    here: Folders,
    alerts: Sequence[Alert],
    policies: Sequence[str] = ("made",),
    sources: Sequence[str] = ("govinfo",),
    events: Sequence[tuple[str, date, str, str | None]] = (),
    version: int = 1,
) -> None:
    """Publish a version that holds these alerts, policies and sources, and nothing more."""
    here.published.mkdir(parents=True, exist_ok=True)
    place = here.published / f"lawbeat-{version}.duckdb"
    place.unlink(missing_ok=True)
    with duckdb.connect(str(place)) as db:
        db.execute("create schema marts; set search_path = 'marts'; set timezone = 'UTC'")
        columns = ", ".join(f"{name} {TYPES.get(name, 'text')}" for name in COLUMNS)
        _fill(db, "alerts", columns, [[getattr(a, name) for name in COLUMNS] for a in alerts])
        _fill(db, "version", "built_at timestamptz", [[datetime.now(UTC)]])
        _fill(db, "policies", "policy_id text, short_name text, until_on date, citation text, "
              "source text", [[one, "Made Act", None, None, None] for one in policies])  # fmt: skip
        _fill(db, "sources", "source_id text, items bigint", [[one, 3] for one in sources])
        _fill(db, "events", "event_id text, policy_id text, event_on date, kind text, title text, "
              "basis text, source_url text",
              [[key, "made", day, "vote", title, "fact", url] for key, day, title, url in events]
              )  # fmt: skip
        _fill(db, "waivers", "policy_id text, due_on date, citation text, in_force_from date, "
              "source_url text", [["made", TODAY + timedelta(days=40), None,
                                   TODAY - timedelta(days=325), "https://made.example/w"]]
              )  # fmt: skip
    (here.published / "current").write_text(f"{place.name}\n")


def _fill(
    db: duckdb.DuckDBPyConnection, name: str, columns: str, rows: Sequence[Sequence[Any]]
) -> None:
    db.execute(f"create table {name} ({columns})")
    for row in rows:
        db.execute(f"insert into {name} values ({', '.join('?' * len(row))})", list(row))
