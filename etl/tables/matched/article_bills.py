"""One row an article and a bill that it names, with the Congress taken from the article's day.

Only articles that name a policy, or a bill of one. An article that names such a bill and not the
policy is about the policy by way of the bill: it stands here, and is no mention of the policy.

named: the bill_id, or kind and number alone where the Congress is not known
bill_id: null where it is not known of which Congress the bill is
wording: how the article names the bill, at the surest place
match_basis: body, title or snippet: where it stands
sentence: the sentence it stands in, verbatim
why: by which rule it is this bill
confidence: that it is this bill: high, medium or low; null where bill_id is
places: how many name it

key: article_id, named
by: article_id
check: confidence in ('high', 'medium', 'low')
check: (bill_id is null) = (confidence is null)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etl.records import Policy
from etl.text.bills.mentions import ArticleBill, find_bills
from etl.text.bills.register import register

READS = {
    "articles": """
        select article_id, title, text, snippet, language, published_on, published_month,
            published_year
        from staged.articles
        order by article_id
    """,
    "bills": """
        select bill_id, introduced_on, sponsor, title, short_title from staged.bills
    """,
    "titles": """
        select distinct bill_id, title
        from staged.bill_titles
        where
            title_type like 'Short Title%'
            and title_type not like '%portion%'
            and title is not null
    """,
    "links": """
        select distinct bill_id, policy_id from matched.bill_links where confidence != 'low'
    """,
    "mentions": """
        select article_id, policy_id from matched.mentions
        union
        select article_id, policy_id from staged.labels
    """,
}
ROW = ArticleBill


def rows(
    articles: Sequence[Mapping[str, Any]],
    bills: Sequence[Mapping[str, Any]],
    titles: Sequence[Mapping[str, Any]],
    links: Sequence[Mapping[str, Any]],
    mentions: Sequence[Mapping[str, Any]],
    policies: Sequence[Policy],
) -> Iterator[ArticleBill]:
    """Yield the bills that the articles name."""
    mentioned: dict[str, set[str]] = {}
    for mention in mentions:
        mentioned.setdefault(mention["article_id"], set()).add(mention["policy_id"])
    known = register(bills, titles, links, policies)
    yield from find_bills(articles, known, {a: frozenset(p) for a, p in mentioned.items()})
