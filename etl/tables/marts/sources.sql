-- The sources: what each is, on what terms, how its last asking went, and how it is doing.
--
-- health: as of this build. grey: never asked, or left alone in the last run (no key, turned off,
--   by hand only). red: no success in the 3 days before the build. yellow: the last asking failed,
--   in whole or in part; or it missed more than it brought; or what came is not all there is; or a
--   document of it cannot be read; or it is backing off; or its last success is more than 26 hours
--   old; or it is asked on the web and its articles are silent for more than 3 days and more than
--   3 times their usual gap. green: none of these
-- health_why: what of these holds, in words
-- pace: how often it is asked within a run
-- last_asked_at: when it was last asked; a run that left it alone does not count
-- last_success_at: when it was last asked and something came, or nothing failed
-- last_failed: something that should have come could not be had when it was last asked
-- last_new: documents in the last asking that were not known before; 0 in its first
-- last_rejected: things in the last asking that could not be had or read; last_rejects names them
-- last_truncated: what came in the last asking is not all there is
-- next_attempt_at: when the first address that is backing off is asked again
-- not_asked: what was left alone in the last run, and why
-- newest_on: the day of its newest item
-- usual_gap_days: days between days with articles, the median of the last year; null under 5 gaps
-- items: documents of it at hand
-- refused: documents of it that could not be read, wholly or in part
--
-- key: source_id
-- check: health in ('green', 'yellow', 'red', 'grey')
with held as (
    select source_id, count(*) as items, count(*) filter (status not in ('read', 'unlisted')) as refused
    from raw.files
    group by source_id
)
select
    sources.source_id,
    sources.title,
    health.health,
    health.health_why,
    sources.site,
    sources.terms,
    sources.key,
    sources.pace,
    asked.last_asked_at,
    asked.last_success_at,
    coalesce(asked.failed, false) as last_failed,
    case when asked.failed then asked.reason end as last_error,
    asked.new as last_new,
    asked.changed as last_changed,
    asked.rejected as last_rejected,
    asked.failures as last_rejects,
    asked.truncated as last_truncated,
    asked.next_attempt_at,
    asked.not_asked,
    silences.newest_on,
    silences.usual_gap_days,
    coalesce(held.items, 0) as items,
    coalesce(held.refused, 0) as refused
from raw.sources as sources
join staged.source_health as health using (source_id)
left join staged.source_askings as asked using (source_id)
left join staged.source_silences as silences using (source_id)
left join held using (source_id)
