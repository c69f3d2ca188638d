"""The opinions of a window, as a select that others add up: none twice, whatever its days."""

from __future__ import annotations

# An opinion of an unknown month falls in no window; `undated` counts what is left out.
OF_WINDOW = """
policy_id = $policy
    and coalesce(held_on, last_day(held_month)) >= $since
    and coalesce(held_on, held_month) <= $until
    and ($group = 'all' or group_name = $group)
"""
WHOLE = """
held_month >= date_trunc('month', $since::date - 1) + interval 1 month
    and held_month < date_trunc('month', $until::date + 1)
"""
# Whole months are read as they were counted up, and what is left of a window one by one.
HELD = f"""
select * from voice_months
where policy_id = $policy and ($group = 'all' or group_name = $group) and {WHOLE}
union all by name
select
    policy_id,
    holder,
    holder_kind,
    group_name,
    held_month,
    stance,
    holder_role,
    1 as opinions,
    (method = 'coder')::int as by_coder,
    held_on as first_on,
    held_on as last_on,
    coalesce(held_on, held_month) as first_day,
    story_id as first_story,
    coalesce(held_on, held_month) as last_day,
    story_id as last_story
from opinions
where {OF_WINDOW} and not ({WHOLE})
"""
