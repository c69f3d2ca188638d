-- Stories about a policy whose words are at hand, a passage or a headline alone.
--
-- article_id: the earliest such article of the story, and group_name that of its outlet
-- supporting: somebody in it supports the policy and nobody opposes it
-- opposing: somebody in it opposes the policy and nobody supports it
--
-- key: policy_id, story_id
-- by: story_id
-- check: not (supporting and opposing)
with told as (
    select
        policy_id,
        story_id,
        first(article_id order by published_on nulls last, published_month nulls last, mention_id)
            as article_id,
        first(group_name order by published_on nulls last, published_month nulls last, mention_id)
            as group_name
    from marts.mentions
    where about_policy and (sentence is not null or title is not null)
    group by policy_id, story_id
),
sides as (
    select
        policy_id,
        story_id,
        bool_or(stance = 'supports') and not bool_or(stance = 'opposes') as supporting,
        bool_or(stance = 'opposes') and not bool_or(stance = 'supports') as opposing
    from marts.opinions
    group by policy_id, story_id
)
select
    told.*,
    coalesce(sides.supporting, false) as supporting,
    coalesce(sides.opposing, false) as opposing
from told
left join sides using (policy_id, story_id)
