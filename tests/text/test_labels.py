"""Labels: who speaks, asks and answers in transcripts, briefings and interviews."""

import time

import pytest

from etl.text.speech.holders import take_apart
from etl.text.speech.labels import label_of


def labels(text):
    """Return who stands before each sentence, by label, None where nobody does."""
    read = take_apart(text)
    found = (label_of(read, index) for index in range(len(read.sentences)))
    return [label and label[0] for label in found]


ROE, LEE, KENT = "Ann Roe", "Bo Lee", "Moira Kent"
BRIEFING = "Secretary Bo Lee took questions.\n\n"
LONG = (
    "It is late. The road is shut. It was shut in May. Nobody came. The mill closed. So it goes. "
)
CASES = [
    # Those who ask by name, in full where they are told in full; the unnamed are nobody.
    ("QUESTION (Moira Kent, Bath Post): Why? MR. LEE: No. QUESTION (Kent): And?",
     [KENT, "Lee", KENT]),
    ("MR. LEE: No. Q (Kent): And? Q (Moira Kent, Bath Post): So?", ["Lee", KENT, KENT]),
    ("Moira Kent writes for the Bath Post. MR. LEE: No. Q [Ms. Kent]: And? Q: Why?",
     [None, "Lee", KENT, None]),
    ("MR. LEE: No. QUESTION (Off mike): Why? QUESTION (In Spanish): Why? QUESTION (Inaudible.)",
     ["Lee", None, None, None]),
    ("MR. LEE: We have it.\n\nQ Thank you. Is it late?\n\nMR. LEE: No.",
     ["Lee", None, None, "Lee"]),
    # Who answers them, introduced or not, however long.
    (BRIEFING + "QUESTION (Moira Kent, Bath Post): Why?\n\nA: It is.\n\nQ (Kent): And?\n\nA: No.",
     [None, KENT, LEE, KENT, LEE]),
    (BRIEFING + "QUESTION (Ann Roe): Why?\n\nLEE: " + LONG + "I know.\n\nQUESTION: And?",
     [None, ROE, *[LEE] * 7, None]),
    ("Ann Roe bakes in Bath. She spoke with the Post’s Bo Lee. Q: Why? A: I like it.",
     [None, None, None, ROE]),
    ("DR. ROE: No. MR. LEE: " + LONG + "I know. DR. ROE: So?", ["Roe", *["Lee"] * 7, "Roe"]),
    ("MR. LEE: " + LONG + "\n\nIt rained in June.\n\nI know it.\n\nDR. ROE: So?",
     [*["Lee"] * 8, "Roe"]),
    # Until a paragraph tells of someone, or the words of the last to speak run out.
    ("ROE: I say no.\n\nSenator Bo Lee (D-Ohio) asked why.\n\nIt rained.\n\nROE: I know.",
     ["Roe", None, None, "Roe"]),
    ("ROE: No. LEE: I say so. ROE: No.\n\nThe committee then heard from a baker.\n\nIt rained.",
     ["Roe", "Lee", "Roe", None, None]),
    ("Ann Roe bakes.\n\nQ: Why?\n\nA: I like it.\n\nBo Lee, a rival, did not return calls.",
     [None, None, ROE, None]),
    ("ROE: No.\n\nLEE: I do.\n\nROE: So.\n\nThe mill is shut. “I wept,” a baker said.",
     ["Roe", "Lee", "Roe", None, None]),
    ("ROE: No.\n\nLEE: I do.\n\nROE: So.\n\n" + LONG, ["Roe", "Lee", "Roe", *["Roe"] * 5, None]),
    # Interviews that name both sides, or the outlet by its initials.
    ("Ann Roe bakes. Roe: I would keep it. Daily Post: And the waiver? Roe: No.",
     [None, ROE, "Daily Post", ROE]),
    ("The Daily Post met Ann Roe.\n\nDP: And the waiver?\n\nRoe: I like it.\n\nDP: So?\n\nRoe: No.",
     [None, "Daily Post", ROE, "Daily Post", ROE]),
    ("Sen. Roe: Is it late? Capt. Lee: Yes. Sen. Roe: Who knew? Capt. Lee: I did.",
     ["Roe", "Lee", "Roe", "Lee"]),
    ("Host: Is it late? Guest: I think so. Host: Thanks.", ["Host", "Guest", "Host"]),
    ("Ann Roe met Bo Lee. ROE: I say no. LEE: I say yes.", [None, ROE, LEE]),
    # Hearings as they are printed, floor debates, forums; what is heard is nobody's.
    ("Mr. Roe. Thank you. I do.\n\nMs. Lee. Why?", ["Roe", "Roe", "Roe", "Lee", "Lee"]),
    ("Mr. McROE of Ohio. Madam Chair, I rise.\n\nThe Acting CHAIR (Ms. LEE). No.",
     ["McRoe", "McRoe", "Lee", "Lee"]),
    ("The SPEAKER pro tempore. So ordered.", ["Speaker", "Speaker"]),
    ("Ms. Vos: I do.\n\nMr. Lee: Why?", ["Vos", "Lee"]),
    ("Ann Roe, head baker, Lamp Guild: I do. So.\n\nSheriff Bo Lee, Bath, Maine: I ask why.",
     [ROE, ROE, LEE]),
    ("Ann Roe met Bo Lee.\n\n**Roe:** I do.\n\n**Lee:** Why?\n\n**Roe:** So.",
     [None, ROE, LEE, ROE]),
    ("MR. ROE: I do.\n\n(Applause.)\n\nI know it.", ["Roe", None, "Roe"]),
    # Interviews whose questions, bold or plain, have no label, or whose answers have none.
    ("The Post spoke with Ann Roe.\n\nWhy?\n\nI like it. So.\n\nAnd?\n\nWe bake.\n\n(She left.)\n\n"
     "**Is it late?**\n\nMy town knows.", [None, None, ROE, ROE, None, ROE, None, None, ROE]),
    ("Ann Roe was interviewed.\n\nPost: Why?\n\nI like it.\n\nPost: And?\n\nI bake.\n\n"
     "Post: So?\n\nMy town knows.", [None, None, ROE, None, ROE, None, ROE]),
]  # fmt: skip
NOBODY = [
    "WASHINGTON, Feb. 11 (Reuters) - Ann Roe spoke. BATH: a mill shuts.",
    "BATH: The mill shuts. OHIO: A court rules. TEXAS: A suit is filed.",
    "CLAIM: The mill is shut. FACTS: It is open. VERDICT: False.",
    "Ann Roe met us. Cost: $3 million. Deadline: Friday. Cost: none.",
    "Myth: You cannot bake. Fact: You can. Myth: I need a license. Fact: You do not.",
    "Agreed: that a wreath be sent. Raffle: won by Ann Roe. Agreed: that we meet.",
    "Roe: A life in bread. Ann Roe was born in Bath. Bath: A history. It rained.",
    "Ann Roe put one question: Why? Question: who pays?",
    "Ann Roe, Bath: first prize for bread.\n\nBo Lee, Ohio: second prize for jam.",
    "We asked Ann Roe.\n\nWhat is it?\n\nA law.\n\nWho pays?\n\nBakers do.\n\nWhen?\n\nIn May.",
]


@pytest.mark.parametrize(("text", "spoken"), CASES)
def test_a_label_stands_until_the_next_or_until_someone_narrates(text, spoken):
    assert labels(text) == spoken


@pytest.mark.parametrize("text", NOBODY)
def test_a_heading_a_list_and_a_dateline_label_nobody(text):
    assert set(labels(text)) == {None}


def test_a_questioner_has_the_outlet_for_a_role():
    text = "MR. LEE: No. Q (Kent): And? Q (Moira Kent of the Bath Post): So? Q (Ann Roe): Why?"
    read = take_apart(text)
    told = [label_of(read, index) for index in (1, 2, 3)]
    assert told == [(KENT, "Bath Post"), (KENT, "Bath Post"), (ROE, None)]


@pytest.mark.parametrize(
    "text", ["ROE: I do. " + "A-" * 40000, "Q (" * 9000, "ROE: No. LEE: “" * 4000, "A B: " * 9000]
)
def test_odd_labels_are_read_in_bounded_time(text):
    began = time.process_time()
    labels(text)
    assert time.process_time() - began < 10


def test_a_label_says_nothing_itself():
    read = take_apart("QUESTION: Bo Lee says it is late.\n\nMR. ROE: Ms. Lee, I know.")
    told = [[read.held[said][0] for said in found] for found in read.spoken]
    assert told == [["Bo Lee"], []]
