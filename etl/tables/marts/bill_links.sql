-- Every place that ties a bill to a policy: where it stands, what it says, what it would do.
--
-- found_in: text, title, official title, summary, law number or related bill
-- pattern: how the policy is told there: parsable citation, citation in text, name in text, title,
--   summary, law number or related bill
-- effect: creates, repeals, weakens, waives, strengthens, enforces, exempts or mentions
-- why: the rule that told the effect
-- confidence: that the bill would do this to this policy: high, medium or low
-- is_newest: whether the place stands in the newest version of the text at hand; null elsewhere
-- section: of the bill's own
-- wording: the sentence it stands in
--
-- key: link_id
select
    links.link_id,
    links.policy_id,
    links.bill_id,
    links.found_in,
    links.version,
    links.version_on,
    texts.is_newest,
    links.section,
    links.effect,
    links.why,
    links.confidence,
    links.pattern,
    links.cite,
    links.wording,
    coalesce(texts.url, bills.url) as source_url,
    coalesce(texts.source_path, bills.source_path) as source_path
from matched.bill_links as links
left join staged.bill_texts as texts using (bill_id, version)
left join staged.bills as bills using (bill_id)
