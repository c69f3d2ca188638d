"""Names of policies: which are too wide, and that no two policies share one."""

from __future__ import annotations

import pytest

from etl.policies import read_policies
from etl.policy_names import too_wide
from tests.test_policies import SHIPPED


@pytest.mark.parametrize(
    "name",
    ["the", "Act", "section", "Congress", "the law", "Закон", "конгресс", "qanun", "օրենք",
     "la loi", "القانون", "Gesetz", "法案", "", "a", "US", "907", "1,000", "9/07", "--", "§", "*",
     "Section .*", "%907%", "[a-z]+", "THE AMENDMENT", "U.S."],
)  # fmt: skip
def test_a_name_that_matches_everything_is_too_wide(name: str) -> None:
    assert too_wide(name)


@pytest.mark.parametrize(
    "name",
    ["Section 907", "§ 907", "907 waiver", "907th amendment", "SAVE Act", "KOSA", "NDAA", "DACA",
     "Jones Act", "TikTok ban", "301 tariffs", "CDA 230", "поправка 907", "907-րդ հոդված",
     "المادة 907", "台灣關係法", "301条款", "National Defense Authorization Act",
     "$15 minimum wage",
     "H.R. 22"],
)  # fmt: skip
def test_a_name_that_names_something_is_not(name: str) -> None:
    assert too_wide(name) is None


def test_a_name_of_one_policy_is_not_a_strong_name_of_another() -> None:
    owners: dict[str, str] = {}
    for policy in read_policies(SHIPPED):
        for alias in policy.aliases:
            owner = owners.setdefault(alias.text.casefold(), policy.policy_id)
            assert owner == policy.policy_id, alias.text
