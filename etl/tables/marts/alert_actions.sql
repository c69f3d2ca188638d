-- Actions on the bills that a policy follows, a row a bill and day, where the status stayed.
--
-- What happened on the day of introduction, or on one on which the status changed, is told there. A
-- day of nothing but routine (messages between the chambers, remarks, referral within a committee)
-- is left out.
--
-- thing: what an alert is known by, with its rule and policy
-- actions: on that day
--
-- key: policy_id, thing
with followed as (
    select policy_id, bill_id, happened_on as introduced_on, source_id, source_url
    from marts.alert_bills
    where rule in ('new_bill', 'reintroduced')
),
days as (
    select
        bill_id,
        acted_on,
        count(*) as actions,
        string_agg(distinct text, '; ' order by text) as told
    from marts.bill_actions
    where acted_on is not null
    group by bill_id, acted_on
    having not bool_and(regexp_matches(
        text,
        '^(message on|received in|held at the desk|sponsor introductory|motion to reconsider'
            || '|the title of the measure|referred to the subcommittee|star print)',
        'i'
    ))
)
select
    followed.policy_id,
    'bill_action' as rule,
    days.bill_id || ':' || days.acted_on as thing,
    days.bill_id,
    days.acted_on as happened_on,
    'low' as severity,
    bills.label || ': ' || if(days.actions = 1, left(days.told, 160), days.actions || ' actions')
        as headline,
    left(days.told, 600) as detail,
    days.actions,
    followed.source_id,
    followed.source_url
from followed
join days using (bill_id)
join marts.bills as bills using (bill_id)
where days.acted_on is distinct from followed.introduced_on
and not exists (
    from marts.bill_status_history as statuses
    where statuses.bill_id = days.bill_id and statuses.status_on = days.acted_on
)
