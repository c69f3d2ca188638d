-- The sources: what each is, on what terms, when it was last asked and how that went.
--
-- pace: how often it is asked within a run
-- last_success_at: last time that it was asked and nothing failed
-- items: documents of it at hand
-- refused: documents of it that could not be read, wholly or in part
-- last_failed: something failed when it was last asked
--
-- key: source_id
with asked as (
    select
        source_id,
        max(started_at) as last_asked_at,
        max(started_at) filter (not failed) as last_success_at,
        arg_max(failed, started_at) as last_failed,
        arg_max(reason, started_at) as last_error
    from raw.refreshes
    group by source_id
),
held as (
    select source_id, count(*) as items, count(*) filter (status <> 'read') as refused
    from raw.files
    group by source_id
)
select
    sources.source_id,
    sources.title,
    sources.site,
    sources.terms,
    sources.key,
    sources.pace,
    asked.last_asked_at,
    asked.last_success_at,
    coalesce(asked.last_failed, false) as last_failed,
    case when asked.last_failed then asked.last_error end as last_error,
    coalesce(held.items, 0) as items,
    coalesce(held.refused, 0) as refused
from raw.sources as sources
left join asked using (source_id)
left join held using (source_id)
