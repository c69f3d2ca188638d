-- The recorded votes on bills, from the file that staged.bills was read from.
--
-- key: bill_id, row
select
    told.* exclude (file_id),
    bills.source_path
from raw.recorded_votes as told
join staged.bills as bills using (bill_id, file_id)
