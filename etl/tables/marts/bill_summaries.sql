-- The Congressional Research Service's summaries of each bill, as text without mark-up.
--
-- version_code: the stage it is of, as the record codes it
-- action: the stage in words
--
-- key: bill_id, row
select
    bill_id,
    row,
    version_code,
    action,
    action_on,
    text,
    source_path
from staged.bill_summaries
