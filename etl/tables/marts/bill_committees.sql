-- What each committee and subcommittee did with a bill, a row an activity.
--
-- committee_id: system code, hsfa00
-- committee: its name
-- parent_id: of a subcommittee, its committee's code
-- activity: referred, marked up, reported ..., as the record words it
--
-- key: bill_id, row
select
    bill_id,
    row,
    committee_id,
    name as committee,
    parent_id,
    chamber,
    activity,
    activity_on,
    source_path
from staged.bill_committees
