"""Claims in dispute: which words make one, and which do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.policies import read_policies
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


SHIPPED = {
    policy.policy_id: policy
    for policy in read_policies(Path(__file__).resolve().parents[2] / "data" / "policies")
}
OF_907 = [
    ("With Afghanistan over, they put Section 907 back in force.", ["reimposed-after-afghanistan"]),
    ("They brought Section 907 back after Afghanistan.", ["reimposed-after-afghanistan"]),
    ("After Afghanistan Washington stopped waiving it.", ["reimposed-after-afghanistan"]),
    ("They brought the trucks back from Afghanistan.", []),
    ("The bill was reintroduced after Afghanistan fell.", []),
    ("Every year since 2002 presidents have waived it.", ["waived-every-year"]),
    ("It has been waived on an annual basis.", ["waived-every-year"]),
    ("It was waived in some years.", []),
    ("Congress annulled Section 907.", ["abolished-by-congress"]),
    ("Congress annulled the contract.", []),
    ("They asked whether Section 907 was repealed.", []),
]


@pytest.mark.parametrize(("text", "made"), OF_907)
def test_the_claims_about_section_907_are_known_and_others_are_not(
    text: str, made: list[str]
) -> None:
    assert [m.claim_id for m in claims_in(text, SHIPPED["section-907"])] == made
