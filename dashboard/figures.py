"""What a view asks of the marts: its window, its groups, its three bands and its key figures.

A mart cannot hold the figures of a window, because the window is the reader's: these selects add
up the very rows that are drawn, so that a key figure and the chart under it never differ.
"""

from __future__ import annotations

from datetime import date, timedelta

import db
import pandas as pd

# From the first article of ten years, which a screen can bear; a season at the least.
SPAN = """
with covered as (
    select period_on, last_day(period_on) as until_on
    from coverage where policy_id = $policy and grain = 'month' and articles > 0
),
acted as (
    select event_on, event_on as until_on from events where policy_id = $policy
),
ended as (
    select max(until_on) as last_on, last_on - interval 10 year as since_on from (
        select until_on from covered union all by name select until_on from acted
    )
),
begun as (
    select
        last_on,
        (select min(period_on) from covered where period_on >= since_on) as read_on,
        (select min(event_on) from acted where event_on >= since_on) as acted_on
    from ended
)
select last_on, least(coalesce(read_on, acted_on), (last_on - interval 90 day)::date) as since
from begun
"""

EVENTS = """
select row_number() over (order by coalesce(event_on, event_month), event_id) as number, *
from events
where policy_id = $policy
    and coalesce(event_on, last_day(event_month)) >= $since
    and coalesce(event_on, event_month) <= $until
order by number
"""

PERIODS = """
from {table}
where policy_id = $policy and grain = $grain and group_name = $group
    and period_on between date_trunc($grain, $since::date) and $until
order by period_on
"""


TOTALS = f"""
with judged as (
    select
        sum(judged)::bigint as n,
        sum(supporting) as supporting,
        sum(opposing) as opposing,
        sum(by_coder)::bigint as by_coder,
        sum(by_machine)::bigint as by_machine
    from ({PERIODS.format(table="stance")})
),
covered as (
    select sum(articles)::bigint as articles, sum(stories)::bigint as stories
    from ({PERIODS.format(table="coverage")})
)
select
    *,
    supporting / n as support_share,
    wilson_low(supporting, n) as support_low,
    wilson_high(supporting, n) as support_high,
    opposing / n as oppose_share,
    wilson_low(opposing, n) as oppose_low,
    wilson_high(opposing, n) as oppose_high
from judged, covered
"""


def span(policy: str) -> tuple[date, date]:
    """Return the days a policy is first shown for: those of its coverage, else of its events."""
    row = db.query(SPAN, policy=policy).iloc[0]
    if pd.isna(row["last_on"]) or pd.isna(row["since"]):
        today = date.today()
        return today - timedelta(days=365), today
    return row["since"].date(), row["last_on"].date()


def bearable(grain: str, since: date, until: date, most: int = 380) -> str:
    """Return the grain, or the next coarser of which a figure can bear all periods of a window.

    >>> bearable("day", date(2020, 1, 1), date(2026, 1, 1))
    'week'
    """
    days = (until - since).days
    lengths = {"day": 1, "week": 7, "month": 30, "year": 365}
    coarser = list(lengths)[list(lengths).index(grain) :]
    return next((one for one in coarser if days / lengths[one] <= most), "year")


def groups(policy: str) -> dict[str, str]:
    """Return the groups of a policy in their order, name to label."""
    rows = db.query(
        "select group_name, label from policy_groups where policy_id = $policy order by position",
        policy=policy,
    )
    return dict(zip(rows["group_name"], rows["label"].fillna(rows["group_name"]), strict=True))


def events(**window: db.Value) -> pd.DataFrame:
    """Return the events of a window, numbered as the figure numbers them."""
    return db.query(EVENTS, **window)


def periods(table: str, grain: str, group: str, **window: db.Value) -> pd.DataFrame:
    """Return the periods of `coverage` or `stance` that a window touches."""
    return db.query(PERIODS.format(table=table), grain=grain, group=group, **window)


def totals(grain: str, group: str, **window: db.Value) -> dict[str, float | None]:
    """Return the sums over the periods drawn, and shares with their 95 % intervals."""
    row = db.query(TOTALS, grain=grain, group=group, **window).iloc[0]
    return {str(key): None if pd.isna(value) else value for key, value in row.items()}


def undated(grain: str, group: str, policy: str) -> int:
    """Return how many articles have too coarse a date for this grain."""
    rows = db.query(
        "select sum(articles) as n from undated "
        "where policy_id = $policy and grain = $grain and group_name = $group",
        policy=policy,
        grain=grain,
        group=group,
    )
    return int(rows["n"].fillna(0).iloc[0])
