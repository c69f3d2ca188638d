-- By which word each article calls a waiver of its policy, in the 31 days from the day it was signed.
--
-- An article of which only the month is known is taken where that month touches these days. What is
-- wished for or planned is left out: only words that tell of something done.
--
-- called: waiver, suspension, extension, lifting, cancellation or repeal
-- verdict: right (waiver, suspension, extension), loose (lifting) or wrong (cancellation, repeal): a
--   waiver sets a law aside and leaves it in force
-- only_wrong: the article calls it wrong and nowhere right
-- word: as it stands in the article
-- sentence: verbatim; of an article without text, its headline
--
-- key: event_id, article_id, called
-- by: article_id
-- check: verdict in ('right', 'loose', 'wrong')
with told as (
    select
        events.event_id,
        events.event_on,
        events.title as event,
        mentions.policy_id,
        words.called,
        case
            when words.called in ('waiver', 'suspension', 'extension') then 'right'
            when words.called = 'lifting' then 'loose'
            else 'wrong'
        end as verdict,
        words.word,
        words.sentence,
        mentions.outlet,
        mentions.group_name,
        mentions.language,
        mentions.title,
        mentions.published_on,
        mentions.published_month,
        mentions.url,
        mentions.story_id,
        mentions.article_id,
        words.mention_id,
        mentions.source_id,
        mentions.source_path
    from marts.events as events
    join marts.mentions as mentions using (policy_id)
    join matched.act_words as words using (mention_id)
    where
        events.kind = 'waiver'
        and events.event_on is not null
        and mentions.about_policy
        and coalesce(mentions.published_on, last_day(mentions.published_month)) >= events.event_on
        and coalesce(mentions.published_on, mentions.published_month) <= events.event_on + 30
    qualify row_number() over (
        partition by events.event_id, mentions.article_id, words.called
        order by mentions.sentence is null, words.mention_id
    ) = 1
)
select
    *,
    bool_or(verdict = 'wrong') over (partition by event_id, article_id)
        and not bool_or(verdict = 'right') over (partition by event_id, article_id) as only_wrong
from told
