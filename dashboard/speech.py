"""What the page Voices asks of the marts: groups side by side, and who holds what in a window."""

from __future__ import annotations

import db
import pandas as pd

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
    string_agg(distinct group_name, ', ' order by group_name) as group_names,
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
where $kind = 'all' or held.holder_kind = $kind
group by policy_id, holder
order by opinions desc, holder
"""
POINTS = f"""
select holder, holder_kind, stance, day_on, method, story_id
from ({HELD})
where ($kind = 'all' or holder_kind = $kind) and holder in (
    select holder from ({VOICES}) limit $most
)
order by day_on
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


def voices(group: str, kind: str, **window: db.Value) -> pd.DataFrame:
    """Return who holds what in a window, the most heard first; `kind` may be `all`."""
    return db.query(VOICES, group=group, kind=kind, **window)


def points(group: str, kind: str, most: int, **window: db.Value) -> pd.DataFrame:
    """Return the dated opinions of the `most` heard voices of a window."""
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
