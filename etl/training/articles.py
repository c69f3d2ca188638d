"""Whole articles, cut into what the encoder reads of one: what a speaker says, where it is named.

A line of `articles-*.jsonl` tells the article, every speaker with their sentences and stance, and
every sentence that names the policy. What a sentence holds that is not told is null: it is read,
and nothing is learned from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etl.text.sentences import split
from etl.text.shares import parts

BEFORE, AFTER = 1, 2  # sentences around one that names the policy, as in a mention's passage
Told = Mapping[str, Any]


def cut(article: Told) -> Iterator[dict[str, Any]]:
    """Yield passages of an article, in the form of a line of `passages-*.jsonl`."""
    sentences = [_plain(s.text) for s in split(article["text"])]
    named = {i: n["stance"] for n in article["namings"] for i in _places(n["sentence"], sentences)}
    spoken = [(s["stance"], _spoken(s, sentences)) for s in article["speakers"]]
    made: list[tuple[list[int], str, list[str | None]]] = []
    for stance, own in spoken:
        for part in parts(own, sentences):
            if len(part) == len(own) or any(i in named for i in part):
                made.append((part, stance, [_of_speaker(i, stance, named, own) for i in part]))
    for at in named:
        around = list(range(max(0, at - BEFORE), min(len(sentences), at + AFTER + 1)))
        if not any(part == around for part, _, _ in made):
            held = {s for s, own in spoken if set(own) & set(around)} | {named[at]}
            each = [_around(i, named, spoken) for i in around]
            made.append((around, _both(held), each))
    for number, (part, stance, each) in enumerate(made):
        yield {
            "id": f"{article['id']}-{number}",
            "policy_id": article["policy_id"],
            "lang": "en",
            "sentences": [sentences[i] for i in part],
            "sentence_stances": each,
            "stance": stance,
        }


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _places(told: str, sentences: Sequence[str]) -> list[int]:
    """Return which sentences hold what is told as one, or are held in it."""
    wanted = _plain(told)
    return [i for i, s in enumerate(sentences) if wanted in s or (len(s) > 12 and s in wanted)]


def _spoken(speaker: Told, sentences: Sequence[str]) -> list[int]:
    return sorted({i for told in speaker["sentences"] for i in _places(told, sentences)})


def _of_speaker(
    index: int, stance: str, named: Mapping[int, str], own: Sequence[int]
) -> str | None:
    if index in named:
        return named[index]
    return stance if stance == "neutral" or len(own) == 1 else None


def _around(
    index: int, named: Mapping[int, str], spoken: Sequence[tuple[str, Sequence[int]]]
) -> str | None:
    if index in named:
        return named[index]
    polar = any(index in own and stance != "neutral" for stance, own in spoken)
    return None if polar else "neutral"


def _both(held: set[str]) -> str:
    """Return the one side that is held, or neutral where none or both are."""
    sides = held - {"neutral"}
    return sides.pop() if len(sides) == 1 else "neutral"
