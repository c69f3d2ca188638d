"""What the page Voices asks of the marts: groups side by side, and who holds what in a window."""

from __future__ import annotations

from collections.abc import Callable

import db
import pandas as pd

MARKS, STRETCHES = 2000, 60
# An opinion of an unknown month falls in no window; `undated` counts what is left out.
HELD = """
select *, coalesce(held_on, held_month) as day_on
from opinions
where policy_id = $policy
    and coalesce(held_on, last_day(held_month)) >= $since
    and coalesce(held_on, held_month) <= $until
    and ($group = 'all' or group_name = $group)
"""
GROUPS = f"""
select
    groups.group_name,
    groups.label,
    count(held.stance) as judged,
    count(*) filter (held.stance = 'supports') as supporting,
    count(*) filter (held.stance = 'opposes') as opposing,
    count(*) filter (held.stance = 'neutral') as neutral,
    count(*) filter (held.method = 'coder') as by_coder,
    count(*) filter (held.method <> 'coder') as by_machine,
    supporting / judged as support_share,
    wilson_low(supporting, judged) as support_low,
    wilson_high(supporting, judged) as support_high,
    opposing / judged as oppose_share,
    wilson_low(opposing, judged) as oppose_low,
    wilson_high(opposing, judged) as oppose_high,
    net_share(supporting, opposing, judged) as net_stance,
    net_low(supporting, opposing, judged) as net_low,
    net_high(supporting, opposing, judged) as net_high
from policy_groups as groups
left join ({HELD}) as held on held.group_name = groups.group_name
where groups.policy_id = $policy and ($group = 'all' or groups.group_name = $group)
group by groups.group_name, groups.label, groups.position
order by groups.position
"""
VOICES = f"""
select
    holder,
    any_value(holder_kind) as holder_kind,
    last(held.holder_role order by day_on) filter (held.holder_role is not null) as holder_role,
    string_agg(distinct groups.label, ', ' order by groups.label) as group_names,
    count(*) as opinions,
    count(*) filter (stance = 'supports') as supports,
    count(*) filter (stance = 'opposes') as opposes,
    count(*) filter (stance = 'neutral') as neutral,
    first(stance order by day_on, story_id) as first_stance,
    last(stance order by day_on, story_id) as last_stance,
    bool_or(stance = 'supports') and bool_or(stance = 'opposes') as changed_mind,
    min(held_on) as first_on,
    max(held_on) as last_on,
    count(*) filter (method = 'coder') as by_coder,
    policy_id || ':' || holder as voice_id
from ({HELD}) as held
left join policy_groups as groups using (policy_id, group_name)
where $kind = 'all' or held.holder_kind = $kind
group by policy_id, holder
order by opinions desc, holder
"""
FIRST = f"select *, count(*) over () as found from ({VOICES}) limit $rows"
# Each day has its mark where a figure can bear that; else time is cut into stretches.
POINTS = f"""
with own as (
    select holder, holder_kind, stance, method, day_on
    from ({HELD})
    where $kind = 'all' or holder_kind = $kind
),
heard as (
    select holder, row_number() over (order by count(*) desc, holder) as lane
    from own
    group by holder
    qualify lane <= $most
),
few as (select * from own join heard using (holder)),
stretch as (
    select case
        when count(distinct (holder, stance, day_on)) <= {MARKS} then 1
        else 1 + date_diff('day', min(day_on), max(day_on)) // {STRETCHES}
    end as days, min(day_on) as first_on
    from few
)
select
    holder,
    any_value(holder_kind) as holder_kind,
    stance,
    first_on + (days * (date_diff('day', first_on, day_on) // days))::int as day_on,
    any_value(days) as days,
    count(*) as stories,
    count(*) filter (method = 'coder') as by_coder,
    any_value(lane) as lane
from few, stretch
group by holder, stance, first_on + (days * (date_diff('day', first_on, day_on) // days))::int
order by lane, day_on, stance
"""
SAID = """
select
    mentions.published_on,
    mentions.published_month,
    mentions.stance,
    mentions.sentence,
    mentions.holder_role,
    mentions.quoted,
    mentions.outlet,
    mentions.cited_outlet,
    mentions.method,
    mentions.title,
    mentions.url,
    mentions.note,
    mentions.article_id
from mentions
where policy_id = $policy and holder = $holder and counts
order by published_month nulls last, published_on nulls last, mention_id
"""
CARRIED = """
from carried
where policy_id = $policy and across
    and ($group = 'all' or group_name = $group)
    and (published_on is null or published_on between $since and $until)
order by published_on desc nulls last, article_id
"""
UNDATED = """
select count(*) as n from opinions
where policy_id = $policy and held_month is null and ($group = 'all' or group_name = $group)
"""


def groups(group: str, **window: db.Value) -> pd.DataFrame:
    """Return each group's opinions of a window, with shares, net and their intervals."""
    return db.query(GROUPS, group=group, **window)


def voices(group: str, kind: str, rows: int, **window: db.Value) -> pd.DataFrame:
    """Return the most heard of a window, of `found`, and what they hold; `kind` may be `all`."""
    return db.query(FIRST, group=group, kind=kind, rows=rows, **window)


def all_voices(group: str, kind: str, **window: db.Value) -> Callable[[], pd.DataFrame]:
    """Return what reads everybody who holds something in a window, for a file."""
    return db.later(VOICES, group=group, kind=kind, **window)


def points(group: str, kind: str, most: int, **window: db.Value) -> pd.DataFrame:
    """Return the dated opinions of the `most` heard voices, by voice, stance and day or stretch."""
    return db.query(POINTS, group=group, kind=kind, most=most, **window)


def said(policy: str, holder: str) -> pd.DataFrame:
    """Return every mention that counts as one voice's opinion, the oldest first."""
    return db.query(SAID, policy=policy, holder=holder)


def carried(group: str, **window: db.Value) -> pd.DataFrame:
    """Return what outlets of one camp printed of outlets that are not of it."""
    return db.query(CARRIED, group=group, **window)


def undated(policy: str, group: str) -> int:
    """Return how many opinions have no month, and so fall in no window."""
    return int(db.query(UNDATED, policy=policy, group=group)["n"].iloc[0])
