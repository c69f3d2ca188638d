-- The policies that are followed, with what is held about each.
--
-- aliases: names by which texts are matched, over all languages
-- bills: bills that touch the policy
-- judged: opinions with a stance, by coder or machine; one per voice and story
-- net_stance: (supporting - opposing) / judged, from -1 to 1; null under 5 judged
-- net_low: lower end of the 95 % interval of net_stance
-- net_high: upper end of the 95 % interval of net_stance
-- last_event: the newest act or fact of the record
--
-- key: policy_id
-- check: net_stance between -1 and 1
with named as (
    select
        policy_id,
        count(*) as articles,
        count(distinct story_id) as stories,
        sum(mentions)::bigint as mentions,
        min(published_on) as first_article_on,
        max(published_on) as last_article_on
    from marts.policy_articles
    where mentions > 0
    group by policy_id
),
held as (
    select
        policy_id,
        count(*) as judged,
        count(*) filter (stance = 'supports') as supporting,
        count(*) filter (stance = 'opposes') as opposing
    from marts.opinions
    group by policy_id
),
latest as (
    select policy_id, max(event_on) as last_event_on, arg_max(title, event_on) as last_event
    from marts.events
    group by policy_id
)
select
    policies.policy_id,
    policies.name,
    policies.short_name,
    policies.kind,
    policies.citation,
    policies.description,
    policies.source,
    policies.since as since_on,
    policies.until as until_on,
    policies.aliases,
    (select count(*) from marts.policy_bills as bills where bills.policy_id = policies.policy_id)
        as bills,
    coalesce(named.articles, 0) as articles,
    coalesce(named.stories, 0) as stories,
    coalesce(named.mentions, 0) as mentions,
    coalesce(held.judged, 0) as judged,
    net_share(supporting, opposing, judged) as net_stance,
    net_low(supporting, opposing, judged) as net_low,
    net_high(supporting, opposing, judged) as net_high,
    named.first_article_on,
    named.last_article_on,
    latest.last_event_on,
    latest.last_event
from raw.policies as policies
left join named using (policy_id)
left join held using (policy_id)
left join latest using (policy_id)
