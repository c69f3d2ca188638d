-- Where tone and stance point apart: warm words that oppose a policy, hostile ones that support it.
--
-- A passage that several outlets of a group print is told once.
--
-- tone: how warm (1) or hostile (-1) the words of the passage are, whatever they are about
-- stance: supports or opposes, toward keeping the policy
--
-- key: policy_id, mention_id
-- by: story_id
-- order: policy_id, abs(tone) desc
-- check: stance in ('supports', 'opposes')
select
    policy_id,
    published_on,
    published_month,
    outlet,
    holder,
    stance,
    tone,
    sentence,
    title,
    url,
    group_name,
    language,
    story_id,
    article_id,
    mention_id
from marts.mentions
where about_policy
    and sentence is not null
    and (
        (stance = 'opposes' and tone >= 0.05)
        or (stance = 'supports' and tone <= -0.05)
    )
qualify row_number() over (
    partition by policy_id, group_name, story_id, holder, tone
    order by published_on nulls last, mention_id
) = 1
