-- What became of the bills that a policy follows: brought in, brought in again, moved on.
--
-- A bill that only mentions a policy, or exempts something from it, is followed where the policy's
-- file names it.
--
-- rule: new_bill, reintroduced (it is kindred to a bill of an earlier Congress), bill_status
-- thing: what an alert is known by, with its rule and policy
-- happened_on: null where the day of introduction is not known
--
-- key: policy_id, rule, thing
with followed as (
    select
        listed.policy_id,
        listed.effect,
        bills.bill_id,
        bills.label,
        bills.title,
        bills.sponsor,
        bills.introduced_on,
        bills.cosponsors_active,
        bills.source_id,
        coalesce(bills.url, bills.source_url, listed.source_url) as source_url,
        earlier.label as earlier_label,
        earlier.status_label as earlier_status
    from marts.policy_bills as listed
    join marts.bills as bills using (bill_id)
    left join marts.bill_threads as threads using (bill_id)
    left join marts.bills as earlier
        on earlier.bill_id = threads.linked_to and earlier.congress < bills.congress
    where listed.basis = 'policy file'
    or (listed.confidence = 'high' and listed.effect not in ('mentions', 'exempts'))
),
steps as (
    select followed.*, statuses.status, statuses.status_label, statuses.status_on, statuses.why
    from followed
    join marts.bill_status_history as statuses using (bill_id)
    where statuses.status not in ('INTRODUCED', 'REFERRED') and statuses.status_on is not null
    qualify row_number() over (
        partition by followed.policy_id, bill_id, statuses.status_on order by statuses.step desc
    ) = 1
)
select
    policy_id,
    if(earlier_label is null, 'new_bill', 'reintroduced') as rule,
    bill_id as thing,
    bill_id,
    introduced_on as happened_on,
    if(effect in ('mentions', 'exempts'), 'low', 'high') as severity,
    label || ' ' || case
        when earlier_label is not null then 'brings in again ' || earlier_label
        else 'was brought in'
    end || coalesce(': ' || left(title, 140), '') as headline,
    concat_ws(
        '; ',
        'effect on the policy: ' || effect,
        'by ' || sponsor,
        nullif(cosponsors_active, 0) || ' cosponsors',
        earlier_label || ': ' || earlier_status
    ) as detail,
    source_id,
    source_url
from followed
union all
select
    policy_id,
    'bill_status' as rule,
    bill_id || ':' || status as thing,
    bill_id,
    min(status_on) as happened_on,
    if(bool_or(status like 'REPORTED%'), 'medium', 'high') as severity,
    any_value(label) || ': ' || arg_min(status_label, status_on)
        || coalesce(' (' || left(any_value(title), 140) || ')', '') as headline,
    concat_ws(
        '; ', 'effect on the policy: ' || any_value(effect), arg_min(why, status_on)
    ) as detail,
    any_value(source_id) as source_id,
    any_value(source_url) as source_url
from steps
group by policy_id, bill_id, status
