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
# a mention that is not about the policy is listed and not summed up.
ITEMS = f"""
with named as (
    select
        mention_id,
        article_id,
        stance,
        about_policy,
        published_month,
        published_on,
        about_policy and counts = bool_or(counts) over (partition by article_id) as told,
        $text = '' or contains(
            lower(concat_ws(' ', title, outlet, url, holder, alias, sentence)), $text
        ) as fits
    from mentions
    where policy_id = $policy and ($group = 'all' or group_name = $group)
        and (published_month is null or coalesce(published_on, last_day(published_month)) >= $since)
        and (published_month is null or coalesce(published_on, published_month) <= $until)
),
chosen as (
    select
        article_id,
        max(coalesce(published_on, published_month)) as newest,
        count(*) over () as found
    from named
    group by article_id
    having ($stance = 'any'
            or coalesce(bool_or(told and stance = $stance), false)
            or ($stance = 'unjudged' and bool_or(told) and bool_and(not told or stance is null))
            or ($stance = 'not about it' and not bool_or(about_policy)))
        and bool_or(fits)
    order by newest desc nulls last, article_id
    limit $most
)
select
    any_value(a.outlet) as outlet,
    any_value({DATED}) as dated,
    coalesce(
        any_value(a.title),
        regexp_replace(
            any_value(coalesce(try(url_decode(a.url)), a.url)), '^https?://(www[.])?', ''
        ),
        'no title, file ' || any_value(a.source_path)
    ) as title_or_address,
    string_agg(distinct m.holder, '; ' order by m.holder) filter (told) as speakers,
    coalesce(
        string_agg(distinct m.stance, '; ' order by m.stance) filter (told),
        if(bool_or(m.about_policy), 'unjudged', 'not about it')
    ) as stance,
    string_agg(distinct m.method, '; ' order by m.method) filter (told) as method,
    string_agg(distinct m.alias, '; ' order by m.alias) as matched_words,
    string_agg(distinct m.holder_role, '; ' order by m.holder_role) filter (told) as roles,
    any_value(m.group_name) as group_name,
    any_value(a.language) as language,
    any_value(a.url) as url,
    any_value(a.published_on) as published_on,
    any_value(a.published_precision) as published_precision,
    any_value(a.story_id) as story_id,
    any_value(a.is_copy) as is_copy,
    any_value(a.source_id) as source_id,
    any_value(a.source_path) as source_path,
    article_id,
    any_value(chosen.found) as found
from chosen
join named using (article_id)
join mentions m using (mention_id, article_id)
join articles a using (article_id)
group by article_id
order by any_value(newest) desc nulls last, article_id
"""
