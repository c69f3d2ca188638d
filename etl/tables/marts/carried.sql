-- Outlets that carry another outlet's text or words: who printed whom, and what was held there.
--
-- outlet: the outlet that prints
-- group_name: its group
-- carried_outlet: the outlet that it cites or copies, as the article names it
-- carried_group: that outlet's group; null where data/outlets.csv does not know the outlet
-- across: a camp's outlet carries one that is not of its camp
-- holder: who holds the stance there
-- stance: toward keeping the policy; null where nothing was judged
--
-- key: policy_id, article_id, holder
-- by: article_id
-- order: policy_id, published_on
with camps as (
    select
        outlets.name as outlet,
        groups.policy_id,
        groups.group_name
    from raw.outlets as outlets
    join raw.policy_groups as groups
        on groups.side = outlets.side
        or groups.country = outlets.country
    qualify row_number() over (
        partition by outlets.name, groups.policy_id
        order by groups.side is null, groups.position, outlets.domain
    ) = 1
),
known as (select distinct name from raw.outlets),
told as (
    select
        mentions.policy_id,
        mentions.article_id,
        mentions.holder,
        first(mentions.holder_role order by mentions.mention_id) as holder_role,
        first(mentions.outlet order by mentions.mention_id) as outlet,
        first(mentions.group_name order by mentions.mention_id) as group_name,
        first(mentions.cited_outlet order by mentions.mention_id) as carried_outlet,
        arg_max(mentions.stance, abs(coalesce(mentions.score, 2)))
            filter (mentions.stance is not null and mentions.counts) as stance,
        first(mentions.published_on order by mentions.mention_id) as published_on,
        first(mentions.title order by mentions.mention_id) as title,
        first(mentions.url order by mentions.mention_id) as url,
        first(mentions.source_id order by mentions.mention_id) as source_id,
        first(mentions.source_path order by mentions.mention_id) as source_path
    from marts.mentions as mentions
    where mentions.about_policy
    and mentions.cited_outlet is not null
    and mentions.cited_outlet is distinct from mentions.outlet
    group by mentions.policy_id, mentions.article_id, mentions.holder
)
select
    told.policy_id,
    told.article_id,
    told.outlet,
    told.group_name,
    told.carried_outlet,
    case when known.name is not null then coalesce(camps.group_name, 'other') end as carried_group,
    known.name is not null
        and told.group_name <> 'other'
        and coalesce(camps.group_name, 'other') <> told.group_name as across,
    told.holder,
    told.holder_role,
    told.stance,
    told.published_on,
    told.title,
    told.url,
    told.source_id,
    told.source_path
from told
left join known on known.name = told.carried_outlet
left join camps on camps.outlet = told.carried_outlet and camps.policy_id = told.policy_id
