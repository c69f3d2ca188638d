-- Bills that touch a policy, with what each would do to it and why we say so.
--
-- effect: creates, repeals, weakens, waives, strengthens, enforces, exempts or mentions
-- basis: policy file (a person wrote it down), title or summary (the bill names the policy there)
-- wording: the words in the bill that name the policy
-- source_url: where the person saw it
--
-- key: policy_id, bill_id
select
    coalesce(listed.policy_id, named.policy_id) as policy_id,
    coalesce(listed.bill_id, named.bill_id) as bill_id,
    coalesce(listed.effect, 'mentions') as effect,
    case when listed.bill_id is not null then 'policy file' else named.match_basis end as basis,
    named.sentence as wording,
    listed.source as source_url
from raw.policy_bills as listed
full join matched.named_bills as named
    on named.policy_id = listed.policy_id and named.bill_id = listed.bill_id
