-- Weeks in which a policy is written of far more than in the twelve weeks before.
--
-- Stories: copies of one text count once. A source counts once its articles reach back over the
-- twelve weeks, so that a source that is new makes no surge. A surge that goes on is told once.
--
-- thing: what an alert is known by, with its rule and policy: the Monday of the week
-- stories: of that week
-- articles: of that week, copies with them
-- usual: stories a week, the mean of the twelve weeks before
-- most: stories in the busiest of these
--
-- key: policy_id, thing
-- check: stories <= articles
with reach as (
    -- A twentieth of a source's articles may be stray old ones.
    select source_id, quantile_disc(published_on, 0.05) as since_on
    from marts.articles
    where published_on is not null
    group by source_id
),
weekly as (
    select
        naming.policy_id,
        date_trunc('week', naming.published_on)::date as week_on,
        count(distinct naming.story_id) as stories,
        count(*) as articles,
        count(distinct naming.outlet) as outlets
    from marts.policy_articles as naming
    join reach using (source_id)
    where naming.mentions > 0
    and naming.published_on is not null
    and reach.since_on <= date_trunc('week', naming.published_on) - interval 84 day
    group by all
),
all_before as (
    select
        policy_id,
        date_trunc('week', published_on)::date as week_on,
        count(distinct story_id) as stories
    from marts.policy_articles
    where mentions > 0 and published_on is not null
    group by all
),
compared as (
    select
        weekly.*,
        coalesce(sum(before.stories), 0) / 12 as usual,
        coalesce(max(before.stories), 0)::bigint as most
    from weekly
    left join all_before as before
        on before.policy_id = weekly.policy_id
        and before.week_on between weekly.week_on - 84 and weekly.week_on - 7
    group by all
),
surges as (
    select compared.*, rules.threshold
    from compared
    join raw.alert_rules as rules on rules.policy_id = compared.policy_id and rules.rule = 'surge'
    where compared.stories >= rules.fewest and compared.stories > rules.threshold * compared.usual
    qualify coalesce(
        compared.week_on - lag(compared.week_on) over (
            partition by compared.policy_id order by compared.week_on
        ) > 28,
        true
    )
)
select
    policy_id,
    'surge' as rule,
    week_on::varchar as thing,
    week_on as happened_on,
    'medium' as severity,
    stories || ' stories in the week of ' || strftime(week_on, '%-d %B %Y') || ', where '
        || round(usual, 1) || ' is usual' as headline,
    stories || ' stories in ' || articles || ' articles of ' || outlets
        || ' outlets; the twelve weeks before had ' || round(usual, 1) || ' a week, at most ' || most as detail,
    stories,
    articles,
    usual,
    most
from surges
