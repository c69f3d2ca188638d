"""One row a Federal Register document and policy that it names.

alias: the name as it stands there
match_basis: title, or body (its text or abstract)

key: document_id, policy_id
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.records import Policy
from etl.text.acts import act_kind
from etl.text.names import find_mentions

READS = {
    "documents": """
        select document_id as article_id, title, coalesce(text, abstract) as text,
            null::varchar as snippet, 'en' as language, published_on
        from staged.documents
    """
}


@dataclass(frozen=True, kw_only=True)
class NamedDocument:
    """A document, a policy it names, and what kind of act it is."""

    document_id: str
    policy_id: str
    alias: str
    match_basis: str
    act_kind: str


ROW = NamedDocument


def rows(documents: Sequence[Mapping[str, Any]], policies: Sequence[Policy]) -> list[NamedDocument]:
    """Return the policies that each document names, by the first place that names it."""
    kinds = {d["article_id"]: act_kind(d["title"], d["text"]) for d in documents}
    named: dict[tuple[str, str], NamedDocument] = {}
    for m in find_mentions(documents, policies):
        named.setdefault(
            (m.article_id, m.policy_id),
            NamedDocument(
                document_id=m.article_id,
                policy_id=m.policy_id,
                alias=m.alias,
                match_basis=m.match_basis,
                act_kind=kinds[m.article_id],
            ),
        )
    return list(named.values())
