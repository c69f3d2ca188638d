"""Speakers that a phrase names: who puts it so, whose view it is, who signs and who is quoted."""

import time

import pytest

from etl.text.speech.holders import take_apart
from etl.text.speech.speakers import AUTHOR, spoken

THREE = {"Ann Roe", "Bo Lee", "Cy Poe"}


def voices(text):
    return {said.holder for said in spoken(take_apart(text))} - {AUTHOR}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("It is a tax, as Ann Roe of the Full Plate Network likes to put it.", {"Ann Roe"}),
        ("It is a tax, as Ann Roe, a clerk at Bly, in Bath, puts it.", {"Ann Roe"}),
        ("As Ann Roe has put it, the law is a tax.", {"Ann Roe"}),
        ("It is a tax, as Ann Roe, the oldest clerk in Bath, liked to put it.", {"Ann Roe"}),
        ("It is a tax, as the mayor, Bo Lee, is fond of putting it.", {"Bo Lee"}),
        ("It is as old as Ann Roe, and nobody likes to put it on the shelf.", set()),
    ],
)
def test_as_somebody_likes_to_put_it(text, holders):
    assert voices(text) == holders


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("By the reckoning of Ann Roe, an economist at Bly, the law cost ten.", {"Ann Roe"}),
        ("The law cost ten, in the estimate of Ann Roe.", {"Ann Roe"}),
        ("By the reckoning of its sponsors, it saves a week.", {"its sponsors"}),
        ("Ann Roe came. By Roe's reckoning it is dead.", {"Ann Roe"}),
        ("By the reckoning of two newspapers, ten died.", set()),
        ("It was lost in the estimate of costs.", set()),
        (
            "The one dissent was that of Bo Lee of the Farm Project, in whose view it hurts.",
            {"Bo Lee"},
        ),
        ("They asked Ann Roe, a clerk at the Bar, in whose telling it was lost.", {"Ann Roe"}),
        ("It was left to the mayor, in whose opinion it hurts.", {"the mayor"}),
        ("They bought Lot 49, in whose view of the bay it lies.", set()),
    ],
)
def test_by_the_reckoning_of_and_in_whose_view(text, holders):
    assert voices(text) == holders


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "In a letter signed by Ann Roe of Blue, Bo Lee of Hanil and Cy Poe of Nord, it fell.",
            THREE,
        ),
        ("He got a letter from Ann Roe, Bo Lee and Cy Poe.", THREE),
        ("He got a letter from Ann Roe, Bo Lee, and Cy Poe last week.", THREE),
        ("Signing the letter were Ann Roe, Bo Lee and Cy Poe.", THREE),
        ("Signatories include Ann Roe, Bo Lee and Cy Poe.", THREE),
        ("Signatories to the letter are Ann Roe, Bo Lee and Cy Poe.", THREE),
        ("The bill was backed by Sen. Ann Roe, R-Ohio, Rep. Bo Lee, D-Utah, and Cy Poe.", THREE),
        ("It was drafted by Ann Roe, chief of the Farm Guild; Bo Lee, a baker; and Cy Poe.", THREE),
        (
            "It is a gift, said Ann Roe, a clerk in Bath, and Bo Lee, a farmer.",
            {"Ann Roe", "Bo Lee"},
        ),
        ("It is a gift, said Ann Roe, praising Bo Lee and Cy Poe.", {"Ann Roe"}),
        ("It was signed by Ann Roe, and Bo Lee of Bath went home.", {"Ann Roe"}),
        ("It was signed by Ann Roe of the Rod and Gun Club, who left.", {"Ann Roe"}),
        ("Signatories of the treaty include New Utopia and Old Utopia.", set()),
    ],
)
def test_all_who_sign_a_letter(text, holders):
    assert voices(text) == holders


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "Bo Lee left. He quoted the land director, Ann Roe, as having told him it was dead.",
            {"Ann Roe"},
        ),
        (
            "He quoted his state's land director, Ann Roe, as having told him it was dead.",
            {"Ann Roe"},
        ),
        ("Bo Lee quoted Ann Roe as saying it was dead.", {"Ann Roe"}),
        ("He quoted the mayor as saying it was dead.", {"the mayor"}),
        ("He quoted the price as ten dollars to Ann Roe.", set()),
        ("Chair Bo Lee put out a statement an hour ago saying that it is dead.", {"Bo Lee"}),
        ("The board issued a statement on Monday saying that it is dead.", {"The board"}),
        ("It fell in May, when Ann Roe released a letter urging the house to wait.", {"Ann Roe"}),
        ("The Farm Guild sent a letter asking that it be dropped.", {"Farm Guild"}),
        ("Bo Lee sent a letter to the clerk, asking her to drop it.", {"Bo Lee"}),
        ("Bo Lee put out a bowl of milk for the cat.", set()),
        ("A statement was issued on Monday covering Ann Roe.", set()),
    ],
)
def test_who_is_quoted_and_who_puts_out_a_paper(text, holders):
    assert voices(text) == holders


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("To its supporters, the law is a matter of justice.", {"its supporters"}),
        ("To critics, the law is unfair.", {"critics"}),
        ("For opponents of the law, it is a joke.", {"opponents of the law"}),
        ("To farmers, the law is a lifeline.", {"farmers"}),
        ("Ann Roe came. For Roe, the law is a joke.", {"Ann Roe"}),
        ("For Ann Roe, the law is a joke.", {"Ann Roe"}),
        ("For Ohio, the law is a joke. It rains in Ohio.", set()),
        ("For children, the fare is a dollar.", set()),
        ("To the mayor, Bo Lee gave a book.", set()),
        ("To visitors, the park is open.", set()),
        ("For six years I read at the Farm Guild, and it is a joke.", set()),
    ],
)
def test_what_it_is_to_them(text, holders):
    assert voices(text) == holders


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Ann Roe's verdict: the law is dead.", {"Ann Roe"}),
        ("Ann Roe came. Roe's answer: drop the law.", {"Ann Roe"}),
        ("Ann Roe came. Her advice: drop the law.", {"Ann Roe"}),
        ("The board's advice: drop it.", {"The board"}),
        ("The law's answer: nothing.", set()),
        ("The verdict: guilty.", set()),
    ],
)
def test_a_verdict_and_a_colon(text, holders):
    assert voices(text) == holders


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The law drew fire from Ann Roe and won praise from Bo Lee.", {"Ann Roe", "Bo Lee"}),
        ("The law has faced sharp criticism from the Lamp Guild.", {"Lamp Guild"}),
        ("The law met with opposition from farmers.", {"farmers"}),
        ("The law came under fire from Ann Roe, Bo Lee and Cy Poe.", THREE),
        ("Criticism from Ann Roe was sharp.", {"Ann Roe"}),
        ("It passed over the objections of labor groups.", {"labor groups"}),
        ("It passed, to the dismay of Ann Roe.", {"Ann Roe"}),
        ("The law was panned by Ann Roe.", {"Ann Roe"}),
        ("Gold drew support from a weak dollar.", set()),
        ("It drew support from both ends of the Senate.", set()),
        ("The hill came under fire from the west.", set()),
        ("Support from the fund fell to $2.", set()),
        ("The town was hit by Storm Bo Lee.", set()),
    ],
)
def test_whose_praise_or_blame_it_meets(text, holders):
    assert voices(text) == holders


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe is " + "not so very " * 3000,
        "It drew " + "praise and fire " * 3000,
        "Ann Roe pushed " + "the big old lamp " * 3000,
        "what people " + "often still call " * 3000,
        "signed by " + "Ann Roe of Bath, " * 3000,
        "He quoted " + "the mayor as " * 3000,
        "To critics, " + "the law is " * 3000,
        "Ann Roe put out a letter " + "and so on " * 3000,
        "as Ann Roe, " + "as Bo Lee likes to put it " * 2000,
    ],
)
def test_long_sentences_take_bounded_time(text):
    began = time.process_time()
    voices(text)
    assert time.process_time() - began < 10
