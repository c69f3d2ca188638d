"""Bills that are tied to a policy only by another bill that they are said to be related to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from etl.text.bills.links_places import RANK, SURE


@dataclass(frozen=True, slots=True)
class Known:
    """A bill that is tied to a policy by its own words or by a person."""

    bill_id: str
    policy_id: str
    effect: str
    confidence: str


def related(
    relations: Iterable[Mapping[str, Any]], known: Iterable[Known]
) -> Iterator[dict[str, Any]]:
    """Yield a link for each bill that a tied bill is related to and that is not tied itself.

    A bill said to be identical does the same to the policy (medium); another only has to do with
    it (low), and only where the tied bill does something to the policy.
    """
    tied: dict[str, dict[str, Known]] = defaultdict(dict)
    for one in sorted(known, key=lambda k: (SURE.index(k.confidence), RANK.index(k.effect))):
        tied[one.bill_id].setdefault(one.policy_id, one)
    seen: set[tuple[str, str]] = set()
    pairs = [p for row in relations for p in _both_ways(row)]
    for bill_id, other, relation in sorted(pairs, key=lambda p: not _same(p[2])):
        for policy_id, one in tied.get(other, {}).items():
            if policy_id in tied.get(bill_id, {}) or (bill_id, policy_id) in seen:
                continue
            if _same(relation) or one.effect not in ("mentions", "exempts"):
                seen.add((bill_id, policy_id))
                yield _row(bill_id, one, relation)


def _both_ways(row: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    relation = row["relation"] or "related bill"
    yield row["bill_id"], row["related_bill_id"], relation
    yield row["related_bill_id"], row["bill_id"], relation


def _same(relation: str) -> bool:
    return "identical" in relation.lower()


def _row(bill_id: str, one: Known, relation: str) -> dict[str, Any]:
    same = _same(relation)
    return {
        "bill_id": bill_id,
        "policy_id": one.policy_id,
        "found_in": "related bill",
        "pattern": "related bill",
        "effect": one.effect if same else "mentions",
        "why": f"is said to be {'identical' if same else 'related'} to {one.bill_id}",
        "confidence": "medium" if same and one.confidence == "high" else "low",
        "wording": f"{relation}: {one.bill_id}",
    }
