-- Milestones of support: the day on which a followed bill's cosponsors first came to a number.
--
-- Of several numbers that were reached on one day the largest is told; on the day of introduction
-- none is.
--
-- thing: what an alert is known by, with its rule, policy and threshold
-- threshold: the number that was reached
-- cosponsors: at the end of that day
--
-- key: policy_id, thing, threshold
with daily as (
    select
        bill_id,
        day,
        sum(cosponsors)::bigint as cosponsors,
        string_agg(cosponsors || ' ' || party, ', ' order by cosponsors desc, party)
            filter (cosponsors > 0) as parties
    from marts.cosponsors_over_time
    group by bill_id, day
),
reached as (
    select
        followed.policy_id,
        followed.bill_id,
        followed.happened_on as introduced_on,
        followed.source_id,
        followed.source_url,
        rules.threshold,
        min(daily.day) as day,
        arg_min(daily.cosponsors, daily.day) as cosponsors,
        arg_min(daily.parties, daily.day) as parties
    from marts.alert_bills as followed
    join raw.alert_rules as rules
        on rules.policy_id = followed.policy_id and rules.rule = 'cosponsors'
    join daily on daily.bill_id = followed.bill_id and daily.cosponsors >= rules.threshold
    where followed.rule in ('new_bill', 'reintroduced')
    group by all
)
select
    reached.policy_id,
    'cosponsors' as rule,
    reached.bill_id as thing,
    reached.threshold,
    reached.bill_id,
    reached.day as happened_on,
    'medium' as severity,
    bills.label || ' has ' || reached.cosponsors || ' cosponsors'
        || coalesce(': ' || left(bills.title, 140), '') as headline,
    'by party: ' || reached.parties as detail,
    reached.cosponsors,
    reached.source_id,
    reached.source_url
from reached
join marts.bills as bills using (bill_id)
where reached.day is distinct from reached.introduced_on
qualify row_number() over (
    partition by reached.policy_id, reached.bill_id, reached.day order by reached.threshold desc
) = 1
