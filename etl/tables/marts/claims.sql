-- Claims that the record disputes: each sentence that makes one, with the record beside it.
--
-- A claim is somebody's words and never an event.
--
-- claim_id: as the policy file names it
-- says: the claim, in a sentence of the policy file
-- record: what the record says
-- record_source: where the record stands
-- sentence: the sentence that makes the claim, verbatim
-- denied: a word of denial stands in it: it may speak against the claim
-- wording: the words of the policy file that it was known by
-- holder: who says it, where it stands in a sentence that names the policy; else who is nearest
--
-- key: policy_id, article_id, claim_id, sentence
-- by: article_id
select
    claims.policy_id,
    claims.claim_id,
    claims.says,
    claims.record,
    claims.record_source,
    claims.sentence,
    claims.denied,
    claims.wording,
    mentions.holder,
    mentions.holder_role,
    mentions.holder_kind,
    mentions.outlet,
    mentions.group_name,
    mentions.language,
    mentions.title,
    mentions.published_on,
    mentions.url,
    mentions.story_id,
    claims.article_id,
    claims.mention_id,
    mentions.source_id,
    mentions.source_path
from matched.claims as claims
join marts.mentions as mentions using (mention_id)
where mentions.about_policy
