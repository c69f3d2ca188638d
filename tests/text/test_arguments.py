"""Arguments and the words for done acts: which sentences hold them, and which do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.records import Alias, Argument, Policy
from etl.text.act_words import calls
from etl.text.arguments import argument_of, arguments_in
from etl.text.wordings import place, stem

POLICY = Policy(
    policy_id="lantern-act",
    name="Lantern Act",
    short_name="Lantern",
    kind="law",
    citation="none",
    description="Made up.",
    source="",
    aliases=(Alias("Lantern Act", "en", True),),
    arguments=(
        Argument(
            "bright-streets",
            "keeps",
            "It keeps the streets bright.",
            (("bright*", "en"), ("lit ... streets", "en"), ("светл*", "ru")),
        ),
        Argument("costly-oil", "drops", "Oil is dear.", (("oil", "en"), ("İşıq*", "az"))),
    ),
)


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("The Lantern Act keeps it bright.", ["bright-streets"]),
        ("BRIGHTER days, and oil.", ["bright-streets", "costly-oil"]),
        ("It lit, they say, all our streets.", ["bright-streets"]),
        ("It lit. The streets were dark.", []),  # not in one sentence
        ("На светлых улицах.", ["bright-streets"]),
        ("İşıqlı küçələr.", ["costly-oil"]),
        ("Turmoil and boiling.", []),
        ("", []),
    ],
)
def test_an_argument_is_known_by_its_words(text: str, used: list[str]) -> None:
    assert sorted(u.argument_id for u in arguments_in(text, POLICY)) == used


def test_an_argument_is_told_once_a_sentence_with_its_words_and_denial() -> None:
    first, second = arguments_in("Bright and brighter streets. It is not bright.", POLICY)
    assert (first.sentence, first.wording, first.denied) == (
        "Bright and brighter streets.",
        "bright*",
        False,
    )
    assert second.denied
    assert argument_of(POLICY, first.argument_id).side == "keeps"


def test_a_policy_without_arguments_has_none() -> None:
    bare = replace(POLICY, policy_id="bare-act", arguments=())
    assert list(arguments_in("bright oil", bare)) == []


def test_time_is_bounded() -> None:
    assert list(arguments_in("lit " * 200_000, POLICY)) == []


@pytest.mark.parametrize(
    ("wording", "sentence", "at"),
    [
        ("dim* ... year", "It was dimmed each year.", (7, 23)),
        ("dim", "It was dimmed.", None),
        ("each year", "Each — year.", (0, 11)),
        ("...", "Anything.", None),
    ],
)
def test_a_wording_stands_or_does_not(
    wording: str, sentence: str, at: tuple[int, int] | None
) -> None:
    assert place(wording, sentence) == at


def test_the_longest_word_is_what_is_looked_for_first() -> None:
    assert stem("re* ... Afghan*") == "afghan"
    assert stem("...") == ""


@pytest.mark.parametrize(
    ("sentence", "called"),
    [
        ("Trump waived Section 907.", ["waiver"]),
        ("Trump extends Section 907 waiver to Azerbaijan", ["extension", "waiver"]),
        ("Biden extended a deadline.", []),
        ("The waiver of Section 907 was signed.", ["waiver"]),
        ("The waiver authority of Section 907 stays.", []),
        ("He thanked Trump for cancelling Section 907.", ["cancellation"]),
        ("Trump lifted the limits of Section 907.", ["lifting"]),
        ("The 907th amendment has only been put on pause.", ["suspension"]),
        ("Everything you need to know about the suspension of Section 907", ["suspension"]),
        ("What will the suspension of Section 907 give?", ["suspension"]),
        ("The bill would repeal Section 907.", []),
        ("He called for the repeal of Section 907.", []),
        ("Section 907 should not be waived.", []),
        ("They didn't repeal Section 907.", []),
        ("Repeal of Section 907 serves all.", []),
        ("He welcomed Trump's repeal of Section 907.", ["repeal"]),
        ("Трамп приостановил действие 907 поправки", ["suspension"]),
        ("Алиев поблагодарил Трампа за отмену 907-й поправки", ["cancellation"]),
        ("Законопроект об отмене 907-й поправки внесен", []),
        ("Баку ожидает отмены 907-й поправки", []),
        ("907-ci düzəlişin icrasının dayandırılması", ["suspension"]),
        ("Konqres 907-ci düzəlişi ləğv edib", ["cancellation"]),
        ("", []),
    ],
)
def test_an_act_is_called_by_words_for_what_is_done(sentence: str, called: list[str]) -> None:
    assert [call.called for call in calls(sentence)] == called
