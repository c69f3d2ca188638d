-- Whether a policy's waiver was in force on any day: `where day between from_on and until_on`.
--
-- The stretches cover every day from the policy's start to the day of the build, each once. A day is
-- under a waiver where one was made within the term before it; where a year of that stretch is not
-- told, the day is not told.
--
-- state: in force, none, not told (the record at hand is silent), or no waiver power yet
-- days: how many days the stretch has
-- since_on: first day of the unbroken run of this state, over extensions by other waivers
-- year: the year whose record makes it so; of not told, the year that is not told
-- due_on: first day that needs another waiver; null where that is not known
-- citation: volume and page of the Federal Register, or the document's number there
-- basis: document or fact, of what makes it so; null where nothing tells
-- note: why it is not told, or what the file of facts says
-- source_url: where that stands; of no waiver power yet, where the policy's rule was seen
--
-- key: policy_id, from_on
-- check: until_on >= from_on
-- check: state in ('in force', 'none', 'not told', 'no waiver power yet')
with later as (
    select
        policy_id,
        year,
        from_on,
        basis,
        source_url,
        source_path
    from matched.waiver_acts
    where kind = 'waiver'
    qualify row_number() over (partition by policy_id, year order by from_on, act_id) = 1
)
select
    periods.policy_id,
    periods.from_on,
    periods.until_on,
    periods.until_on - periods.from_on + 1 as days,
    periods.state,
    periods.since_on,
    coalesce(periods.year, acts.year) as year,
    acts.signer,
    acts.signer_role,
    acts.signed_on,
    acts.published_on,
    acts.instrument,
    acts.citation,
    acts.document_id,
    acts.due_on,
    coalesce(acts.basis, later.basis, case when facts.policy_id is not null then 'fact' end)
        as basis,
    case
        when periods.state = 'no waiver power yet' then 'the power to waive begins on '
            || policies.waiver_since
        when periods.state = 'not told' and acts.act_id is not null and acts.term is null
            then 'waived on ' || acts.from_on || '; how long that lasts is not at hand'
        when periods.state = 'not told' and acts.act_id is not null
            then 'printed on ' || acts.published_on || '; the day of signature is not at hand'
        when periods.state = 'not told' then periods.year || ': '
            || coalesce(facts.note, 'nothing at hand tells of it')
        when later.from_on is not null
            then 'the waiver of ' || periods.year || ' was made on ' || later.from_on
        else coalesce(acts.note, facts.note)
    end as note,
    coalesce(acts.source_url, later.source_url, facts.source_url, case
        when periods.state = 'no waiver power yet' then policies.waiver_source
    end) as source_url,
    coalesce(acts.source_path, later.source_path, facts.source_path) as source_path
from matched.waiver_periods as periods
join raw.policies as policies using (policy_id)
left join matched.waiver_acts as acts using (policy_id, act_id)
left join staged.waivers as facts
    on acts.act_id is null
    and facts.policy_id = periods.policy_id
    and facts.year = periods.year
left join later
    on periods.state = 'none'
    and acts.act_id is null
    and later.policy_id = periods.policy_id
    and later.year = periods.year
    and later.from_on > periods.from_on
