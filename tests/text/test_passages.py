"""A passage as a whole: what it holds, who holds it, and what is left open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.records import Alias, Policy
from etl.text.names import Mention
from etl.text.passages import Verdict, judge_passage
from etl.text.stance import Judgement

POLICY = Policy(
    policy_id="lantern-act",
    name="Lantern Act",
    short_name="Lantern",
    kind="law",
    citation="none",
    description="Made up.",
    source="",
    aliases=(Alias("Section 12", "en"), Alias("Lantern Act", "en", True)),
    context=("lantern",),
)


@pytest.mark.parametrize(
    ("text", "mentioned", "stance", "forced"),
    [
        ("The Lantern Act is unjust and must be repealed.", True, "opposes", "opposes"),
        ("Congress should keep and enforce the Lantern Act.", True, "supports", "supports"),
        ("The Lantern Act has eleven parts.", True, None, "neutral"),
        # Which policy is meant is given: the name counts without its context, but is not sure.
        ("Section 12 is unjust and must be repealed.", False, "opposes", "opposes"),
        ("About the weather.", False, None, "neutral"),
        ("", False, None, "neutral"),
        ("\x00 “ « ‹ ' \" (", False, None, "neutral"),
        ("word", False, None, "neutral"),
    ],
)
def test_what_a_passage_holds(text: str, mentioned: bool, stance: str | None, forced: str) -> None:
    found = judge_passage(text, POLICY)
    assert (found.mentioned, found.stance, found.stance_if_forced) == (mentioned, stance, forced)
    assert found.p_supports + found.p_opposes + found.p_neutral == pytest.approx(1)
    assert found.evidence is None or found.evidence in text


def test_each_voice_is_told_once_with_its_stance_and_sentence() -> None:
    text = (
        "Rep. Ada Maker said the Lantern Act is unjust and should be repealed. "
        "Sen. Bo Writer said the Lantern Act is vital and must be kept. "
        "Maker said the Lantern Act hinders trade."
    )
    found = {h.name: h for h in judge_passage(text, POLICY).holders}
    assert {name: h.stance for name, h in found.items()} == {
        "Ada Maker": "opposes",
        "Bo Writer": "supports",
    }
    assert "vital" in found["Bo Writer"].evidence


def test_a_language_that_is_not_judged_is_left_open_and_said() -> None:
    policy = replace(POLICY, aliases=(Alias("ランタン法", "ja", True),), context=())
    found = judge_passage("議会はランタン法を廃止すべきだと議員は述べた。", policy)
    assert (found.mentioned, found.stance) == (True, None)
    assert "not judged" in found.trace


def test_another_judge_can_stand_in() -> None:
    def certain(places: list[Mention], policy: Policy) -> list[Judgement]:
        return [
            Judgement(
                mention_id=m.mention_id,
                stance="supports",
                score=1.0,
                p_supports=1.0,
                p_opposes=0.0,
                p_neutral=0.0,
                abstained=False,
                kind="statement",
                evidence=m.sentence,
                trace="sure",
                method="made",
                method_version="7",
            )
            for m in places
        ]

    found: Verdict = judge_passage("The Lantern Act.", POLICY, certain)
    assert (found.stance, found.p_supports, found.method, found.method_version) == (
        "supports",
        1.0,
        "made",
        "7",
    )


def test_a_huge_passage_takes_bounded_time() -> None:
    found = judge_passage("The Lantern Act must be repealed, they said. " * 20_000, POLICY)
    assert found.stance == "opposes"
