-- One row a policy and group of outlets, in the order of its file; `other` comes last.
--
-- key: policy_id, group_name
select policy_id, group_name, label, min(position) as position
from raw.policy_groups
group by all
union all
select policy_id, 'other', 'Other outlets', 99
from raw.policies
