-- How warm the words of each voice are, story by story, beside what it holds.
--
-- article_id: the earliest of the story with a tone, and group_name that of its outlet
-- tone: mean over its passages in the story, from -1 (hostile) to 1 (warm), whatever they are about
-- stance: toward keeping the policy; null is unjudged
--
-- key: policy_id, holder, story_id
-- by: story_id
-- check: tone between -1 and 1
with spoken as (
    select
        policy_id,
        story_id,
        holder,
        first(article_id order by published_on nulls last, mention_id) as article_id,
        first(group_name order by published_on nulls last, mention_id) as group_name,
        avg(tone order by mention_id) as tone
    from marts.mentions
    where about_policy and tone is not null
    group by policy_id, story_id, holder
)
select spoken.*, opinions.stance
from spoken
left join marts.opinions as opinions using (policy_id, story_id, holder)
