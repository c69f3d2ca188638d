"""One row a mention: the stance that its passage holds toward keeping the policy, by machine.

stance: supports, opposes or neutral; null where the judge abstains
score: p_supports - p_opposes
kind: statement, evaluation, action (a report of an act) or mention
evidence: the sentence that decided, verbatim
trace: the words that decided and what each did

key: mention_id
by: mention_id
check: stance in ('supports', 'opposes', 'neutral')
check: abstained or stance is not null
check: abs(p_supports + p_opposes + p_neutral - 1) < 0.001
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from etl.judges import judge, version
from etl.records import Policy
from etl.text.names import Mention
from etl.text.stance import Judgement

READS = {
    "mentions": """
        select mentions.*, voices.said
        from matched.mentions as mentions
        join matched.voices as voices using (mention_id)
    """
}
ROW = Judgement
POLICIES_APART = True
METHOD = version  # what another judge judged is judged again


def rows(mentions: Sequence[Mapping[str, Any]], policies: Sequence[Policy]) -> list[Judgement]:
    """Return what the judge holds of each mention, policy by policy."""
    said = {m["mention_id"]: m["said"] for m in mentions}
    found = [Mention(**{k: v for k, v in m.items() if k != "said"}) for m in mentions]
    return [
        judgement
        for policy in policies
        for judgement in judge([m for m in found if m.policy_id == policy.policy_id], policy, said)
    ]
