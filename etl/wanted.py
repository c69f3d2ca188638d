"""Wanted: what the tables at hand say is still to be had, for the sources that follow up."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.build import fetch_rows
from etl.records import Policy
from etl.sources import Wanted

MOST_PAGES = 400  # a run: at one a second to a host, some minutes


def wanted(db: duckdb.DuckDBPyConnection, policies: Sequence[Policy]) -> Wanted:
    """Return the pages and bills that are still to be had, the most wanted first.

    Reads `raw` as it was just loaded, and what the last build made of it, where there was one.
    """
    return Wanted(pages=_pages(db), bills=_bills(db, policies))


def _pages(db: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Return the addresses of articles whose text nobody has told, the newest first."""
    query = f"""
        select url
        from raw.articles
        where url like 'http%'
        group by url
        having max(text) is null
        order by max(published_on) desc nulls last, url
        limit {MOST_PAGES}
    """
    return tuple(row["url"] for row in fetch_rows(db, query))


def _bills(db: duckdb.DuckDBPyConnection, policies: Sequence[Policy]) -> tuple[str, ...]:
    """Return the bills that a policy's file names, then those that the last build tied to one."""
    named = [bill.bill_id for policy in policies for bill in policy.bills]
    if _has(db, "marts", "policy_bills"):
        rows = fetch_rows(db, "select distinct bill_id from marts.policy_bills order by bill_id")
        named += [row["bill_id"] for row in rows]
    return tuple(dict.fromkeys(named))


def _has(db: duckdb.DuckDBPyConnection, schema: str, name: str) -> bool:
    query = "select 1 from duckdb_tables() where schema_name = ? and table_name = ?"
    return bool(db.execute(query, [schema, name]).fetchall())
