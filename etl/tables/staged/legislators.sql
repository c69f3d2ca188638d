-- One row a member of Congress: as the list of those who serve now tells it, else the historical.
--
-- file_id: the file this row was read from
-- current: whether the list of those who serve now, as last read, names the member
--
-- key: bioguide_id
select
    members.* exclude (row),
    files.path like '%legislators-current%' as current,
    files.path as source_path
from raw.legislators as members
join raw.files as files using (file_id)
qualify row_number() over (
    partition by members.bioguide_id
    order by current desc, files.fetched_at desc nulls last, files.path, members.row
) = 1
