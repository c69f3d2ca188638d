-- Alerts: what happened to a policy that is worth a word, a row each, of all the time at hand.
--
-- Which of them are sent, and that each is sent once, `python -m etl alerts` sees to.
--
-- alert_id: the same from build to build: of rule, policy, thing and threshold
-- policy_id: null where a source is silent, whichever policies it feeds
-- rule: new_bill, reintroduced, bill_status, bill_action, cosponsors, document, waiver, waiver_due,
--   surge, stance_shift or source_silent
-- threshold: cosponsors reached, or days before the waiver runs out; 0 where a rule has none
-- happened_on: of a surge its Monday, of a shift the first of its month
-- fresh_until_on: last day on which it is still sent; what comes to light later is known and not sent
-- severity: high, medium or low
-- headline: in plain words
-- detail: the numbers, with how many they are of and their interval
-- basis: bill record, document, fact, articles, opinions or source log: what says so
-- value: cosponsors, actions, stories or net stance
-- n: what value is of: articles, or judged opinions
-- low: lower end of its 95 % interval, where it is a share
-- high: upper end of its 95 % interval, where it is a share
-- view: the page that shows it, from the dashboard's address on
--
-- key: alert_id
-- check: severity in ('high', 'medium', 'low')
-- check: value between low and high
with told as (
    select policy_id, rule, thing, bill_id, happened_on, severity, headline, detail, source_id, source_url,
        'bill record' as basis, 'bills?policy=' || policy_id || '&bill=' || bill_id as view
    from marts.alert_bills
    union all by name
    select policy_id, rule, thing, bill_id, happened_on, severity, headline, detail, source_id, source_url,
        'bill record' as basis, actions as value,
        'bills?policy=' || policy_id || '&bill=' || bill_id as view
    from marts.alert_actions
    union all by name
    select policy_id, rule, thing, threshold, bill_id, happened_on, severity, headline, detail, source_id,
        source_url, 'bill record' as basis, cosponsors as value,
        'bills?policy=' || policy_id || '&bill=' || bill_id as view
    from marts.alert_cosponsors
    union all by name
    select policy_id, rule, thing, threshold, happened_on, known_on, severity, headline, detail, source_id,
        source_url, 'document' as basis, 'timeline?policy=' || policy_id as view
    from marts.alert_documents
    union all by name
    select policy_id, rule, thing, happened_on, severity, headline, detail, 'articles' as basis,
        stories as value, articles as n,
        'articles?policy=' || policy_id || '&from=' || happened_on || '&to=' || (happened_on + 6) as view
    from marts.alert_surges
    union all by name
    select policy_id, rule, thing, happened_on, severity, headline, detail, 'opinions' as basis,
        net_stance as value, judged as n, net_low as low, net_high as high,
        'timeline?policy=' || policy_id || '&from=' || (happened_on - interval 12 month)::date
            || '&to=' || last_day(happened_on) || '&grain=month' as view
    from marts.alert_shifts
    union all by name
    select rule, thing, happened_on, known_on, severity, headline, detail, source_id,
        'source log' as basis,
        'methods' as view
    from marts.alert_sources
),
ruled as (
    select policy_id, rule, threshold, days from raw.alert_rules
    union
    select null as policy_id, rule, threshold, max(days) as days
    from raw.alert_rules
    where rule = 'source_silent'
    group by rule, threshold
)
select
    md5(concat_ws('|', told.rule, coalesce(told.policy_id, ''), told.thing, coalesce(told.threshold, 0)::int)) as alert_id,
    told.policy_id,
    policies.short_name as policy,
    told.rule,
    coalesce(told.threshold, 0) as threshold,
    told.severity,
    told.happened_on,
    coalesce(told.known_on, told.happened_on) + ruled.days::int as fresh_until_on,
    told.headline,
    told.detail,
    told.basis,
    told.value::double as value,
    told.n::bigint as n,
    told.low,
    told.high,
    told.bill_id,
    told.view,
    told.source_id,
    told.source_url
from told
join ruled
    on ruled.policy_id is not distinct from told.policy_id
    and ruled.rule = told.rule
    -- Surges are held to their threshold where they are found.
    and (ruled.threshold = told.threshold or told.threshold is null)
left join marts.policies as policies on policies.policy_id = told.policy_id
where told.happened_on <= (select max(built_at)::date from raw.runs)
