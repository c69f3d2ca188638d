"""Whom words stand for: "she", "the company", "its petition", "the pair", "Ann"."""

import time

import pytest

from etl.text.speech.descriptions import group_size
from etl.text.speech.holders import take_apart
from etl.text.speech.own_papers import owner_noun, owner_pronoun
from etl.text.speech.speakers import AUTHOR, spoken
from etl.text.speech.told_bodies import by_its_words

LATE = " said it was late."
BODIES = [
    ("Lamp Metals sued the City of Bath. In its filing the company calls it late.", "Lamp Metals"),
    ("Lamp Foods sued the City of Bath. The firm" + LATE, "Lamp Foods"),
    (
        "Dorvan Ladder, which sells lamps, sued the City of Bath. The company" + LATE,
        "Dorvan Ladder",
    ),
    ("A company called Dorvan Ladder sued the City of Bath. The company" + LATE, "Dorvan Ladder"),
    ("Ann Roe, chief executive of Lamp Metals, left. The company" + LATE, "Lamp Metals"),
    ("Ditch Company met. Then Lamp Metals sued the town. The company" + LATE, "Lamp Metals"),
    ("United Lamp Workers sued the City of Bath. The union" + LATE, "United Lamp Workers"),
    ("Parents for Lamps wrote to the Senate. The group" + LATE, "Parents for Lamps"),
    ("Behind the letter is Lamp Operators of Bath. The group" + LATE, "Lamp Operators of Bath"),
    ("A coalition called Lamp Bridge met. The coalition" + LATE, "Lamp Bridge"),
    ("Lamp Bridge, a coalition of fishers, met. The coalition" + LATE, "Lamp Bridge"),
    ("Lamp Bridge, a nonprofit based in Bath, met. The nonprofit" + LATE, "Lamp Bridge"),
    ("The FAA met the Lamp Guild. The agency" + LATE, "FAA"),
    ("The Ministry of Lamps met the Lamp Guild. The ministry" + LATE, "Ministry of Lamps"),
    ("The Lamp Council met the Treasury. The council" + LATE, "Lamp Council"),
    ("A station in Bath had it wrong. The station asked for more.", "The station"),
    ("A Bath station said no. The station asked for more.", "A Bath station"),
]
NO_BODIES = [
    ("The City of Bath left. The company" + LATE, "The company"),
    ("The Lamp Guild left. The company" + LATE, "The company"),
    ("The Treasury said no. The firm" + LATE, "The firm"),
    ("Ann Roe, a cook, left. The company" + LATE, "The company"),
    ("The Lamp Guild left. The ministry" + LATE, "The ministry"),
    ("The Lamp Guild left. The council" + LATE, "The council"),
    ("The Lamp Guild left. The department" + LATE, "The department"),
    ("The FAA left. The group" + LATE, "The group"),
    ("Lamp Metals left. The group" + LATE, "The group"),
    ("Lamp Metals left. The union" + LATE, "The union"),
]
IT = [
    ("Lampco sued the state. It" + LATE, "Lampco"),
    ("“No,” the Lamp Guild said. It" + LATE, "Lamp Guild"),
    ("The Lamp Guild met Ann Roe. Roe said no. It" + LATE, "Lamp Guild"),
    ("The Lamp Guild said the Senate could wait. It" + LATE, "Lamp Guild"),
    ("Clean Lamps Hudson objects. It" + LATE, "Clean Lamps Hudson"),
    ("The Lamp Guild left. The ministry said no. It" + LATE, "The ministry"),
]
PAPERS = [
    ("The Lamp Guild met. Its petition says it is late.", "Lamp Guild"),
    ("The Lamp Guild met. It is late, its statement says.", "Lamp Guild"),
    ("The Lamp Guild has set up a line, and its first letter says no.", "Lamp Guild"),
    ("Ann Roe, the mayor, left. Her memo says it is late.", "Ann Roe"),
    ("“No,” said Bo Lee. His two-page report calls it late.", "Bo Lee"),
    ("The Lamp Guild met. The guild's petition says it is late.", "Lamp Guild"),
    ("Lamp Metals sued the town. The company's petition says it is late.", "Lamp Metals"),
    ("Ann Roe said no in a letter. The letter says it is late.", "Ann Roe"),
    ("Ann Roe sent a letter to Bo Lee. The letter says it is late.", "Ann Roe"),
    ("The Lamp Guild filed a petition. The bill is late, the filing says.", "Lamp Guild"),
    ("Ann Roe dismissed a study by the Lamp Guild. The study says no.", "Lamp Guild"),
    ("Ann Roe got a letter from Bo Lee. The letter says it is late.", "Bo Lee"),
    ("Behind the letter is Ann Roe, a cook. The letter says it is late.", "Ann Roe"),
]
NO_PAPERS = [
    ("Ann Roe was named in a report. The report says it is late.", "The report"),
    ("Ann Roe dismissed a report. The report says it is late.", "The report"),
    ("Ann Roe said no in a letter. The memo says it is late.", "The memo"),
    ("Ann Roe said no in a letter. A second letter came. The letter says no.", "The letter"),
    ("Ann Roe said no in a statement. The bill says it is late.", "The bill"),
    ("The Lamp Guild met. Its bill says it is late.", "Its bill"),
    ("Bo Lee, a mayor, left. His office said it was late.", "Bo Lee's office"),
    ("A cook from Bath must leave, his lawyer said.", "his lawyer"),
]
SOMEONE = [
    ("Sen. Ann Roe, chairwoman of the panel, met Bo Lee. She" + LATE, "Ann Roe"),
    ("Mr. Bo Lee wrote to Ms. Ann Roe. She" + LATE, "Ann Roe"),
    ("Ann Roe, an aide to Bo Lee, sat down. She" + LATE, "Ann Roe"),
    ("Bo Lee's wife, Ann Roe, sat down. She" + LATE, "Ann Roe"),
    ("Sen. Bo Lee asked Ann Roe whether it was late. She" + LATE, "Ann Roe"),
    ("Ann Roe spoke first. In May she told Bo Lee to wait. She" + LATE, "Ann Roe"),
    ("Ann Roe spoke first. “I like Bo Lee,” she said. She" + LATE, "Ann Roe"),
    ("Ann Roe, a nurse, said no. Her husband, Bo Lee, nodded. He" + LATE, "Bo Lee"),
    ("Ann Roe, the mayor, left. The chairman, Bo Lee, was late. “No,” he said.", "Bo Lee"),
    ("Ann Roe left. That drew a retort from Di Fox, a spokeswoman. “No,” she said.", "Di Fox"),
    ("Sen. Ann Roe left. The bill was introduced by Sen. Bo Lee. He" + LATE, "Bo Lee"),
    ("Bo Lee left. Ann Roe, a cook, did not answer him. She" + LATE, "Ann Roe"),
    ("Mr. Bo Lee spoke first. Dorvan Steel sued the town. He" + LATE, "Bo Lee"),
    ("Bo Lee, who lost his hat, met Ann Roe. He said no. She" + LATE, "Ann Roe"),
    ("Bo Lee, the mayor, left. A Bath ranger said no. “It is late,” he said.", "A Bath ranger"),
    ("Bo Lee, the mayor, left. “It is late,” he told a Bath ranger. He" + LATE, "Bo Lee"),
    ("A Bath cook who left, and who asked for more, said no.", "A Bath cook"),
]
DESCRIBED = [
    ("Sen. Ann Roe (D-Ohio) left. “No,” said Bo Lee, a cook. The senator" + LATE, "Ann Roe"),
    ("Gov. Ann Roe left. “No,” said Bo Lee, a cook. The governor" + LATE, "Ann Roe"),
    ("Gen. Ann Roe left. “No,” said Bo Lee, a cook. The general" + LATE, "Ann Roe"),
    ("Ann Roe, a cook, left. The senator" + LATE, "The senator"),
    ("“No,” said Ann Roe, a nurse. “It is late,” the judge said.", "the judge"),
    ("Rep. Bo Lee left. “No,” said a Bath official. The official" + LATE, "a Bath official"),
    ("Ann Roe, a deputy secretary, left. The official" + LATE, "Ann Roe"),
]
NAMES = [
    ("Ann Roe keeps bees. “It is late,” Ann said.", "Ann Roe"),
    ("Ann Roe and her brother, Bo Roe, keep bees. “It is late,” Bo said.", "Bo Roe"),
    ("Ann Roe met Ann Poe. “It is late,” Ann said.", "Ann"),
    ("Sen. Bo Lee (D-Ohio) wrote to Mayor Cy Lee. Sen. Lee" + LATE, "Bo Lee"),
    ("Sen. Bo Lee (D-Ohio) wrote to Mayor Cy Lee. Mayor Lee" + LATE, "Cy Lee"),
]
GROUPS = [
    "Sens. Ann Roe (D-Ohio) and Bo Lee (R-Pa.) left. The two lawmakers" + LATE,
    "Sens. Ann Roe (D-Ohio) and Bo Lee (R-Pa.) left. Both senators" + LATE,
    "Ann Roe and Bo Lee left. “It is late,” the pair said.",
    "Ann Roe and Bo Lee left. The couple" + LATE,
    "Ann Roe and Bo Lee left. Their letter says it is late.",
    "In a joint statement, Ann Roe and Bo Lee said no. The statement calls it late.",
]
NO_GROUPS = [
    ("Ann Roe, a nurse, and Bo Lee, a farmer, left. The two senators" + LATE, "The two senators"),
    ("Ann Roe left, and then came Bo Lee. The two lawmakers" + LATE, "The two lawmakers"),
    ("Ann Roe and Bo Lee left. The two companies" + LATE, "The two companies"),
]


def last(text):
    read = take_apart(text)
    end = len(read.sentences) - 1
    return [v.holder for v in spoken(read) if v.sentence == end and v.holder != AUTHOR]


@pytest.mark.parametrize(("text", "name"), [*BODIES, *NO_BODIES, *IT])
def test_a_body_is_meant_by_it_or_by_a_noun_that_fits(text, name):
    assert last(text) == [name]


@pytest.mark.parametrize(("text", "name"), [*PAPERS, *NO_PAPERS])
def test_a_paper_says_what_its_owner_does(text, name):
    assert last(text) == [name]


@pytest.mark.parametrize(("text", "name"), [*SOMEONE, *DESCRIBED, *NAMES])
def test_a_person_is_meant_by_pronoun_office_or_part_of_a_name(text, name):
    assert last(text)[-1:] == [name]


@pytest.mark.parametrize("text", GROUPS)
def test_two_who_were_named_together_are_meant_together(text):
    assert last(text) == ["Ann Roe", "Bo Lee"]


@pytest.mark.parametrize(("text", "name"), NO_GROUPS)
def test_two_are_not_meant_who_were_not_named_so(text, name):
    assert last(text) == [name]


def test_nothing_is_guessed_of_a_paper_that_is_a_subject():
    assert last("The Lamp Guild left. The report is late. It says no.") == []


def test_the_words_that_own_a_paper_are_known():
    assert [owner_pronoun(w) for w in ("Its letter", "their memo", "his law")] == [
        "it",
        "they",
        None,
    ]
    assert [owner_noun(w) for w in ("The firm's letter", "the letter")] == ["The firm", None]


def test_a_number_of_people_is_read():
    told = ["the pair", "both senators", "the three men", "the two towns", "two men"]
    assert [group_size(words.split()) for words in told] == [2, 2, 3, 0, 0]


def test_a_body_is_known_by_its_words():
    names = ["Roe & Dunn", "Lamp Steel", "Friends of Lamps", "Ann Roe", "Bo McLee"]
    assert [by_its_words(name) for name in names] == [True, True, True, False, False]


def test_a_long_text_is_read_in_bounded_time():
    text = (
        "Ann Roe of Lampco met Bo Lee. The company said no. She said no. Its memo says no. " * 1500
    )
    began = time.process_time()
    last(text)
    assert time.process_time() - began < 8
