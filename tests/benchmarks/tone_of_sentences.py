"""The tone of sentences, beside vaderSentiment one sentence after the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.text.tone import tone
from tests.benchmarks.measure import Result, Size, at_least, cost
from tests.benchmarks.passages import many_sentences

JOB = "tone of sentences"
OURS, THEIRS = 100_000, 5_000  # sentences at most: enough to measure either
SAME = 0.98


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure both, each on as many sentences as take a while, and how often they agree."""
    many, few = (min(size.mentions, most) for most in (OURS, THEIRS))
    ours = cost(by_arrays, many, tries=size.tries, made_by=given)
    theirs = cost(one_by_one, few, tries=size.tries, made_by=given)
    told = f"{many:,} sentences"
    beside = "vaderSentiment per sentence: how many times ours"
    yield at_least(8, JOB, told, beside, ours.each(many), theirs.each(few))
    agreed = same_sign(many_sentences(few))
    yield Result(JOB, f"{few:,} sentences", "share with the sign that vaderSentiment gives",
                 agreed, f">= {SAME:g}", agreed >= SAME)  # fmt: skip
    yield Result(JOB, told, "sentences a CPU-second", many / ours.cpu_s)


def given(count: int) -> tuple[list[str]]:
    """Return what is measured, with either lexicon already read."""
    tone(["good"])
    _analyzer()
    return (many_sentences(count),)


def by_arrays(texts: list[str]) -> None:
    """Work out the tone of all at once."""
    tone(texts)


def one_by_one(texts: list[str]) -> None:
    """Work out the tone of one after the other."""
    for text in texts:
        _analyzer().polarity_scores(text)


def same_sign(texts: list[str]) -> float:
    """Return the share of texts that both call warm, or hostile, or neither."""
    own = tone(texts)
    theirs = [_analyzer().polarity_scores(text)["compound"] for text in texts]
    same = sum((a > 0) == (b > 0) and (a < 0) == (b < 0) for a, b in zip(own, theirs, strict=True))
    return same / len(texts)


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()
