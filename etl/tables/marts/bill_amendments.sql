-- The amendments offered to each bill.
--
-- amendment_id: samdt3333-119
--
-- key: bill_id, row
select
    bill_id,
    row,
    amendment_id,
    purpose,
    description,
    latest_action_on,
    latest_action,
    source_path
from staged.bill_amendments
