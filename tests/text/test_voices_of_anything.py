"""Whatever words stand beside each other, a text is taken apart, and who speaks stands in it."""

from hypothesis import given
from hypothesis import strategies as st

from etl.text.holders import take_apart
from etl.text.speakers import spoken
from etl.text.words import words

WORDS = [
    "\n\n",
    *sorted(
        words(
            "said says told urged asked urging saying calling having quoted according signed wrote",
            "senator president director group company letter filing critics Supporters report view",
            "Sen. Rep. Dr. Mr. Ms. Jr. Ann Roe Bo Lee's Ruritania's ANCA U.S. Section 907 H.R.",
            "3906 D-Ohio (R-Ohio) the a of for to in by from with as who which and but that he she",
            "they it I we only no one would Q. A. ROE: Editor: , . ; : \" “ ” ( ) - — ʻAna 'Amelia",
            "$3 million",
        )
    ),
]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_are_taken_apart(text: str) -> None:
    read = take_apart(text)
    for voice in spoken(read):
        assert voice.holder.strip()
        assert 0 <= voice.sentence < len(read.sentences)
