"""What a bill's text must hold before it is read for a policy: its citations and its names.

kind: cite (as bill texts mark it up: usc/22/5812) or word (in small letters, plain dashes)
seed: the citation or the words
also: what must stand in the same section as well; empty where nothing must

key: policy_id, kind, seed, also
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.records import Policy
from etl.text.bills.links_targets import seeds

READS: dict[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class PolicySeed:
    """What a bill's text must hold before it is read for a policy."""

    policy_id: str
    kind: str
    seed: str
    also: str


ROW = PolicySeed


def rows(policies: Sequence[Policy]) -> list[PolicySeed]:
    """Return the seeds of every policy."""
    return [
        PolicySeed(policy_id=policy_id, kind=kind, seed=seed, also=also)
        for policy_id, kind, told in seeds(policies)
        for seed, _, also in [told.partition("+")]
    ]
