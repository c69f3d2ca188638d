"""One row a mention: who holds what its sentence says, as the article tells it.

holder: the speaker's name; null where nobody is named and the outlet speaks for itself
holder_kind: speaker, outlet or document
quoted: direct, indirect, or null for the outlet's own words
said: the sentence that names the policy and what else that voice says within three of it

key: mention_id
by: mention_id through matched.mentions
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from etl.text.names import Mention
from etl.text.speech.voices import Voice, find_voices

READS = {
    "mentions": "select * from matched.mentions",
    "articles": "select article_id, title, text, snippet, language, author from staged.articles",
}
ROW = Voice


def rows(
    mentions: Sequence[Mapping[str, Any]], articles: Sequence[Mapping[str, Any]]
) -> list[Voice]:
    """Return the voice of each mention."""
    return find_voices([Mention(**m) for m in mentions], articles)
