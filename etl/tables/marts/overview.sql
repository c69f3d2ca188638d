-- One row a policy: where its liveliest bill stands, what happened last and how it is covered now.
--
-- liveliest_bill_id: of its bills that are alive, else of all, the one that moved last
-- bill_moved_on: day of its last action or change of status
-- bill_effect: what that bill would do to the policy
-- last_act_on: day of the newest act of Congress or the executive
-- articles_lately: articles of the 30 days up to the day this version was built
-- articles_before: articles of the 30 days before those
-- stories_lately: the same days, copies of one text counted once
-- days_silent: days since the newest dated article, up to the day this version was built
-- judged: opinions with a stance, by coder or machine; one per voice and story
-- net_stance: (supporting - opposing) / judged, from -1 to 1; null under 5 judged
-- net_low: lower end of the 95 % interval of net_stance
-- net_high: upper end of the 95 % interval of net_stance
--
-- key: policy_id
-- check: stories_lately <= articles_lately
with today as (select max(built_at)::date as built_on from raw.runs),
bills as (
    select
        listed.policy_id,
        bills.bill_id,
        bills.label,
        bills.title,
        bills.status_label,
        listed.effect,
        greatest(bills.status_on, bills.latest_action_on) as moved_on,
        bills.died
            or bills.law_number is not null
            or bills.congress < (year(today.built_on) - 1787) // 2 as ended
    from marts.policy_bills as listed
    join marts.bills as bills using (bill_id)
    cross join today
    qualify row_number() over (
        partition by listed.policy_id
        order by
            ended,
            listed.effect in ('mentions', 'exempts'),
            moved_on desc nulls last,
            bills.congress desc,
            bills.bill_id
    ) = 1
),
recent as (
    select
        naming.policy_id,
        count(*) filter (naming.published_on > today.built_on - 30) as articles_lately,
        count(distinct naming.story_id)
            filter (naming.published_on > today.built_on - 30) as stories_lately,
        count(*)
            filter (naming.published_on between today.built_on - 59 and today.built_on - 30)
            as articles_before
    from marts.policy_articles as naming
    cross join today
    where naming.mentions > 0
    group by naming.policy_id
)
select
    policies.policy_id,
    policies.name,
    policies.short_name,
    policies.kind,
    bills.bill_id as liveliest_bill_id,
    bills.label as bill_label,
    bills.title as bill_title,
    bills.status_label as bill_status,
    bills.effect as bill_effect,
    bills.moved_on as bill_moved_on,
    policies.last_event_on as last_act_on,
    policies.last_event as last_act,
    policies.articles,
    coalesce(recent.articles_lately, 0) as articles_lately,
    coalesce(recent.articles_before, 0) as articles_before,
    coalesce(recent.stories_lately, 0) as stories_lately,
    today.built_on - policies.last_article_on as days_silent,
    policies.last_article_on,
    policies.judged,
    policies.net_stance,
    policies.net_low,
    policies.net_high
from marts.policies as policies
cross join today
left join bills using (policy_id)
left join recent using (policy_id)
