"""What is asked of the marts about arguments: which recur on each side, and when each rose."""

from __future__ import annotations

import db
import pandas as pd

PERIODS = """
from arguments_over_time
where policy_id = $policy and grain = $grain and group_name = $group
    and period_on between date_trunc($grain, $since::date) and $until
"""
# A period without a row of an argument is one in which no story used it.
ARGUMENTS = f"""
with periods as ({PERIODS}),
whole as (select sum(searched)::bigint as searched from periods where argument_id = 'any'),
summed as (
    select
        argument_id,
        any_value(argument) as argument,
        any_value(side) as side,
        any_value(says) as says,
        sum(stories)::bigint as stories,
        any_value(whole.searched) as searched,
        sum(supporting)::bigint as supporting,
        sum(opposing)::bigint as opposing,
        min(period_on) as first_on,
        arg_max(period_on, stories) as most_on,
        min(period_on) filter (rose) as rose_on
    from periods, whole
    where argument_id <> 'any'
    group by argument_id
)
select
    argument,
    side,
    says,
    stories,
    searched,
    stories / searched as share,
    wilson_low(stories, searched) as share_low,
    wilson_high(stories, searched) as share_high,
    supporting,
    opposing,
    first_on,
    most_on,
    rose_on,
    argument_id
from summed
order by side desc, stories desc, argument_id
"""
POINTS = f"""
select argument, side, says, period_on, stories, searched, share, share_low, share_high, rose,
    supporting, opposing, earlier_share, argument_id
from ({PERIODS})
where argument_id <> 'any'
order by period_on, argument_id
"""
USED = """
select * exclude (published_precision, mention_id)
from arguments
where policy_id = $policy
    and ($group = 'all' or group_name = $group)
    and (published_month is null or coalesce(published_on, last_day(published_month)) >= $since)
    and (published_month is null or coalesce(published_on, published_month) <= $until)
"""
WORDS = """
select distinctive_words.* exclude (policy_id), coalesce(groups.label, side) as label
from distinctive_words
left join policy_groups as groups
    on groups.policy_id = distinctive_words.policy_id and groups.group_name = side
where distinctive_words.policy_id = $policy and compared = $compared
order by groups.position nulls first, side desc, z desc, word
"""


def arguments(grain: str, group: str, **window: db.Value) -> pd.DataFrame:
    """Return each argument that is used in a window, with its share of the stories searched."""
    return db.query(ARGUMENTS, grain=grain, group=group, **window)


def points(grain: str, group: str, **window: db.Value) -> pd.DataFrame:
    """Return the periods of a window in which stories use each argument."""
    return db.query(POINTS, grain=grain, group=group, **window)


def words(policy: str, compared: str) -> pd.DataFrame:
    """Return the words that tell a policy's sides apart, all days together."""
    return db.query(WORDS, policy=policy, compared=compared)
