-- How far coders and the machine agree on stance, over the mentions that a coder set by hand.
--
-- A coder looks where a look helps, and sees what the machine holds: this is no sample drawn by
-- chance, and most likely shows the machine worse, or the coder more agreeable, than a blind one.
--
-- policy_id: a policy, or all
-- coded: mentions with a stance set by a coder
-- unjudged: of these, left unjudged by the machine
-- compared: of these, judged by both; coded - unjudged
-- agreed: of these, held alike
-- agreement_share: agreed / compared
-- agreement_low: lower end of its 95 % interval (Wilson)
-- agreement_high: upper end of its 95 % interval (Wilson)
-- opposite: one says supports and the other opposes
-- kappa: Cohen's kappa, agreement beyond chance; null where both always say the same one thing
--
-- key: policy_id
-- check: agreed <= compared
-- check: kappa <= 1
with both_judge as (
    select *
    from marts.confusions
    where machine_stance <> 'unjudged'
),
sides as (
    select policy_id, coder_stance as stance, mentions as by_coder, 0 as by_machine
    from both_judge
    union all
    select policy_id, machine_stance, 0, mentions
    from both_judge
),
chances as (
    select policy_id, sum(by_coder * by_machine) as chance
    from (
        select policy_id, stance, sum(by_coder) as by_coder, sum(by_machine) as by_machine
        from sides
        group by policy_id, stance
    )
    group by policy_id
),
counted as (
    select
        policy_id,
        sum(mentions)::bigint as coded,
        coalesce(sum(mentions) filter (machine_stance = 'unjudged'), 0)::bigint as unjudged,
        coalesce(sum(mentions) filter (machine_stance <> 'unjudged'), 0)::bigint as compared,
        coalesce(sum(mentions) filter (machine_stance = coder_stance), 0)::bigint as agreed,
        coalesce(sum(mentions) filter (
            machine_stance <> coder_stance
            and machine_stance in ('supports', 'opposes')
            and coder_stance in ('supports', 'opposes')
        ), 0)::bigint as opposite
    from marts.confusions
    group by policy_id
)
select
    policy_id,
    coded,
    unjudged,
    compared,
    agreed,
    case when compared > 0 then agreed / compared end as agreement_share,
    wilson_low(agreed, compared) as agreement_low,
    wilson_high(agreed, compared) as agreement_high,
    opposite,
    case
        when compared > 0 and chance < compared * compared
            then (agreed * compared - chance) / (compared * compared - chance)
    end::double as kappa
from counted
left join chances using (policy_id)
