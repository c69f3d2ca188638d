"""One row a Federal Register document and policy that it names, and what it does to that policy.

alias: the name as it stands there
match_basis: title, or body (its text or abstract)
act_kind: what it does to the policy: waiver, waiver_ended, delegation, certification,
  determination, sanction, sanction_lifted, national_emergency, continuation, termination,
  executive_order or proclamation; document where it names the policy and does nothing to it
extends: a waiver that continues one before it
clause: the words that do it, from its title or text
scope: what it is done "with respect to", in its own words
holds_from_on: the day from which the document says that it holds, where it says so
holds_until_on: the last day on which it says that it holds, where it says so

key: document_id, policy_id
by: document_id
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from etl.records import Policy
from etl.text.act_terms import Holds, holds
from etl.text.acts import Act, act_on
from etl.text.names import Mention, find_mentions

READS = {
    "documents": """
        select document_id as article_id, title, coalesce(text, abstract) as text,
            null::varchar as snippet, 'en' as language, published_on,
            coalesce(signed_on, published_on) as acted_on
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
    extends: bool
    clause: str | None
    scope: str | None
    holds_from_on: date | None
    holds_until_on: date | None


ROW = NamedDocument


def rows(documents: Sequence[Mapping[str, Any]], policies: Sequence[Policy]) -> list[NamedDocument]:
    """Return the policies that each document names, by the first place that names it."""
    found = []
    for document in documents:
        for mentions in _by_policy(find_mentions([document], policies)):
            found.append(_named(document, mentions))
    return found


def _by_policy(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    for _, own in groupby(sorted(mentions, key=lambda m: m.policy_id), lambda m: m.policy_id):
        yield list(own)


def _named(document: Mapping[str, Any], mentions: Sequence[Mention]) -> NamedDocument:
    first, act = mentions[0], _act(document, mentions)
    its = act.kind.startswith("waiver")
    told = holds(document["text"], document["acted_on"]) if its else Holds()
    return NamedDocument(
        document_id=first.article_id,
        policy_id=first.policy_id,
        alias=first.alias,
        match_basis=first.match_basis,
        act_kind=act.kind,
        extends=act.extends,
        clause=act.clause,
        scope=act.scope,
        holds_from_on=told.from_on,
        holds_until_on=told.until_on,
    )


def _act(document: Mapping[str, Any], mentions: Sequence[Mention]) -> Act:
    names: dict[str, list[str]] = {}
    for m in mentions:
        if m.match_basis != "title":
            names.setdefault(m.sentence, []).append(m.alias)
    in_title = [m.alias for m in mentions if m.match_basis == "title"]
    return act_on(document["title"], in_title, list(names.items()))
