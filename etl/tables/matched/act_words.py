"""One row a kind of word by which a sentence that names a policy calls an act as done to it.

called: waiver, suspension, extension, lifting, cancellation or repeal
word: as it stands there
sentence: verbatim; of an article without text, its headline
mention_id: the mention, or the coder's label where a headline is all that is kept

key: mention_id, called
by: article_id
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.act_words import calls

READS = {
    "mentions": "select mention_id, article_id, policy_id, sentence from matched.mentions",
    "headlines": """
        select
            min(labels.label_id) as mention_id,
            labels.article_id,
            labels.policy_id,
            any_value(articles.title) as sentence
        from staged.labels as labels
        join staged.articles as articles using (article_id)
        where articles.title is not null
        group by labels.article_id, labels.policy_id
    """,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWord:
    """A word by which a sentence calls an act."""

    mention_id: str
    article_id: str
    policy_id: str
    called: str
    word: str
    sentence: str


ROW = ActWord


def rows(
    mentions: Sequence[Mapping[str, Any]], headlines: Sequence[Mapping[str, Any]]
) -> list[ActWord]:
    """Return the words for done acts in the sentences of mentions and the headlines of labels."""
    return [
        ActWord(
            mention_id=place["mention_id"],
            article_id=place["article_id"],
            policy_id=place["policy_id"],
            called=call.called,
            word=call.word,
            sentence=place["sentence"],
        )
        for place in (*mentions, *headlines)
        for call in calls(place["sentence"])
    ]
