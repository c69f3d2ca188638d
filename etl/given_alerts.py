"""The rules of alerts, given to the `raw` tables: a row a policy, rule and threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.alert_rules import rules_of
from etl.records import Policy


@dataclass(frozen=True, kw_only=True)
class AlertRuleRow:
    """A rule that a policy's alerts are told by."""

    policy_id: str
    rule: str
    threshold: float
    fewest: int
    days: int


def alert_rule_rows(policies: Sequence[Policy]) -> list[AlertRuleRow]:
    """Return the rules of every policy; one that is turned off has no row."""
    return [
        AlertRuleRow(
            policy_id=policy.policy_id,
            rule=told.rule,
            threshold=told.threshold,
            fewest=told.fewest,
            days=told.days,
        )
        for policy in policies
        for told in rules_of(policy)
    ]
