-- Which other policies come up in the same items, and how often.
--
-- other_policy_id: the policy that the same articles name too
-- articles: articles that name both
-- stories: the same, copies of one text counted once
-- share: articles / all articles that name the policy
-- last_on: newest of these articles
--
-- key: policy_id, other_policy_id
-- check: share between 0 and 1
with named as (
    select policy_id, article_id, story_id, published_on
    from marts.policy_articles
    where mentions > 0
),
totals as (
    select policy_id, count(*) as articles
    from named
    group by policy_id
)
select
    one.policy_id,
    other.policy_id as other_policy_id,
    any_value(policies.short_name) as other_policy,
    count(*) as articles,
    count(distinct one.story_id) as stories,
    count(*) / any_value(totals.articles) as share,
    wilson_low(count(*), any_value(totals.articles)) as share_low,
    wilson_high(count(*), any_value(totals.articles)) as share_high,
    max(one.published_on) as last_on
from named as one
join named as other on other.article_id = one.article_id and other.policy_id <> one.policy_id
join totals on totals.policy_id = one.policy_id
join raw.policies as policies on policies.policy_id = other.policy_id
group by one.policy_id, other.policy_id
