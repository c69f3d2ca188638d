-- One row an article: the story it belongs to, so that copies of one text are counted once.
--
-- story_id: the article that stands for the story, the earliest that is not a copy by its own word
-- how: itself; copy (a person, or the page, says of which article); same text; near text (cut,
--   framed, shortened or lightly edited); same title (of one outlet within 7 days, where one has no
--   text or the texts are not wholly different)
--
-- key: article_id
-- by: article_id
-- check: how in ('itself', 'copy', 'same text', 'near text', 'same title')
select
    articles.article_id,
    coalesce(copies.story_id, articles.article_id) as story_id,
    coalesce(copies.how, 'itself') as how
from staged.articles as articles
left join staged.copies as copies using (article_id)
