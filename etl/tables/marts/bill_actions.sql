-- Actions on every bill that was read, oldest first.
--
-- seq: place in the bill's history, from 0
-- acted_at: only where the record gives a time
-- committees: system codes of the committees it concerns
--
-- key: bill_id, seq
select
    bill_id,
    seq,
    acted_on,
    acted_at,
    action_code,
    action_type,
    source_name,
    text,
    committees,
    source_path
from staged.bill_actions
