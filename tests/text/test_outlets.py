"""Who signs a text and whom it cites: the text on the left, the outlet on the right."""

from __future__ import annotations

import time

import pytest

from etl.text.outlets import carrier, cited_outlet

OUTLETS = ("Reuters", "The National", "Time", "The New York Times", "News.Az", "Bloomberg", "Mint")

CITED = [
    ("The aide told Reuters that it stays.", "Reuters"),
    ("The aide told Reuters Monday that it stays.", "Reuters"),
    ("It stays, according to The National.", "The National"),
    ("It rains, according to the National Weather Service.", None),
    ("It sells, according to Time Warner Cable.", None),
    ("In an interview with the New York Times he denied it.", "The New York Times"),
    ("He told The Made Herald so.", "The Made Herald"),
    ("Помощник заявил об этом, со ссылкой на Reuters.", "Reuters"),
    ("It stays, he said.\n\n" + "x " * 3_000 + "citing Bloomberg.", "Bloomberg"),
    ("News.Az reports that it stays.", "News.Az"),
    ("", None),
]
SIGNED = [
    ("It stays, News.Az reports.", "News.Az"),
    ("BAKU — (Reuters) - The aide said so.", "Reuters"),
    ("First line.\nBAKU — Reuters — The aide said so.", "Reuters"),
    ("The aide — a friend of Reuters — said so.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "outlet"), CITED)
def test_cited(text: str, outlet: str | None) -> None:
    assert cited_outlet(text, OUTLETS, "Somebody") == outlet


@pytest.mark.parametrize(("text", "outlet"), SIGNED)
def test_signed(text: str, outlet: str | None) -> None:
    assert carrier(text, OUTLETS) == outlet


def test_a_text_of_nothing_but_names_takes_no_time() -> None:
    began = time.process_time()
    cited_outlet("told Reuters Reuters The National Times News " * 3_000, OUTLETS)
    assert time.process_time() - began < 10
