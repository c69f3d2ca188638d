-- What each source was asked in each run, what came and what failed.
--
-- refresh_id: the run, by the moment it began
-- asked: requests to the web
-- came: documents
-- baseline: the first run in which the source gave anything: nothing of it counts as new
-- new: documents that were not known before; 0 in a baseline
-- changed: documents that were known, and are another now
-- rejected: things that could not be had or read
-- failed: something could not be had that should have been; reason says what and why
-- failures: each thing that could not be had or read, and why
-- truncated: what came is not all there is
-- not_asked: what was left alone, and why: no key, turned off, backing off
-- next_attempt_at: when the first address that is backing off is asked again
-- seconds: how long the source took
--
-- key: refresh_id, source_id
select
    refresh_id,
    source_id,
    started_at,
    asked,
    came,
    baseline,
    case when baseline then 0 else new end as new,
    changed,
    unchanged,
    rejected,
    failed,
    reason,
    failures,
    truncated,
    not_asked,
    next_attempt_at,
    seconds
from staged.refreshes
