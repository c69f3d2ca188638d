"""One row a bill and policy that its own titles or summary name.

alias: the name as it stands there
match_basis: title or summary
sentence: the words around it

key: bill_id, policy_id
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.records import Policy
from etl.text.names import find_mentions

READS = {
    "bills": """
        select
            bills.bill_id as article_id,
            coalesce(bills.title, '') || '. ' || coalesce(bills.official_title, '') as title,
            string_agg(summaries.text, ' ') as text,
            null::varchar as snippet,
            'en' as language,
            bills.introduced_on as published_on
        from staged.bills as bills
        left join staged.bill_summaries as summaries using (bill_id)
        group by all
    """
}


@dataclass(frozen=True, kw_only=True)
class NamedBill:
    """A bill, a policy it names, and where."""

    bill_id: str
    policy_id: str
    alias: str
    match_basis: str
    sentence: str


ROW = NamedBill


def rows(bills: Sequence[Mapping[str, Any]], policies: Sequence[Policy]) -> list[NamedBill]:
    """Return the policies that each bill names, by the first place that names it."""
    named: dict[tuple[str, str], NamedBill] = {}
    for m in find_mentions(bills, policies):
        named.setdefault(
            (m.article_id, m.policy_id),
            NamedBill(
                bill_id=m.article_id,
                policy_id=m.policy_id,
                alias=m.alias,
                match_basis="title" if m.match_basis == "title" else "summary",
                sentence=m.sentence,
            ),
        )
    return list(named.values())
