-- Every article that was read, whether or not it names a policy.
--
-- published: as it was given
-- published_on: only where the day is known
-- published_month: first day of the month, where at least that is known
-- published_precision: day, month, year or unknown
-- published_source: who gave the date: feed, text, page or coder
-- side: the camp the outlet declares or is widely known for
-- cited_outlet: the outlet it relays
-- words: length of the text, where the text is at hand
-- story_id: the article that stands for the story
-- is_copy: another article stands for its story
-- mentions: places that name a policy, over all policies; coder rows count one a voice
--
-- key: article_id
-- by: article_id
-- check: published_on is null or published_precision = 'day'
select
    articles.article_id,
    articles.url,
    articles.title,
    articles.outlet,
    articles.domain,
    articles.country,
    articles.side,
    articles.language,
    articles.published,
    articles.published_on,
    articles.published_month,
    articles.published_precision,
    articles.published_source,
    articles.seen_at,
    articles.cited_outlet,
    articles.author,
    articles.words,
    stories.story_id,
    stories.story_id <> articles.article_id as is_copy,
    (
        select count(*)
        from marts.mentions as m
        where m.article_id = articles.article_id and m.about_policy
    ) as mentions,
    articles.source_id,
    articles.source_path,
    articles.source_url
from staged.articles as articles
join staged.stories as stories using (article_id)
