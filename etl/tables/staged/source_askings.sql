-- How each source that was ever in a run was last asked, and how that went.
--
-- last_success_at: when it was last asked and something came, or nothing failed
-- left_alone: it was not asked in the last run; not_asked says why
-- backing_off: it was not asked in the last run because it failed before
-- asked: requests to the web in the last asking; came and the like are of that one too
--
-- key: source_id
with askings as (
    select
        source_id,
        max(started_at) as last_asked_at,
        max(started_at) filter (came > 0 or not failed) as last_success_at,
        max(refresh_id) as refresh_id
    from staged.refreshes
    where not left_alone
    group by source_id
),
runs as (
    select source_id, max(refresh_id) as refresh_id
    from staged.refreshes
    group by source_id
)
select
    runs.source_id,
    askings.last_asked_at,
    askings.last_success_at,
    asking.asked,
    asking.came,
    case when asking.baseline then 0 else asking.new end as new,
    asking.changed,
    asking.rejected,
    asking.failed,
    asking.reason,
    asking.failures,
    asking.truncated,
    run.left_alone,
    run.left_alone and contains(run.not_asked, 'not asked: backing off') as backing_off,
    run.not_asked,
    run.next_attempt_at
from runs
join staged.refreshes as run using (source_id, refresh_id)
left join askings on askings.source_id = runs.source_id
left join staged.refreshes as asking
    on asking.source_id = askings.source_id and asking.refresh_id = askings.refresh_id
