-- Places where an article names a policy, and what is held there about keeping it.
--
-- A row by machine has the sentence; a row by coder stands for one voice in an article whose text
-- is not kept, and has no sentence and no probabilities.
--
-- alias: the name as it stands in the text, or as the coder noted it
-- match_basis: title, body, snippet or coder: where the name stands, or who says so
-- sentence: verbatim
-- stance: supports, opposes or neutral toward keeping the policy; null is unjudged
-- score: p_supports - p_opposes
-- abstained: the judge did not decide
-- kind: statement, evaluation, action (a report of an act) or mention
-- evidence: the sentence that decided
-- trace: the words that decided and what each did
-- method: rules (machine) or coder (a person)
-- coder: who set it, where a person did; lawbeat-sample is the one reader of the shipped sample
-- confidence: how sure the coder was
-- holder: who holds it; an outlet where nobody else speaks
-- holder_kind: speaker, outlet or document
-- quoted: direct, indirect, or null
-- counts: whether it counts as an opinion; a coder's label outranks the machine's in one article
--
-- key: mention_id
-- check: p_supports between 0 and 1
-- check: stance in ('supports', 'opposes', 'neutral')
with coded as (select distinct article_id, policy_id from staged.labels),
found as (
    select
        mentions.mention_id,
        mentions.article_id,
        mentions.policy_id,
        mentions.alias,
        mentions.match_basis,
        mentions.sentence,
        mentions.sentence_index,
        judged.stance,
        judged.score,
        judged.p_supports,
        judged.p_opposes,
        judged.p_neutral,
        judged.abstained,
        judged.kind,
        judged.evidence,
        judged.trace,
        judged.method,
        judged.method_version,
        null::varchar as coder,
        null::varchar as confidence,
        null::varchar as note,
        voices.holder,
        voices.holder_role,
        voices.holder_kind,
        voices.quoted,
        coded.article_id is null as counts
    from matched.mentions as mentions
    join matched.judgements as judged using (mention_id)
    join matched.voices as voices using (mention_id)
    left join coded using (article_id, policy_id)
    union all by name
    select
        label_id as mention_id,
        article_id,
        policy_id,
        wording as alias,
        'coder' as match_basis,
        stance,
        false as abstained,
        'coder' as method,
        coder as method_version,
        coder,
        confidence,
        note,
        holder,
        holder_role,
        holder_kind,
        true as counts
    from staged.labels
)
select
    found.* exclude (holder, holder_kind),
    coalesce(found.holder, articles.outlet, 'unknown outlet') as holder,
    coalesce(found.holder_kind, 'outlet') as holder_kind,
    groups.group_name,
    articles.outlet,
    articles.cited_outlet,
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
from found
join staged.articles as articles using (article_id)
join staged.stories as stories using (article_id)
join staged.outlet_groups as groups using (way, policy_id)
