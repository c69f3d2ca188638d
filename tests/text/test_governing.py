"""Whose a place is by the order of its sentence, and who goes on speaking in the next ones."""

from types import SimpleNamespace

import pytest

from etl.text.speech.holders import take_apart
from etl.text.speech.speakers import spoken
from etl.text.speech.voices import find_voices

PLACES = [
    # What opens a sentence before its speaker is theirs to answer.
    ("Asked about LAW, Ann Roe said she had no view.", "Ann Roe"),
    ("Pressed on LAW by a visitor, Ann Roe said it is old.", "Ann Roe"),
    ("Adopted in 1992, LAW is old; Ann Roe said on Friday that it rained there.", None),
    # It may stand within what is said of the speaker.
    ("Defenders of the LAW clause say it works.", "Defenders of the LAW clause"),
    # Who speaks of an act outweighs who acts.
    ("Ann Roe said the senator had drafted a waiver of LAW.", "Ann Roe"),
    # "He" and "she" are who the text calls so.
    ("Ann Roe brought her notes. Bo Lee brought his. She said LAW hurts.", "Ann Roe"),
    ("Ms. Ann Roe met Mr. Bo Lee. He said LAW hurts.", "Bo Lee"),
    ("Ms. Ann Roe met Mr. Bo Lee. She said LAW hurts.", "Ann Roe"),
    # The subject may stand behind the verb, and a paper speaks for who wrote it.
    ("Bo Lee spoke. First to testify was Ann Roe, a cook. She said LAW hurts.", "Ann Roe"),
    ("In a filing the Lamp Council put losses at $2. LAW, the filing says, hurts.",
     "Lamp Council"),
    # Who says all of it at the end tells of the rest.
    ("Ruritania has asked for a waiver of LAW, Minister Ann Roe announced.", "Ann Roe"),
    ("The Lamp Guild opposes LAW, Ann Roe said on Monday.", "Ann Roe"),
    ("The Lamp Guild opposes LAW, the Bath Post reported.", "Lamp Guild"),
    # What another had said is told by who tells it.
    ("Ann Roe said Bo Lee had urged an end to LAW.", "Ann Roe"),
    ("Ann Roe said no; Bo Lee, who had urged an end to LAW, left.", "Bo Lee"),
    # A clause of another's, whether of words or of an act.
    ("Ann Roe said it is fine, while Bo Lee said LAW hurts.", "Bo Lee"),
    ("Ann Roe said it is fine, but Bo Lee voted against LAW.", "Bo Lee"),
    ("While Ann Roe said it is fine, Bo Lee is opposed to LAW.", "Bo Lee"),
    ("On Monday, Ann Roe voted against LAW.", "Ann Roe"),
    # The answer is not the asker's.
    ("Ann Roe took her seat. Asked by Rep. Bo Lee whether LAW hurts, she paused and said no.",
     "Ann Roe"),
    ("On LAW, Ann Roe said it must go.", "Ann Roe"),
    ("On Friday LAW passed, and Ann Roe said it rained.", None),
    ("LAW — Ann Roe says it is a tax — must go.", "Ann Roe"),
    ("Ann Roe came. By her account, while LAW is old, it works.", "Ann Roe"),
    # By whom it is praised or blamed; an act told aside is none.
    ("LAW was sharply criticised by Ann Roe.", "Ann Roe"),
    ("LAW drew fire from Ann Roe.", "Ann Roe"),
    ("LAW was introduced by Ann Roe.", None),
    ("LAW, backed by Ann Roe, is old.", None),
    # A dateline names nobody.
    ("BATH, Ohio - The Lamp Council asked the Senate to keep LAW.", "Lamp Council"),
    ("WASHINGTON -- LAW stays, Ann Roe said.", "Ann Roe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holder"), PLACES)
def test_a_place_is_under_the_attribution_that_governs_it(text, holder):
    start = text.rindex("LAW")
    place = SimpleNamespace(
        mention_id="m", article_id="a", match_basis="body", start=start, end=start + 3
    )
    assert find_voices([place], [{"article_id": "a", "text": text}])[0].holder == holder


GOING_ON = [
    ('"It hurts," Ann Roe said. "It always has. It must go."', [0, 1, 2]),
    ("“It hurts,” Ann Roe said.\n\n“It must go.”", [0, 1]),
    ("Ann Roe said no. “It hurts.\n\n“And it must go,” she went on.", [0, 1, 2]),
    # Words set off by marks in the outlet's own sentence are not a quotation that goes on.
    ('Ann Roe said no. The so-called "kill switch" law is from 1992.', [0]),
    ("Ann Roe said no. The vote is on Friday.", [0]),
]


@pytest.mark.parametrize(("text", "sentences"), GOING_ON)
def test_a_quotation_goes_on_over_sentences_and_paragraphs(text, sentences):
    said = [s.sentence for s in spoken(take_apart(text)) if s.holder == "Ann Roe"]
    assert said == sentences


def test_what_a_voice_says_is_read_with_the_name_within_three_sentences():
    near = "Ann Roe said LAW hurts. Bo Lee said no. “It must go,” Ann Roe said."
    far = f"{near} It rained. It rained. “Now,” Ann Roe said."
    own = "A vote is due on LAW. Bo Lee said no."
    assert said_of(far) == "Ann Roe said LAW hurts.\n\n“It must go,” Ann Roe said."
    assert said_of(own) == "A vote is due on LAW."


def said_of(text):
    start = text.index("LAW")
    place = SimpleNamespace(
        mention_id="m", article_id="a", match_basis="body", start=start, end=start + 3
    )
    return find_voices([place], [{"article_id": "a", "text": text}])[0].said
