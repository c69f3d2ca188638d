-- What the executive did: documents that name a policy, waivers made, ended and running out.
--
-- rule: document, waiver, waiver_due
-- thing: what an alert is known by, with its rule, policy and threshold
-- threshold: days before the first day that needs another waiver; 0 of a document
-- happened_on: signed, or so many days before the waiver runs out
-- known_on: printed; what is signed comes to light days or weeks later
--
-- key: policy_id, rule, thing, threshold
with acts as (
    select
        policy_id,
        if(kind in ('waiver', 'waiver_ended'), 'waiver', 'document') as rule,
        -- A waiver is known by its day: the Register's print takes the place of what the press told.
        if(kind in ('waiver', 'waiver_ended'), kind || ':' || event_on, event_id) as thing,
        event_on as happened_on,
        coalesce(published_on, event_on) as known_on,
        if(kind = 'document', 'low', 'high') as severity,
        case kind
            when 'waiver' then 'Waiver: '
            when 'waiver_ended' then 'Waiver ended: '
            when 'document' then 'A document names it: '
            else upper(left(kind, 1)) || replace(substr(kind, 2), '_', ' ') || ': '
        end || title as headline,
        concat_ws('; ', citation, 'signed by ' || signer, left(clause, 400)) as detail,
        source_id,
        source_url
    from marts.events
    where event_on is not null
    and (document_id is not null or kind in ('waiver', 'waiver_ended'))
    qualify row_number() over (
        partition by policy_id, thing order by document_id is null, published_on, event_id
    ) = 1
),
due as (
    select
        waivers.policy_id,
        waivers.due_on,
        rules.threshold,
        waivers.due_on - rules.threshold::int as told_on,
        waivers.in_force_from,
        coalesce(waivers.citation, 'the waiver of ' || waivers.year) as citation,
        waivers.source_url
    from marts.waivers as waivers
    join raw.alert_rules as rules
        on rules.policy_id = waivers.policy_id and rules.rule = 'waiver_due'
    where waivers.due_on is not null
    and not exists (
        from marts.waivers as later
        where later.policy_id = waivers.policy_id
        and later.state = 'waived'
        and later.year > waivers.year
        -- One whose day is not known may have been in time.
        and coalesce(later.in_force_from, make_date(later.year::int, 1, 1))
            <= waivers.due_on - rules.threshold::int
    )
)
select
    policy_id,
    rule,
    thing,
    0.0::double as threshold,
    happened_on,
    known_on,
    severity,
    headline,
    detail,
    source_id,
    source_url
from acts
union all
select
    policy_id,
    'waiver_due' as rule,
    due_on::varchar as thing,
    threshold,
    told_on as happened_on,
    told_on as known_on,
    'high' as severity,
    if(
        threshold = 0,
        'No later waiver is at hand than the one that ran out before ',
        'Another waiver is needed from '
    ) || strftime(due_on, '%-d %B %Y') as headline,
    concat_ws('; ', citation, 'in force from ' || in_force_from, 'no later one is at hand')
        as detail,
    null as source_id,
    source_url
from due
