"""One row a stretch of days on which a policy's waiver stands the same way, to the build's day.

Told for each policy that has a waiver: its file says so, or an act or fact tells of one.

act_id: the act in matched.waiver_acts that makes it so
year: the year whose record makes it so: of not told, the year that is not told
since_on: the first day of the unbroken run of this state

key: policy_id, from_on
check: until_on >= from_on
check: state in ('in force', 'none', 'not told', 'no waiver power yet')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from etl.records import Policy
from etl.text.terms import Term, term
from etl.text.waiver_days import NO_WAIVER, Record, Span, periods

READS = {
    "acts": "select * from matched.waiver_acts order by policy_id, from_on, act_id",
    "facts": "select policy_id, year, state from staged.waivers order by policy_id, year",
    "runs": "select built_at::date as today from raw.runs",
}


@dataclass(frozen=True, kw_only=True)
class WaiverPeriod:
    """A stretch of days."""

    policy_id: str
    from_on: date
    until_on: date
    state: str
    act_id: str | None
    year: int | None
    since_on: date


ROW = WaiverPeriod


def rows(
    acts: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, Any]],
    runs: Sequence[Mapping[str, Any]],
    policies: Sequence[Policy],
) -> list[WaiverPeriod]:
    """Return the stretches of every policy that has a waiver, as of the day of the build."""
    today = max(run["today"] for run in runs)
    found = []
    for policy in policies:
        its_acts = [a for a in acts if a["policy_id"] == policy.policy_id]
        its_facts = {f["year"]: f["state"] for f in facts if f["policy_id"] == policy.policy_id}
        if policy.waiver or its_acts or its_facts:
            record = record_of(policy, its_acts, its_facts, today)
            found += _periods(policy.policy_id, record)
    return found


def _periods(policy_id: str, record: Record) -> list[WaiverPeriod]:
    return [
        WaiverPeriod(
            policy_id=policy_id,
            from_on=p.from_on,
            until_on=p.until_on,
            state=p.day.state,
            act_id=p.day.act_id,
            year=p.day.year,
            since_on=p.since_on,
        )
        for p in periods(record)
    ]


def record_of(
    policy: Policy, acts: Sequence[Mapping[str, Any]], facts: Mapping[int, str], today: date
) -> Record:
    """Return all that is held about a policy's waivers, from its start to its end or today."""
    rule = policy.waiver
    lasts = term(rule.term) if rule else None
    power = rule.since if rule else None
    made = [a for a in acts if a["kind"] == "waiver"]
    none = {year: state for year, state in facts.items() if state in NO_WAIVER}
    # One waiver answers for its year only where it lasts as long.
    told = {a["year"]: "waived" for a in made if lasts is None or lasts.whole_year}
    first = [a["may_from_on"] for a in acts] + [date(year, 1, 1) for year in facts]
    return Record(
        start=policy.since or min([*first, *([power] if power else [])], default=today),
        today=min(today, policy.until or today),
        power_since=power,
        term=lasts,
        spans=[_span(a, none, lasts) for a in made],
        ended=[(a["from_on"], a["act_id"]) for a in acts if a["kind"] == "waiver_ended"],
        years=none | told,
    )


def _span(act: Mapping[str, Any], none: Mapping[int, str], lasts: Term | None) -> Span:
    """Return the days of an act; one without a known end ends where a later year has no waiver."""
    sure, may = act["until_on"], act["may_until_on"]
    if may is None:
        later = sorted(year for year in none if year > act["year"])
        stop = date(later[0], 1, 1) - timedelta(days=1) if later else date.max
        may = date(later[0], 12, 31) if later and none[later[0]] == "lapsed" else stop
        sure = max(stop, act["from_on"]) if lasts else act["from_on"]
    return Span(
        act_id=act["act_id"],
        from_on=act["from_on"],
        until_on=sure,
        may_from=act["may_from_on"],
        may_until=max(may, act["from_on"]),
    )
