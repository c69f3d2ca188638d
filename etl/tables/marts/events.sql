-- Dated acts of Congress and the executive, and facts of the debate, per policy.
--
-- A record of Congress or the Federal Register takes the place of the same act told by the sample.
--
-- event_on: null where only the month is known
-- event_month: first day of the month
-- kind: such as bill_introduced, bill_passed, law_enacted, waiver, waiver_ended, determination,
--   sanction, hearing, vote, statement; document where one names the policy and does nothing to it
-- basis: bill record, document, or fact (a file of facts tells it)
-- confidence: how sure the file of facts is; null for records
-- signer: who signed the document; the columns from here on are told of documents only
-- citation: volume and page of the Federal Register, or the document's number there
-- clause: the words of the document that do it
--
-- key: event_id
with steps as (
    select
        listed.policy_id,
        statuses.bill_id,
        statuses.status_on as event_on,
        case
            when statuses.status in ('INTRODUCED', 'REFERRED') then 'bill_introduced'
            when statuses.status like 'REPORTED%' then 'bill_reported'
            when statuses.status like 'PASS%' then 'bill_passed'
            when statuses.status like 'ENACTED%' then 'law_enacted'
            when statuses.status like 'VETOED%' then 'bill_vetoed'
            when statuses.status like 'CONFERENCE%' then 'bill_in_conference'
            else 'bill_failed'
        end as kind,
        statuses.status_label,
        bill_label(bills.bill_type, bills.number, bills.congress) as label,
        bills.source_id,
        bills.source_path,
        coalesce(bills.url, bills.source_url) as source_url
    from marts.policy_bills as listed
    join staged.bills as bills using (bill_id)
    join matched.bill_statuses as statuses using (bill_id)
    where statuses.status_on is not null
    -- A bill that only mentions a policy, or exempts something from it, is no event of the policy.
    and (
        listed.basis = 'policy file'
        or (listed.confidence = 'high' and listed.effect not in ('mentions', 'exempts'))
    )
    qualify row_number() over (partition by listed.policy_id, bill_id, kind order by statuses.step)
        = 1 or kind not in ('bill_introduced')
),
records as (
    select
        policy_id || ':' || bill_id || ':' || kind || ':' || event_on as event_id,
        policy_id,
        event_on,
        kind,
        label || ': ' || string_agg(status_label, '; ') as title,
        bill_id,
        null::varchar as document_id,
        case when any_value(source_id) = 'sample' then 'fact' else 'bill record' end as basis,
        any_value(source_id) as source_id,
        any_value(source_path) as source_path,
        any_value(source_url) as source_url
    from steps
    group by policy_id, bill_id, event_on, kind, label
),
acts as (
    select
        named.policy_id || ':' || documents.document_id as event_id,
        named.policy_id,
        coalesce(documents.signed_on, documents.published_on) as event_on,
        named.act_kind as kind,
        coalesce(documents.title, documents.document_id)
            || coalesce(' (signed by ' || documents.signer || ')', '') as title,
        null::varchar as bill_id,
        documents.document_id,
        'document' as basis,
        documents.signer,
        documents.signed_on,
        documents.published_on,
        coalesce(documents.citation, 'FR Doc. ' || documents.document_number) as citation,
        named.clause,
        documents.source_id,
        documents.source_path,
        coalesce(documents.url, documents.source_url) as source_url
    from matched.named_documents as named
    join staged.documents as documents using (document_id)
),
facts as (
    select
        event_id,
        policy_id,
        event_on,
        event_month,
        kind,
        title,
        bill_id,
        null::varchar as document_id,
        'fact' as basis,
        confidence,
        source_id,
        source_path,
        source_url
    from staged.events as told
    where not exists (
        from records
        where records.policy_id = told.policy_id
        and records.bill_id = told.bill_id
        and records.event_on = told.event_on
        and records.kind = told.kind
    )
    and not exists (
        from acts
        where acts.policy_id = told.policy_id
        and acts.event_on = told.event_on
        and acts.kind = told.kind
    )
)
select
    event_id,
    policy_id,
    event_on,
    coalesce(date_trunc('month', event_on)::date, try_strptime(event_month, '%Y-%m')::date)
        as event_month,
    kind,
    title,
    bill_id,
    document_id,
    basis,
    confidence,
    source_id,
    source_path,
    source_url,
    signer,
    signed_on,
    published_on,
    citation,
    clause
from (
    select * from records
    union all by name
    select * from acts
    union all by name
    select * from facts
)
