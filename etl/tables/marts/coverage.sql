-- Coverage of each policy by period and group of outlets.
--
-- grain: day, week (from Monday), month or year
-- period_on: first day of the period
-- group_name: a group of the policy, or all
-- stories: articles after copies of one text are counted once
-- collected: articles of that group and period that were read, whatever they are about
-- share: articles / collected
--
-- key: policy_id, grain, period_on, group_name
-- check: share between 0 and 1
with named as (
    select distinct policy_id, article_id, story_id
    from marts.mentions
),
read as (
    select
        groups.policy_id,
        periods.grain,
        periods.period_on,
        groups.group_name,
        groups.article_id,
        named.article_id as named_id,
        named.story_id
    from staged.article_groups as groups
    join staged.article_periods as periods using (article_id)
    left join named using (policy_id, article_id)
)
select
    policy_id,
    grain,
    period_on,
    coalesce(group_name, 'all') as group_name,
    count(distinct named_id) as articles,
    count(distinct story_id) as stories,
    count(distinct article_id) as collected,
    count(distinct named_id) / count(distinct article_id) as share
from read
group by grouping sets (
    (policy_id, grain, period_on, group_name),
    (policy_id, grain, period_on)
)
having count(named_id) > 0
