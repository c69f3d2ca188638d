-- What a stance figure counts: one row a voice and story, however often and wherever it is printed.
--
-- stance: by a coder as set; by machine the side that the scores of its polar mentions lean to;
--   what was corrected by hand outranks a coder's label, and that the machine
-- held_on: day of the earliest article of the story that carries it, where the day is known
-- held_month: first day of that month, where at least that is known
-- mentions: the mentions it was made from
-- bioguide_id: where the voice is a member of Congress
-- party: of that member: R, D or I
-- state: of that member
-- chamber: of that member
--
-- key: policy_id, holder, story_id
-- by: story_id
-- order: policy_id, held_month, held_on
-- check: stance in ('supports', 'opposes', 'neutral')
with told as (
    select
        mentions.*,
        case stance
            when 'supports' then greatest(coalesce(score, 1), 0.01)
            when 'opposes' then least(coalesce(score, -1), -0.01)
            else 0
        end as lean
    from marts.mentions as mentions
    where stance is not null and counts
    qualify rank() over (
        partition by policy_id, holder, story_id
        order by method <> 'coder', correction_id is null
    ) = 1
)
select
    policy_id,
    holder,
    story_id,
    first(holder_kind order by published_on nulls last, mention_id) as holder_kind,
    first(holder_role order by published_on nulls last, mention_id)
        filter (holder_role is not null) as holder_role,
    first(bioguide_id order by published_on nulls last, mention_id)
        filter (bioguide_id is not null) as bioguide_id,
    first(party order by published_on nulls last, mention_id)
        filter (party is not null) as party,
    first(state order by published_on nulls last, mention_id)
        filter (state is not null) as state,
    first(chamber order by published_on nulls last, mention_id)
        filter (chamber is not null) as chamber,
    first(group_name order by published_on nulls last, mention_id) as group_name,
    first(article_id order by published_on nulls last, mention_id) as article_id,
    min(published_on) as held_on,
    min(published_month) as held_month,
    case
        when sum(lean) > 0 then 'supports'
        when sum(lean) < 0 then 'opposes'
        else 'neutral'
    end as stance,
    case when bool_or(method = 'coder') then 'coder' else first(method) end as method,
    count(*) as mentions
from told
group by policy_id, holder, story_id
