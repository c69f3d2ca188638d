-- How many items of each source are of each day: articles, documents, bills, texts and votes.
--
-- item_on: the day of publication, or of the latest action; none after the day of the build
-- articles: how many of them are articles
--
-- key: source_id, item_on
with items as (
    select file_id, published_on as item_on, true as is_article from raw.articles
    union all
    select file_id, published_on, false from raw.documents
    union all
    select file_id, latest_action_on, false from raw.bills
    union all
    select file_id, version_on, false from raw.bill_texts
    union all
    select file_id, voted_on, false from raw.votes
),
held as (
    select distinct file_id, source_id from raw.files
)
select
    held.source_id,
    items.item_on,
    count(*) as items,
    count(*) filter (is_article) as articles
from items
join held using (file_id)
where items.item_on <= (select max(built_at)::date from raw.runs)
group by held.source_id, items.item_on
