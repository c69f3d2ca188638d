-- One row a bill: the newest telling of the best source (the record of Congress, then the sample).
--
-- file_id: the file this row was read from
-- rank: 1 for a record of Congress, 2 for facts of the sample, 3 for a record without its lists
-- partial: whether it is a record without its lists
--
-- key: bill_id
-- check: bill_id = bill_type || number || '-' || congress
select
    bills.* exclude (file_id, row),
    bills.file_id,
    case
        when files.source_id = 'sample' then 2
        when bills.partial then 3
        else 1
    end as rank,
    files.source_id,
    files.path as source_path,
    files.url as source_url
from raw.bills as bills
join raw.files as files using (file_id)
qualify row_number() over (
    partition by bills.bill_id
    order by rank, bills.updated_at desc nulls last, files.fetched_at desc nulls last, files.path
) = 1
