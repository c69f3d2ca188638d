"""Voices: who holds the sentence that says LAW, and in which way."""

import time
from types import SimpleNamespace

import pytest

from etl.text.attribution import quotations
from etl.text.outlets import carrier, cited_outlet
from etl.text.voices import find_voices

ENVOY = "Anna Torosyan, Adviser to the President of Ruritania and Head of the Trade Department, "
CASES = [
    ("Anna Torosyan said LAW hurts.", "Anna Torosyan", None, "indirect"),
    ("“LAW hurts,” said Anna Torosyan.", "Anna Torosyan", None, "direct"),
    ('"LAW hurts," Anna Torosyan said. "It must go."', "Anna Torosyan", None, "direct"),
    ('"It hurts," Anna Torosyan said. "LAW must go."', "Anna Torosyan", None, "direct"),
    ("Sen. Bob Miller called LAW a relic.", "Bob Miller", "Sen.", "indirect"),
    (
        "Secretary of State Ed Roe defended it. Roe said LAW works.",
        "Ed Roe",
        "Secretary of State",
        "indirect",
    ),
    ("According to Anna Torosyan, LAW hurts.", "Anna Torosyan", None, "indirect"),
    ("LAW hurts, according to Anna Torosyan.", "Anna Torosyan", None, "indirect"),
    ("LAW hurts, the Trade Council said.", "Trade Council", None, "indirect"),
    ("LAW, he argued, hurts.", None, None, None),
    (
        ENVOY + "told the Daily Post it was time. Torosyan noted that LAW hurts.",
        "Anna Torosyan",
        "Adviser to the President of Ruritania and Head of the Trade Department",
        "indirect",
    ),
    (
        ENVOY + "spoke. The presidential aide stressed that LAW hurts.",
        "Anna Torosyan",
        "Adviser to the President of Ruritania and Head of the Trade Department",
        "indirect",
    ),
    ("Anna Torosyan spoke first. She said LAW hurts.", "Anna Torosyan", None, "indirect"),
    ("HOST: And LAW? TOROSYAN: Fine. LAWS: No.", "Host", None, "direct"),
    ("LAW was signed in 1992.", None, None, None),
    ("The president waived LAW on Friday.", None, None, None),
]


def voice(text):
    start = text.index("LAW")
    mention = SimpleNamespace(
        mention_id="m", article_id="a", match_basis="body", start=start, end=start + 3
    )
    return find_voices([mention], [{"article_id": "a", "text": text}])[0]


@pytest.mark.parametrize(("text", "holder", "role", "quoted"), CASES)
def test_the_holder_is_whom_the_text_gives_the_words_to(text, holder, role, quoted):
    found = voice(text)
    assert (found.holder, found.holder_role, found.quoted) == (holder, role, quoted)
    assert found.holder_kind == ("speaker" if holder else "outlet")


def test_a_document_is_not_a_person():
    found = voice("The memorandum states that LAW is waived.")
    assert (found.holder_kind, found.holder) == ("document", "The memorandum")


@pytest.mark.parametrize(
    "text", ["LAW", '"LAW', "LAW" + " said Bob Roe, the" * 3000, "“LAW" * 2000]
)
def test_odd_text_gives_a_clear_result_in_bounded_time(text):
    began = time.process_time()
    assert voice(text).holder_kind in ("speaker", "outlet", "document")
    assert time.process_time() - began < 10


def test_a_quotation_left_open_ends_with_its_paragraph():
    assert quotations('He said "no.\n\nShe left.') == [(8, 12)]


OUTLETS = ["News.Az", "The Washington Times", "Trend", "Politico"]


@pytest.mark.parametrize(
    ("text", "own", "cited"),
    [
        ("It deserves praise, News.Az reports.", "News.Az", None),
        ("She told The Washington Times so, News.Az reports.", "News.Az", "The Washington Times"),
        ("The waiver is signed, Trend reports, citing Politico.", "Trend", "Politico"),
        ("He said so in an interview with Fox News.", None, "Fox News"),
        ("It passed, Report.az reports.", "Report.az", None),
        ("The trend reports growth; the times are hard.", None, None),
    ],
)
def test_the_carrier_signs_and_the_source_is_cited(text, own, cited):
    assert carrier(text, OUTLETS) == own
    assert cited_outlet(text, OUTLETS, own) == cited
