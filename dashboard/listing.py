"""What the page Articles lists: the articles that name a policy, as they are summed up."""

from __future__ import annotations

DATED = """
case a.published_precision
    when 'day' then strftime(a.published_on, '%-d %b %Y')
    when 'month' then strftime(a.published_month, '%b %Y')
    when 'year' then coalesce(left(a.published, 4), 'unknown')
    else 'unknown'
end
"""
# A month or year that overlaps the window is in it; what has no date is always listed, last.
FITTING = """
from policy_articles
where policy_id = $policy and ($group = 'all' or group_name = $group)
    and (published_month is null or coalesce(published_on, last_day(published_month)) >= $since)
    and (published_month is null or coalesce(published_on, published_month) <= $until)
    and ($text = '' or contains(searched, $text))
    and ($stance = 'any' or list_contains(string_split(stance, '; '), $stance))
"""
NEWEST = """
order by published_month desc nulls last, published_on desc nulls last, article_id
"""
# The wide columns are read, and written out, of those alone that are listed.
ITEMS = f"""
with a as (
    from policy_articles
    where rowid in (select rowid {FITTING} {NEWEST} limit $most)
)
select
    outlet,
    {DATED} as dated,
    coalesce(
        title,
        regexp_replace(coalesce(try(url_decode(url)), url), '^https?://(www[.])?', ''),
        'no title, file ' || source_path
    ) as title_or_address,
    speakers,
    stance,
    method,
    matched_words,
    roles,
    group_name,
    language,
    url,
    published_on,
    published_precision,
    story_id,
    is_copy,
    source_id,
    source_path,
    article_id,
    (select count(*) from ({FITTING})) as found
from a
{NEWEST}
"""
