-- One row a policy and way into its groups: the group of the outlets of a side and a country.
--
-- way: the side, where one is known, and the country of an article's outlet
-- group_name: the first of the policy's groups that the side leads into, else the country, else other
--
-- key: policy_id, way
with ways as (
    select distinct
        way,
        side,
        country
    from staged.articles
),
found as (
    select
        groups.policy_id,
        ways.way,
        first(groups.group_name order by groups.side is null, groups.position) as group_name
    from ways
    join raw.policy_groups as groups
        on groups.side = ways.side
        or groups.country = ways.country
    group by all
)
select
    policies.policy_id,
    ways.way,
    coalesce(found.group_name, 'other') as group_name
from ways
cross join raw.policies as policies
left join found
    on found.policy_id = policies.policy_id
    and found.way = ways.way
