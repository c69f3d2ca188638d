-- What the record at hand says of each year's waiver of a policy.
--
-- state: waived, lapsed, not waived, or unknown where the record at hand is silent
-- signed_on: only where the day was seen
--
-- key: policy_id, year
-- check: state in ('waived', 'lapsed', 'not waived', 'unknown')
select
    policy_id,
    year,
    state,
    signed_on,
    published_on,
    instrument,
    signer,
    signer_role,
    confidence,
    source_url,
    note,
    source_path
from staged.waivers
