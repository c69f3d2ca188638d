-- The groups of outlets of each policy's debate; `other` holds the outlets that fit none.
--
-- key: policy_id, group_name
select policy_id, group_name, label, position
from staged.policy_groups
