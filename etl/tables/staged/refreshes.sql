-- What each source was asked in each run, and what that run was to it.
--
-- baseline: the first run in which the source gave anything: what came then is not news
-- left_alone: nothing was asked: no key, turned off, by hand only, or backing off
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
    failures,
    truncated,
    not_asked,
    next_attempt_at,
    seconds,
    came > 0
        and not coalesce(
            bool_or(came > 0) over (
                partition by source_id
                order by refresh_id
                rows between unbounded preceding and 1 preceding
            ),
            false
        ) as baseline,
    not_asked is not null and asked = 0 and came = 0 and rejected = 0 as left_alone
from raw.refreshes
