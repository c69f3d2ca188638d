"""Sentences: where they end, in eight languages, and that every offset holds."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.sentences import LONGEST, split

CASES = {
    "titles": (
        "Rep. Frank Pallone met Sen. Bob Menendez. They spoke.",
        ["Rep. Frank Pallone met Sen. Bob Menendez.", "They spoke."],
    ),
    "citation": (
        "See Sec. 907 of P.L. 102-511 and H.R. 6534. It is 22 U.S.C. 5812 note.",
        ["See Sec. 907 of P.L. 102-511 and H.R. 6534.", "It is 22 U.S.C. 5812 note."],
    ),
    "papers and titles": (
        "Exec. Order 14065 and S.Amdt. 2137 stand. Calif. Gov. Ann Roe backs Prop. 50 and Art. II. "
        "He said no. I agree. They left the app. Two came back.",
        [
            "Exec. Order 14065 and S.Amdt. 2137 stand.",
            "Calif. Gov. Ann Roe backs Prop. 50 and Art. II.",
            "He said no.",
            "I agree.",
            "They left the app.",
            "Two came back.",
        ],
    ),
    "states end a sentence": (
        "He lives in Maine. Rep. Ann Roe stayed. They met in Pa. Gov. Bo Lee spoke.",
        [
            "He lives in Maine.",
            "Rep. Ann Roe stayed.",
            "They met in Pa.",
            "Gov. Bo Lee spoke.",
        ],
    ),
    "resolutions": (
        "Leave the dead out of H.Res. 744 and S.Con.Res. 12. H. Con. Res. 8 died. "
        "See 138 Cong. Rec. 123. It passed.",
        [
            "Leave the dead out of H.Res. 744 and S.Con.Res. 12.",
            "H. Con. Res. 8 died.",
            "See 138 Cong. Rec. 123.",
            "It passed.",
        ],
    ),
    "initials": (
        "George W. Bush waived it in the U.S. The ban stayed.",
        ["George W. Bush waived it in the U.S.", "The ban stayed."],
    ),
    "number": ("Determination No. 2025-08 was signed.", ["Determination No. 2025-08 was signed."]),
    "no": ("He said no. She said yes.", ["He said no.", "She said yes."]),
    "quote goes on": ('"Why?" he asked. "Now!"', ['"Why?" he asked.', '"Now!"']),
    "domain": (
        "It passed, News.Az reports. Baku waits.",
        ["It passed, News.Az reports.", "Baku waits."],
    ),
    "ru": (
        "В 1992 г. Конгресс принял её. Баку против.",
        ["В 1992 г. Конгресс принял её.", "Баку против."],
    ),
    "az": ("Bakı narazıdır. 907-ci maddə qalır.", ["Bakı narazıdır.", "907-ci maddə qalır."]),
    "hy": ("Բաքուն դժգոհ է։ Այն ուժի մեջ է:", ["Բաքուն դժգոհ է։", "Այն ուժի մեջ է:"]),
    "hy colon": ("Բաքուն դժգոհ է: Այն մնում է:", ["Բաքուն դժգոհ է:", "Այն մնում է:"]),
    "ar": ("هل ترفع المادة؟ لا أحد يعرف.", ["هل ترفع المادة؟", "لا أحد يعرف."]),
    "zh": ("法案通过了。总统签署了！", ["法案通过了。", "总统签署了！"]),
    "hi": (
        "विधेयक पारित हुआ। राष्ट्रपति ने हस्ताक्षर किए।",
        ["विधेयक पारित हुआ।", "राष्ट्रपति ने हस्ताक्षर किए।"],
    ),
    "de ordinal": ("Am 15. Mai begann es. Gut.", ["Am 15. Mai begann es.", "Gut."]),
    "tr ordinal": ("Kongre 907. değişikliği görüştü.", ["Kongre 907. değişikliği görüştü."]),
    "paragraphs": ("A headline\n\nThe body.", ["A headline", "The body."]),
    "one line break": ("A headline\nThe body.", ["A headline", "The body."]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert [s.text for s in split(text)] == expected


def test_wrapped_lines_are_one_sentence():
    text = (
        "Pursuant to the authority vested in me as President\nby the Constitution of the United"
        " States, I hereby\ndetermine that it is so."
    )
    assert len(split(text)) == 1


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from(" \n.!?\"'“”։:؟。A")))
def test_offsets_hold_and_nothing_is_lost(text):
    found = split(text)
    assert all(text[s.start : s.end] == s.text and s.text.strip() == s.text for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


@pytest.mark.parametrize("unit", ["a. ", "x" * 50, '"', ". ", "\n", " .", "A.B.C. "])
def test_a_long_text_takes_bounded_time(unit):
    text = unit * (1_000_000 // len(unit))
    began = time.process_time()
    assert all(len(s.text) <= LONGEST for s in split(text))
    assert time.process_time() - began < 10
