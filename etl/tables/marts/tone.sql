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
-- check: mean_tone between -1 and 1
-- check: apart_share between 0 and 1
with spoken as (
    select
        policy_id,
        story_id,
        holder,
        first(article_id order by published_on nulls last, mention_id) as article_id,
        first(group_name order by published_on nulls last, mention_id) as group_name,
        avg(tone) as tone
    from marts.mentions
    where about_policy and tone is not null
    group by policy_id, story_id, holder
),
counted as (
    select
        spoken.policy_id,
        periods.grain,
        periods.period_on,
        coalesce(spoken.group_name, 'all') as group_name,
        count(*) as passages,
        avg(spoken.tone) as mean,
        stddev_samp(spoken.tone) as spread,
        count(*) filter (opinions.stance in ('supports', 'opposes')) as judged,
        count(*) filter (opinions.stance = 'opposes' and spoken.tone >= 0.05) as warm_opposing,
        count(*) filter (opinions.stance = 'supports' and spoken.tone <= -0.05)
            as hostile_supporting
    from spoken
    join staged.article_periods as periods using (article_id)
    left join marts.opinions as opinions using (policy_id, story_id, holder)
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
