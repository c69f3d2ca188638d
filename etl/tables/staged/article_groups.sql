-- One row an article and policy: the group its outlet is in, by side first, then by country.
--
-- key: article_id, policy_id
with ways as (
    select
        articles.article_id,
        groups.policy_id,
        groups.group_name,
        row_number() over (
            partition by articles.article_id, groups.policy_id
            order by groups.side is null, groups.position
        ) as place
    from staged.articles as articles
    join raw.policy_groups as groups
        on groups.side = articles.side
        or (articles.side is null and groups.country = articles.country)
)
select
    articles.article_id,
    policies.policy_id,
    coalesce(ways.group_name, 'other') as group_name
from staged.articles as articles
cross join raw.policies as policies
left join ways
    on ways.article_id = articles.article_id
    and ways.policy_id = policies.policy_id
    and ways.place = 1
