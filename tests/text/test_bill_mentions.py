"""Bills named in articles: on the left what an article says and when, on the right which bills."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from etl.records import Alias, Policy, PolicyBill
from etl.tables.matched import article_bills
from etl.text.bills.mentions import ArticleBill, find_bills
from etl.text.bills.numbers import bill_numbers
from etl.text.bills.register import register


def policy(policy_id: str, *bills: tuple[str, str, str | None]) -> Policy:
    return Policy(
        policy_id=policy_id,
        name=policy_id,
        short_name=policy_id,
        kind="law",
        citation="",
        description="",
        source="made for this test",
        aliases=(Alias(policy_id, "en", True),),
        bills=tuple(PolicyBill(b, effect, title, "made") for b, effect, title in bills),
    )


POLICIES = [
    policy(
        "tug-law",
        ("hr6840-119", "enforces", "TUG Security Partnership Act"),
        ("hr6534-119", "repeals", "To repeal a restriction on tugs of Dover"),
        ("s3000-118", "enforces", "Harbor Protection Act of 2023"),
        ("hr7288-118", "enforces", "Harbor Protection Act of 2024"),
        ("s1344-105", "weakens", "Silk Harbor Strategy Act of 1997/1998"),
        ("s579-106", "weakens", "Silk Harbor Strategy Act of 1999"),
    ),
    policy("kelp-act", ("hres120-119", "strengthens", None), ("hr22-119", "creates", "KELP Act")),
]
BILLS = [
    {"bill_id": "hr6840-119", "introduced_on": date(2025, 12, 18), "sponsor": "Rep. Maker, Ada"},
    {"bill_id": "hr7288-118", "introduced_on": date(2024, 2, 8), "sponsor": "Rep. Weaver, Bo"},
    {"bill_id": "hr7288-117", "introduced_on": date(2022, 3, 30), "sponsor": "Rep. Older, Cy"},
    {"bill_id": "hr5000-119", "introduced_on": date(2025, 8, 22), "title": "Ferry Lights Act"},
]
KNOWN = register(BILLS, [], [{"bill_id": "hr5000-119", "policy_id": "kelp-act"}], POLICIES)
JAN_26, NOV_23, MAY_25 = date(2026, 1, 2), date(2023, 11, 16), date(2025, 5, 5)

# text, day, the bills with how sure each is
NAMED: list[tuple[str, date | None, list[tuple[str, str | None]]]] = [
    ("They campaign for H.R.6840.", JAN_26, [("hr6840-119", "high")]),
    ("They campaign for H. R. 6840.", JAN_26, [("hr6840-119", "high")]),
    ("They campaign for H.R.\u00a06840.", JAN_26, [("hr6840-119", "high")]),
    ("The House took up HR 6534.", JAN_26, [("hr6534-119", "high")]),
    ("Внесен законопроект H.R.6534.", JAN_26, [("hr6534-119", "high")]),
    ("Внесен законопроект НR 6534.", JAN_26, [("hr6534-119", "high")]),
    ("Внесен законопроект № 6534.", JAN_26, [("hr6534-119", "low")]),
    ("Konqresdə H.R.6840 saylı qanun layihəsi var.", JAN_26, [("hr6840-119", "high")]),
    ("Le projet de loi H.R. 6840 avance.", JAN_26, [("hr6840-119", "high")]),
    ("House bill 6840 was read.", JAN_26, [("hr6840-119", "high")]),
    ("H. Res. 120 is pending.", JAN_26, [("hres120-119", "high")]),
    ("House Resolution 120 is pending.", JAN_26, [("hres120-119", "high")]),
    ("House Res. 120 is pending.", JAN_26, [("hres120-119", "high")]),
    (
        "A release that is wrapped at some width may break H.R.\n6840 in two, and often does so.",
        JAN_26,
        [("hr6840-119", "high")],
    ),
    ("S. 3000 passed.", NOV_23, [("s3000-118", "high")]),
    ("The Senate passed S.3000/H.R. 4.", NOV_23, [("s3000-118", "high"), ("hr4-118", "medium")]),
    ("Senate Bill 1344 was heard.", date(1997, 11, 1), [("s1344-105", "high")]),
    ("H.R. 7288 and 5000 would do it.", date(2024, 3, 1), [("hr7288-118", "high"),
                                                          ("hr5000-118", "low")]),
    # Two Congresses have had the number.
    ("H.R. 7288 was read.", date(2024, 3, 1), [("hr7288-118", "high")]),
    ("tug-law: H.R. 7288 was read.", date(2026, 3, 1), [("hr7288-119", "low")]),
    ("tug-law: H.R. 7288 was read.", MAY_25, [("hr7288-118", "medium")]),  # nor was 5000 there
    ("tug-law: H.R. 7288 of the 118th Congress.", MAY_25, [("hr7288-118", "high")]),
    ("tug-law: H.R. 7288 (2024) was read.", MAY_25, [("hr7288-118", "high")]),
    ("tug-law: last Congress, H.R. 7288 was read.", MAY_25, [("hr7288-118", "medium")]),
    ("Rep. Weaver, whose H.R. 7288 died, spoke.", MAY_25, [("hr7288-118", "medium")]),
    ("H.R. 7288, the Harbor Protection Act, died.", MAY_25, [("hr7288-118", "high")]),
    ("congress.gov/bill/117th-congress/house-bill/7288 tug-law", MAY_25, [("hr7288-117", "high")]),
    ("tug-law: S. 900, which amends the Sea Act of 1974.", MAY_25, [("s900-119", "medium")]),
    ("tug-law: the 119th had no H.R. 3000 yet.", date(2025, 1, 9), [("hr3000-118", "medium")]),
    ("tug-law: H.R. 4000 came.", date(2021, 1, 3), [("hr4000-116", "medium")]),
    # No date.
    ("They campaign for H.R. 6840 and the tug-law.", None, [("hr6840-119", "medium")]),
    ("They campaign for H.R. 6840.", None, [("hr6840-119", "low")]),
    ("tug-law and H.R. 777.", None, [("hr777", None)]),
    # Names.
    ("The TUG Security Partnership Act is read.", JAN_26, [("hr6840-119", "high")]),
    ("The Harbor Protection Act of 2023 passed.", JAN_26, [("s3000-118", "high")]),
    ("The Harbor Protection Act passed.", NOV_23, [("s3000-118", "high")]),
    ("The Harbor Protection Act waits.", date(2024, 5, 1), [("hr7288-118", "low"),
                                                          ("s3000-118", "low")]),
    ("The Harbor Protection Act, S. 3000, waits.", date(2024, 5, 1), [("s3000-118", "high")]),
    ("The Silk Harbor Strategy Act failed.", date(1999, 8, 1), [("s579-106", "high")]),
    ("The Senate’s Harbor Protection Act waits.", date(2024, 5, 1), [("s3000-118", "medium")]),
    ("Weaver calls it the Harbor Protection Act.", date(2024, 5, 1), [("hr7288-118", "medium")]),
    ("In the House, a Harbor Protection Act.", date(2024, 5, 1), [("hr7288-118", "medium")]),
    ("A bill “To repeal a restriction on tugs of Dover” came.", JAN_26, [("hr6534-119", "high")]),
    ("The KELP Act failed.", JAN_26, [("hr22-119", "high")]),
]  # fmt: skip
NOT_NAMED = [
    ("The HR department hired 6840 people.", JAN_26),
    ("HR 6840 degrees were felt.", JAN_26),
    ("HR 2025 opens in the house of Congress.", JAN_26),
    ("Shop at 1200 S. 3000 West, senator.", NOV_23),
    ("Shop at 45 S. 3000 E., senator.", NOV_23),
    ("See Section S. 3000 of the bill.", NOV_23),
    ("The bill costs $3.000 or S$3000.", NOV_23),
    ("The bill names the S-300 and the S 400.", NOV_23),
    ("The U.S. 3000 club of Congress.", NOV_23),
    ("410 U. S. 3000, said the Senate.", NOV_23),
    ("Texas House Bill 6840 passed.", JAN_26),
    ("House Bill 6840 in Texas passed.", JAN_26),
    ("State lawmakers passed House Bill 6840, and the governor signed.", JAN_26),
    ("S. 3000(1) of the Misuse Act, said the Senate.", NOV_23),
    ("H.R. 6,840 and H.R. 6840.5 and H.R. 68401234.", JAN_26),
    ("HR 0.85 (95% CI), said the Senate.", JAN_26),
    ("They kelp act on it.", JAN_26),
    ("The Kelp Act of nature.", JAN_26),  # not KELP
    ("The Silk Harbor Strategy Act is history.", JAN_26),  # long gone
    ("The Harbor Protection Act of 1931 stands.", JAN_26),
    ("H.R. 777 is read.", JAN_26),  # no policy's
]


def bills(text: str, day: date | None, **more: Any) -> list[ArticleBill]:
    article = {"article_id": "a", "text": text, "published_on": day, **more}
    mentions = {"a": frozenset(p.policy_id for p in POLICIES if p.policy_id in text)}
    return list(find_bills([article], KNOWN, mentions))


@pytest.mark.parametrize(("text", "day", "named"), NAMED)
def test_which_bill_is_named_and_how_sure_that_is(
    text: str, day: date | None, named: list[tuple[str, str | None]]
) -> None:
    found = bills(text, day)
    assert {(b.named, b.confidence) for b in found} == set(named)
    assert all(b.wording in b.sentence and b.sentence in text and b.why for b in found)
    assert all((b.bill_id or b.named) == b.named for b in found)


@pytest.mark.parametrize(("text", "day"), NOT_NAMED)
def test_what_only_looks_like_a_bill_is_none(text: str, day: date) -> None:
    assert bills(text, day) == []


def test_a_month_or_a_year_also_tells_the_congress_but_less_surely() -> None:
    told = bills("It is H.R. 6840.", None, published_month=date(2026, 1, 1))
    assert [(b.named, b.confidence) for b in told] == [("hr6840-119", "medium")]
    told = bills("It is S. 3000.", None, published_year=date(2023, 1, 1))
    assert [(b.named, b.confidence) for b in told] == [("s3000-118", "medium")]


def test_one_row_a_bill_by_its_surest_place_and_all_places_counted() -> None:
    text = "A bill of that name came. House bill 6840 is old.\n\nH.R. 6840 is new."
    told = bills(text, JAN_26, title="Of H.R. 6840")
    assert [(b.named, b.places, b.match_basis, b.confidence) for b in told] == [
        ("hr6840-119", 3, "body", "high")
    ]


def test_other_bills_count_where_the_article_names_a_policy_or_a_policys_bill() -> None:
    assert [b.named for b in bills("tug-law beside H.R. 777.", JAN_26)] == ["hr777-119"]
    assert [b.named for b in bills("H.R. 6840 beside H.R. 777.", JAN_26)] == [
        "hr6840-119",
        "hr777-119",
    ]
    assert bills("H.R. 7288 beside H.R. 777.", date(2022, 5, 1)) == []  # hr7288-117 is no policy's


def test_a_number_that_was_not_given_out_by_that_day_is_of_the_congress_before() -> None:
    # H.R. 5000 of the 119th came in August: H.R. 6000 cannot have been there in July.
    told = bills("tug-law: H.R. 6000 is read.", date(2025, 7, 1))
    assert [(b.named, b.confidence) for b in told] == [("hr6000-118", "medium")]
    told = bills("tug-law: H.R. 6000 is read.", date(2025, 11, 1))
    assert [(b.named, b.confidence) for b in told] == [("hr6000-119", "medium")]


def test_a_german_page_is_no_bill_and_a_german_bill_is() -> None:
    assert bill_numbers("Der Kongress (S. 12) tagt.", "de") == []
    assert [n.number for n in bill_numbers("Der Gesetzentwurf S. 12 im Kongress.", "de")] == [12]


def test_the_table_is_made_from_what_it_reads() -> None:
    article = {"article_id": "a", "text": "H.R. 6840 waits.", "published_on": JAN_26}
    (row,) = article_bills.rows([article], BILLS, [], [], [], POLICIES)
    assert (row.bill_id, row.confidence, row.places) == ("hr6840-119", "high", 1)


@pytest.mark.parametrize("article", [{}, {"text": None}, {"text": float("nan")}, {"title": ""}])
def test_an_empty_article_names_no_bill(article: dict[str, Any]) -> None:
    assert list(find_bills([{"article_id": "a", **article}], KNOWN, {})) == []


@pytest.mark.parametrize(
    "unit",
    ["S. 1 ", "H.R. 6840 ", "House Bill 7 ", "законопроект 123 ", "H.R. 123 and 456 ", "1 ", "H",
     "KELP Act ", "Act of 2023 H.R. 7288 "],
)  # fmt: skip
def test_a_large_text_takes_bounded_time(unit: str) -> None:
    began = time.process_time()
    bills(unit * (1_000_000 // len(unit)), JAN_26)
    assert time.process_time() - began < 20
