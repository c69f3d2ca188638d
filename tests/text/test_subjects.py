"""Subjects of verbs of speech: asides, times between, strangers beside a quotation."""

import time

import pytest

from etl.text.speech.holders import take_apart
from etl.text.speech.sentence_words import words_of
from etl.text.speech.speakers import AUTHOR, spoken
from etl.text.speech.subjects_beside import stranger

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
CLAUSES = [
    ("Shares fell 4 percent on Monday after the Lamp Guild said it would leave.", "Lamp Guild"),
    ("Ann Roe left the room before Bo Lee said no.", "Bo Lee"),
    ("The vote was put off until the ministry said yes.", "the ministry"),
    ("Witnesses before the Lamp Panel warned on Tuesday that it was late.", "Witnesses"),
    ("A motion before the Lamp Panel asks for more.", "A motion"),
    ("The Lamp Guild voted, and Senator Ann Roe rose and said it was late.", "Ann Roe"),
    ("Rain fell, and Bo Lee stood up and said it was wet.", "Bo Lee"),
    ("Bo Lee left, while Ann Roe stayed on and said it was late.", "Ann Roe"),
    ("Ann Roe, the head of the Guild, left the room and said no.", "Ann Roe"),
    ("An appeals court on Friday set aside an order, ruling that it was late.", "An appeals court"),
    ("Called by the sponsors, Ann Roe told the panel to wait.", "Ann Roe"),
    ("Three times the members asked for more.", "the members"),
    ("The Lamp Times said it was late.", "Lamp Times"),
    ("Lamp Days Guild said it was late.", "Lamp Days Guild"),
    ("Three years ago Ann Roe sat here and called it a gift.", "Ann Roe"),
    ("The Lamp Guild was asked by eleven offices for its view.", "eleven offices"),
]
IDIOMS = [
    "lambasted the law", "tore into the law", "took a swipe at the law", "poured cold water on it",
    "pushed back on the law", "pushed for a repeal", "floated the idea", "ripped Bo Lee for it",
    "raised doubts about the law", "voiced concern about the law", "made the case for the law",
    "cast the law as a tax", "likened the law to a tax", "views the law as a tax", "bemoaned it",
    "hinted that it would go", "let it be known that it would go", "had harsh words for the law",
    "has no such doubts", "did not mince words", "did not hide his anger", "had a warning: wait",
    "expects the law to fall", "got behind the bill", "chimed in", "sounded the alarm",
    "took to the Senate floor", "went so far as to say that it is dead", "confessed that it hurt",
    "is opposed to the law", "is critical of the law", "is not convinced", "is worried that it is",
    "is against the plan", "remains opposed", "is no fan of the law", "is among the critics of it",
    "is among those urging an end to it", "is pushing to end it", "is drafting a repeal",
    "has a bill that would end it", "would rather see it go", "would like it gone",
    "would not say how she would vote", "did not say how she would vote", "signed on to the bill",
    "joined a suit against it", "broke with her party", "will tell you that it hurts",
    "has long been a critic of the law", "counts herself among the critics",
]  # fmt: skip
ITS = [
    ("The Lamp Guild met. It announced that it would sue.", "Lamp Guild"),
    ("The Lamp Guild met. It added that it would sue.", "Lamp Guild"),
    ("The Lamp Guild met. It wants the law gone.", "Lamp Guild"),
    ("The Lamp Guild met. In a statement of policy it said the law hurts.", "Lamp Guild"),
    ("The Lamp Guild met. On Monday it said the law hurts.", "Lamp Guild"),
    ("The Lamp Guild will sue, it said in a statement.", "Lamp Guild"),
    ("Ruritania's trade bank will sue without U.S. help, it said on Monday.",
     "Ruritania's trade bank"),
    ("The Lamp Guild met. Asked by Rep. Bo Lee if it hurts, Ann Roe paused and said no.",
     "Ann Roe"),
    ("Ann Roe took her seat. Asked by Bo Lee of Maine, the top Democrat, if it hurts, she paused"
     " and said no.", "Ann Roe"),
    ("Ann Roe took her seat. Pressed by Bo Lee to say if it hurts, she said no.", "Ann Roe"),
    ("Ann Roe sat with Bo Lee, but said no.", "Ann Roe"),
]  # fmt: skip
STRANGERS = [
    ("“No,” a bosun confided, “and she left.”", "a bosun"),
    ("“No,” says an old farm hand at Bath, who left.", "an old farm hand at Bath"),
    ("“No,” said the prefect, Ann Roe, and asked for more.", "Ann Roe"),
    ("A camel drover said: “Let it go.”", "A camel drover"),
]
NOT_SPEAKERS = [
    "The Bath rider, first written in 2015, runs out in May.",
    "Bo Lee's house is by the mill, which puts it under Section 9.",
    "Aid is blocked by the so-called Bath clause, adopted by Congress in May.",
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
    "What locals call the ditch bill was read.",
    "The council met on what people here call the branch bill.",
    "The order, which officials call the hospital order, is old.",
    "The measure, often called the Lamp order, is old.",
    "Ann Roe is said to be in Bath.",
    "Needless to say, the law passed.",
    "A ministry accused of theft was closed.",
    "Bo Lee tore into the cookies.",
    "Ann Roe embraced her son.",
    "Ann Roe raised three children in Bath.",
    "Bo Lee pushed the cart to the front.",
    "Bo Lee hit a wall in Bath.",
    "You have asked for nothing in this town.",
    "Bo Lee fought in Korea.",
    "Bo Lee pitched a tent.",
    "Ann Roe cast a vote.",
    "Ann Roe has a bill due on Friday.",
    "Ann Roe had no children.",
    "Ann Roe would like a cup of tea.",
    "Bo Lee is sure to win.",
    "Bo Lee is against the wall.",
    "Bo Lee signed on as a cook.",
    "Bo Lee joined the Lamp Guild in 1990.",
    "Two hospitals were sold on Monday.",
    "Members who signed on to it left.",
    "The bill weighs in at 318 pages.",
    "The Treasury did not comment.",
    "The card was issued by Ruritania.",
    "A decision is expected by Easter.",
    "The waiver, it is said in its text, is old.",
    "For most it is $14 million; for five friends, $25 million, figures that it has carried.",
]


def who(text):
    return [voice.holder for voice in spoken(take_apart(text)) if voice.holder != AUTHOR]


@pytest.mark.parametrize(("text", "name"), [*ASIDES, *VERBS, *CLAUSES, *ITS, *STRANGERS])
def test_the_subject_is_found_past_what_parts_it_from_its_verb(text, name):
    assert who(text)[-1:] == [name]


@pytest.mark.parametrize("told", IDIOMS)
@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Ann Roe", "Ann Roe"),
        ("On Monday, Ann Roe", "Ann Roe"),
        ("Rep. Ann Roe (D-Ohio)", "Ann Roe"),
        ("The Lamp Guild", "Lamp Guild"),
    ],
)
def test_an_idiom_or_a_stance_is_a_voice(told, subject, name):
    assert who(f"{subject} {told}.") == [name]


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
