"""A policy that is followed, and what its YAML file tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a policy in one language; `strong` names need no context."""

    text: str
    language: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class PolicyBill:
    """A bill that touches a policy and what it would do to it."""

    bill_id: str
    effect: str  # creates, repeals, weakens, waives, strengthens, enforces, exempts, mentions
    title: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is said of a policy again and again, and what the record says of it."""

    claim_id: str
    says: str  # the claim, in a sentence of ours
    record: str  # what the record says
    source: str
    wording: tuple[tuple[str, str], ...] = ()  # (words that make the claim, language)


@dataclass(frozen=True, slots=True)
class Argument:
    """A reason that is given again and again for keeping a policy, or for dropping it."""

    argument_id: str
    side: str  # keeps or drops
    says: str  # the reason, in a sentence of ours
    wording: tuple[tuple[str, str], ...] = ()  # (words that tell of it, language)
    name: str | None = None  # for a chart; the words of the id where there is none


@dataclass(frozen=True, slots=True)
class WaiverRule:
    """By what rule a policy may be waived, as its YAML file tells it."""

    source: str
    since: date | None = None  # the day from which there is a power to waive
    term: str | None = None  # 1 year, 180 days, until revoked
    counted_from: str = "signed"  # or published


@dataclass(frozen=True, slots=True)
class Group:
    """A camp of outlets in the debate on one policy."""

    name: str  # armenian
    label: str  # Armenian and diaspora outlets
    sides: tuple[str, ...] = ()  # `side` of data/outlets.csv
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-2


@dataclass(frozen=True, slots=True)
class AlertRule:
    """By what a policy's alerts are told; `etl/alert_rules.py` tells what is usual."""

    rule: str
    threshold: float = 0
    fewest: int = 0  # stories or judged opinions, under which nothing is told
    days: int = 30  # for which a thing is news


@dataclass(frozen=True, slots=True)
class Calibration:
    """What labelled passages on a policy add to the judge's log-odds of each stance."""

    labels: int  # that it was fitted on
    supports: float = 0.0
    opposes: float = 0.0
    neutral: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy that is followed, as its YAML file tells it."""

    policy_id: str
    name: str
    short_name: str
    kind: str
    citation: str
    description: str
    source: str
    aliases: tuple[Alias, ...]
    context: tuple[str, ...] = ()  # one of these must be near a name that is not strong
    anti_context: tuple[str, ...] = ()  # none of these may be near a name that is not strong
    anaphors: tuple[str, ...] = ()  # "the amendment", within two sentences of a name
    keeps: tuple[str, ...] = ()  # support of these is support of the policy
    drops: tuple[str, ...] = ()  # support of these is opposition to it
    keep_means: str = ""  # what keeping it would mean, in a clause of ours
    drop_means: str = ""
    cites: tuple[str, ...] = ()  # usc/22/5812, as bill texts cite it
    bills: tuple[PolicyBill, ...] = ()
    groups: tuple[Group, ...] = ()
    since: date | None = None
    until: date | None = None
    file: str | None = None
    lines: tuple[tuple[str, int], ...] = ()  # (key, line), for errors told later
    waiver: WaiverRule | None = None
    claims: tuple[Claim, ...] = ()
    alerts: tuple[tuple[str, tuple[AlertRule, ...]], ...] = ()  # by rule, if a file tells its own
    arguments: tuple[Argument, ...] = ()
    calibration: Calibration | None = None

    def __hash__(self) -> int:
        """Return a hash that is quick to find: what is made of a policy is kept by it."""
        return hash((self.policy_id, self.name, len(self.aliases)))
