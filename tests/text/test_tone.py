"""Tone is VADER's compound, worked out for many texts at once."""

from __future__ import annotations

import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from etl.text.tone import LONGEST, tone

CASES = [
    "",
    " ",
    "and of the",
    "Good.",
    "This is a good law, and a great one!",
    "It is not good.",
    "It isn't a good law.",
    "It was never so good.",
    "Without doubt it is a fine result.",
    "It is very bad and extremely cruel!!!",
    "A kind of terrible bargain.",
    "It is kind of them.",
    "There is no hope and no peace.",
    "No, he said.",
    "The least helpful of all.",
    "At least helpful.",
    "It is sort of nice.",
    "The GREAT deal was signed.",
    "ALL OF THIS IS GREAT",
    "What? Why? Who is hurt?",
    "It is good but cruel.",
    "I love it \U0001f602 and hate it \u2014 \u201cso sad\u201d.",
    "don't attack us, we won't destroy peace.",
    "Barely alive, hardly happy, almost safe, just enough trust.",
    "Neither war nor peace, no freedom or peace.",
]


@pytest.mark.parametrize("text", CASES)
def test_one_text_has_the_tone_that_vader_gives(text: str) -> None:
    wanted = SentimentIntensityAnalyzer().polarity_scores(text)["compound"]
    assert tone([text]) == [pytest.approx(wanted, abs=0.001)]


def test_many_at_once_are_as_each_by_itself() -> None:
    assert tone(CASES) == [tone([text])[0] for text in CASES]
    assert tone([]) == []


def test_what_stands_before_a_but_counts_half() -> None:
    assert tone(["It is bad but good."])[0] > 0 > tone(["It is good but bad."])[0]


def test_a_huge_text_is_read_in_part_and_at_once() -> None:
    assert tone(["good " * 2_000_000 + "bad " * 9])[0] == tone(["good " * (LONGEST // 5)])[0]
    assert -1 <= tone(["!" * 100_000 + "\x00" * 1000 + "\ud83d" * 10])[0] <= 1
