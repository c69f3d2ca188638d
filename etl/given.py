"""The project's own settings, given to the `raw` tables: policies, outlets, sources, runs."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import duckdb

from etl.build import give
from etl.folders import Folders
from etl.frames import frame
from etl.given_alerts import AlertRuleRow, alert_rule_rows
from etl.given_corrections import correction_rows
from etl.given_evaluation import EvaluationRow, evaluation_rows
from etl.given_feeds import FeedRow, feed_rows
from etl.given_refreshes import RefreshRow, refresh_rows
from etl.given_steps import StepRow, step_rows
from etl.records import Policy
from etl.sources import sources


@dataclass(frozen=True, kw_only=True)
class PolicyRow:
    """A policy, without its lists."""

    policy_id: str
    name: str
    short_name: str
    kind: str
    citation: str
    description: str
    source: str
    since: date | None
    until: date | None
    aliases: int
    waiver_since: date | None
    waiver_term: str | None
    waiver_source: str | None


@dataclass(frozen=True, kw_only=True)
class PolicyBillRow:
    """A bill that a policy file names."""

    policy_id: str
    bill_id: str
    effect: str
    title: str | None
    source: str


@dataclass(frozen=True, kw_only=True)
class PolicyGroupRow:
    """One way into a group of outlets: by the outlet's side or by its country."""

    policy_id: str
    group_name: str
    label: str
    position: int
    side: str | None = None
    country: str | None = None


@dataclass(frozen=True, kw_only=True)
class OutletRow:
    """An outlet of data/outlets.csv."""

    domain: str
    name: str
    country: str | None
    side: str | None
    source: str | None


@dataclass(frozen=True, kw_only=True)
class SourceRow:
    """A source, as its head tells it."""

    source_id: str
    title: str
    site: str
    terms: str
    key: str
    pace: str


@dataclass(frozen=True, kw_only=True)
class RunRow:
    """This build: the version it makes, and when."""

    version: int
    built_at: datetime


def give_settings(
    db: duckdb.DuckDBPyConnection, folders: Folders, policies: Sequence[Policy], version: int
) -> tuple[str, ...]:
    """Hand the settings of this run to `raw`; returns what is wrong with the corrections."""
    corrections, troubles = correction_rows(db, folders)
    run = [RunRow(version=version, built_at=datetime.now(UTC).replace(microsecond=0))]
    give(db, "policies", frame(PolicyRow, [_policy(p) for p in policies]))
    give(db, "policy_bills", frame(PolicyBillRow, [b for p in policies for b in _bills(p)]))
    give(db, "policy_groups", frame(PolicyGroupRow, [g for p in policies for g in _groups(p)]))
    give(db, "alert_rules", frame(AlertRuleRow, alert_rule_rows(policies)))
    give(db, "outlets", frame(OutletRow, _outlets(folders)))
    give(db, "feeds", frame(FeedRow, feed_rows(folders)))
    give(db, "evaluation", frame(EvaluationRow, evaluation_rows(folders)))
    give(db, "sources", frame(SourceRow, [_source(s) for s in sources()]))
    give(db, "refreshes", frame(RefreshRow, refresh_rows(folders)))
    give(db, "steps", frame(StepRow, step_rows(folders)))
    give(db, "runs", frame(RunRow, run))
    give(db, "corrections", corrections)
    return troubles


def _policy(p: Policy) -> PolicyRow:
    return PolicyRow(
        policy_id=p.policy_id,
        name=p.name,
        short_name=p.short_name,
        kind=p.kind,
        citation=p.citation,
        description=p.description,
        source=p.source,
        since=p.since,
        until=p.until,
        aliases=len(p.aliases),
        waiver_since=p.waiver.since if p.waiver else None,
        waiver_term=p.waiver.term if p.waiver else None,
        waiver_source=p.waiver.source if p.waiver else None,
    )


def _bills(p: Policy) -> list[PolicyBillRow]:
    return [
        PolicyBillRow(
            policy_id=p.policy_id,
            bill_id=b.bill_id,
            effect=b.effect,
            title=b.title,
            source=b.source,
        )
        for b in p.bills
    ]


def _groups(p: Policy) -> list[PolicyGroupRow]:
    rows = []
    for place, group in enumerate(p.groups):
        ways = [{"side": s} for s in group.sides] + [{"country": c} for c in group.countries]
        rows += [
            PolicyGroupRow(
                policy_id=p.policy_id,
                group_name=group.name,
                label=group.label,
                position=place,
                **way,
            )
            for way in ways
        ]
    return rows


def _outlets(folders: Folders) -> list[OutletRow]:
    with folders.outlets.open(encoding="utf-8", newline="") as file:
        return [
            OutletRow(
                domain=row["domain"].lower(),
                name=row["name"],
                country=row["country"] or None,
                side=row["side"] or None,
                source=row["source"] or None,
            )
            for row in csv.DictReader(file)
        ]


def _source(source_id: str) -> SourceRow:
    source = sources()[source_id]
    return SourceRow(source_id=source_id, title=source.title, **source.about)
