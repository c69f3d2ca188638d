-- Cosponsors of every bill that was read, with the day each joined and, where so, left.
--
-- is_original: joined when the bill was introduced
--
-- key: bill_id, row
select
    bill_id,
    row,
    bioguide_id,
    name,
    party,
    state,
    district,
    is_original,
    cosponsored_on,
    withdrawn_on,
    source_path
from staged.bill_cosponsors
