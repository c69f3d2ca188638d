-- One row a telling: which article it is of, and its dates as far as the day of the build.
--
-- article_id: the same for every telling of one address; else its own
-- copy_of: the article that it copies, where a person said so, or the page itself names another site
-- day: a day more than one ahead of the build is left out
-- month: one that is ahead of the build is left out
-- year: one that is ahead of the build is left out
--
-- key: file_id, row
-- by: file_id
select
    shown.file_id,
    shown.row,
    coalesce(
        'a' || left(sha256(coalesce(led.leads_to, shown.address_key)), 16),
        shown.own_id
    ) as article_id,
    'a' || left(sha256(coalesce(copied.leads_to, shown.copy_key)), 16) as copy_of,
    case when told.published_on <= today.built_on + 1 then told.published_on end as day,
    case when shown.published_month <= today.built_on then shown.published_month end as month,
    case when shown.published_year <= today.built_on then shown.published_year end as year
from staged.article_tellings as shown
join raw.articles as told using (file_id, row)
cross join staged.today as today
left join staged.leads as led on led.asked_key = shown.address_key
left join staged.leads as copied on copied.asked_key = shown.copy_key
