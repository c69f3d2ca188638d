-- What share of the articles that call a waiver something call it what, and how many get it wrong.
--
-- Counted are articles, copies too: what reached readers. Those that use no such word are in
-- `articles_near` alone.
--
-- called: waiver, suspension, extension, lifting, cancellation or repeal; `wrong` is cancellation or
--   repeal, with a right word beside it or not; `only wrong` is without one
-- verdict: right, loose or wrong
-- articles: articles that call it so; one may call it several things
-- calling: articles that call it anything
-- share: articles / calling
-- share_low: lower end of its 95 % interval (Wilson)
-- share_high: upper end of its 95 % interval (Wilson)
-- articles_near: all articles about the policy in these days
--
-- key: event_id, called
-- check: articles <= calling
-- check: calling <= articles_near
with calls as (
    select policy_id, event_id, event_on, event, article_id, called, verdict from marts.act_words
    union all
    select policy_id, event_id, event_on, event, article_id, 'wrong', verdict
    from marts.act_words
    where verdict = 'wrong'
    union all
    select policy_id, event_id, event_on, event, article_id, 'only wrong', verdict
    from marts.act_words
    where verdict = 'wrong' and only_wrong
),
whole as (
    select event_id, count(distinct article_id) as calling
    from marts.act_words
    group by event_id
),
near as (
    select events.event_id, count(*) as articles_near
    from (select distinct event_id, policy_id, event_on from marts.act_words) as events
    join marts.policy_articles as naming using (policy_id)
    where
        naming.mentions > 0
        and coalesce(naming.published_on, last_day(naming.published_month)) >= events.event_on
        and coalesce(naming.published_on, naming.published_month) <= events.event_on + 30
    group by events.event_id
)
select
    calls.policy_id,
    calls.event_id,
    any_value(calls.event_on) as event_on,
    any_value(calls.event) as event,
    calls.called,
    any_value(calls.verdict) as verdict,
    count(distinct calls.article_id) as articles,
    any_value(whole.calling) as calling,
    count(distinct calls.article_id) / any_value(whole.calling) as share,
    wilson_low(count(distinct calls.article_id), any_value(whole.calling)) as share_low,
    wilson_high(count(distinct calls.article_id), any_value(whole.calling)) as share_high,
    any_value(near.articles_near) as articles_near
from calls
join whole using (event_id)
join near using (event_id)
group by calls.policy_id, calls.event_id, calls.called
