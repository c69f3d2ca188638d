"""Subjects of verbs of speech: asides, times between, strangers beside a quotation."""

import time

import pytest

from etl.text.holders import take_apart
from etl.text.sentence_words import words_of
from etl.text.speakers import AUTHOR, spoken
from etl.text.subjects_beside import stranger

ASIDES = [
    ("Ann Roe, a luthier from Bath, Pa., told the panel to wait.", "Ann Roe"),
    ("Ann Roe, a cook from Lyon, France, who left, said no.", "Ann Roe"),
    ("Ann Roe, who has raised mink at Bath, Ohio, since 1988, said no.", "Ann Roe"),
    ("In Bath, Ann Roe, a spokeswoman for Sen. Bo Lee, R-Ky., said no.", "Ann Roe"),
    ("State Rep. Ann Roe, R-Las Cruces, who was there, said no.", "Ann Roe"),
    ("Ann Roe, general counsel of Lamp Cover Works, which is closed, said no.", "Ann Roe"),
    ("Lamp Fuel Watch, in Lisbon, which counts lamps, says it is late.", "Lamp Fuel Watch"),
    ("Keystone Ladder of Bath, Ohio, which is closed, said no.", "Keystone Ladder"),
    ("The chargé d'affaires of Ruritania, Ann Roe, wished them a good day.", "Ann Roe"),
    ("The quaestor of the Lamp County, Ann Roe, said no.", "Ann Roe"),
    ("But on Monday the Solicitor General, 'Ana Roe, said no.", "'Ana Roe"),
    ("ʻAna Roe said no.", "ʻAna Roe"),
    ("The waitress, Dot, said no.", "Dot"),
    ("The mayor of Bath, New Mexico, said no.", "The mayor of Bath"),
    ("The chairman, a Texan, said no.", "The chairman"),
    ("Bo Lee sat down, and a clerk, not unkindly, said no.", "a clerk"),
    ("BATH -- The Lamp Guild on Friday sued the town, citing the law.", "Lamp Guild"),
    ("A spokesman for Sen. Bo Lee said no.", "A spokesman for Sen. Bo Lee"),
    ("“No,” said a spokesman for Sen. Bo Lee.", "a spokesman for Sen. Bo Lee"),
    ("A spokesman for Sen. Bo Lee left. Lee said no.", "Bo Lee"),
    ("It turned on the office of Sen. Bo Lee, who said no.", "Bo Lee"),
    ("Defenders of the Lamp Act clause say it works.", "Defenders of the Lamp Act clause"),
]
VERBS = [
    ("Ann Roe, an analyst at Lamp Research, put that down to rain.", "Ann Roe"),
    ("Ann Roe, our county agent, figures the county at 310 pounds.", "Ann Roe"),
    ("The Lamp Office puts the cost at about $5 million.", "Lamp Office"),
    ("Ann Roe sits on the board of the Lamp Guild, which this month asked for more.", "Lamp Guild"),
    ("Ann Roe, who in 2019 told the panel to wait, left.", "Ann Roe"),
    ("In a September filing Ann Roe asked for more.", "Ann Roe"),
    ("In a filing Roe asked for more.", "Roe"),
    ("The Lamp Guild met. It has called it a gift.", "Lamp Guild"),
    ("The Lamp Guild met. The bill, it said, was late.", "Lamp Guild"),
    ("Ann Roe came. When I told him, she wept, and said it was late.", "Ann Roe"),
    ("Ann Roe likes to say that it is late.", "Ann Roe"),
    ("Ann Roe is fond of saying that it is late.", "Ann Roe"),
    ("They quoted the land director, Ann Roe, as having told them to wait.", "Ann Roe"),
    ("Bo Lee read out a message from the mayor, Ann Roe, pledging help.", "Ann Roe"),
    ("Defenders of the clause answer that it takes time.", "Defenders of the clause"),
    ("The regulators stress that they share it.", "The regulators"),
    ("The companies that fill cans for the trade say it is late.", "The companies"),
    ("A political officer there confided, over coffee, that it was late.", "A political officer"),
    ("A judge refused on Friday to suspend the order.", "A judge"),
]
STRANGERS = [
    ("“No,” a bosun confided, “and she left.”", "a bosun"),
    ("“No,” says an old farm hand at Bath, who left.", "an old farm hand at Bath"),
    ("“No,” said the prefect, Ann Roe, and asked for more.", "Ann Roe"),
    ("A camel drover said: “Let it go.”", "A camel drover"),
]
NOT_SPEAKERS = [
    "Staff estimates circulated at the hearing put revenue at $310 million.",
    "Staff estimates show a loss.",
    "The bill waits until an independent auditor has counted the rosewood.",
    "He put the boat up for sale at $22,000.",
    "She puts the children to bed at 8 p.m.",
    "Revenue estimates are due on Friday.",
    "Investment is put at $38 million.",
    "Senator Lee would like to write it down.",
    "The council speaks for 8,900 cooks.",
    "“No,” the law says.",
    "“No,” the sign said.",
    "“No,” says the old treaty.",
    "A plan said to be late was read.",
    "For most it is $14 million; for five friends, $25 million, figures that it has carried.",
]


def who(text):
    return [voice.holder for voice in spoken(take_apart(text)) if voice.holder != AUTHOR]


@pytest.mark.parametrize(("text", "name"), [*ASIDES, *VERBS, *STRANGERS])
def test_the_subject_is_found_past_what_parts_it_from_its_verb(text, name):
    assert who(text)[-1:] == [name]


@pytest.mark.parametrize("text", NOT_SPEAKERS)
def test_what_only_looks_like_a_subject_is_no_speaker(text):
    assert who(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("State Rep. Ann Roe, R-Las Cruces, who left, said no.", "State Rep. (R-Las Cruces)"),
        ("Ann Roe, a spokeswoman for Sen. Bo Lee, said no.", "spokeswoman for Sen. Bo Lee"),
        ("The chargé d'affaires of Ruritania, Ann Roe, said no.", "chargé d'affaires of Ruritania"),
    ],
)
def test_a_role_holds_what_is_abbreviated_in_it(text, role):
    assert [voice.role for voice in spoken(take_apart(text))] == [role]


@pytest.mark.parametrize("text", ["'Ann Roe left,' he said.", "She saw 'Ann Roe' in Bath."])
def test_an_apostrophe_that_opens_a_quotation_is_no_part_of_a_name(text):
    assert [person.name for person in take_apart(text).people] == ["Ann Roe"]


def test_a_long_row_of_asides_is_read_in_bounded_time():
    text = "Ann Roe, of Bath, Pa., " * 400 + "put it down to rain " * 400 + "said no."
    began = time.process_time()
    who(text)
    assert time.process_time() - began < 5


def test_no_stranger_is_looked_for_at_a_verb_that_is_not_clear():
    text = "“No,” a bosun fears."
    assert stranger(text, words_of(text, 0, len(text)), 6, 0) is None
