"""Which policy is named where: every name of every policy, found in one pass over each text.

A strong name or a citation counts wherever it stands. Any other name needs a word of the policy's
context near it, or in the title, or a place in the same article that is already sure; the nearest
word decides between context and anti-context. The longest name at a place wins.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.records import Policy
from etl.text.bills.lookalikes import of_a_state
from etl.text.name_table import Hit, Table, hits, table
from etl.text.sentences import Sentence, split

NEAR = 600  # characters: about a hundred words on each side
HEAD = 3000  # of a body, where a title may find its context
FAR = NEAR + 1

_CHAMBER = re.compile(r"(?i)(?:house|senate) (?:bill|joint|concurrent|res)")
_OF_ANOTHER_LAW = re.compile(
    r"(?:\([\w)(]{1,9}\))*,? (?:of|to|under|in) (?:the )?"
    r"((?:[A-Z][\w&.’'-]{0,24},? (?:and |of |in |for |to |the )?){1,9}(?:Act|Code|Law)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in an article that names a policy; `start` and `end` count within its basis."""

    mention_id: str
    article_id: str
    policy_id: str
    alias: str  # as it stands in the text
    match_basis: str  # title, body, snippet
    start: int
    end: int
    sentence: str
    sentence_index: int
    passage: str  # the sentence with the one before and the two after


@dataclass(frozen=True, slots=True)
class _Place:
    """A name found, how far its nearest context and anti-context are, and whether it counts."""

    hit: Hit
    context: int
    anti: int

    def holds(self, sure: set[str]) -> bool:
        if self.hit.strong:
            return True
        context = min(self.context, FAR + 1 if self.hit.policy_id in sure else 2 * FAR)
        return context < min(self.anti, 2 * FAR)


def find_mentions(
    articles: Iterable[Mapping[str, Any]], policies: Sequence[Policy]
) -> list[Mention]:
    """Return one mention per place in each article that names a policy, in reading order."""
    names = table(tuple(policies))
    return [mention for article in articles for mention in _in_article(article, names)]


def _in_article(article: Mapping[str, Any], names: Table) -> list[Mention]:
    texts = {basis: _text(article, basis) for basis in ("title", "body", "snippet")}
    found = {basis: hits(text, names) for basis, text in texts.items()}
    places = {basis: _places(basis, texts, found) for basis in texts}
    sure = {p.hit.policy_id for basis in places for p in places[basis] if p.holds(set())}
    kept = {b: _longest([p.hit for p in places[b] if p.holds(sure)]) for b in texts}
    in_body = {hit.policy_id for hit in kept["body"]}
    kept["snippet"] = [hit for hit in kept["snippet"] if hit.policy_id not in in_body]
    skip = texts["title"].strip() if kept["title"] else None
    return [
        mention
        for basis, text in texts.items()
        for mention in _mentions(str(article["article_id"]), basis, text, kept[basis], skip)
    ]


def _text(article: Mapping[str, Any], basis: str) -> str:
    value = article.get("text" if basis == "body" else basis)
    return value if isinstance(value, str) else ""


def _places(basis: str, texts: Mapping[str, str], found: Mapping[str, list[Hit]]) -> list[_Place]:
    """Return the names in one text with their distances to context and to anti-context."""
    marks: dict[tuple[str, str], list[tuple[int, int]]] = {}
    elsewhere: set[tuple[str, str]] = set()
    for other, text_hits in found.items():
        for hit in text_hits:
            if other == basis:
                marks.setdefault((hit.role, hit.policy_id), []).append((hit.start, hit.end))
            elif other == "title" or (basis != "body" and hit.start < HEAD):
                elsewhere.add((hit.role, hit.policy_id))
    places = []
    for hit in found[basis]:
        if hit.role != "name" or _is_of_a_state(texts[basis], hit):
            continue
        context, anti = (
            FAR if distance > FAR and (role, hit.policy_id) in elsewhere else distance
            for role in ("context", "anti")
            for distance in [_distance(marks.get((role, hit.policy_id), []), hit)]
        )
        places.append(
            _Place(hit, 0 if hit.free else context, _anti(texts[basis], hit, context, anti))
        )
    return places


def _is_of_a_state(text: str, hit: Hit) -> bool:
    """Tell whether `House Bill 20` is one of a state's parliament."""
    return bool(_CHAMBER.match(text, hit.start)) and of_a_state(text, hit.start, hit.end)


def _distance(marks: list[tuple[int, int]], hit: Hit) -> int:
    """Return the characters from a name to the nearest mark within reach, or twice `FAR`."""
    at = bisect_right(marks, (hit.start, hit.end))
    best = 2 * FAR
    for start, end in marks[max(0, at - 3) : at + 3]:
        if (start, end) != (hit.start, hit.end):
            best = min(best, max(start - hit.end, hit.start - end, 0))
    return best if best <= NEAR else 2 * FAR


def _anti(text: str, hit: Hit, context: int, anti: int) -> int:
    """Return how near what speaks against the name is: 'section 12 of the Tax Code' is at hand."""
    law = (
        _OF_ANOTHER_LAW.match(text, hit.end, hit.end + 160)
        if text[hit.end - 1 : hit.end].isdigit()
        else None
    )
    return min(anti, 150) if law and context > law.end() - hit.end else anti


def _longest(found: list[Hit]) -> list[Hit]:
    """Return the names without those that lie inside, or overlap the end of, one kept before."""
    kept: list[Hit] = []
    ends: dict[str, int] = {}
    widest: Hit | None = None
    for hit in sorted(found, key=lambda h: (h.start, -h.end)):
        inside = widest is not None and hit.end <= widest.end and _span(hit) != _span(widest)
        if inside or hit.start < ends.get(hit.policy_id, 0):
            continue
        kept.append(hit)
        ends[hit.policy_id] = hit.end
        if widest is None or hit.end > widest.end:
            widest = hit
    return kept


def _span(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.end


def _mentions(
    article_id: str, basis: str, text: str, found: list[Hit], title: str | None
) -> list[Mention]:
    sentences = split(text) if found else []
    starts = [s.start for s in sentences]
    mentions = []
    for hit in found:
        index = max(0, bisect_right(starts, hit.start) - 1)
        if basis == "body" and sentences[index].text == title:
            continue  # the headline repeated as the first line of the body
        mentions.append(_mention(article_id, basis, text, hit, sentences, index))
    return mentions


def _mention(
    article_id: str, basis: str, text: str, hit: Hit, sentences: list[Sentence], index: int
) -> Mention:
    end = index
    while sentences[end].end < hit.end:
        end += 1
    first, last = sentences[max(0, index - 1)], sentences[min(len(sentences) - 1, end + 2)]
    key = f"{article_id}|{hit.policy_id}|{basis}|{hit.start}"
    return Mention(
        mention_id=hashlib.sha256(key.encode()).hexdigest()[:16],
        article_id=article_id,
        policy_id=hit.policy_id,
        alias=text[hit.start : hit.end],
        match_basis=basis,
        start=hit.start,
        end=hit.end,
        sentence=text[sentences[index].start : sentences[end].end],
        sentence_index=index,
        passage=text[first.start : last.end],
    )
