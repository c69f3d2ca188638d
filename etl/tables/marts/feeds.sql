-- The feeds that are listed, and what each has brought.
--
-- url: where it is asked for
-- items: articles that it told of, each address once
-- newest_on: the day of its newest article
-- last_new_on: the day on which it last brought an article that it had not told of before
-- last_error: why it could not be had or read when feeds were last asked
--
-- key: feed_id
with brought as (
    select
        regexp_extract(files.path, '^feeds/([^/]+)/', 1) as feed_id,
        coalesce(articles.url, articles.given_id, articles.title) as item,
        min(files.fetched_at) as first_at,
        max(articles.published_on) as published_on
    from raw.files as files
    join raw.articles as articles using (file_id)
    where files.source_id = 'feeds'
    group by all
),
together as (
    select
        feed_id,
        count(*) as items,
        max(published_on) filter (
            published_on <= (select max(built_at)::date + 1 from raw.runs)
        ) as newest_on,
        max(first_at)::date as last_new_on
    from brought
    group by feed_id
),
failures as (
    select unnest(string_split(failures, '; ')) as failure
    from staged.source_askings
    where source_id = 'feeds'
),
failed as (
    select
        split_part(failure, ': ', 1) as feed_id,
        min(substr(failure, strpos(failure, ': ') + 2)) as last_error
    from failures
    group by all
)
select
    feeds.feed_id,
    feeds.outlet,
    feeds.url,
    feeds.country,
    feeds.language,
    coalesce(together.items, 0) as items,
    together.newest_on,
    together.last_new_on,
    failed.last_error
from raw.feeds as feeds
left join together using (feed_id)
left join failed using (feed_id)
