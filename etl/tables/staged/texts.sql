-- One row a text: of all articles that have it, the one that stands for them.
--
-- articles: how many have it
--
-- key: text_mark
-- by: text_mark
select
    text_mark,
    min(article_id) as article_id,
    count(*) as articles
from staged.articles
where text_mark is not null
group by text_mark
