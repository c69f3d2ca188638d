-- Every status that each bill came to, oldest first.
--
-- status: in the words of unitedstates/congress
-- status_label: the same in plain words
-- why: the action, or the law, that says so
--
-- key: bill_id, step
select
    statuses.bill_id,
    statuses.step,
    statuses.status,
    statuses.status_label,
    statuses.status_on,
    statuses.status_at,
    statuses.why,
    statuses.action_code,
    bills.source_path
from matched.bill_statuses as statuses
join staged.bills as bills using (bill_id)
