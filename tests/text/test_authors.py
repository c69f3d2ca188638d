"""Who writes a text in their own name, and whose is what nobody else is said to say."""

from types import SimpleNamespace

import pytest

from etl.text.holders import take_apart
from etl.text.voices import find_voices

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
    # A reporter's byline, and a desk's, are over news.
    (f"By Ann Roe\n\n{PLAIN}", None),
    (f"By Ann Roe, staff writer\n\n{PLAIN}", None),
    (f"By Ann Roe, Bath Post\n\n{PLAIN}", None),
    (f"{PLAIN}\n\nAnn Roe is a reporter for the Bath Post.", None),
    (f"By Ann Roe, Post staff\n\n{BODY}", None),
    (f"{PLAIN}\n\nAnn Roe\nBath, Ohio", None),
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
