"""One row an article: the story it belongs to, so that copies of one text are counted once.

story_id: the article that stands for the story, the earliest that is not a copy by its own word
how: itself; copy (a person, or the page, says of which article); same text; near text (cut, framed,
  shortened or lightly edited); same title (of one outlet within 7 days, where one has no text or
  the texts are not wholly different)

key: article_id
check: how in ('itself', 'copy', 'same text', 'near text', 'same title')
"""

from __future__ import annotations

from etl.text.stories import Story, stories

READS = {
    "articles": """
        select
            article_id,
            title,
            text,
            text_mark,
            coalesce(domain, outlet) as outlet,
            coalesce(published_on, seen_by_source_at::date) as day,
            published_on,
            published_at,
            copy_of
        from staged.articles
    """
}
ROW = Story
rows = stories
