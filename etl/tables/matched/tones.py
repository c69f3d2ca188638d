"""One row a mention: how warm or hostile the words of its passage are, whatever they are about.

tone: VADER's compound, from -1 (hostile) to 1 (warm); null where the passage is not English; the
  policy's own name is read too, so that one with warm words in it ("FREEDOM Support Act") adds its
  warmth wherever it is spelled out
tone_method: VADER's lexicon and rules, and their version

key: mention_id
by: mention_id
check: tone between -1 and 1
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.text.languages import language_of
from etl.text.tone import METHOD, tone

READS = {"mentions": "select mention_id, passage from matched.mentions"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """The tone of one mention's passage."""

    mention_id: str
    tone: float | None
    tone_method: str


ROW = Tone


def rows(mentions: Sequence[Mapping[str, Any]]) -> list[Tone]:
    """Return the tone of each mention's passage, each passage worked out once."""
    passages = list(dict.fromkeys(str(m["passage"]) for m in mentions))
    english = [text for text in passages if language_of(text) == "en"]
    tones = dict(zip(english, tone(english), strict=True))
    return [
        Tone(mention_id=m["mention_id"], tone=tones.get(str(m["passage"])), tone_method=METHOD)
        for m in mentions
    ]
