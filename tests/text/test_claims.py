"""Claims in dispute: which words make one, and which do not."""

from __future__ import annotations

import pytest

from etl.records import Alias, Claim, Policy
from etl.text.claims import claims_in

POLICY = Policy(
    policy_id="lantern-act",
    name="Lantern Act",
    short_name="Lantern",
    kind="law",
    citation="none",
    description="Made up.",
    source="",
    aliases=(Alias("Lantern Act", "en", True),),
    claims=(
        Claim(
            "dimmed-yearly",
            "It was dimmed every year.",
            "It was dimmed twice.",
            "https://made.example/record",
            (("dimmed every year", "en"), ("dim* ... each year", "en"), ("гас* ежегодно", "ru")),
        ),
        Claim("gone", "It is gone.", "It is not.", "x", (("Congress abolished", "en"),)),
    ),
)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The Lantern Act was dimmed every year.", ["dimmed-yearly"]),
        ("DIMMED  every year, they say.", ["dimmed-yearly"]),
        ("It was dimming, he said, each year.", ["dimmed-yearly"]),
        ("Закон гасили ежегодно.", ["dimmed-yearly"]),
        ("It was dimmed every yearling.", []),
        ("It was undimmed every year.", []),
        ("It was dimmed. Each year it rains.", []),  # not in one sentence
        ("Each year it was dimmed.", []),  # the other way round is another wording
        ("Congress abolished it, though dimmed every year.", ["dimmed-yearly", "gone"]),
        ("If Congress abolished it, much would be lost.", []),
        ("They asked whether it was dimmed every year.", []),
        ("If you ask him, Congress abolished it.", ["gone"]),
        ("", []),
    ],
)
def test_a_claim_is_known_by_its_words(text: str, made: list[str]) -> None:
    assert sorted(m.claim_id for m in claims_in(text, POLICY)) == made


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It was dimmed every year.", False),
        ("It was not dimmed every year.", True),
        ("It is false that it was dimmed every year.", True),
        ("It wasn't dimmed every year.", True),
        ("It was dimmed every year, which is not new.", False),
    ],
)
def test_a_denial_is_told_apart(text: str, denied: bool) -> None:
    (made,) = claims_in(text, POLICY)
    assert made.denied is denied


def test_time_is_bounded() -> None:
    assert list(claims_in("dimmed " * 200_000, POLICY)) == []


def test_the_sentence_and_its_place_are_told() -> None:
    text = "First. Second, it was dimmed every year. Third."
    (made,) = claims_in(text, POLICY)
    assert text[made.start :].startswith(made.sentence)
    assert made.sentence == "Second, it was dimmed every year."
