-- One row a pair of articles that may be one story, so that few are held to each other.
--
-- other_id: one that it copies by its own word; or has the text of, a tenth of its prints in
--   common with, or the outlet and headline of within a week
--
-- key: article_id, other_id
with same_headline as (
    select
        article_id,
        day,
        lag(article_id) over in_order as other_id,
        lag(day) over in_order as day_before
    from staged.headlines
    where headline_mark in (
        select headline_mark
        from staged.headlines
        group by headline_mark
        having count(*) > 1
    )
    window in_order as (partition by headline_mark order by day, article_id)
)
select article_id, copy_of as other_id
from staged.articles
where copy_of in (select article_id from staged.articles)
union
select articles.article_id, texts.article_id as other_id
from staged.texts as texts
join staged.articles as articles using (text_mark)
where texts.articles > 1 and articles.article_id <> texts.article_id
union
select shorter_id as article_id, longer_id as other_id
from staged.shared_prints
group by shorter_id, longer_id
having count(*) >= 0.1 * any_value(prints)
union
select article_id, other_id
from same_headline
where day - day_before <= 7
