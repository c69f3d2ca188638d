"""What the page Articles lists: a row an article, summed up over its mentions of the policy."""

from __future__ import annotations

DATED = """
case a.published_precision
    when 'day' then strftime(a.published_on, '%-d %b %Y')
    when 'month' then strftime(a.published_month, '%b %Y')
    when 'year' then coalesce(left(a.published, 4), 'unknown')
    else 'unknown'
end
"""
# Where a coder set a label, the machine's rows of that article do not count and are not summed up;
# a mention that is not about the policy is listed and not summed up. All that is shown of an
# article stands in its mentions as well, so that no other table is read.
ITEMS = f"""
with named as (
    from mentions
    where policy_id = $policy and ($group = 'all' or group_name = $group)
        and (published_month is null or coalesce(published_on, last_day(published_month)) >= $since)
        and (published_month is null or coalesce(published_on, published_month) <= $until)
),
fitting as (
    select
        article_id,
        max(coalesce(published_on, published_month)) as newest,
        bool_or(counts) as counted,
        coalesce(bool_or(stance = $stance) filter (about_policy and counts), false) as so_counted,
        coalesce(bool_or(stance = $stance) filter (about_policy), false) as so_told,
        bool_or(stance is not null) filter (about_policy and counts) as judged_counted,
        bool_or(stance is not null) filter (about_policy) as judged,
        bool_or(about_policy) as about
    from named
    group by article_id
    having $text = '' or bool_or(
        contains(lower(concat_ws(' ', title, outlet, url, holder, alias, sentence)), $text)
    )
),
chosen as (
    select article_id, newest, counted, count(*) over () as found
    from fitting
    where $stance = 'any'
        or if(counted, so_counted, so_told)
        or ($stance = 'unjudged' and not if(counted, judged_counted, judged))
        or ($stance = 'not about it' and not about)
    order by newest desc nulls last, article_id
    limit $most
),
a as (
    select named.*, newest, found, about_policy and counts = counted as told
    from chosen join named using (article_id)
)
select
    any_value(outlet) as outlet,
    any_value({DATED}) as dated,
    coalesce(
        any_value(title),
        regexp_replace(any_value(coalesce(try(url_decode(url)), url)), '^https?://(www[.])?', ''),
        'no title, file ' || any_value(source_path)
    ) as title_or_address,
    string_agg(distinct holder, '; ' order by holder) filter (told) as speakers,
    coalesce(
        string_agg(distinct stance, '; ' order by stance) filter (told),
        if(bool_or(about_policy), 'unjudged', 'not about it')
    ) as stance,
    string_agg(distinct method, '; ' order by method) filter (told) as method,
    string_agg(distinct alias, '; ' order by alias) as matched_words,
    string_agg(distinct holder_role, '; ' order by holder_role) filter (told) as roles,
    any_value(group_name) as group_name,
    any_value(language) as language,
    any_value(url) as url,
    any_value(published_on) as published_on,
    any_value(published_precision) as published_precision,
    any_value(story_id) as story_id,
    any_value(story_id) <> article_id as is_copy,
    any_value(source_id) as source_id,
    any_value(source_path) as source_path,
    article_id,
    any_value(found) as found
from a
group by article_id
order by any_value(newest) desc nulls last, article_id
"""
