-- Ways into the groups of outlets that policy files name: by side or by country.
--
-- key: policy_id, group_name, way
select *, coalesce('side ' || side, 'country ' || country) as way from given.policy_groups
