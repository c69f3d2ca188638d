-- Cosponsors of every bill by party, at the end of each day on which any joined or left.
--
-- A bill's days begin with its introduction, where known. Each day has a row for every party that any
-- of its cosponsors is of. One who left counts until the day of leaving.
--
-- day: a day on which the number of any party changed, or of introduction
-- party: R, D, I, or unknown where the record does not tell it
-- cosponsors: active at the end of the day, of those whose day of joining is known
-- joined: how many joined on the day
-- withdrew: how many left on the day
-- undated: active cosponsors whose day of joining is not known; the same on every day
--
-- key: bill_id, day, party
-- check: cosponsors >= 0
with names as (
    select
        bill_id,
        coalesce(party, 'unknown') as party,
        cosponsored_on as joined_on,
        -- A day of leaving before that of joining is a slip of the record.
        case when withdrawn_on is not null then greatest(withdrawn_on, cosponsored_on) end as left_on,
        withdrawn_on is null as active,
        source_path
    from staged.bill_cosponsors
),
parties as (
    select
        bill_id,
        party,
        count(*) filter (joined_on is null and active) as undated,
        any_value(source_path) as source_path
    from names
    group by bill_id, party
),
days as (
    select bill_id, joined_on as day from names where joined_on is not null
    union
    select bill_id, left_on as day from names where joined_on is not null and left_on is not null
    union
    select bills.bill_id, bills.introduced_on as day
    from staged.bills as bills
    where bills.introduced_on is not null
    and bills.bill_id in (select bill_id from names)
),
moves as (
    select bill_id, party, joined_on as day, 1 as joined, 0 as gone
    from names
    where joined_on is not null
    union all
    select bill_id, party, left_on as day, 0 as joined, 1 as gone
    from names
    where joined_on is not null and left_on is not null
),
daily as (
    select
        days.bill_id,
        days.day,
        parties.party,
        coalesce(sum(moves.joined), 0)::bigint as joined,
        coalesce(sum(moves.gone), 0)::bigint as gone,
        any_value(parties.undated) as undated,
        any_value(parties.source_path) as source_path
    from days
    join parties using (bill_id)
    left join moves using (bill_id, day, party)
    group by days.bill_id, days.day, parties.party
)
select
    bill_id,
    day,
    party,
    (sum(joined - gone) over (partition by bill_id, party order by day))::bigint as cosponsors,
    joined,
    gone as withdrew,
    undated,
    source_path
from daily
