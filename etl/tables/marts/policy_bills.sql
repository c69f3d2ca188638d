-- Bills that touch a policy, one row each, with what each would do to it and why we say so.
--
-- effect: creates, repeals, weakens, waives, strengthens, enforces, exempts or mentions
-- basis: policy file (a person wrote it down), or where the bill itself tells it: text, title,
--   official title, summary, law number, related bill
-- confidence: that the bill would do this: high, medium or low; high where a person wrote it
-- effect_in_bill: what the bill's own words tell, by the place that tells most
-- said_otherwise: whether the bill's words tell another effect than the policy file, and for sure
-- wording: the words in the bill that tell of the policy
-- version: of the text that the words stand in
-- section: of the bill's own
-- pattern: how the policy is told there
-- places: in all texts at hand, titles and summaries
-- source_url: where the person saw it, or else the text or the record of the bill
--
-- key: policy_id, bill_id
with told as (
    select
        *,
        count(*) over (partition by policy_id, bill_id) as places
    from marts.bill_links
    qualify row_number() over (
        partition by policy_id, bill_id
        order by
            is_newest is false,
            confidence = 'low',
            effect = 'mentions',
            list_position(['high', 'medium', 'low'], confidence),
            list_position(
                ['creates', 'repeals', 'enforces', 'strengthens', 'weakens', 'waives', 'exempts'],
                effect
            ),
            list_position(['law number', 'official title', 'text', 'title', 'summary'], found_in),
            version_on desc nulls last,
            link_id
    ) = 1
)
select
    coalesce(listed.policy_id, told.policy_id) as policy_id,
    coalesce(listed.bill_id, told.bill_id) as bill_id,
    coalesce(listed.effect, told.effect) as effect,
    if(listed.bill_id is not null, 'policy file', told.found_in) as basis,
    if(listed.bill_id is not null, 'high', told.confidence) as confidence,
    told.effect as effect_in_bill,
    coalesce(
        listed.effect != told.effect and told.effect != 'mentions' and told.confidence = 'high',
        false
    ) as said_otherwise,
    told.why,
    told.wording,
    told.version,
    told.section,
    told.pattern,
    coalesce(told.places, 0) as places,
    coalesce(listed.source, told.source_url) as source_url
from raw.policy_bills as listed
full join told
    on told.policy_id = listed.policy_id and told.bill_id = listed.bill_id
