"""Citations in plain text come in one form, and what only looks like one does not."""

from __future__ import annotations

import time

import pytest

from etl.text.citation_forms import act_of, normal, within
from etl.text.citations import find

FREEDOM = "act/freedom-support-act"

CASES = [
    ("22 U.S.C. 5812", ["usc/22/5812"]),
    ("22 U.S.C. 5812 note", ["usc/22/5812"]),
    ("22 USC 5812(b)(1)", ["usc/22/5812"]),
    ("47 U.S.C. § 230", ["usc/47/230"]),
    ("42 U.S.C. 1395w–4(b)", ["usc/42/1395w-4"]),
    ("22 U.S.C. 2295-1", ["usc/22/2295-1"]),
    ("50 U.S.C. App. 2405", ["usc-appendix/50/2405"]),
    ("5 U.S.C. 551, 10 U.S.C. 362", ["usc/5/551", "usc/10/362"]),
    ("19 U.S.C. 2432 and 2439", ["usc/19/2432", "usc/19/2439"]),
    ("19 U.S.C. 2431–2433", ["usc/19/2431", "usc/19/2432", "usc/19/2433"]),
    ("section 552(b) of title 5, United States Code", ["usc/5/552"]),
    ("title 14, United States Code, section 907", ["usc/14/907"]),
    ("Section 907 of the FREEDOM Support Act", [f"{FREEDOM}/s907"]),
    ("sections 905, 907(a) and 908 of the FREEDOM Support Act",
     [f"{FREEDOM}/s905", f"{FREEDOM}/s907", f"{FREEDOM}/s908"]),
    ("Freedom Support Act section 907", [f"{FREEDOM}/s907"]),
    ("section 907 of Public Law 102–511 (22 U.S.C. 5812 note)",
     ["public-law/102/511/s907", "usc/22/5812"]),
    ("Public Law 102-511", ["public-law/102/511"]),
    ("P.L. 115-44 s.231", ["public-law/115/44/s231"]),
    ("P.L. 102-511 title IX s.907; 22 U.S.C. 5812 note",
     ["public-law/102/511/s907", "usc/22/5812"]),
    ("division H of Public Law 118–50", ["public-law/118/50/dH"]),
    ("subtitle F of title XII of Public Law 114–328", ["public-law/114/328/tXII/stF"]),
    ("P.L. 114-328 title XII subtitle F", ["public-law/114/328/tXII/stF"]),
    ("chapter 1 of title IV of the Trade Act of 1974", ["act/trade-act/tIV/ch1"]),
    ("section 620M of the Foreign Assistance Act of 1961", ["act/foreign-assistance-act/s620m"]),
    ("section 403(b) of the FISA Amendments Act of 2008", ["act/fisa-amendments-act/s403"]),
    ("section 907 of the Afghanistan Freedom Support Act of 2002",
     ["act/afghanistan-freedom-support-act/s907"]),
    ("Afghanistan Freedom Support Act section 907", ["act/afghanistan-freedom-support-act/s907"]),
    ("section 907(b)(1) of the Internal Revenue Code of 1986", ["act/internal-revenue-code/s907"]),
    ("section 907(b)(1)) shall not be considered a tax", []),
    ("section 5 of this Act", []),
    ("section 5 of the Act", []),
    ("on 22 May 5812 votes were cast", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cites"), CASES, ids=[text for text, _ in CASES])
def test_citations_are_found(text: str, cites: list[str]) -> None:
    assert [c.cite for c in find(text)] == cites


def test_a_citation_says_where_it_stands_and_which_year_its_act_bears() -> None:
    text = "Under section 301 of the Trade Act of 1974, duties"
    (found,) = find(text)
    assert text[found.start : found.end] == "section 301 of the Trade Act of 1974"
    assert found.year == 1974


def test_a_range_without_end_is_no_list() -> None:
    assert [c.cite for c in find("22 U.S.C. 1 through 99999")] == ["usc/22/1", "usc/22/99999"]


@pytest.mark.parametrize(
    ("told", "form"),
    [
        ("usc/22/5812", "usc/22/5812"),
        ("usc/42/300gg–91", "usc/42/300gg-91"),
        ("pl/102/511", "public-law/102/511"),
        ("usc-chapter/26/1", "usc-chapter/26/1"),
        ("/us/usc/t22/s5812/note", "usc/22/5812"),
        ("/us/usc/t7/s1501/etseq", "usc/7/1501"),
        ("/us/usc/t50a/s1701", "usc-appendix/50/1701"),
        ("/us/pl/102/511/tIX/s907", "public-law/102/511/s907"),
        ("/us/stat/131/1229", "stat/131/1229"),
        ("", ""),
    ],
)
def test_parsable_citations_come_in_one_form(told: str, form: str) -> None:
    assert normal(told) == form


def test_a_part_lies_within_the_whole_and_never_the_other_way() -> None:
    assert within("public-law/96/8/s2", "public-law/96/8")
    assert not within("public-law/96/8", "public-law/96/8/s2")
    assert not within("usc/22/58121", "usc/22/5812")


def test_the_year_of_an_act_is_no_part_of_its_name() -> None:
    assert act_of("the National Defense Authorization Act for Fiscal Year 2026") == (
        "act/national-defense-authorization-act",
        2026,
    )


HOSTILE = ["section " * 20000, "1, " * 40000, "Aa " * 40000, "(" * 90000, "title IV of " * 9000]


@pytest.mark.parametrize("text", [*HOSTILE, "Section 1 of " + "Aa " * 30000])
def test_hostile_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    find(text)
    assert time.process_time() - began < 5
