-- What the record at hand says of each year's waiver of a policy; a silent year has a row too.
--
-- A document of the Federal Register takes the place of what a file of facts says of the year.
--
-- state: waived, lapsed, not waived, or unknown where the record at hand is silent
-- signed_on: only where the day was seen
-- basis: document, fact, or none where nothing tells of the year
-- extends: the document continues a waiver before it; null where none was read
-- in_force_from: first day it surely held
-- in_force_until: last day it surely held or holds; null where that is not known
-- due_on: first day that needs another waiver; null where that is not known, or it was ended before
-- ended_on: first day without it, where a later document ended it before its term
-- ended_by: that document
-- term: how long it lasts: its own days, or the policy's term
-- scope: what it is waived with respect to, in the document's words
-- waivers: how many waivers of that year are known by their day; the row shows the last
-- source_url: the document, or where the fact was seen
-- citation: volume and page of the Federal Register, or the document's number there
-- fact_url: where the fact was seen that the document took the place of
-- fact_state: what that fact says; it may contradict the document
--
-- key: policy_id, year
-- check: state in ('waived', 'lapsed', 'not waived', 'unknown')
-- check: in_force_until >= in_force_from
with made as (
    select
        *,
        count(*) over (partition by policy_id, year) as waivers
    from matched.waiver_acts
    where kind = 'waiver'
    qualify row_number() over (partition by policy_id, year order by from_on desc, act_id) = 1
),
ended as (
    select
        made.act_id,
        min(ends.from_on) as ended_on,
        arg_min(ends.citation, ends.from_on) as ended_by
    from made
    join matched.waiver_acts as ends
        on ends.policy_id = made.policy_id
        and ends.kind = 'waiver_ended'
        and ends.from_on > made.from_on
        and ends.from_on <= coalesce(made.may_until_on, ends.from_on)
    group by made.act_id
),
told as (
    select policy_id, year from made
    union
    select policy_id, year from staged.waivers
),
spans as (
    select
        policies.policy_id,
        least(min(told.year), year(any_value(policies.waiver_since))) as first_year,
        greatest(max(told.year), any_value(least(
            year(runs.built_at),
            coalesce(year(policies.until), year(runs.built_at))
        ))) as last_year
    from raw.policies as policies
    cross join raw.runs as runs
    left join told using (policy_id)
    where told.year is not null or policies.waiver_since is not null
    group by policies.policy_id
),
years as (
    select policy_id, unnest(range(first_year, last_year + 1)) as year
    from spans
)
select
    years.policy_id,
    years.year,
    case when made.act_id is not null then 'waived' else coalesce(facts.state, 'unknown') end
        as state,
    coalesce(made.signed_on, facts.signed_on) as signed_on,
    coalesce(made.published_on, facts.published_on) as published_on,
    coalesce(made.instrument, facts.instrument) as instrument,
    coalesce(made.signer, facts.signer) as signer,
    coalesce(made.signer_role, facts.signer_role) as signer_role,
    case when made.basis is distinct from 'document' then facts.confidence end as confidence,
    coalesce(made.source_url, facts.source_url) as source_url,
    case
        when made.act_id is null and facts.policy_id is null
            then 'nothing at hand tells of ' || years.year
        when made.basis = 'document' and facts.state <> 'waived'
            then 'a file of facts has the year as: ' || facts.state
        else facts.note
    end as note,
    coalesce(made.source_path, facts.source_path) as source_path,
    coalesce(made.basis, case when facts.policy_id is null then 'none' else 'fact' end) as basis,
    case when made.basis = 'document' then made.extends end as extends,
    made.from_on as in_force_from,
    least(made.until_on, ended.ended_on - 1) as in_force_until,
    case when ended.act_id is null then made.due_on end as due_on,
    ended.ended_on,
    ended.ended_by,
    made.term,
    made.scope,
    coalesce(made.waivers, 0) as waivers,
    made.citation,
    made.document_id,
    case when made.basis = 'document' then facts.source_url end as fact_url,
    case when made.basis = 'document' then facts.state end as fact_state
from years
left join made using (policy_id, year)
left join ended on ended.act_id = made.act_id
left join staged.waivers as facts
    on facts.policy_id = years.policy_id
    and facts.year = years.year
