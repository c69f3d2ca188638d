-- How many stories use each argument of a policy's file, by period and group, and when it rose.
--
-- Periods in which no story uses an argument have no row of it; how many stories were searched
-- there is told by the row of `any`.
--
-- argument_id: as the policy file names it; `any` is one of them or another
-- argument: its name; null for `any`
-- side: keeps or drops, by the policy file; null for `any`
-- says: the argument, in a sentence of the policy file; null for `any`
-- grain: day, week (from Monday), month or year
-- period_on: first day of the period
-- group_name: a group of the policy, or all
-- stories: stories that use it, copies counted once, denials left out
-- searched: stories about the policy whose words are at hand: a passage, or a headline alone
-- share: stories / searched
-- share_low: lower end of its 95 % interval (Wilson)
-- share_high: upper end of its 95 % interval (Wilson)
-- supporting: of the stories, those in which somebody supports the policy and nobody opposes it
-- opposing: of the stories, those in which somebody opposes the policy and nobody supports it
-- earlier_share: the same share over all periods before; null where none was searched
-- rose: at least 3 stories, and an interval that lies above that of all periods before
--
-- key: policy_id, argument_id, grain, period_on, group_name
-- check: stories <= searched
-- check: supporting + opposing <= stories
with searched as (
    select *
    from marts.policy_stories
    where policy_id in (select policy_id from marts.arguments)
),
used as (
    select distinct policy_id, story_id, unnest([argument_id, 'any']) as argument_id
    from marts.arguments
    where not denied
),
whole as (
    select
        searched.policy_id,
        periods.grain,
        periods.period_on,
        coalesce(searched.group_name, 'all') as group_name,
        count(*) as searched
    from searched
    join staged.article_periods as periods using (article_id)
    group by grouping sets (
        (searched.policy_id, periods.grain, periods.period_on, searched.group_name),
        (searched.policy_id, periods.grain, periods.period_on)
    )
),
told as (
    select
        used.policy_id,
        used.argument_id,
        periods.grain,
        periods.period_on,
        coalesce(searched.group_name, 'all') as group_name,
        count(*) as stories,
        count(*) filter (searched.supporting) as supporting,
        count(*) filter (searched.opposing) as opposing
    from used
    join searched using (policy_id, story_id)
    join staged.article_periods as periods using (article_id)
    group by grouping sets (
        (used.policy_id, used.argument_id, periods.grain, periods.period_on, searched.group_name),
        (used.policy_id, used.argument_id, periods.grain, periods.period_on)
    )
),
series as (
    -- Every argument in every period that was searched: what went before is summed over all.
    select
        whole.*,
        listed.argument_id,
        coalesce(told.stories, 0) as stories,
        coalesce(told.supporting, 0) as supporting,
        coalesce(told.opposing, 0) as opposing,
        sum(coalesce(told.stories, 0)) over before as earlier_stories,
        sum(whole.searched) over before as earlier_searched
    from whole
    join (select distinct policy_id, argument_id from used) as listed using (policy_id)
    left join told using (policy_id, argument_id, grain, period_on, group_name)
    window before as (
        partition by whole.policy_id, listed.argument_id, whole.grain, whole.group_name
        order by whole.period_on
        rows between unbounded preceding and 1 preceding
    )
)
select
    policy_id,
    argument_id,
    listed.argument,
    listed.side,
    listed.says,
    grain,
    period_on,
    group_name,
    stories,
    searched,
    stories / searched as share,
    wilson_low(stories, searched) as share_low,
    wilson_high(stories, searched) as share_high,
    supporting,
    opposing,
    earlier_stories / earlier_searched as earlier_share,
    coalesce(
        stories >= 3
        and wilson_low(stories, searched) > wilson_high(earlier_stories, earlier_searched),
        false
    ) as rose
from series
left join (select distinct policy_id, argument_id, argument, side, says from marts.arguments) as listed
    using (policy_id, argument_id)
where stories > 0 or argument_id = 'any'
