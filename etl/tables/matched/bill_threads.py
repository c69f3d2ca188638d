"""One row a bill that has a kindred one at hand: companions and reintroductions in one thread.

thread_id: the earliest bill of the thread
position: the bill's place in it, oldest first, from 1
attempt: the how-manieth Congress of the thread it is of, from 1
how: first, companion, identical bill, same title or same text
linked_to: the bill by which it is of the thread
why: what makes the two one proposal

key: bill_id
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from etl.text.thread_links import Told
from etl.text.threads import Member, threads

READS = {
    "bills": """
        select
            bill_id, congress, bill_type, title, official_title, introduced_on, sponsor_id,
            law_number
        from staged.bills
        order by bill_id
    """,
    "related": """
        select distinct bill_id, related_bill_id, relation, identified_by
        from staged.related_bills
        where relation ilike '%identical%' or relation ilike '%reintroduc%'
        order by all
    """,
    "titles": """
        select distinct bill_id, title
        from staged.bill_titles
        where title_type like '%Short Title% as Introduced' and title is not null
        order by all
    """,
    "policies_of": """
        select bill_id, policy_id from raw.policy_bills
        union
        select bill_id, policy_id from matched.bill_links
        order by all
    """,
    # As it was introduced, where that is at hand: later prints are changed, or wrapped in others.
    "texts": """
        select bill_id, left(text, 16000) as text, length(text) as length
        from staged.bill_texts
        where text is not null
        qualify row_number() over (
            partition by bill_id
            order by version in ('ih', 'is') desc, version_on nulls last, version
        ) = 1
        order by bill_id
    """,
}
ROW = Member


def rows(
    bills: Sequence[Mapping[str, Any]],
    related: Sequence[Mapping[str, Any]],
    titles: Sequence[Mapping[str, Any]],
    policies_of: Sequence[Mapping[str, Any]],
    texts: Sequence[Mapping[str, Any]],
) -> list[Member]:
    """Return every bill that is of a thread."""
    its, names = _grouped(policies_of, "policy_id"), _grouped(titles, "title")
    text = {row["bill_id"]: row for row in texts}
    told = [
        Told(
            **bill,
            names=tuple(names.get(bill["bill_id"], ())),
            policies=frozenset(its.get(bill["bill_id"], ())),
            text=text.get(bill["bill_id"], {}).get("text"),
            length=text.get(bill["bill_id"], {}).get("length"),
        )
        for bill in bills
    ]
    pairs = [
        (r["bill_id"], r["related_bill_id"], r["relation"], r["identified_by"]) for r in related
    ]
    return threads(told, pairs)


def _grouped(rows: Sequence[Mapping[str, Any]], column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["bill_id"], []).append(row[column])
    return found
