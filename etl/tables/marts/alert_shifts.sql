-- Months in which the net stance toward a policy is clear of that of the twelve months before.
--
-- Clear: the two 95 % intervals do not meet. Others may be speaking, without anyone changing their
-- mind. A source counts once its articles reach back over three months, so that a source that is new
-- makes no shift. A shift that goes on is told once.
--
-- thing: what an alert is known by, with its rule and policy: the first day of the month
-- net_stance: of that month, from -1 to 1
-- judged: opinions with a stance in that month
-- past_net: of the twelve months before
-- past_judged: opinions with a stance in these
--
-- key: policy_id, thing
-- check: net_stance between net_low and net_high
with reach as (
    select source_id, quantile_disc(published_on, 0.05) as since_on
    from marts.articles
    where published_on is not null
    group by source_id
),
opinions as (
    select
        opinions.policy_id,
        opinions.held_month as month_on,
        opinions.method = 'coder' as by_coder,
        opinions.stance,
        reach.since_on <= opinions.held_month - interval 90 day as reaches_back
    from marts.opinions as opinions
    join marts.articles as articles using (article_id)
    left join reach using (source_id)
    where opinions.held_month is not null
),
monthly as (
    select
        policy_id,
        month_on,
        count(*) as judged,
        count(*) filter (stance = 'supports') as supporting,
        count(*) filter (stance = 'opposes') as opposing
    from opinions
    group by all
),
steady as (
    select
        policy_id,
        month_on,
        count(*) as judged,
        count(*) filter (stance = 'supports') as supporting,
        count(*) filter (stance = 'opposes') as opposing,
        count(*) filter (by_coder) as by_coder
    from opinions
    where reaches_back
    group by all
),
compared as (
    select
        now.*,
        sum(before.judged)::bigint as past_judged,
        sum(before.supporting)::bigint as past_supporting,
        sum(before.opposing)::bigint as past_opposing
    from steady as now
    join monthly as before
        on before.policy_id = now.policy_id
        and before.month_on < now.month_on
        and before.month_on >= now.month_on - interval 12 month
    group by all
),
scored as (
    select
        *,
        net_share(supporting, opposing, judged) as net_stance,
        net_low(supporting, opposing, judged) as net_low,
        net_high(supporting, opposing, judged) as net_high,
        net_share(past_supporting, past_opposing, past_judged) as past_net,
        net_low(past_supporting, past_opposing, past_judged) as past_low,
        net_high(past_supporting, past_opposing, past_judged) as past_high
    from compared
),
shifts as (
    select scored.*
    from scored
    join raw.alert_rules as rules
        on rules.policy_id = scored.policy_id and rules.rule = 'stance_shift'
    where scored.judged >= rules.fewest
    and scored.past_judged >= rules.fewest
    and (scored.net_low > scored.past_high or scored.net_high < scored.past_low)
    qualify coalesce(
        lag(scored.month_on) over (
            partition by scored.policy_id, scored.net_low > scored.past_high
            order by scored.month_on
        ) < scored.month_on - interval 3 month,
        true
    )
)
select
    policy_id,
    'stance_shift' as rule,
    month_on::varchar as thing,
    month_on as happened_on,
    'medium' as severity,
    'Net stance moved ' || if(net_low > past_high, 'toward keeping it', 'against keeping it')
        || ' in ' || strftime(month_on, '%B %Y') || ': ' || printf('%+.2f', net_stance)
        || ', before ' || printf('%+.2f', past_net) as headline,
    printf('%+.2f', net_stance) || ' (95 % ' || printf('%+.2f', net_low) || ' to '
        || printf('%+.2f', net_high) || ', ' || judged || ' judged, ' || by_coder
        || ' by a person); the twelve months before ' || printf('%+.2f', past_net) || ' ('
        || printf('%+.2f', past_low) || ' to ' || printf('%+.2f', past_high) || ', ' || past_judged
        || ' judged). Others may be speaking: no one need have changed their mind.' as detail,
    net_stance,
    net_low,
    net_high,
    judged,
    past_net,
    past_low,
    past_high,
    past_judged
from shifts
