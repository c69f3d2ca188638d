-- The printed versions of each bill's text and where each can be read.
--
-- version: as the record names it, such as Introduced in House
--
-- key: bill_id, row
select
    bill_id,
    row,
    version,
    version_on,
    url,
    source_path
from staged.bill_text_versions
