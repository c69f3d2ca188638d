-- Stance toward keeping each policy by period and group: opinions, one per voice and story.
--
-- grain: day, week (from Monday), month or year
-- period_on: first day of the period
-- group_name: a group of the policy, or all
-- judged: opinions with a stance; supporting + opposing + neutral
-- by_coder: of these, set by a person
-- by_machine: of these, set by the machine
-- support_share: supporting / judged
-- support_low: lower end of its 95 % interval (Wilson)
-- support_high: upper end of its 95 % interval (Wilson)
-- oppose_share: opposing / judged
-- oppose_low: lower end of its 95 % interval (Wilson)
-- oppose_high: upper end of its 95 % interval (Wilson)
-- net_stance: (supporting - opposing) / judged, from -1 to 1; null under 5 judged
-- net_low: lower end of its 95 % interval (Bonett and Price 2012, for two shares of one sample)
-- net_high: upper end of its 95 % interval
--
-- key: policy_id, grain, period_on, group_name
-- by: period_on through staged.article_periods
-- check: judged = supporting + opposing + neutral
-- check: judged = by_coder + by_machine
-- check: net_stance between net_low and net_high
with counted as (
    select
        opinions.policy_id,
        periods.grain,
        periods.period_on,
        coalesce(opinions.group_name, 'all') as group_name,
        count(*) as judged,
        count(*) filter (opinions.stance = 'supports') as supporting,
        count(*) filter (opinions.stance = 'opposes') as opposing,
        count(*) filter (opinions.stance = 'neutral') as neutral,
        count(*) filter (opinions.method = 'coder') as by_coder,
        count(*) filter (opinions.method <> 'coder') as by_machine
    from marts.opinions as opinions
    join staged.article_periods as periods using (article_id)
    group by grouping sets (
        (opinions.policy_id, periods.grain, periods.period_on, opinions.group_name),
        (opinions.policy_id, periods.grain, periods.period_on)
    )
)
select
    *,
    supporting / judged as support_share,
    wilson_low(supporting, judged) as support_low,
    wilson_high(supporting, judged) as support_high,
    opposing / judged as oppose_share,
    wilson_low(opposing, judged) as oppose_low,
    wilson_high(opposing, judged) as oppose_high,
    net_share(supporting, opposing, judged) as net_stance,
    net_low(supporting, opposing, judged) as net_low,
    net_high(supporting, opposing, judged) as net_high
from counted
