-- One row an article: what its tellings say together, the fullest first.
--
-- published: the day, month or moment as it was given; of several, that of a coder, then of the
--   feed, the page, the text
-- seen_at: when it was first seen: crawled, or fetched
-- seen_by_source_at: when a source that tells it saw it first
-- copy_of: the article that it copies, where a person or its own page says so
-- published_on: only where the day is known; a day more than one ahead of the build is left out
-- published_month: first day of the month, where at least that is known
-- published_year: first day of the year, where at least that is known
-- text: kept for matching; never shown whole
-- side: the camp the outlet declares or is widely known for
-- way: side and country of the outlet, which lead into the groups of a policy
--
-- key: article_id
-- by: article_id through staged.article_ids
-- check: published_on is null or published_precision = 'day'
with tellings as (
    select
        ids.article_id,
        ids.copy_of as copied_id,
        ids.day,
        ids.month,
        ids.year,
        shown.url as standing_url,
        shown.domain,
        shown.carrier,
        shown.cited,
        shown.words,
        shown.language as language_shown,
        shown.text_mark,
        told.* exclude (file_id, row, url, copy_of),
        files.source_id,
        files.path as source_path,
        coalesce(shown.url, files.url) as source_url,
        files.fetched_at,
        row_number() over (
            partition by ids.article_id
            order by coalesce(length(told.text), 0) desc, told.published_on nulls last, files.path
        ) as place
    from staged.article_ids as ids
    join staged.article_tellings as shown using (file_id, row)
    join raw.articles as told using (file_id, row)
    join raw.files as files using (file_id)
),
together as (
    select
        article_id,
        first(standing_url order by place) filter (standing_url is not null) as url,
        first(title order by place) filter (title is not null) as title,
        first(text order by place) filter (text is not null) as text,
        first(snippet order by place) filter (snippet is not null) as snippet,
        first(text_mark order by place) filter (text_mark is not null) as text_mark,
        first(words order by place) filter (words is not null) as words,
        first(domain order by place) filter (domain is not null) as domain,
        first(carrier order by place) filter (carrier is not null) as outlet_told,
        first(country order by place) filter (country is not null) as country_told,
        first(language_shown order by place) filter (language_shown is not null) as language,
        first(author order by place) filter (author is not null) as author,
        first(cited order by place) filter (cited is not null) as cited_outlet,
        first(copied_id order by place) filter (copied_id is not null) as copy_of,
        first(given_id order by place) filter (given_id is not null) as given_id,
        first(
            {
                'published': published,
                'published_at': published_at,
                'published_source': published_source,
                'day': day
            }
            order by
                list_position(['coder', 'feed', 'page', 'text'], published_source) nulls last,
                place
        ) filter (day is not null) as dated,
        first(published order by place) filter (published is not null) as published_told,
        first(published_source order by place)
            filter (published_source is not null) as published_source_told,
        first(month order by place) filter (month is not null) as month_told,
        first(year order by place) filter (year is not null) as year_told,
        min(seen_at) as seen_by_source_at,
        min(coalesce(seen_at, fetched_at)) as seen_at,
        first(source_id order by place) as source_id,
        first(source_path order by place) as source_path,
        first(source_url order by place) as source_url,
        count(*) as tellings
    from tellings
    group by article_id
)
select
    together.* exclude (
        outlet_told,
        country_told,
        month_told,
        year_told,
        dated,
        published_told,
        published_source_told
    ),
    coalesce(outlets.name, outlet_told, domain) as outlet,
    coalesce(country_told, outlets.country) as country,
    outlets.side,
    concat_ws(
        ', ',
        coalesce('side ' || outlets.side, 'no side'),
        'country ' || coalesce(country_told, outlets.country, 'unknown')
    ) as way,
    coalesce(dated.published, published_told) as published,
    dated.published_at,
    coalesce(dated.published_source, published_source_told) as published_source,
    dated.day as published_on,
    case
        when dated.day is not null then 'day'
        when month_told is not null then 'month'
        when year_told is not null then 'year'
        else 'unknown'
    end as published_precision,
    coalesce(date_trunc('month', dated.day)::date, month_told) as published_month,
    coalesce(date_trunc('year', dated.day)::date, year_told) as published_year
from together
left join raw.outlets as outlets using (domain)
