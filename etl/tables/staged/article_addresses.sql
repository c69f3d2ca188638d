-- One row an address that an article was told under, asked for at, or labelled by.
--
-- key: url
with told as (
    select
        shown.url,
        shown.address_key,
        ids.article_id
    from staged.article_tellings as shown
    join staged.article_ids as ids using (file_id, row)
    where shown.url is not null
    union all
    select
        pages.asked,
        pages.asked_key,
        ids.article_id
    from staged.page_addresses as pages
    join staged.article_ids as ids using (file_id, row)
),
known as (
    select
        url,
        min(article_id) as article_id
    from told
    group by url
)
select
    url,
    article_id
from known
union all
select
    labels.url,
    min(told.article_id) as article_id
from staged.label_keys as labels
join told using (address_key)
where labels.url not in (select url from known)
group by labels.url
