-- What each source was asked in each run, what came and what failed.
--
-- refresh_id: the run, by the moment it began
-- asked: requests to the web
-- came: documents
-- rejected: things that could not be had or read
-- failed: something could not be had; reason says what and why
-- seconds: how long the source took
--
-- key: refresh_id, source_id
select
    refresh_id,
    source_id,
    started_at,
    asked,
    came,
    new,
    changed,
    unchanged,
    rejected,
    failed,
    reason,
    seconds
from raw.refreshes
