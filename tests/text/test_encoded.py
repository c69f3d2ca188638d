"""What the encoder holds, brought into the form of every judge; a made reader plays the encoder."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from etl.records import Alias, Policy
from etl.text.encoded import judge_text
from etl.text.encoded_mentions import judge_mentions
from etl.text.marked import described, pieces
from etl.text.names import find_mentions
from etl.text.passages import judge_passage
from etl.text.shares import LONG, Held, Reader, Shares
from etl.text.stance import judge

POLICY = Policy(
    policy_id="x-act",
    name="X Act",
    short_name="X Act",
    kind="restriction",
    citation="",
    description="",
    source="",
    aliases=(Alias("X Act", "en", True),),
    keep_means="keep the ban",
    drop_means="lift the ban",
)
FOR, AGAINST, PLAIN = (0.8, 0.1, 0.1), (0.1, 0.85, 0.05), (0.1, 0.1, 0.8)
UNSURE = (0.4, 0.35, 0.25)


def reader(words: dict[str, Shares], whole: Shares = PLAIN, sure: float = 0.5) -> Reader:
    """Return a reader that holds of a sentence what stands beside a word in it, else nothing."""

    def read(passages: Sequence[tuple[Sequence[str], Policy]]) -> list[Held]:
        def of(sentence: str) -> Shares:
            return next((shares for word, shares in words.items() if word in sentence), PLAIN)

        return [Held(whole, tuple(map(of, sentences))) for sentences, _ in passages]

    return Reader(read, sure, "1")


def test_a_policy_is_described_by_what_keeping_and_dropping_it_mean() -> None:
    assert described(POLICY) == "X Act. Keep: keep the ban. Drop: lift the ban"


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("The X Act stands.", [("The ", False), ("X Act", True), (" stands.", False)]),
        ("X Act", [("X Act", True)]),
        ("Nothing here.", [("Nothing here.", False)]),
        ("", []),
    ],
)
def test_names_are_cut_out(sentence: str, cut: list[tuple[str, bool]]) -> None:
    assert list(pieces(sentence, POLICY)) == cut


TEXT = (
    "The committee met on Tuesday to talk about the X Act and about other matters of the day. "
    "“The X Act must stay,” said Sen. Anna Bell. “It should go today,” said Rep. Carl Dow of Ohio."
)


def test_in_a_longer_text_what_a_holder_says_is_read_alone_too() -> None:
    def read(passages: Sequence[tuple[Sequence[str], Policy]]) -> list[Held]:
        alone = (FOR, (FOR,))  # by itself, while nothing is seen of it among others
        told = (alone if len(s) == 1 else (PLAIN, (UNSURE,) * len(s)) for s, _ in passages)
        return [Held(*one) for one in told]

    by = Reader(read, 0.5, "1")
    short = "The X Act is old. “It works,” said Sen. Anna Bell. It was heard in May."
    long = short + " The room was full. Rain fell. It was late. A clock was heard."
    for text, stance in ((short, "neutral"), (long, "supports")):
        held = judge_text(text, judge_passage(text, POLICY), POLICY, by).holders
        assert [(h.name, h.stance) for h in held] == [("Anna Bell", stance)]


def test_each_holder_has_what_their_own_sentences_hold() -> None:
    by = reader({"must stay": FOR, "should go": AGAINST}, whole=FOR)
    verdict = judge_text(TEXT, judge_passage(TEXT, POLICY), POLICY, by)
    held = {holder.name: holder.stance for holder in verdict.holders}
    assert held["Anna Bell"] == "supports"
    assert held["Carl Dow"] == "opposes"
    assert verdict.stance == "supports"
    assert verdict.evidence is not None
    assert "must stay" in verdict.evidence
    assert (verdict.method, verdict.method_version) == ("encoder", "1")


@pytest.mark.parametrize(
    ("own", "whole", "stance"),
    [
        ((0.38, 0.05, 0.57), FOR, "supports"),  # nearly: the passage decides
        ((0.38, 0.05, 0.57), AGAINST, "neutral"),
        (PLAIN, FOR, "neutral"),  # clearly nothing: the passage does not
        ((0.1, 0.6, 0.3), FOR, "opposes"),  # a stance of their own is never overruled
    ],
)
def test_the_passage_weighs_in_where_no_sentence_of_theirs_is_polar(
    own: Shares, whole: Shares, stance: str
) -> None:
    by = reader({"must stay": own}, whole=whole)
    verdict = judge_text(TEXT, judge_passage(TEXT, POLICY), POLICY, by)
    assert {h.name: h.stance for h in verdict.holders}["Anna Bell"] == stance


def test_it_abstains_where_it_is_not_sure_and_says_what_it_would_say() -> None:
    by = reader({}, whole=UNSURE)
    verdict = judge_text(TEXT, judge_passage(TEXT, POLICY), POLICY, by)
    assert (verdict.stance, verdict.stance_if_forced) == (None, "supports")


def test_a_language_that_it_does_not_read_is_left_to_the_rules() -> None:
    text = "Сенатор заявил, что закон X Act должен быть отменён как можно скорее, и ушёл домой."
    ruled = judge_passage(text, POLICY)
    assert judge_text(text, ruled, POLICY, reader({}, whole=FOR)) is ruled


@pytest.mark.parametrize(
    ("words", "whole", "stance", "kind"),
    [
        ({"must stay": FOR}, FOR, "supports", "statement"),
        ({"must stay": FOR}, AGAINST, None, "statement"),  # one reading against the other
        ({"must stay": FOR}, PLAIN, None, "statement"),
        ({}, PLAIN, "neutral", "mention"),
        ({"must stay": UNSURE}, UNSURE, None, "statement"),
    ],
)
def test_a_mention(words: dict[str, Shares], whole: Shares, stance: str | None, kind: str) -> None:
    text = "They came to the hall early in the day. The X Act must stay in the book, he thinks."
    mentions = find_mentions([{"article_id": "a", "text": text}], (POLICY,))
    ruled = judge(mentions, POLICY)
    (judged,) = judge_mentions(mentions, ruled, POLICY, reader(words, whole), {})
    assert judged.stance == stance
    assert judged.abstained == (stance is None)
    assert abs(judged.p_supports + judged.p_opposes + judged.p_neutral - 1) < 1e-6
    assert judged.score == pytest.approx(judged.p_supports - judged.p_opposes)
    assert judged.trace.startswith("encoder: ")
    assert judged.method_version == "1, read twice"


def test_a_mention_is_read_in_its_passage_and_with_what_its_voice_says() -> None:
    text = "The X Act must stay, said Ann Roe. Bo Lee shrugged. “It works,” she said."
    said = "The X Act must stay, said Ann Roe. “It works,” she said."
    seen: list[list[str]] = []

    def read(passages: Sequence[tuple[Sequence[str], Policy]]) -> list[Held]:
        seen.extend(list(sentences) for sentences, _ in passages)
        return [Held(FOR, (PLAIN, FOR, FOR)[: len(sentences)]) for sentences, _ in passages]

    mentions = find_mentions([{"article_id": "a", "text": text}], (POLICY,))
    ruled, by = judge(mentions, POLICY), Reader(read, 0.4, "1")
    (judged,) = judge_mentions(mentions, ruled, POLICY, by, {mentions[0].mention_id: said})
    assert [len(sentences) for sentences in seen] == [3, 2]
    assert judged.p_supports == pytest.approx((PLAIN[0] + FOR[0]) / 2)
    assert (judged.stance, judged.evidence) == ("supports", "“It works,” she said.")
    for more in (f"{said} " + "He said more. " * LONG, "He said more. " * LONG + said):
        judge_mentions(mentions, ruled, POLICY, by, {mentions[0].mention_id: more})
        assert sum(map(len, seen[-1])) <= LONG
        assert "The X Act must stay, said Ann Roe." in seen[-1]  # the name is always read


def test_a_long_text_is_read_in_parts_that_name_it() -> None:
    filler = "The weather was fine and the harvest came in early that year. " * 200
    seen: list[str] = []

    def read(passages: Sequence[tuple[Sequence[str], Policy]]) -> list[Held]:
        seen.extend(" ".join(sentences) for sentences, _ in passages)
        return [Held(PLAIN, (PLAIN,) * len(sentences)) for sentences, _ in passages]

    text = filler + "Sen. Anna Bell said the X Act must be kept. " + filler
    judge_text(text, judge_passage(text, POLICY), POLICY, Reader(read, 0.5, "1"))
    assert len(seen) == 2
    assert seen[1] == "Sen. Anna Bell said the X Act must be kept."  # the speaker's own words alone
    assert "X Act" in seen[0]
    assert len(seen[0]) < 1_200
