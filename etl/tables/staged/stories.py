"""One row an article: the story it belongs to, so that copies of one text are counted once.

story_id: the article that stands for the story
how: itself, same text, or copy (a person said which article it copies)

key: article_id
"""

from __future__ import annotations

from etl.text.stories import Story, stories

READS = {
    "articles": """
        select
            articles.article_id,
            articles.text_mark,
            articles.published_on,
            copied.article_id as copy_of
        from staged.articles as articles
        left join staged.article_addresses as copied on copied.url = articles.copy_of
    """
}
ROW = Story
rows = stories
