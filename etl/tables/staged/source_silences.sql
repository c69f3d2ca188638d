-- Each source's newest item, and how long it is silent beside how long it usually is.
--
-- newest_on: the day of its newest item
-- usual_gap_days: days between days with articles, the median of the last year; null under 5 gaps
-- silent_days: days from its newest article to the build
--
-- key: source_id
with built as (
    select max(built_at)::date as built_on from raw.runs
),
gaps as (
    select
        source_id,
        item_on,
        item_on - lag(item_on) over (partition by source_id order by item_on) as gap
    from staged.source_days
    where articles > 0
)
select
    days.source_id,
    max(days.item_on) as newest_on,
    (select built_on from built) - max(days.item_on) filter (days.articles > 0) as silent_days,
    case
        when count(gaps.gap) filter (gaps.item_on > (select built_on - 365 from built)) >= 5
            then median(gaps.gap) filter (gaps.item_on > (select built_on - 365 from built))
    end as usual_gap_days
from staged.source_days as days
left join gaps on gaps.source_id = days.source_id and gaps.item_on = days.item_on
group by days.source_id
