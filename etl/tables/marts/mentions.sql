-- Places where an article names a policy, and what is held there about keeping it.
--
-- A row by machine has the sentence; a row by coder stands for one voice in an article whose text
-- is not kept, and has no sentence and no probabilities.
--
-- alias: the name as it stands in the text, or as the coder noted it
-- match_basis: title, body, snippet or coder: where the name stands, or who says so
-- sentence: verbatim
-- stance: supports, opposes or neutral toward keeping the policy; null is unjudged
-- score: p_supports - p_opposes; null where a person set the stance
-- machine_stance: what the machine holds, also where a person set the stance
-- machine_score: p_supports - p_opposes of the machine
-- abstained: the judge did not decide
-- kind: statement, evaluation, action (a report of an act) or mention
-- tone: how warm (1) or hostile (-1) the words of the passage are, whatever they are about: VADER's
--   compound; no stance; null where the passage is not English
-- evidence: the sentence that decided
-- trace: the words that decided and what each did
-- method: rules (machine) or coder (a person)
-- coder: who set it, where a person did; lawbeat-sample is the one reader of the shipped sample
-- correction_id: what was set in the dashboard, or brought in as CSV, for this mention
-- confidence: how sure the coder was
-- holder: who holds it, however it is spelled; an outlet where nobody else speaks
-- holder_spelled: the speaker's name as the article tells it
-- bioguide_id: of the member of Congress that the speaker is; null where none is, or it is not sure
-- party: of that member: R, D or I
-- state: of that member
-- chamber: of that member
-- holder_kind: speaker, outlet or document
-- quoted: direct, indirect, or null
-- about_policy: false where a coder says that it does not mean the policy: it is in no figure
-- counts: whether it counts as an opinion; a coder's label outranks the machine's in one article,
--   a correction outranks both
--
-- key: mention_id
-- by: article_id through matched.mentions
-- order: policy_id, published_month, published_on, article_id
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
        judged.stance as machine_stance,
        judged.score as machine_score,
        tones.tone,
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
    join matched.tones as tones using (mention_id)
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
),
by_hand as (
    select
        mention_id,
        correction_id,
        stance as set_stance,
        holder as set_holder,
        not_about_policy,
        note as set_note,
        coder as set_by
    from matched.corrected
)
select
    found.* exclude (holder, holder_kind, counts) replace (
        coalesce(set_stance, found.stance) as stance,
        case when set_stance is null then score end as score,
        case when set_stance is null then p_supports end as p_supports,
        case when set_stance is null then p_opposes end as p_opposes,
        case when set_stance is null then p_neutral end as p_neutral,
        abstained and set_stance is null as abstained,
        case
            when set_stance is not null or not_about_policy then 'coder'
            else method
        end as method,
        case
            when set_stance is not null or not_about_policy then set_by
            else method_version
        end as method_version,
        case when set_holder is null or set_holder in (found.holder, speakers.speaker) then holder_role end as holder_role,
        coalesce(set_by, found.coder) as coder,
        coalesce(set_note, found.note) as note
    ),
    coalesce(set_holder, speakers.speaker, found.holder, articles.outlet, 'unknown outlet')
        as holder,
    speakers.spelled as holder_spelled,
    case when set_holder is null or set_holder in (found.holder, speakers.speaker) then speakers.bioguide_id end as bioguide_id,
    case when set_holder is null or set_holder in (found.holder, speakers.speaker) then speakers.party end as party,
    case when set_holder is null or set_holder in (found.holder, speakers.speaker) then speakers.state end as state,
    case when set_holder is null or set_holder in (found.holder, speakers.speaker) then speakers.chamber end as chamber,
    case
        when set_holder is not null
            then if(set_holder = articles.outlet, 'outlet', 'speaker')
        else coalesce(found.holder_kind, 'outlet')
    end as holder_kind,
    correction_id,
    not coalesce(not_about_policy, false) as about_policy,
    not coalesce(not_about_policy, false)
        and (found.counts or set_stance is not null) as counts,
    groups.group_name,
    articles.outlet,
    articles.cited_outlet,
    articles.language,
    articles.title,
    articles.url,
    articles.published_on,
    articles.published_month,
    articles.published_precision,
    articles.published,
    articles.seen_at,
    stories.story_id,
    articles.source_id,
    articles.source_path,
    articles.source_url
from found
left join by_hand using (mention_id)
join staged.articles as articles using (article_id)
join staged.stories as stories using (article_id)
join staged.outlet_groups as groups using (way, policy_id)
left join matched.speakers as speakers using (mention_id)
