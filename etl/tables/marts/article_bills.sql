-- Bills that articles name, with why it is that bill; one row a policy that the bill would touch.
--
-- An article may name a bill of a policy without naming the policy: it is about the policy by way
-- of the bill, and is not counted among its mentions.
--
-- policy_id: null for a bill of no policy, in an article that names one
-- effect: what the bill would do to the policy
-- names_policy: whether the article also names that policy itself
-- named: the bill_id, or kind and number alone where the Congress is not known
-- bill_id: null where it is not known of which Congress the bill is
-- bill_title: where the bill's record is at hand
-- wording: how the article names the bill
-- match_basis: body, title or snippet: where it stands
-- sentence: verbatim
-- why: by which rule it is this bill
-- confidence: that it is this bill: high, medium or low; null where bill_id is
-- places: how many places in the article name it
-- story_id: the article that stands for the story
--
-- key: article_bill_id
-- by: article_id
select
    'b' || md5(concat_ws('|', named.article_id, named.named, ties.policy_id)) as article_bill_id,
    named.article_id,
    ties.policy_id,
    ties.effect,
    if(
        ties.policy_id is null,
        null,
        exists (
            select 1
            from marts.mentions as mentions
            where
                mentions.article_id = named.article_id
                and mentions.policy_id = ties.policy_id
        )
    ) as names_policy,
    named.named,
    named.bill_id,
    coalesce(bills.short_title, bills.title) as bill_title,
    named.wording,
    named.match_basis,
    named.sentence,
    named.why,
    named.confidence,
    named.places,
    articles.outlet,
    articles.language,
    articles.title,
    articles.url,
    articles.published_on,
    articles.published_month,
    articles.published_precision,
    stories.story_id,
    articles.source_id,
    articles.source_path,
    articles.source_url
from matched.article_bills as named
join staged.articles as articles using (article_id)
join staged.stories as stories using (article_id)
left join staged.bills as bills using (bill_id)
left join marts.policy_bills as ties using (bill_id)
