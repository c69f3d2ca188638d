"""The encoder that ships, on passages of policies that it was not trained on: floors, not aims."""

from __future__ import annotations

import pytest

from etl import judges
from etl.evaluate import _cases
from etl.evaluated_policies import policies_for
from etl.folders import folders
from etl.text import measures

from .text_data import DATA

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not here"),
]


@pytest.mark.parametrize(
    ("file", "macro_f1", "sign"),
    [
        ("stance/policies_passages.jsonl", 0.85, 0.79),
        ("domain/section907_passages.jsonl", 0.62, 0.65),
    ],
)
def test_it_holds_what_it_was_measured_to_hold(
    file: str, macro_f1: float, sign: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(judges.CHOICE, raising=False)
    place = DATA / file
    cases, wrong = _cases(place, policies_for(folders(), place))
    assert wrong == []
    english = [case for case in cases if case.language == "en" and case.stance]
    assert {case.verdict.method for case in english} <= {"encoder", "rules"}
    got = [(str(case.stance), case.verdict.stance_if_forced) for case in english]
    by_rules = [(str(case.stance), case.ruled.stance_if_forced) for case in english]
    assert measures.macro_f1(got) >= macro_f1
    assert measures.macro_f1(got) > measures.macro_f1(by_rules)
    assert measures.sign(got).share >= sign
