"""What the page Voices asks of the marts: groups side by side, and who holds what in a window."""

from __future__ import annotations

from collections.abc import Callable

import db
import held
import pandas as pd

MARKS, STRETCHES = 2000, 60
SIDES = """
coalesce(sum(opinions) filter (stance = 'supports'), 0)::bigint as {supporting},
    coalesce(sum(opinions) filter (stance = 'opposes'), 0)::bigint as {opposing},
    coalesce(sum(opinions) filter (stance = 'neutral'), 0)::bigint as neutral
"""
GROUPS = f"""
select
    groups.group_name,
    groups.label,
    coalesce(sum(opinions), 0)::bigint as judged,
    {SIDES.format(supporting="supporting", opposing="opposing")},
    coalesce(sum(by_coder), 0)::bigint as by_coder,
    coalesce(sum(opinions - by_coder), 0)::bigint as by_machine,
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
left join ({held.HELD}) as held on held.group_name = groups.group_name
where groups.policy_id = $policy and ($group = 'all' or groups.group_name = $group)
group by groups.group_name, groups.label, groups.position
order by groups.position
"""
VOICES = f"""
select
    holder,
    any_value(holder_kind) as holder_kind,
    arg_max(held.holder_role, (last_day, last_story)) filter (held.holder_role is not null)
        as holder_role,
    string_agg(distinct groups.label, ', ' order by groups.label) as group_names,
    sum(opinions)::bigint as opinions,
    {SIDES.format(supporting="supports", opposing="opposes")},
    arg_min(stance, (first_day, first_story)) as first_stance,
    arg_max(stance, (last_day, last_story)) as last_stance,
    supports > 0 and opposes > 0 as changed_mind,
    min(first_on) as first_on,
    max(last_on) as last_on,
    sum(by_coder)::bigint as by_coder,
    policy_id || ':' || holder as voice_id
from ({held.HELD}) as held
left join policy_groups as groups using (policy_id, group_name)
where $kind = 'all' or held.holder_kind = $kind
group by policy_id, holder
order by opinions desc, holder
"""
FIRST = f"select *, count(*) over () as found from ({VOICES}) limit $rows"
# Each day has its mark where a figure can bear that; else some months together have one.
POINTS = f"""
with own as (select * from ({held.HELD}) where $kind = 'all' or holder_kind = $kind),
heard as (
    select holder, row_number() over (order by sum(opinions) desc, holder) as lane
    from own
    group by holder
    qualify lane <= $most
),
few as (select * from own join heard using (holder)),
stretch as (
    select
        case
            when sum(opinions) <= {MARKS} then 0
            else 1 + date_diff('month', min(held_month), max(held_month)) // {STRETCHES}
        end as months,
        min(held_month) as first_month
    from few
),
marks as (
    select
        holder,
        holder_kind,
        stance,
        (first_month + to_months(
            (months * (date_diff('month', first_month, held_month) // months))::int
        ))::date as day_on,
        opinions,
        by_coder
    from few, stretch
    where months > 0
    union all by name
    select
        holder,
        holder_kind,
        stance,
        coalesce(held_on, held_month) as day_on,
        1 as opinions,
        (method = 'coder')::int as by_coder
    from opinions, stretch
    where {held.OF_WINDOW} and ($kind = 'all' or holder_kind = $kind) and months = 0
)
select
    holder,
    any_value(holder_kind) as holder_kind,
    stance,
    day_on,
    any_value(months) as months,
    sum(opinions)::bigint as stories,
    sum(by_coder)::bigint as by_coder,
    any_value(lane) as lane
from marks join heard using (holder), stretch
group by holder, stance, day_on
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
    """Return the dated opinions of the `most` heard voices, by voice, stance and day or months."""
    return db.query(POINTS, group=group, kind=kind, most=most, **window)


def said(policy: str, holder: str) -> pd.DataFrame:
    """Return every mention that counts as one voice's opinion, the oldest first."""
    return db.query(SAID, policy=policy, holder=holder)


def undated(policy: str, group: str) -> int:
    """Return how many opinions have no month, and so fall in no window."""
    return int(db.query(UNDATED, policy=policy, group=group)["n"].iloc[0])
