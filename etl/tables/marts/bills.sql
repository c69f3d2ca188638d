-- Every bill that was read, whether or not a policy touches it, and where it stands.
--
-- label: as it is written, its Congress always shown
-- sponsor_id: bioguide_id
-- cosponsors_active: names on the bill now; null where the file at hand does not list them
-- cosponsors_withdrawn: names that were taken off; null likewise
-- status: in the words of unitedstates/congress
-- status_label: the same in plain words, and whether it died with its Congress
-- died: its Congress ended before it got through; status is then the last it had
-- truncated: lists that the record cuts at 250 items
-- updated_at: when Congress last changed the record
--
-- key: bill_id
with last_steps as (
    select *
    from matched.bill_statuses
    qualify row_number() over (partition by bill_id order by step desc) = 1
),
names as (
    select
        bill_id,
        count(*) filter (withdrawn_on is null) as active,
        count(*) filter (withdrawn_on is not null) as withdrawn
    from staged.bill_cosponsors
    group by bill_id
)
select
    bills.bill_id,
    bills.congress,
    bills.bill_type,
    bills.number,
    bill_label(bills.bill_type, bills.number, bills.congress) as label,
    bills.title,
    bills.introduced_on,
    bills.sponsor_id,
    bills.sponsor,
    bills.sponsor_party,
    bills.sponsor_state,
    bills.sponsor_district,
    case when bills.rank = 1 then coalesce(names.active, 0) end as cosponsors_active,
    case when bills.rank = 1 then coalesce(names.withdrawn, 0) end as cosponsors_withdrawn,
    last_steps.status,
    last_steps.status_on,
    case
        when last_steps.died
            then 'Died with the ' || ordinal(bills.congress) || ' Congress (last: '
                || lower(last_steps.status_label[1]) || last_steps.status_label[2:] || ')'
        else last_steps.status_label
    end as status_label,
    coalesce(last_steps.died, false) as died,
    bills.law_number,
    bills.latest_action_on,
    bills.latest_action,
    bills.policy_area,
    bills.truncated,
    bills.url,
    bills.source_id,
    bills.source_path,
    bills.source_url,
    bills.updated_at
from staged.bills as bills
left join last_steps using (bill_id)
left join names using (bill_id)
