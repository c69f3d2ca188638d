"""What of the alerts at hand is news: pure, from what is at hand and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from etl.alerts.alert import Alert

SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True)
class AtHand:
    """What a published version holds: its alerts, and whose they may be."""

    built_on: date
    alerts: Sequence[Alert]
    policies: AbstractSet[str] = frozenset()
    sources: AbstractSet[str] = frozenset()  # those that have brought anything

    @property
    def scopes(self) -> set[str]:
        """Return the policies and the sources, in the words of the ledger."""
        policies = {f"policy:{one}" for one in self.policies}
        return {"all"} | policies | {f"source:{one}" for one in self.sources}


@dataclass(frozen=True)
class Remembered:
    """What the ledger holds: alerts that are known, and whose baseline was taken."""

    known: AbstractSet[str] = frozenset()
    scopes: AbstractSet[str] = frozenset()


@dataclass(frozen=True)
class Sifted:
    """What is to be told, and what is only to be remembered, by why."""

    due: list[Alert] = field(default_factory=list)
    quiet: list[tuple[Alert, str]] = field(default_factory=list)


def sift(here: AtHand, remembered: Remembered) -> Sifted:
    """Return what is news: not known, fresh, of a policy and a source whose baseline was taken.

    The first run takes everything as known; so does the first with a new policy or a new source, of
    what is theirs.
    """
    sifted = Sifted()
    for alert in here.alerts:
        if alert.alert_id in remembered.known:
            continue
        why = _quiet(alert, here.built_on, remembered.scopes)
        if why:
            sifted.quiet.append((alert, why))
        else:
            sifted.due.append(alert)
    sifted.due.sort(key=_first_what_matters)
    return sifted


def _quiet(alert: Alert, today: date, scopes: AbstractSet[str]) -> str | None:
    """Return why an alert is not told, None where it is."""
    whose = [("policy", alert.policy_id), ("source", alert.source_id)]
    wanted = {"all"} | {f"{kind}:{one}" for kind, one in whose if one}
    if not wanted <= scopes:
        return "baseline"
    return "old" if alert.fresh_until_on < today else None


def _first_what_matters(alert: Alert) -> tuple[int, str, int, str]:
    return (
        SEVERITIES.index(alert.severity),
        alert.policy or "",
        -alert.happened_on.toordinal(),
        alert.alert_id,
    )
