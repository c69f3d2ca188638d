"""The measures, against tables worked by hand."""

from __future__ import annotations

import pytest

from etl.text import measures
from etl.text.measures import Share

SUP, OPP, NEU = measures.LABELS


@pytest.mark.parametrize(
    ("pairs", "f1"),
    [
        ([], None),
        ([(SUP, SUP), (OPP, OPP), (NEU, NEU)], 1.0),
        ([(SUP, OPP), (OPP, SUP)], 0.0),
        # supports 2·1/(2+1), opposes 2·1/(1+1), neutral 2·1/(1+2)
        ([(SUP, SUP), (SUP, NEU), (OPP, OPP), (NEU, NEU)], (2 / 3 + 1 + 2 / 3) / 3),
        # always supports, a third each: 2·1/(1+3)
        ([(SUP, SUP), (OPP, SUP), (NEU, SUP)], 0.5 / 3),
        # a label that is in neither counts as none found
        ([(SUP, SUP), (OPP, OPP)], 2 / 3),
    ],
)
def test_macro_f1(pairs: list[tuple[str, str]], f1: float | None) -> None:
    assert measures.macro_f1(pairs) == (f1 if f1 is None else pytest.approx(f1))


@pytest.mark.parametrize(
    ("pairs", "sign"),
    [
        ([], Share(0, 0)),
        ([(NEU, SUP), (SUP, NEU), (NEU, NEU)], Share(0, 0)),
        ([(SUP, SUP), (SUP, OPP), (OPP, OPP), (NEU, OPP)], Share(2, 3)),
    ],
)
def test_sign_is_asked_only_where_both_are_polar(pairs: list[tuple[str, str]], sign: Share) -> None:
    assert measures.sign(pairs) == sign


def test_of_none_there_is_no_share() -> None:
    assert Share(0, 0).share is None
    assert Share(1, 4).share == 0.25


def test_the_surest_are_kept() -> None:
    pairs = [(SUP, OPP), (SUP, SUP), (OPP, OPP), (NEU, SUP)]
    sure = [0.4, 0.9, 0.8, 0.5]
    assert measures.surest(pairs, sure, 0.5) == [(SUP, SUP), (OPP, OPP)]
    assert measures.surest(pairs, sure, 1.0) == [(SUP, SUP), (OPP, OPP), (NEU, SUP), (SUP, OPP)]
    assert measures.surest(pairs, sure, 0.0) == []


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ([], None),
        ([(True, 1.0), (True, 1.0)], 0.0),
        ([(False, 1.0)], 1.0),
        # one bin, [.8, .9): three of four right, said .85
        ([(True, 0.85)] * 3 + [(False, 0.85)], 0.1),
        # two bins: |1 - .95| and |0 - .45|, one case each
        ([(True, 0.95), (False, 0.45)], (0.05 + 0.45) / 2),
    ],
)
def test_calibration_error(rows: list[tuple[bool, float]], error: float | None) -> None:
    pairs = [(SUP, SUP if right else OPP) for right, _ in rows]
    found = measures.calibration_error(pairs, [p for _, p in rows])
    assert found == (error if error is None else pytest.approx(error))


def test_the_commonest_is_told_with_ties_in_order() -> None:
    assert measures.commonest([OPP, OPP, SUP]) == OPP
    assert measures.commonest([NEU, OPP, SUP]) == SUP


@pytest.mark.parametrize(
    ("told", "got", "same"),
    [
        ("Ada Maker", "Rep. Ada Maker", True),
        ("Maker", "Ada Maker", True),
        ("The Senate of Made", "Senate, Made", True),
        ("Ada Maker", "Bo Maker", False),
        ("Ada Maker", "Ada Writer", False),
        ("", "Ada Maker", False),
        ("...", "Ada", False),
    ],
)
def test_one_voice_under_two_spellings(told: str, got: str, same: bool) -> None:
    assert measures.same_holder(told, got) is same


def test_voices_found_and_with_their_stance() -> None:
    told = [("Ada Maker", SUP), ("Bo Writer", OPP), ("Cy Hood", NEU)]
    got = [("Maker", SUP), ("Bo Writer", SUP), ("Nobody", OPP)]
    assert measures.holders(told, got) == (2, 1)
