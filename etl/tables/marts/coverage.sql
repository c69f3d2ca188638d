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
-- by: period_on through staged.article_periods
-- check: share between 0 and 1
with ways as (
    select
        periods.grain,
        periods.period_on,
        articles.way,
        count(*) as articles
    from staged.articles as articles
    join staged.article_periods as periods using (article_id)
    group by all
),
read as (
    select
        groups.policy_id,
        ways.grain,
        ways.period_on,
        coalesce(groups.group_name, 'all') as group_name,
        sum(ways.articles)::bigint as collected
    from ways
    join staged.outlet_groups as groups using (way)
    group by grouping sets (
        (groups.policy_id, ways.grain, ways.period_on, groups.group_name),
        (groups.policy_id, ways.grain, ways.period_on)
    )
),
named as (
    select
        naming.policy_id,
        periods.grain,
        periods.period_on,
        coalesce(naming.group_name, 'all') as group_name,
        count(*) as articles,
        count(distinct naming.story_id) as stories
    from marts.policy_articles as naming
    join staged.article_periods as periods using (article_id)
    where naming.mentions > 0
    group by grouping sets (
        (naming.policy_id, periods.grain, periods.period_on, naming.group_name),
        (naming.policy_id, periods.grain, periods.period_on)
    )
)
select
    policy_id,
    grain,
    period_on,
    group_name,
    named.articles,
    named.stories,
    read.collected,
    named.articles / read.collected as share
from named
join read using (policy_id, grain, period_on, group_name)
