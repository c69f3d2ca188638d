-- Opinions counted up: how often a voice held what in a month, as outlets of a group carried it.
--
-- Ten years of opinions are added up from these, so that no page reads them one by one. An opinion
-- of an unknown month is in none.
--
-- holder_role: the one told last in these stories
-- opinions: stories
-- by_coder: of these, set by a person; the others are the machine's
-- first_on: day of the earliest, where days are known
-- last_on: day of the latest, where days are known
-- first_day: of the earliest; where only its month is known, the first of it
-- first_story: the earliest; of one day, the first by its id
-- last_day: of the latest; where only its month is known, the first of it
-- last_story: the latest; of one day, the last by its id
--
-- key: policy_id, holder, holder_kind, group_name, held_month, stance
-- by: held_month
-- order: policy_id, held_month
with dated as (
    select *, coalesce(held_on, held_month) as day_on
    from marts.opinions
    where held_month is not null
)
select
    policy_id,
    holder,
    holder_kind,
    group_name,
    held_month,
    stance,
    arg_max(holder_role, (day_on, story_id)) filter (holder_role is not null) as holder_role,
    count(*) as opinions,
    count(*) filter (method = 'coder') as by_coder,
    min(held_on) as first_on,
    max(held_on) as last_on,
    min(day_on) as first_day,
    arg_min(story_id, (day_on, story_id)) as first_story,
    max(day_on) as last_day,
    arg_max(story_id, (day_on, story_id)) as last_story
from dated
group by all
