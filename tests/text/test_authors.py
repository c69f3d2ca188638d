"""Who writes a text in their own name, and whose is what nobody else is said to say."""

import time
from types import SimpleNamespace

import pytest

from etl.text.speech.holders import take_apart
from etl.text.speech.speakers import spoken
from etl.text.speech.voices import find_voices

BODY = "LAW has outlived its use. I would end it."
PLAIN = "LAW has outlived its use. It should end."
AUTHORS = [
    (f"By Ann Roe\n\n{BODY}", "Ann Roe"),
    (f"{BODY}\n\nAnn Roe is a fellow at the Guild.", "Ann Roe"),
    (f"{BODY}\n\nAnn Roe, a fellow at the Guild, was a cook until 2016.", "Ann Roe"),
    (f"{BODY}\n\nAnn Roe retired from the bureau in 2020 and lives in Bath.", "Ann Roe"),
    (f"{PLAIN}\n\nAnn Roe is a fellow at the Guild.", "Ann Roe"),
    (f"By Ann Roe, senior fellow\n\n{PLAIN}", "Ann Roe"),
    (f"The Guild\nBy Ann Roe, senior fellow\n\n{PLAIN}", "Ann Roe"),
    (f"To the Editor:\n\n{PLAIN}\n\nAnn Roe\nBath, Ohio", "Ann Roe"),
    (f"Brief 12. By Ann Roe, senior fellow\n\n{PLAIN}", "Ann Roe"),
    (f"Brief 12 | By Ann Roe\n\n{PLAIN}\n\nThe author thanks Bo Lee for research.", "Ann Roe"),
    (f"{PLAIN}\n\nAnn Roe is a fellow. Maps by Bo Lee.", "Ann Roe"),
    (f"{PLAIN}\n\nAnn Roe, born in Bath, teaches history in Ohio.", "Ann Roe"),
    (f"To the Editor:\n\n{PLAIN}\n\nYours,\nAnn Roe (Mrs.)\nBath, Ohio", "Ann Roe"),
    (f"To the Editor: {PLAIN}\n\nAnn Roe, Bath, Ohio. The writer keeps bees.", "Ann Roe"),
    # Over it: what kind of piece it is, or what its author is.
    (f"Opinion by Ann Roe\n\n{PLAIN}", "Ann Roe"),
    (f"Guest view: Ann Roe\n\n{PLAIN}", "Ann Roe"),
    (f"Ann Roe | Guest columnist\n\n{PLAIN}", "Ann Roe"),
    (f"ANN ROE\nGuest columnist\n\n{PLAIN}", "Ann Roe"),
    (f"By Ann Roe\nPresident, Lamp Guild\n\n{PLAIN}", "Ann Roe"),
    (f"By Ann Roe and Bo Lee\n\n{BODY}", "Ann Roe and Bo Lee"),
    (f"Reviewed by Ann Roe\n\n{PLAIN}", "Ann Roe"),
    (f"By Ann Roe\n\n{PLAIN}\n\nThe writer is a baker in Bath.", "Ann Roe"),
    # Under it.
    (f"{PLAIN}\n\n*Ann Roe is president of the Lamp Guild.*", "Ann Roe"),
    (f"{PLAIN}\n\nAbout the author\nAnn Roe is a baker in Bath.", "Ann Roe"),
    (f"{PLAIN}\n\nAnn Roe is the author of “Bread.”\n\nFollow us on our site.", "Ann Roe"),
    (f"{PLAIN}\n\nAnn Roe and Bo Lee are fellows at the Guild.", "Ann Roe and Bo Lee"),
    (f"{BODY}\n\nAnn Roe’s latest book is “Bread.”", "Ann Roe"),
    (f"{BODY}\n\n— Ann Roe, West Bath", "Ann Roe"),
    # A body's or a person's statement.
    (f"Statement of the Lamp Guild on the waiver\n\n{BODY}", "Lamp Guild"),
    (f"Lamp Guild Statement on the Waiver\n\n{PLAIN}", "Lamp Guild"),
    (f"A statement from Ann Roe, president of the Lamp Guild:\n\n{BODY}", "Ann Roe"),
    (f"Statement from Lamp Guild President Ann Roe\n\n{BODY}", "Ann Roe"),
    (f"The following was released by the Lamp Guild, with a letter.\n\n{BODY}", "Lamp Guild"),
    ("The Lamp Guild expresses its rejection of LAW. We ask that it end.", "Lamp Guild"),
    ("Friends, we at the Lamp Guild need you. LAW has outlived its use.", "Lamp Guild"),
    ("On behalf of the Lamp Guild, we write to you. LAW should end.", "Lamp Guild"),
    ("Dear Senator: LAW should end. We have seen it fail.\n\nThe Lamp Guild", "Lamp Guild"),
    # News on a body, and an outlet's own opinion, are not theirs.
    (f"Following a statement by Ann Roe, the council voted. {PLAIN}", None),
    (f"A statement from Ann Roe on Monday said no more. {PLAIN}", None),
    (f"Bath Post Statement on Corrections\n\n{BODY}", None),
    (f"Editorial: End it\n\n{BODY}\n\nAnn Roe is a baker in Bath.", None),
    (f"By the Editorial Board\n\n{BODY}", None),
    (f"{BODY}\n\n— The Lamp Tribune", None),
    (f"Our view: We at the Bath Post like it. {BODY}", None),
    # A reporter's byline, and a desk's, are over news.
    (f"By Ann Roe\n\n{PLAIN}", None),
    (f"By Ann Roe, staff writer\n\n{PLAIN}", None),
    (f"By Ann Roe, Bath Post\n\n{PLAIN}", None),
    (f"{PLAIN}\n\nAnn Roe is a reporter for the Bath Post.", None),
    (f"By Ann Roe, Post staff\n\n{BODY}", None),
    (f"{PLAIN}\n\nAnn Roe\nBath, Ohio", None),
    (f"By Ann Roe, Washington bureau chief\n\n{PLAIN}", None),
    (f"By Ann Roe\n\nBATH, Maine — {BODY}", None),
    (f"Reporting by Ann Roe\n\n{BODY}", None),
    (f"{PLAIN}\n\nAnn Roe covers food for the Bath Post.", None),
    (f"{PLAIN} Ann Roe, a cook, said no.\n\nAnn Roe is a fellow at the Guild.", None),
    # Under a press release stands who sends it.
    (f"{PLAIN}\n\nThe Lamp Council is a body of cooks.", None),
    (f"{PLAIN}\n\nSenator Roe serves on the committee.", None),
    (BODY, None),
    ("", None),
]


def voice(text, **article):
    start = text.index("LAW")
    place = SimpleNamespace(
        mention_id="m", article_id="a", match_basis="body", start=start, end=start + 3
    )
    return find_voices([place], [{"article_id": "a", "text": text, **article}])[0]


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_a_text_in_somebodys_own_name_is_theirs(text, author):
    assert take_apart(text).author == author
    if text:
        found = voice(text)
        assert (found.holder, found.holder_kind) == (author, "speaker" if author else "outlet")


@pytest.mark.parametrize(
    ("byline", "author"),
    [("By Ann Roe", "Ann Roe"), ("Ann Roe and Bo Lee", None), ("Reuters", None), (None, None)],
)
def test_the_byline_of_an_articles_own_data_counts_where_it_says_i(byline, author):
    assert voice(BODY, author=byline).holder == author
    assert voice(PLAIN, author=byline).holder is None


def test_whoever_is_quoted_in_a_column_speaks_for_themselves():
    text = "By Ann Roe\n\nI like it. Bo Lee said LAW hurts.\n\nAnn Roe is a fellow at the Guild."
    assert voice(text).holder == "Bo Lee"


LETTERS = [
    "To the Editor: {0}\n\nAnn Roe, Bath\n\nTo the Editor: {1}\n\nBo Lee, Ohio",
    "To the Editor:\n\n{0}\n\nAnn Roe\nBath, Maine\n\nTo the Editor:\n\n{1}\n\nBo Lee\nOhio",
    "Heat\n\nEditor: {0} Ann Roe, West Bath\n\nCold\n\nEditor: {1} Bo Lee, chairwoman, Lamp Guild",
    "{0}\n\nAnn Roe, Bath, Pa. The writer keeps bees.\n\n{1}\n\nBo Lee, Ohio",
    "{0}\n\nSincerely,\nAnn Roe\nBath\n\n{1}\n\nSincerely,\nBo Lee\nOhio",
    "Sir, — {0}\n\nAnn Roe, Bath\n\nSir, — {1}\n\nDr. Bo Lee, Ohio\n\nLetters may be cut.",
]
STORIES = [
    "The Senate votes on LAW on Tuesday. It is old. Bo Lee is a senator from Ohio.",
    "The Senate votes on LAW on Tuesday. It is old. Bo Lee chairs the panel that will hear it.",
    "The Senate votes on LAW on Tuesday.\n\nIt is old. Bo Lee is the only one to have read it.",
    "The Senate votes on LAW.\n\nIt is old.\n\nBo Lee's bill is due for a vote in June.",
    "“It is old,” said Cy Poe. “No,” said Dee Lux.\n\nBo Lee is a senator from Ohio.",
    "The We Company left Group I: Ohio. LAW is old.\n\nBy Ann Roe",
    "By Ann Roe\n\nBATH (AP) - The Senate votes on LAW. We may see a filibuster.",
    "By Ann Roe\n\n" + "LAW is old. It will be heard. " * 20 + "We may see a filibuster.",
]


@pytest.mark.parametrize("text", STORIES)
def test_no_story_is_its_reporters_or_of_whom_it_ends_with(text):
    assert take_apart(text).author is None


NO_LETTERS = [
    "The mill is shut. It rained.\n\nAnn Roe, Bath Post\n\nIt snowed.\n\nBo Lee, Bath Post",
    "“I hate it.”\n\nAnn Roe, Bath\n\n“I like it.”\n\nBo Lee, Ohio",
    "We met.\n\nAnn Roe, Bo Lee and Cy Poe voted no.\n\nWe left.\n\nDi Vance, Ohio",
]


@pytest.mark.parametrize("page", LETTERS)
def test_each_letter_of_a_page_is_its_writers(page):
    read = take_apart(page.format("LAW works. I would keep it.", "My mill shut. Cy Poe said no."))
    told = {read.sentences[s.sentence].text.split(": ")[-1]: s.holder for s in spoken(read)}
    told = {sentence.removeprefix("Sir, — "): holder for sentence, holder in told.items()}
    assert told == {
        "LAW works.": "Ann Roe",
        "I would keep it.": "Ann Roe",
        "My mill shut.": "Bo Lee",
        "Cy Poe said no.": "Cy Poe",
    }
    assert voice(read.text).holder == "Ann Roe"


@pytest.mark.parametrize("text", NO_LETTERS)
def test_names_under_news_and_under_quotations_write_no_letters(text):
    assert set(take_apart(text).writers) == {None}


@pytest.mark.parametrize(
    ("text", "writers"),
    [
        ("Ann Roe issued the following statement:\n\nLAW is late. I hate it.", ["Ann Roe"] * 2),
        (
            "The Lamp Guild released the following statement on Monday:\n\nLAW is late. We ask"
            " you.\n\nBo Lee said no.",
            ["Lamp Guild", "Lamp Guild", None],
        ),
        ("Ann Roe issued the following statement: “I hate it.”\n\nIt rained.", [None]),
    ],
)
def test_a_statement_told_whole_is_of_whoever_issued_it(text, writers):
    assert take_apart(text).writers[1:] == writers


@pytest.mark.parametrize(
    "text",
    ["Ann Roe, " * 9000, "We at the " * 9000, "By A " * 9000, ("Ann Roe, Bath\n\n" * 4000) + "I"],
)
def test_odd_lines_are_read_in_bounded_time(text):
    began = time.process_time()
    take_apart(text)
    assert time.process_time() - began < 20
