"""Wanted: what the tables at hand say is still to be had, for the sources that follow up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from etl.build import fetch_rows
from etl.records import Policy
from etl.sources import Wanted, sources
from etl.text.name_table import Table, hits, table
from etl.text.same_articles import key_of

MOST_PAGES = 20_000  # told to the source, which takes as many as a run may ask
MOST_LOOKED_AT = 4_000  # titles and snippets that are read for names: some seconds
NAMED, IN_CONTEXT, OTHER = range(3)
OPAQUE = "news.google.com"  # its links lead nowhere that a program may follow

_PAGES = """
    with told as (
        select
            articles.url,
            bool_or(articles.text is not null) as has_text,
            bool_or(list_contains($searches, files.source_id)) as found_by_search,
            first(articles.title order by articles.title) as title,
            first(articles.snippet order by articles.snippet) as snippet,
            max(coalesce(articles.published_on, articles.seen_at::date)) as day
        from raw.articles as articles
        join raw.files as files using (file_id)
        where
            regexp_matches(articles.url, '^https?://', 'i')
            and not contains(articles.url, $opaque)
        group by articles.url
    ),
    had as (select url from raw.files where source_id = 'pages' and url is not null)
    select url, title, snippet, found_by_search, {named} as named
    from told
    where not has_text and url not in (select url from had) and not {told_elsewhere}
    order by named desc, found_by_search desc, day desc nulls last, url
    limit {limit}
"""
# What the last build matched: an article known by its headline alone names a policy in it.
_NAMED = """
    url in (
        select addresses.url
        from staged.article_addresses as addresses
        join marts.mentions as mentions using (article_id)
    )
"""
# An address written in another way may have its text already.
_TOLD_ELSEWHERE = """
    url in (
        select addresses.url
        from staged.article_addresses as addresses
        join staged.articles as articles using (article_id)
        where articles.text is not null
    )
"""


def wanted(db: duckdb.DuckDBPyConnection, policies: Sequence[Policy]) -> Wanted:
    """Return the pages and bills that are still to be had, the most wanted first.

    Reads `raw` as it was just loaded, and what the last build made of it, where there was one.
    """
    bills = _bills(db, policies)
    return Wanted(pages=_pages(db, policies), bills=bills, votes=_votes(db, bills))


def _pages(db: duckdb.DuckDBPyConnection, policies: Sequence[Policy]) -> tuple[str, ...]:
    """Return the addresses of articles whose text nobody has told.

    First those that name a policy in what is known of them, or that a search of whole texts found;
    then those that hold a word of its context; then the rest; each newest first.
    """
    built = _has(db, "marts", "mentions") and _has(db, "staged", "article_addresses")
    named, elsewhere = (_NAMED, _TOLD_ELSEWHERE) if built else ("false", "false")
    query = _PAGES.format(named=named, told_elsewhere=elsewhere, limit=MOST_PAGES)
    searches = [name for name, s in sources().items() if getattr(s.module, "SEARCH", False)]
    given = {"searches": searches, "opaque": OPAQUE}
    rows = db.sql(query, params=given).to_arrow_table().to_pylist()
    names = table(tuple(policies))
    ranked = [(_rank(row, place, names), place) for place, row in enumerate(rows)]
    urls = (rows[place]["url"] for _, place in sorted(ranked))
    return tuple({key_of(url) or url: url for url in urls}.values())


def _rank(row: dict[str, Any], place: int, names: Table) -> int:
    if row["named"] or row["found_by_search"]:
        return NAMED
    if place >= MOST_LOOKED_AT:
        return OTHER
    roles = {hit.role for hit in hits(f"{row['title'] or ''}\n{row['snippet'] or ''}", names)}
    return NAMED if "name" in roles else IN_CONTEXT if "context" in roles else OTHER


def _bills(db: duckdb.DuckDBPyConnection, policies: Sequence[Policy]) -> tuple[str, ...]:
    """Return the bills that a policy's file names, then those that the last build tied to one."""
    named = [bill.bill_id for policy in policies for bill in policy.bills]
    if _has(db, "marts", "policy_bills"):
        rows = fetch_rows(db, "select distinct bill_id from marts.policy_bills order by bill_id")
        named += [row["bill_id"] for row in rows]
    return tuple(dict.fromkeys(named))


def _votes(db: duckdb.DuckDBPyConnection, bills: Sequence[str]) -> tuple[str, ...]:
    """Return the roll calls of the House on these bills, as their records number them."""
    query = """
        select distinct congress, session, roll
        from raw.recorded_votes
        where
            chamber = 'house'
            and bill_id in (select unnest($bills))
            and congress is not null
            and session is not null
            and roll is not null
        order by all
    """
    rows = db.execute(query, {"bills": list(bills)}).fetchall()
    return tuple(f"h{roll}-{congress}.{session}" for congress, session, roll in rows)


def _has(db: duckdb.DuckDBPyConnection, schema: str, name: str) -> bool:
    query = "select 1 from duckdb_tables() where schema_name = ? and table_name = ?"
    return bool(db.execute(query, [schema, name]).fetchall())
