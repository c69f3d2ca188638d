-- The legislative subjects that the Library of Congress gives each bill.
--
-- key: bill_id, subject
select
    bill_id,
    subject,
    any_value(source_path) as source_path
from staged.bill_subjects
group by bill_id, subject
