"""One row a sentence, near where a policy is named, that makes a claim which the record disputes.

wording: the words of the policy file that the sentence was known by
denied: a word of denial stands in these words or just before them: it may speak against the claim
says: the claim, in a sentence of the policy file
record: what the record says
mention_id: the mention in whose passage it stands, the nearest

key: policy_id, article_id, claim_id, sentence
by: article_id
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.records import Policy
from etl.text.claims import claim_of, claims_in

READS = {
    "mentions": """
        select mention_id, article_id, policy_id, sentence, passage
        from matched.mentions
        order by policy_id, article_id, mention_id
    """
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMade:
    """A claim that a sentence of an article makes."""

    policy_id: str
    article_id: str
    claim_id: str
    sentence: str
    mention_id: str
    wording: str
    denied: bool
    says: str
    record: str
    record_source: str


ROW = ClaimMade
POLICIES_APART = True


def rows(mentions: Sequence[Mapping[str, Any]], policies: Sequence[Policy]) -> list[ClaimMade]:
    """Return the claims made in the passages of the mentions; a mention's own sentence first."""
    by_id = {policy.policy_id: policy for policy in policies if policy.claims}
    found: dict[tuple[str, str, str, str], ClaimMade] = {}
    told = [m for m in mentions if m["policy_id"] in by_id]
    for text in ("sentence", "passage"):
        for mention in told:
            for made in _made(mention, text, by_id[mention["policy_id"]]):
                key = made.policy_id, made.article_id, made.claim_id, made.sentence
                found.setdefault(key, made)
    return list(found.values())


def _made(mention: Mapping[str, Any], text: str, policy: Policy) -> list[ClaimMade]:
    made = []
    for claim in claims_in(str(mention[text]), policy):
        known = claim_of(policy, claim.claim_id)
        made.append(
            ClaimMade(
                policy_id=policy.policy_id,
                article_id=mention["article_id"],
                claim_id=claim.claim_id,
                sentence=claim.sentence,
                mention_id=mention["mention_id"],
                wording=claim.wording,
                denied=claim.denied,
                says=known.says,
                record=known.record,
                record_source=known.source,
            )
        )
    return made
