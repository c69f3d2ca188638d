"""Names: what counts as naming a policy, on the left the text, on the right what stands there."""

import math
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.records import Alias, Policy
from etl.text.folding import by_cluster, fold
from etl.text.name_table import hits, table_of
from etl.text.names import find_mentions
from etl.text.needles import by_hyperscan, one_by_one

LAW = Policy(
    policy_id="section-12",
    name="Section 12 of the Harbor Act",
    short_name="Section 12",
    kind="law",
    citation="99 U.S.C. 12",
    description="Keeps foreign tugs out of harbors.",
    source="made for this test",
    aliases=(
        Alias("Section 12", "en"),
        Alias("§ 12", "en"),
        Alias("12", "en"),
        Alias("Section 12 waiver", "en"),
        Alias("Section 12 of the Harbor Act", "en", strong=True),
        Alias("99 U.S.C. 12", "en"),
        Alias("поправка 12", "ru"),
        Alias("12-я поправка", "ru"),
        Alias("12-ci maddə", "az"),
        Alias("12-րդ հոդված", "hy"),
        Alias("المادة 12", "ar"),
        Alias("TUG", "en"),
    ),
    context=("harbor", "tug", "гаван", "liman", "նավահանգիստ", "ميناء", "unit", "HMA"),
    anti_context=("tax code", "Tobacco Act"),
)

FOUND = [
    ("Section 12 hurts the harbor.", ["Section 12"]),
    ("SECTION 12 HURTS THE HARBOR", ["SECTION 12"]),
    ("Enforce section12 in every harbor.", ["section12"]),
    ("The harbor lives by Section\u00a0 12\u200b.", ["Section\u00a0 12"]),
    ("Se\u0441tion 12 (harbors)", ["Se\u0441tion 12"]),
    ("Section\u201312 and the tugs", ["Section\u201312"]),
    ("Sections 12 and 498A shut the harbor.", ["Sections 12"]),
    ("Sections 498A and 12 shut the harbor.", ["Sections 498A and 12"]),
    ("The harbor rule (§12) stays.", ["§12"]),
    ("The Section 12 waiver opened the harbor.", ["Section 12 waiver"]),
    ("Section 12 of the Harbor Act stands.", ["Section 12 of the Harbor Act"]),
    ("See 99 U. S. C. 12 and be done.", ["99 U. S. C. 12"]),
    ("'12 is a yearly decision,' the harbor master said.", ["12"]),
    ("Против поправки 12 выступили гавани.", ["поправки 12"]),
    ("Гавань против 12-й поправки.", ["12-й поправки"]),
    ("Liman üçün 12-ci maddənin ləğvi.", ["12-ci maddənin"]),
    ("12-րդ հոդվածը և նավահանգիստը", ["12-րդ հոդվածը"]),
    ("ترفض المادة ١٢ في ميناء", ["المادة ١٢"]),
    ("The TUG bill and the harbor.", ["TUG"]),
]
NOT_FOUND = [
    "Section 12 hurts trade.",  # no context
    "Section 120 of the harbor rules.",
    "Section 12.5 of the harbor rules.",
    "Subsection 12 of the harbor rules.",
    "The harbor moved 12 million tons.",
    "On 9/12 the harbor closed.",
    "The tug left the harbor.",  # a tug is not the TUG bill
    "Section 12 of the tax code, said the harbor.",  # the nearest word is against it
    "Section 12 of the Fine Tobacco Act was read. " + "x " * 60 + "Harbor news follows.",
    "Section 12 of the United States Codex.",  # United is not a unit
]


def mentions(text, **more):
    return find_mentions([{"article_id": "a", "text": text, **more}], [LAW])


@pytest.mark.parametrize(("text", "aliases"), FOUND)
def test_a_name_is_found_as_it_stands(text, aliases):
    found = mentions(text)
    assert [m.alias for m in found] == aliases
    assert all(text[m.start : m.end] == m.alias and m.alias in m.sentence for m in found)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_the_name_is_not_found(text):
    assert mentions(text) == []


def test_a_title_may_find_its_context_in_the_body_and_the_body_in_the_title():
    assert [m.match_basis for m in mentions("The harbor waits.", title="Section 12: a relic")] == [
        "title"
    ]
    assert [m.match_basis for m in mentions("Section 12 goes.", title="Harbor news")] == ["body"]


def test_one_sure_place_makes_the_other_places_of_the_article_sure():
    far = "Nothing else was said that day about anything at all. " * 30
    found = mentions(f"Section 12 of the Harbor Act stands. {far} Section 12 is old.")
    assert [m.sentence_index for m in found] == [0, 31]


def test_the_snippet_and_a_repeated_headline_add_no_second_place():
    text = "Harbor: Section 12 stays\n\nThe port rejoiced over Section 12 and the harbor."
    found = mentions(text, title="Harbor: Section 12 stays", snippet="Section 12 and the harbor")
    assert [m.match_basis for m in found] == ["title", "body"]


def test_ids_are_stable_and_differ_by_place():
    text = "Section 12 and the harbor. Section 12 again."
    first, again = mentions(text), mentions(text)
    assert [m.mention_id for m in first] == [m.mention_id for m in again]
    assert len({m.mention_id for m in first}) == 2


def test_the_longest_name_wins_across_policies_and_both_count_where_they_are_equal():
    other = replace(
        LAW,
        policy_id="harbor-act",
        aliases=(Alias("Harbor Act", "en", True), Alias("§ 12", "en")),
        context=(),
    )
    article = {"article_id": "a", "text": "Section 12 of the Harbor Act, § 12, in the harbor."}
    found = find_mentions([article], [LAW, other])
    assert [(m.policy_id, m.alias) for m in found] == [
        ("section-12", "Section 12 of the Harbor Act"),
        ("section-12", "§ 12"),
        ("harbor-act", "§ 12"),
    ]


def test_a_policy_without_context_needs_none():
    assert find_mentions([{"article_id": 1, "text": "Section 12."}], [replace(LAW, context=())])


@pytest.mark.parametrize("article", [{}, {"text": None, "title": float("nan")}, {"text": " "}])
def test_an_empty_article_names_nothing(article):
    assert find_mentions([{"article_id": "a", **article}], [LAW]) == []


@pytest.mark.parametrize(
    "unit", ["Section 12 harbor. ", "Sections 1, 2, 3, ", "§", "é\u0301", "12 ", "x"]
)
def test_a_large_text_takes_bounded_time(unit):
    began = time.process_time()
    mentions(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 20


NUMBERED = replace(LAW, aliases=(Alias("Section 907", "en"), Alias("907 waiver", "en")))
ALONE = [
    ("'907 is a yearly decision,' said the harbor master.", ["907"]),
    ("The harbor says that 907 must stay. 907 does harm.", ["907", "907"]),
    ("They would repeal 907, said the harbor.", ["907"]),
    ("A waiver of 907 for the harbor.", ["907"]),
    ('The harbor calls "907" a relic.', ["907"]),
    ("The harbor and Section 907: 907 was a mistake.", ["Section 907", "907"]),
    ("907 is a number.", []),  # no context
    ("Flight 907 was late at the harbor.", []),
    ("The harbor took 907 tons; of them 907 were lost.", []),
    ("They enforce 907 rules at the harbor.", []),
    ("The harbor moved 1,907 tons, then 907.", []),
]


@pytest.mark.parametrize(("text", "aliases"), ALONE)
def test_a_number_that_stands_with_a_word_in_a_name_may_stand_alone(text, aliases):
    found = find_mentions([{"article_id": "a", "text": text}], [NUMBERED])
    assert [m.alias for m in found] == aliases


def test_a_year_never_stands_alone():
    yearly = replace(LAW, aliases=(Alias("Harbor Act 1992", "en"),))
    text = "They say that 1992 was a good year for the harbor."
    assert find_mentions([{"article_id": "a", "text": text}], [yearly]) == []


SIGNS = st.one_of(
    st.sampled_from(
        ["Section", "section", "12", "907", "§", " ", " ", "-", "\u00a0", "\u200b", "'", ".", ",",
         "HMA", "TUG", "tugs", "harbor", "Harbor Act", "of the", "99 U.S.C. 12", "поправки",
         "гавань", "12-й", "12-րդ", "հոդվածը", "المادة", "والمادة", "١٢", "ميناء", "e\u0301", "İ",
         "Σ", "法12", "\U0001f600", "\U00020000", "\U0002f800", "\ud800", "limanın", "12-ci"]
    ),
    st.characters(),
)  # fmt: skip
TEXTS = st.lists(SIGNS, max_size=40).map("".join)
BOTH = (LAW, replace(NUMBERED, policy_id="section-907", context=("Harbor",)))


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_with_and_without_hyperscan_the_same_is_found(text):
    pytest.importorskip("hyperscan")
    fast, plain = (table_of(BOTH, way) for way in (by_hyperscan, one_by_one))
    assert hits(text, fast) == hits(text, plain)


KNOWN = table_of(BOTH)
TRIED = replace(KNOWN, around=tuple(replace(around, others=()) for around in KNOWN.around))


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_looking_for_a_second_word_first_leaves_nothing_out(text):
    assert any(around.others for around in KNOWN.around)
    assert hits(text, KNOWN) == hits(text, TRIED)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_folding_by_table_and_sign_by_sign_is_the_same(text):
    text = text.ljust(60)
    quick, slow = fold(text), by_cluster(text)
    assert quick.text == slow.text
    places = range(len(quick.text))
    assert [quick.original(n, n + 1) for n in places] == [slow.original(n, n + 1) for n in places]


def test_ten_thousand_names_take_no_more_than_a_few_times_as_long_as_fifty():
    words = [chr(98 + n % 20) + chr(97 + n // 20 % 20) + chr(99 + n // 400) for n in range(10_000)]
    names = [Alias(f"{word}{word[::-1]}ol Act", "en") for word in words]
    text = "The harbor master spoke of an act of kindness in a long sentence about the sea. " * 2000
    few, many = (table_of([replace(LAW, aliases=tuple(names[:n]))]) for n in (50, 10_000))
    took = {50: math.inf, 10_000: math.inf}  # the best of some: others may be at work beside it
    for _ in range(5):
        for size, names_ in ((50, few), (10_000, many)):
            began = time.process_time()
            hits(text, names_)
            took[size] = min(took[size], time.process_time() - began)
    assert took[10_000] < 5 * took[50] + 0.02
