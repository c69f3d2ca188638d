"""The alerts, policies, sources and dates of a published version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.alerts.alert import COLUMNS, Alert
from etl.alerts.calendar import Day
from etl.alerts.due import AtHand
from etl.build import fetch_rows, open_database

ALERTS = f"select {', '.join(COLUMNS)} from version.marts.alerts order by happened_on, alert_id"
# What is dated: acts and facts of the last two years, and what lies ahead.
DATES = """
select
    event_id as day_id,
    policies.short_name as policy,
    event_on as on_day,
    title,
    concat_ws('; ', replace(events.kind, '_', ' '), events.basis) as detail,
    source_url
from version.marts.events as events
join version.marts.policies as policies using (policy_id)
where event_on >= (select max(built_at)::date - 731 from version.marts.version)
union all
select
    'waiver-due:' || waivers.policy_id || ':' || due_on,
    policies.short_name,
    due_on,
    'Another waiver is needed from this day',
    concat_ws('; ', waivers.citation, 'in force from ' || in_force_from),
    waivers.source_url
from version.marts.waivers as waivers
join version.marts.policies as policies using (policy_id)
where due_on >= (select max(built_at)::date from version.marts.version)
union all
select
    'until:' || policy_id,
    short_name,
    until_on,
    'Last day of the policy, as its file tells it',
    citation,
    source
from version.marts.policies
where until_on is not null
order by on_day, day_id
"""


def read(version: Path) -> AtHand:
    """Return what is at hand; raises `duckdb.Error` where the version has no alerts."""
    with _opened(version) as db:
        rows = fetch_rows(db, ALERTS)
        days = db.execute("select max(built_at)::date from version.marts.version").fetchone()
        policies = db.execute("select policy_id from version.marts.policies").fetchall()
        sources = db.execute(
            "select source_id from version.marts.sources where items > 0"
        ).fetchall()
    assert days is not None
    return AtHand(
        built_on=days[0],
        alerts=[Alert(**row) for row in rows],
        policies=frozenset(row[0] for row in policies),
        sources=frozenset(row[0] for row in sources),
    )


def dates(version: Path) -> list[Day]:
    """Return the dated acts of the last two years and the dates ahead, oldest first."""
    with _opened(version) as db:
        return [Day(**row) for row in fetch_rows(db, DATES)]


@contextmanager
def _opened(version: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_database(":memory:") as db:
        place = str(version).replace("'", "''")
        db.execute(f"attach '{place}' as version (read_only)")
        yield db
