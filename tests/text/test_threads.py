"""Which bills are one proposal: pairs of bills, and what we hold about each."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from etl.text.bills.names import is_annual, is_procedural, short_name
from etl.text.near_same import likeness, near_same, print_of
from etl.text.thread_links import Told
from etl.text.threads import threads

NAMES = [
    ("Armenian Protection Act of 2023", "armenian protection act"),
    ("ARMENIAN PROTECTION ACT", "armenian protection act"),
    ("Silk Road Strategy Act of 1997/1998", "silk road strategy act"),
    ("A bill to repeal a restriction on aid.", "to repeal a restriction on aid"),
    ("To repeal a restriction on aid", "to repeal a restriction on aid"),
    ("Kids’ Safety Act (KSA)", "kids safety act"),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("title", "name"), NAMES)
def test_a_name_is_told_without_year_and_signs(title: str | None, name: str | None) -> None:
    assert short_name(title) == name


@pytest.mark.parametrize(
    ("title", "official", "annual"),
    [
        ("National Defense Authorization Act for Fiscal Year 2024", None, True),
        ("NDAA", None, True),
        ("Department of State, Foreign Operations Appropriations Act, 2024", None, True),
        ("Intelligence Authorization Act for Fiscal Year 2024", None, True),
        ("Further Continuing Appropriations Act, 2019", None, True),
        ("Made Act", "Making supplemental appropriations for the fiscal year", True),
        ("Made Act", "To authorize appropriations for fiscal years 2020 through 2024", False),
        ("Armenian Protection Act of 2023", "To repeal a waiver authority", False),
        (None, None, False),
    ],
)
def test_what_comes_every_year_is_known(
    title: str | None, official: str | None, annual: bool
) -> None:
    assert is_annual(title, official) is annual


@pytest.mark.parametrize(
    ("title", "procedural"),
    [
        ("Electing Members to certain standing committees of the House", True),
        ("Providing for consideration of the bill (H.R. 1)", True),
        ("Authorizing the use of the Capitol Grounds for a memorial service", True),
        ("A resolution designating May 2023 as Made Month", True),
        ("Condemning the blockade of a made land", False),
    ],
)
def test_the_chambers_own_business_is_known(title: str, procedural: bool) -> None:
    assert is_procedural(title) is procedural


def bill(bill_id: str, title: str = "Made Aid Restriction Act", **other: Any) -> Told:
    kind = bill_id.rstrip("0123456789").rstrip("-").rstrip("0123456789")
    congress = int(bill_id.partition("-")[2])
    told = {"introduced_on": date(1787 + 2 * congress, 2, 1), "title": title} | other
    return Told(bill_id=bill_id, congress=congress, bill_type=kind, **told)


def words(seed: int, count: int = 400) -> str:
    source = random.Random(seed)
    return " ".join(f"w{source.randrange(5000)}" for _ in range(count))


TEXT = words(1)
CHANGED = " ".join(w if n % 60 else "other" for n, w in enumerate(TEXT.split()))
Told_pair = tuple[Told, Told]

# Two bills: how the second is of the first's thread; None where they are apart.
PAIRS: list[tuple[str, Told, Told, str | None]] = [
    ("companions of one title", bill("hr1-118"), bill("s2-118"), "companion"),
    ("the same title in the next Congress", bill("hr1-118"), bill("hr9-119"), "same title"),
    ("another year in the title", bill("hr1-118", "Made Aid Restriction Act of 2023"),
     bill("s9-119", "Made Aid Restriction Act of 2025"), "same title"),
    ("the same chamber and Congress", bill("hr1-118"), bill("hr2-118"), None),
    ("a name that two took", bill("hr1-118", "SAVE Act", official_title="To protect wild salmon"),
     bill("hr9-119", "SAVE Act", official_title="To require proof at elections"), None),
    ("one sponsor, one name", bill("hr1-118", "SAVE Act", sponsor_id="A1"),
     bill("hr9-119", "SAVE Act", sponsor_id="A1"), "same title"),
    ("a short name, nothing else known", bill("hr1-118", "SAVE Act"), bill("hr9-119", "SAVE Act"),
     None),
    ("a short name in one Congress", bill("hr1-118", "SAVE Act"), bill("s9-118", "SAVE Act"),
     "companion"),
    ("another title", bill("hr1-118"), bill("hr9-119", "Another Matter Wholly Act"), None),
    ("it became law", bill("hr1-118", law_number="118-1"), bill("hr9-119"), None),
    ("the companion of a law", bill("hr1-118", law_number="118-1"), bill("s9-118"), "companion"),
    ("every year", bill("hr1-118", "National Defense Authorization Act for Fiscal Year 2024"),
     bill("hr9-119", "National Defense Authorization Act for Fiscal Year 2026"), None),
    ("appropriations", bill("hr1-118", "Made Appropriations Act, 2024"),
     bill("hr9-119", "Made Appropriations Act, 2026"), None),
    ("a resolution's title is no name", bill("hres1-118", "Electing Members to Committees"),
     bill("hres9-119", "Electing Members to Committees"), None),
    ("a short title that the display title hides",
     bill("hr1-118", "To do a made thing", names=("Made Aid Restriction Act of 2023",)),
     bill("hr9-119", "Made Aid Restriction Act"), "same title"),
    ("near the same text, one sponsor", bill("hr1-118", "One Act", sponsor_id="A1", text=TEXT),
     bill("hr9-119", "Two Act", sponsor_id="A1", text=CHANGED), "same text"),
    ("near the same text, one policy",
     bill("hr1-118", "One Act", policies=frozenset({"p"}), text=TEXT),
     bill("s9-118", "Two Act", policies=frozenset({"p"}), text=TEXT), "companion"),
    ("near the same text, telling words", bill("hr1-118", "Ruritania Blockade Act", text=TEXT),
     bill("hr9-119", "Blockade of Ruritania Act", text=TEXT), "same text"),
    ("the same text, nothing in common", bill("hr1-118", "One Act", text=TEXT),
     bill("hr9-119", "Two Act", text=TEXT), None),
    ("another text", bill("hr1-118", "One Act", sponsor_id="A1", text=TEXT),
     bill("hr9-119", "Two Act", sponsor_id="A1", text=words(2)), None),
    ("folded into a longer one", bill("hr1-118", "One Act", sponsor_id="A1", text=TEXT),
     bill("hr9-119", "Two Act", sponsor_id="A1", text=TEXT + words(3, 1200)), None),
    ("too short to tell", bill("hr1-118", "One Act", sponsor_id="A1", text="section 9 is repealed"),
     bill("hr9-119", "Two Act", sponsor_id="A1", text="section 9 is repealed"), None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "how"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_two_bills(first: Told, second: Told, how: str | None) -> None:
    found = threads([second, first], [])
    if how is None:
        assert found == []
        return
    assert [(m.bill_id, m.position, m.how) for m in found] == [
        (first.bill_id, 1, "first"),
        (second.bill_id, 2, how),
    ]
    assert {m.thread_id for m in found} == {first.bill_id}
    assert found[1].linked_to == first.bill_id
    assert found[1].why


def test_the_record_says_that_two_are_identical() -> None:
    bills = [bill("hr1-118", "One Act"), bill("s2-118", "Two Act"), bill("s3-118", "Three Act")]
    related = [
        ("s2-118", "hr1-118", "Identical bill", "CRS"),
        ("s3-118", "hr1-118", "Related bill", "CRS"),
        ("s2-118", "hr77-118", "Identical bill", "CRS"),  # not at hand
        ("s2-118", "s2-118", "Identical bill", "CRS"),
    ]
    found = threads(bills, related)
    assert [(m.bill_id, m.how, m.why) for m in found] == [
        ("hr1-118", "first", None),
        ("s2-118", "companion", "Identical bill (CRS)"),
    ]


def test_two_of_one_chamber_are_no_companions() -> None:
    bills = [bill("hr1-118", "One Act"), bill("hr2-118", "Two Act")]
    found = threads(bills, [("hr1-118", "hr2-118", "Identical bill", None)])
    assert [m.how for m in found] == ["first", "identical bill"]


def test_a_thread_runs_through_congresses_and_chambers() -> None:
    bills = [bill(b) for b in ("hr7-119", "s5-119", "hr3-118", "s2-117", "hr1-116")]
    found = threads(bills, [])
    assert [(m.bill_id, m.position, m.attempt, m.how) for m in found] == [
        ("hr1-116", 1, 1, "first"),
        ("s2-117", 2, 2, "same title"),
        ("hr3-118", 3, 3, "same title"),
        ("hr7-119", 4, 4, "same title"),
        ("s5-119", 5, 4, "companion"),
    ]


def test_a_title_that_became_law_begins_anew() -> None:
    bills = [bill("hr1-116"), bill("s2-116", law_number="116-9"), bill("hr3-118"), bill("hr4-119")]
    found = threads(bills, [])
    assert [(m.thread_id, m.bill_id) for m in found] == [
        ("hr1-116", "hr1-116"),
        ("hr1-116", "s2-116"),
        ("hr3-118", "hr3-118"),
        ("hr3-118", "hr4-119"),
    ]


def test_texts_are_compared_without_their_heads_and_years() -> None:
    head = "A BILL To do. Be it enacted by the Senate and House of Representatives of the United "
    head += "States of America in Congress assembled, SECTION 1. This Act may be cited as the "
    one = print_of(f"{head} One Act of 2023. {TEXT} by 2023")
    other = print_of(f"{head} Two Act of 2025. {TEXT} by 2025")
    assert likeness(one, other) == 1
    assert near_same(one, other)
    assert likeness(print_of(TEXT), print_of(words(9))) < 0.05


def test_many_bills_that_share_a_word_are_not_all_compared() -> None:
    many = [
        bill(f"hr{n}-{118 + n % 2}", f"Ruritania Blockade Matter {words(n, 3)}", text=TEXT)
        for n in range(1, 400)
    ]
    assert threads(many, []) == []
