-- One row a dated act or fact that a file of facts tells.
--
-- key: event_id
select
    events.* exclude (file_id, row),
    files.source_id,
    files.path as source_path
from raw.events as events
join raw.files as files using (file_id)
qualify row_number() over (partition by events.event_id order by files.path) = 1
