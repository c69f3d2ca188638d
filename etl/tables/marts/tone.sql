-- Tone beside stance, by period and group: how warm the words are where a policy is named.
--
-- Tone is VADER's compound of the passage, from -1 (hostile) to 1 (warm), whatever the words are
-- about; English only; a policy's own name is read too, and "FREEDOM Support Act" sounds warm.
-- Copies of one story count once.
--
-- grain: day, week (from Monday), month or year
-- period_on: first day of the period
-- group_name: a group of the policy, or all
-- passages: stories and voices with a tone
-- mean_tone: mean over these; null under 5
-- tone_low: lower end of its 95 % interval (normal)
-- tone_high: upper end of its 95 % interval (normal)
-- judged: of these, with a polar stance
-- warm_opposing: of the judged, warm words that oppose the policy
-- hostile_supporting: of the judged, hostile words that support it
-- apart_share: (warm_opposing + hostile_supporting) / judged: how often tone would mislead
--
-- key: policy_id, grain, period_on, group_name
-- by: period_on through staged.article_periods
-- check: mean_tone between -1 and 1
-- check: apart_share between 0 and 1
with counted as (
    select
        spoken.policy_id,
        periods.grain,
        periods.period_on,
        coalesce(spoken.group_name, 'all') as group_name,
        count(*) as passages,
        avg(spoken.tone) as mean,
        stddev_samp(spoken.tone) as spread,
        count(*) filter (spoken.stance in ('supports', 'opposes')) as judged,
        count(*) filter (spoken.stance = 'opposes' and spoken.tone >= 0.05) as warm_opposing,
        count(*) filter (spoken.stance = 'supports' and spoken.tone <= -0.05)
            as hostile_supporting
    from marts.voice_tones as spoken
    join staged.article_periods as periods using (article_id)
    group by grouping sets (
        (spoken.policy_id, periods.grain, periods.period_on, spoken.group_name),
        (spoken.policy_id, periods.grain, periods.period_on)
    )
)
select
    policy_id,
    grain,
    period_on,
    group_name,
    passages,
    case when passages >= 5 then mean end as mean_tone,
    case when passages >= 5 then greatest(-1, mean - 1.96 * spread / sqrt(passages)) end
        as tone_low,
    case when passages >= 5 then least(1, mean + 1.96 * spread / sqrt(passages)) end as tone_high,
    judged,
    warm_opposing,
    hostile_supporting,
    case when judged > 0 then (warm_opposing + hostile_supporting) / judged end as apart_share
from counted
