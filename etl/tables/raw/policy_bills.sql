-- Bills that policy files name, with what each would do to the policy.
--
-- key: policy_id, bill_id
select * from given.policy_bills
