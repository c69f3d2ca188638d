"""Text and titles: what comes in on the left, what is kept on the right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.clean import clean_title, fold, paragraphs, plain_text, tidy, words


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>Aid&nbsp;&amp; trade</p><p>now</p>", "Aid & trade now"),
        ("one<script>x()</script>two", "onetwo"),
        ("<b>bo</b>ld", "bold"),
        ("a<br>b", "a b"),
        ("&lt;p&gt;twice&amp;nbsp;escaped&lt;/p&gt;", "twice escaped"),
        ("AT&T, 5 < 6", "AT&T, 5 < 6"),
        ("\u202eevil\u202c &#8238;x\x00\u200b", "evil x"),
        ("եւ և", "եւ և"),  # the ligature U+0587 stays whole
        ("cafe\u0301", "caf\u00e9"),
        ("<!-- c -->x<style>p{}</style><noscript><p>n</p></noscript>", "x"),
        ("", ""),
    ],
)
def test_plain_text(fragment: str, text: str) -> None:
    assert plain_text(fragment) == text


def test_paragraphs_are_kept_apart() -> None:
    assert paragraphs("<p>One\n line.</p><div>Two.</div>") == "One line.\n\nTwo."


@pytest.mark.parametrize(
    ("title", "outlet", "kept"),
    [
        ("Trump waives Section 907 - News.Az", "News.az", "Trump waives Section 907"),
        ("Trump waives Section 907 - News.Az", None, "Trump waives Section 907"),
        ("Aid ends – The Washington Post", "Washington Post", "Aid ends"),
        ("X waives aid to Baku | The Armenian Weekly", None, "X waives aid to Baku"),
        ("Explained | What is Section 907", None, "Explained | What is Section 907"),
        ("Armenia - Azerbaijan: peace", None, "Armenia - Azerbaijan: peace"),
        ("Baku - a city of winds", "News.az", "Baku - a city of winds"),
        ("What , Exactly , Is It ? We Ask", None, "What, Exactly, Is It? We Ask"),
        ("U . S . debt tops 1 , 300 , says it", None, "U.S. debt tops 1,300, says it"),
        ("F - 35 orders grow 0 . 5 % , it says", None, "F-35 orders grow 0.5%, it says"),
        ("Qui a gagné ?", None, "Qui a gagné ?"),  # French sets its marks apart
        ("<b>Aid</b> &amp; trade", None, "Aid & trade"),
        ("   ", None, None),
        (None, None, None),
    ],
)
def test_clean_title(title: str | None, outlet: str | None, kept: str | None) -> None:
    assert clean_title(title, outlet) == kept


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("\u0415nforce", "Enforce"),
        ("\u041d.R. 6534", "H.R. 6534"),
        ("С\u0428A", "США"),
        ("НАТО", "НАТО"),  # all look-alikes, one script: nothing to put right
        ("\u0391rmenia", "Armenia"),
        ("Раздел 907-й of the Act", "Раздел 907-й of the Act"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(
    st.text(), st.sampled_from(["", "<script>", "&lt;script", "<<scr", "<\x00script", "</script"])
)
def test_no_mark_up_survives(text: str, planted: str) -> None:
    kept = plain_text(f"{text}{planted}{text}").lower()
    assert "<script" not in kept
    assert "</script" not in kept
    assert not set(kept) & set("\x00\u202e\u2066\n")


@given(st.text())
def test_tidy_is_done_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_words() -> None:
    assert words("Baku's peace-making, in 2026.") == 4
    assert words(None) == 0


@pytest.mark.parametrize(
    ("title", "outlet", "kept"),
    [
        ("&lt;i&gt;Waiver&lt;/i&gt; &amp;amp; aid", None, "Waiver & aid"),
        ("Waiver\u200b of\u00a0Section\u00ad 907\u202e", None, "Waiver of Section 907"),
        ("Հայաստանը և ԱՄՆ-ն - Aravot", "Aravot", "Հայաստանը և ԱՄՆ-ն"),  # the ligature stays whole
        ("Waiver kept - News.Az - News.Az", "News.Az", "Waiver kept"),
        ("News.Az", "News.Az", "News.Az"),  # nothing else is left of it
        ("A - B", None, "A - B"),
        ("$ 5 billion for ( some )", None, "$ 5 billion for ( some )"),  # as it was
        ("It costs $ 5 . 2 billion , he says", None, "It costs $5.2 billion, he says"),
    ],
)
def test_clean_title_at_its_edges(title: str, outlet: str | None, kept: str) -> None:
    assert clean_title(title, outlet) == kept
    assert clean_title(kept, outlet) == kept
