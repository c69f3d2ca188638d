"""Interviews whose questions stand as paragraphs of their own, in bold or plain, with no label.

"How did you begin?" … "I sold flags." Questions are nobody's, what stands under them is said by
whoever is interviewed. An outlet's own questions and answers say no "I" and tell of no interview.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from etl.text.sentences import Sentence
from etl.text.speech.label_shapes import asked_by

_FEWEST = 3  # questions that an interview has
_MOST = 4  # sentences of a question
_LONGEST = 400  # characters of a question
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed)?|conversation|Q ?& ?A|excerpts?|(?:spoke|talked|sat down|chatted|met"
    r"|speaks|talks|sits down|caught up|corresponded) (?:\w+ ){0,3}(?:with|to|us|the)\b"
    r"|(?:answered|answers|took|takes) (?:\w+ ){0,3}questions|(?:five|six|seven|ten) questions"
    r"|(?:edited|condensed|trimmed|shortened|cut) for|told us|we asked|asked (?:him|her|them))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:I(?![-.)])|[Mm]y|[Ww]e|[Oo]ur|me|us)\b")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_ASIDE = re.compile(r"[(\[].{2,400}[)\]]\W{0,3}$")  # the outlet's, between two answers
_ASKS = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}): ")
_SAID = re.compile(
    r"[”\"] .{0,200}\b(?:said|says|asked|wrote)\b|\b(?:he|she) (?:said|says|asked)\b"
)


def asked_plainly(sentences: Sequence[Sentence]) -> dict[int, str]:
    """Return of each sentence of such an interview whether it asks, "Q", or answers, "A"."""
    if any(asked_by(s.text) for s in sentences):  # "Q. …" tells more
        return {}
    groups = groupby(enumerate(sentences), lambda pair: pair[1].paragraph)
    paragraphs = [[index for index, _ in told] for _, told in groups]
    texts = [" ".join(sentences[i].text for i in told) for told in paragraphs]
    asks = [at for at, told in enumerate(paragraphs) if _is_question(texts[at], len(told))]
    if len(asks) < _FEWEST or not _is_interview(texts, asks):
        return {}
    found: dict[int, str] = {}
    for at in range(asks[0], len(paragraphs)):
        letter = "Q" if at in asks else _answers(texts, at, asks)
        found.update(dict.fromkeys(paragraphs[at], letter) if letter else {})
    return found


def _is_question(text: str, sentences: int) -> bool:
    """Tell whether a paragraph but asks."""
    plain = text.strip("*_ ")
    short = sentences <= _MOST and len(plain) <= _LONGEST
    return short and plain.endswith("?") and not _SAID.search(plain)


def _is_interview(texts: Sequence[str], asks: Sequence[int]) -> bool:
    """Tell whether a text introduces an interview, and what follows its questions says "I"."""
    labels = {match["name"] if (match := _ASKS.match(texts[at])) else None for at in asks}
    told = [texts[at + 1] for at in asks if at + 1 < len(texts) and at + 1 not in asks]
    own = [text for text in told if _ANSWERS.search(_QUOTED.sub("", text))]
    labelled = [text for text in told if _ASKS.match(text)]
    introduced = asks[0] > 0 and _INTERVIEW.search(" ".join(texts[: asks[0]])[-2000:])
    plain = len(labels) == 1 and 2 * len(labelled) < len(asks)
    return bool(introduced) and plain and 2 * len(own) >= len(asks)


def _answers(texts: Sequence[str], at: int, asks: Sequence[int]) -> str | None:
    """Return "A" where a paragraph answers; None for an aside, and for what ends the interview."""
    if _ASIDE.match(texts[at]) or _SAID.search(texts[at]):
        return None
    beside = at - 1 in asks or at + 1 in asks or at < asks[-1]
    return "A" if beside or _ANSWERS.search(_QUOTED.sub("", texts[at])) else None
