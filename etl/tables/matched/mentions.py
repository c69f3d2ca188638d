"""One row a place in an article that names a policy, with the passage around it.

mention_id: the same from build to build while the article's text stays
match_basis: title, body or snippet: where the name stands
sentence: the sentence the name stands in, verbatim
passage: the sentence and its neighbours

key: mention_id
by: article_id
check: start >= 0
"""

from __future__ import annotations

from etl.text.names import Mention, find_mentions

READS = {
    "articles": """
        select article_id, title, text, snippet, language, published_on from staged.articles
    """
}
ROW = Mention
rows = find_mentions
