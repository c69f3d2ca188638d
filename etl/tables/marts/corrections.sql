-- What coders set by hand, all of it, what was taken back too.
--
-- stance: supports, opposes or neutral; null leaves the one that was found
-- holder: null leaves the one that was found
-- not_about_policy: the mention does not mean the policy and is in no figure
-- set_at: when it was set
-- undoes: the correction that this row takes back
-- stands: it was not taken back, and nothing newer was set for the same mention
-- mentions_corrected: mentions that it decides in this version; 0 where its text is no longer there
-- machine_stance: what the machine holds of the mention that was meant; null where it abstained
-- machine_score: p_supports - p_opposes of the machine
--
-- key: correction_id
-- check: stance in ('supports', 'opposes', 'neutral')
with applied as (
    select correction_id, count(*) as mentions_corrected
    from matched.corrected
    group by correction_id
)
select
    corrections.correction_id,
    corrections.policy_id,
    corrections.article_id,
    corrections.mention_id,
    corrections.stance,
    corrections.holder,
    corrections.not_about_policy,
    corrections.note,
    corrections.coder,
    corrections.set_at,
    corrections.undoes,
    corrections.stands,
    coalesce(applied.mentions_corrected, 0) as mentions_corrected,
    judged.stance as machine_stance,
    judged.score as machine_score,
    corrections.sentence,
    articles.title,
    articles.outlet,
    articles.published_on,
    articles.url
from raw.corrections as corrections
left join applied using (correction_id)
left join matched.judgements as judged using (mention_id)
left join staged.articles as articles using (article_id)
