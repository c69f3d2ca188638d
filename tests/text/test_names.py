"""Names: what counts as naming a policy, on the left the text, on the right what stands there."""

import time
from dataclasses import replace

import pytest

from etl.records import Alias, Policy
from etl.text.names import find_mentions

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
