"""English as the press writes it: passages that ship for training, and articles made of them."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

TRAINING = Path(__file__).resolve().parents[2] / "data" / "training"
SEED = 907
SENTENCES = 14  # of an article: some 300 words


@cache
def sentences() -> tuple[str, ...]:
    """Return every sentence of the passages that ship for training, in their order."""
    told: list[str] = []
    for file in sorted(TRAINING.glob("passages-*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            told += json.loads(line).get("sentences") or []
    return tuple(told)


def many_sentences(count: int) -> list[str]:
    """Return so many sentences, those that ship over and over."""
    told = sentences()
    return [told[place % len(told)] for place in range(count)]


def articles(count: int) -> list[str]:
    """Return so many articles, each of sentences in an order of its own with words of its own."""
    made = []
    for number in range(count):
        chance = random.Random(SEED + number)
        told = chance.sample(sentences(), SENTENCES)
        made.append(" ".join(_own(chance, sentence) for sentence in told))
    return made


def cut(text: str, number: int) -> str:
    """Return the beginning of a text, from 55 to 95 % of it."""
    words = text.split()
    share = random.Random(SEED - number).uniform(0.55, 0.95)
    return " ".join(words[: int(len(words) * share)])


def edited(text: str, number: int) -> str:
    """Return a text in which one word in fifty is another, under another first sentence."""
    chance = random.Random(-SEED - number)
    words = text.split()
    for place in chance.sample(range(len(words)), len(words) // 50):
        words[place] = _word(chance)
    return " ".join(["Our", "correspondent", "reports", "from", "Washington.", *words])


def _own(chance: random.Random, sentence: str) -> str:
    """Return a sentence with every fourth word another: no two articles share one of them."""
    words = sentence.split()
    words[::4] = [_word(chance) for _ in words[::4]]
    return " ".join(words)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices("abcdefghilmnoprstuvw", k=chance.randint(4, 9)))
