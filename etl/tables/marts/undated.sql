-- Articles whose date is too coarse for a grain, and that are therefore not drawn at it.
--
-- key: policy_id, grain, group_name
with named as (
    select policy_id, article_id, group_name
    from marts.policy_articles
    where mentions > 0 and published_precision <> 'day'
),
grains as (select unnest(['day', 'week', 'month', 'year']) as grain)
select
    named.policy_id,
    grains.grain,
    coalesce(named.group_name, 'all') as group_name,
    count(*) as articles
from named
cross join grains
anti join staged.article_periods as periods
    on periods.article_id = named.article_id and periods.grain = grains.grain
group by grouping sets (
    (named.policy_id, grains.grain, named.group_name),
    (named.policy_id, grains.grain)
)
