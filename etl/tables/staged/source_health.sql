-- How each source is doing as of this build, by the rules that stand in the head of marts.sources.
--
-- health: green, yellow, red or grey
-- health_why: what of the rules holds, in words
--
-- key: source_id
with unreadable as (
    select source_id, count(*) as files
    from raw.files
    where status = 'refused'
    group by source_id
),
known as (
    select
        sources.source_id,
        asked.* exclude (source_id),
        silences.silent_days,
        silences.usual_gap_days,
        unreadable.files as unreadable,
        datesub('hour', asked.last_success_at, (select max(built_at) from raw.runs)) as hours
    from raw.sources as sources
    left join staged.source_askings as asked using (source_id)
    left join staged.source_silences as silences using (source_id)
    left join unreadable using (source_id)
),
judged as (
    select
        source_id,
        last_asked_at is null or (left_alone and not backing_off) as is_grey,
        last_success_at is null or hours > 72 as is_red,
        nullif(concat_ws(
            '; ',
            case when last_asked_at is null and not_asked is null then 'never asked' end,
            case when left_alone then not_asked end,
            case when failed and came > 0 then 'part of the last asking failed: ' || reason end,
            case when failed and came = 0 then 'the last asking failed: ' || reason end,
            case
                when not failed and rejected > came
                    then 'the last asking missed ' || rejected || ' and brought ' || came
            end,
            case when truncated then 'what came is not all there is' end,
            case when unreadable > 0 then 'cannot be read: ' || unreadable || ' documents' end,
            case when hours > 26 then 'the last success was ' || hours || ' hours ago' end,
            case
                when last_asked_at is not null and last_success_at is null then 'it never succeeded'
            end,
            case
                when asked > 0 and silent_days > greatest(3, 3 * usual_gap_days)
                    then 'silent for ' || silent_days || ' days, where a gap of '
                        || round(usual_gap_days, 1) || ' is usual'
            end
        ), '') as wrong
    from known
)
select
    source_id,
    case
        when is_grey then 'grey'
        when is_red then 'red'
        when wrong is not null then 'yellow'
        else 'green'
    end as health,
    coalesce(wrong, 'asked in the last 26 hours, and nothing failed') as health_why
from judged
