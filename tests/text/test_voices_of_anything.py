"""Whatever words stand beside each other, a text is taken apart, and who speaks stands in it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.speech.holders import take_apart
from etl.text.speech.speakers import spoken
from etl.text.words import words

WORDS = [
    "\n\n",
    "He quoted    as saying it.",
    "It is measured by ' count.",
    "Ann Roe said no. The author of the *letter said",
    *sorted(
        words(
            "said says told urged asked urging saying calling having quoted according signed wrote",
            "senator president director group company letter filing critics Supporters report view",
            "Sen. Rep. Dr. Mr. Ms. Jr. Ann Roe Bo Lee's Ruritania's ANCA U.S. Section 907 H.R.",
            "3906 D-Ohio (R-Ohio) the a of for to in by from with as who which and but that he she",
            "they it I we only no one would Q. A. ROE: Editor: , . ; : \" “ ” ( ) - — ʻAna 'Amelia",
            "$3 million * ' ’ view count verdict quoted",
        )
    ),
]


GAPS = st.sampled_from([" ", " ", " ", "", "   ", "\n"])


@given(st.lists(st.tuples(st.sampled_from(WORDS), GAPS).map("".join), max_size=40).map("".join))
def test_any_words_are_taken_apart(text: str) -> None:
    read = take_apart(text)
    for voice in spoken(read):
        assert voice.holder.strip()
        assert 0 <= voice.sentence < len(read.sentences)


LONG = [
    "“It hurts. It must go.” He left. " * 5000,
    "“It hurts. It must go.\n\n" * 5000,
    '"No," Ann Roe said. "It must go. And soon." ' * 4000,
    "For Roe, it is a relic. " * 6000,
    "Q. Why? A. No. " * 6000,
    "The law, the filing says, hurts. The group said so. " * 4000,
    "Ann Roe sat. He said no. She said yes. " * 4000,
    "Uzman Ayşe Korkmazer dedi. O ekledi. " * 1500,
    " ".join(
        f"Иван Рогов{chr(1072 + n % 32)}{chr(1072 + n // 32)} заявил. Он ждет." for n in range(1000)
    ),
    "«No», dijo el analista. La abogada insistió. " * 2000,
    "قال الوزير إن القرار خاطئ. " * 2000,
]


@pytest.mark.parametrize("text", LONG)
def test_a_long_text_is_taken_apart_in_bounded_time(text: str) -> None:
    began = time.process_time()
    list(spoken(take_apart(text)))
    assert time.process_time() - began < 10  # a second or less where nothing else runs
