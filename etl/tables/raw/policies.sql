-- Policies that are followed, from data/policies.
--
-- key: policy_id
select * from given.policies
