-- Who holds what about a policy: one row a voice, with the first and the latest stance it took.
--
-- group_names: groups of the outlets that carried it
-- bioguide_id: where the voice is a member of Congress
-- party: of that member: R, D or I
-- state: of that member
-- chamber: of that member, house or senate
-- opinions: stories in which it holds something that was judged
-- first_stance: at first_on; stance can change within a day, then the later story decides
-- changed_mind: it has both supported and opposed the policy
-- by_coder: opinions set by a person; the others are the machine's
--
-- key: policy_id, holder
-- by: holder
-- check: opinions = supports + opposes + neutral
select
    policy_id,
    holder,
    first(holder_kind) as holder_kind,
    last(holder_role order by held_month nulls first, held_on nulls first, story_id)
        filter (holder_role is not null) as holder_role,
    last(bioguide_id order by held_month nulls first, held_on nulls first, story_id)
        filter (bioguide_id is not null) as bioguide_id,
    last(party order by held_month nulls first, held_on nulls first, story_id)
        filter (party is not null) as party,
    last(state order by held_month nulls first, held_on nulls first, story_id)
        filter (state is not null) as state,
    last(chamber order by held_month nulls first, held_on nulls first, story_id)
        filter (chamber is not null) as chamber,
    string_agg(distinct group_name, ', ' order by group_name) as group_names,
    count(*) filter (stance = 'supports') as supports,
    count(*) filter (stance = 'opposes') as opposes,
    count(*) filter (stance = 'neutral') as neutral,
    count(*) as opinions,
    count(distinct story_id) as stories,
    count(*) filter (method = 'coder') as by_coder,
    min(held_on) as first_on,
    max(held_on) as last_on,
    first(stance order by held_month nulls last, held_on nulls last, story_id) as first_stance,
    last(stance order by held_month nulls first, held_on nulls first, story_id) as last_stance,
    bool_or(stance = 'supports') and bool_or(stance = 'opposes') as changed_mind
from marts.opinions
group by policy_id, holder
