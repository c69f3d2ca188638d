"""Which articles are one story, and which are not, whatever order they come in."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.text.furniture import line_marks
from etl.text.near_copies import near_copies
from etl.text.shingles import contained, shingled
from etl.text.stories import Story, stories

LETTERS = {"en": "abcdefghijklmnopqrst", "hy": "աբգդեզէըթժիլխծկհձղճմ", "ar": "ابتثجحخدذرزسشصضطظعغف"}

TOLD = ("title", "outlet", "day", "published_on", "published_at", "copy_of")


def prose(seed: int, words: int, letters: str = LETTERS["en"]) -> str:
    """Return made prose: sentences of made words, the same for the same seed."""
    made = random.Random(seed)
    vocabulary = ["".join(made.choices(letters, k=made.randint(2, 9))) for _ in range(2_000)]
    text = [made.choice(vocabulary) for _ in range(words)]
    for place in range(9, words, 10):
        text[place] += "."
    return " ".join(text)


def characters(seed: int, count: int) -> str:
    """Return made text of a script without spaces."""
    made = random.Random(seed)
    return "".join(made.choice([chr(c) for c in range(0x4E00, 0x4F00)]) for _ in range(count))


def article(article_id: str, text: str | None = None, **told: Any) -> dict[str, Any]:
    """Return an article as the tables hand it over."""
    blank = dict.fromkeys((*TOLD, "furniture"))
    mark = sha256(" ".join(text.casefold().split()).encode()).hexdigest() if text else None
    on = told.get("published_on")
    return blank | {"article_id": article_id, "text": text, "text_mark": mark, "day": on} | told


def clusters(found: Sequence[Story]) -> set[frozenset[str]]:
    """Return the stories as sets of article ids."""
    held: dict[str, set[str]] = defaultdict(set)
    for story in found:
        held[story.story_id].add(story.article_id)
    return {frozenset(ids) for ids in held.values()}


def together(*texts: str) -> bool:
    """Return whether all the texts are one story."""
    return len(clusters(stories([article(str(n), text) for n, text in enumerate(texts)]))) == 1


ONE = prose(1, 400)
WORDS = ONE.split()
FRAME = "Sign up for our letters and read more of our stories every day of the week at home."
COPIES = {
    "the same": ONE,
    "in capitals, other quotes": f"“{ONE.upper()}”",
    "cut to 40 %": " ".join(WORDS[:160]),
    "cut to 15 %": " ".join(WORDS[:60]),
    "the end alone": " ".join(WORDS[240:]),
    "a header": f"{FRAME}\n\n{ONE}",
    "a footer": f"{ONE}\n\n{FRAME}\n{FRAME.upper()}",
    "every fifth sentence dropped": " ".join(
        s for n, s in enumerate(ONE.split(". ")) if n % 5 != 2
    ),
    "a word in thirty changed": " ".join("zz" if n % 30 == 7 else w for n, w in enumerate(WORDS)),
    "look-alike letters": ONE.replace("a", "а", 40),
    "with soft hyphens": ONE.replace("e", "e\u00ad"),
}
OTHERS = {
    "another text": prose(2, 400),
    "the same words in another order": " ".join(sorted(WORDS)),
    "half of it in an article of its own": " ".join(WORDS[:200]) + " " + prose(3, 400),
    "one sentence of it quoted": prose(4, 300) + " " + " ".join(WORDS[:20]) + " " + prose(5, 90),
}


@pytest.mark.parametrize("how", COPIES)
def test_copies_of_one_text_are_one_story(how: str) -> None:
    assert together(ONE, COPIES[how])


@pytest.mark.parametrize("how", OTHERS)
def test_other_texts_are_other_stories(how: str) -> None:
    assert not together(ONE, OTHERS[how])


@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
def test_every_alphabet(letters: str) -> None:
    text, other = prose(6, 300, letters), prose(7, 300, letters)
    assert together(text, " ".join(text.split()[:60]), f"{FRAME}\n{text}")
    assert not together(text, other)


def test_scripts_without_spaces() -> None:
    text, other = characters(1, 600), characters(2, 600)
    assert together(text, text[:120], text[:300] + "。" + text[330:])
    assert not together(text, other)


def test_short_texts_are_one_only_where_they_are_equal() -> None:
    note = "The Senate will vote on the waiver on Monday, an aide said."
    assert together(note, note.upper())
    assert not together(note, note.replace("Monday", "Tuesday"))
    assert not together(note, f"{note} {ONE}")


def test_a_statement_quoted_whole_by_two_articles_does_not_make_them_one() -> None:
    statement = prose(8, 60)
    one, other = f"{prose(9, 200)} {statement}", f"{statement} {prose(10, 300)}"
    found = clusters(stories([article("s", statement), article("a", one), article("b", other)]))
    assert frozenset("ab") not in found
    assert not any({"a", "b"} <= ids for ids in found)


def test_a_digest_does_not_make_the_stories_in_it_one() -> None:
    parts = [prose(seed, 80) for seed in range(20, 24)]
    found = clusters(
        stories([article(str(n), t) for n, t in enumerate([*parts, "\n\n".join(parts)])])
    )
    assert max(len(ids & set("0123")) for ids in found) == 1


def test_lines_an_outlet_sets_around_everything_do_not_make_its_notes_one() -> None:
    legal = "\n".join(prose(seed, 40) for seed in range(30, 34))
    notes = [article(str(n), f"{prose(40 + n, 35)}\n{legal}") for n in range(8)]
    assert len(clusters(stories(notes))) < 8
    known = line_marks(legal)
    assert len(clusters(stories([note | {"furniture": known} for note in notes]))) == 8


TITLE = "Senate panel weighs the waiver of Section 907"
DAY = date(2026, 1, 5)
TITLED = [
    ("one outlet, a day apart, no texts", {}, {"day": DAY + timedelta(1)}, True),
    ("seven days apart", {}, {"day": DAY + timedelta(7)}, True),
    ("eight days apart", {}, {"day": DAY + timedelta(8)}, False),
    ("other outlets", {}, {"outlet": "report.az"}, False),
    ("no outlet known", {"outlet": None}, {"outlet": None}, False),
    ("no day known", {}, {"day": None}, False),
    ("one has a text", {"text": ONE, "text_mark": "x"}, {}, True),
    ("wholly different texts", {"text": ONE}, {"text": prose(2, 300)}, False),
    ("a text gone on", {"text": ONE}, {"text": " ".join(WORDS[:200]) + prose(3, 250)}, True),
    ("the outlet's name at its end", {}, {"title": f"{TITLE} | News.Az"}, True),
    ("a headline that comes back", {"title": "Editorial"}, {"title": "Editorial"}, False),
]


@pytest.mark.parametrize(
    ("one", "other", "same"), [t[1:] for t in TITLED], ids=[t[0] for t in TITLED]
)
def test_headlines(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    told: dict[str, Any] = {"title": TITLE, "outlet": "News.Az", "day": DAY}
    found = clusters(stories([article("a", **told | one), article("b", **told | other)]))
    assert (len(found) == 1) == same


def test_a_headline_told_every_day_is_a_story_a_week() -> None:
    told = [
        article(f"{n:02}", title=TITLE, outlet="x.az", day=DAY + timedelta(n)) for n in range(20)
    ]
    assert sorted(len(ids) for ids in clusters(stories(told))) == [4, 8, 8]


def test_the_earliest_stands_for_a_story_but_never_a_copy_by_its_own_word() -> None:
    found = stories(
        [
            article("a", ONE, published_on=date(2026, 1, 3)),
            article("b", ONE, published_on=date(2026, 1, 2)),
            article("c", ONE),
            article("d", None, published_on=date(2026, 1, 1), copy_of="a"),
            article("e", " ".join(WORDS[:100]), published_on=date(2026, 1, 4)),
        ]
    )
    assert {s.story_id for s in found} == {"b"}
    assert [s.how for s in found] == ["copy", "itself", "same text", "copy", "near text"]


def test_a_copy_of_what_is_not_at_hand_is_a_story_of_its_own() -> None:
    assert clusters(stories([article("a", ONE, copy_of="elsewhere")])) == {frozenset("a")}


def test_a_thousand_copies_and_a_notice_under_a_thousand_articles_take_no_time() -> None:
    notice = prose(50, 120)
    wire, ground = prose(60, 300), prose(61, 30_000).split()
    texts = [f"{wire} {n}" for n in range(1_000)]
    texts += [f"{' '.join(random.Random(n).sample(ground, 250))} {notice}" for n in range(1_000)]
    began = time.process_time()
    pairs = near_copies(texts)
    assert time.process_time() - began < 30  # some 1 s where nothing else is at work
    assert len({place for pair in pairs for place in pair}) == 1_000
    assert len(pairs) < 5_000


POOL = [
    article("a", ONE, published_on=date(2026, 1, 3)),
    article("b", COPIES["cut to 40 %"], published_on=date(2026, 1, 2)),
    article("c", COPIES["a header"]),
    article("d", COPIES["cut to 15 %"]),
    article("e", prose(2, 300)),
    article("f", title=TITLE, outlet="x.az", day=DAY),
    article("g", prose(2, 300), title=TITLE, outlet="x.az", day=DAY),
    article("h", copy_of="g"),
    article("i"),
]


@given(st.permutations(POOL), st.integers(0, len(POOL)))
@settings(max_examples=60)
def test_order_makes_no_difference_and_every_article_is_in_one_story(
    mixed: list[dict[str, Any]], kept: int
) -> None:
    some = mixed[:kept]
    found = stories(some)
    assert [s.article_id for s in found] == [a["article_id"] for a in some]
    ids = {a["article_id"] for a in some}
    assert all(s.story_id in ids for s in found)
    own = {s.article_id: s.story_id for s in found}
    assert all(own[story_id] == story_id for story_id in own.values())
    assert sorted(map(str, stories(sorted(some, key=str)))) == sorted(map(str, found))


@given(st.integers(1_000, 9_999), st.integers(30, 200))
@settings(max_examples=20)
def test_an_unrelated_article_changes_no_story(seed: int, words: int) -> None:
    before = {s.article_id: s.story_id for s in stories(POOL)}
    after = {s.article_id: s.story_id for s in stories([*POOL, article("0", prose(seed, words))])}
    assert after == before | {"0": "0"}


@given(st.text(), st.text())
def test_any_text_has_shingles(one: str, other: str) -> None:
    first, second = shingled(one), shingled(other)
    assert 0 <= contained(first, second) <= 1
    assert contained(first, first) in (0, 1)
    assert (contained(first, first) == 0) == (len(first.runs) == 0)
