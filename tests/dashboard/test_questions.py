"""The analyst's twenty questions: every link of docs/questions.md opens, and its rows are there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import clippings
import pandas as pd
import pytest
from conftest import DASHBOARD, Open
from streamlit.testing.v1 import AppTest

ROOT = DASHBOARD.parent
LINES = (ROOT / "docs" / "questions.md").read_text("utf-8").splitlines()
# Made for the window of the page, so in no export; the page's own rows hold them.
OF_THE_PAGE = {"compared": "week", "news": "day_on", "apart": "tone"}


@dataclass(frozen=True)
class Question:
    """A line of the table."""

    number: int
    page: str
    parameters: dict[str, str]
    rows: tuple[str, ...]


def questions() -> list[Question]:
    found = []
    for line in LINES:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        link = re.search(r"\]\((/[^)]*)\)", line)
        if cells[0].isdigit() and link:
            parts = urlsplit(link[1])
            found.append(
                Question(
                    int(cells[0]),
                    parts.path.strip("/") or "overview",
                    dict(parse_qsl(parts.query)),
                    tuple(re.findall(r"`(\w+)`", cells[-1])),
                )
            )
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that `python -m etl build` filled: the shipped sample and some clippings."""
    data = tmp_path_factory.mktemp("questions")
    clippings.drop(data / "inbox")
    env = os.environ | {"LAWBEAT_DATA": str(data)}
    done = subprocess.run([sys.executable, "-m", "etl", "build"], env=env, cwd=ROOT)
    assert done.returncode == 0
    return data


@pytest.fixture(autouse=True)
def shown(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWBEAT_DATA", str(built))


def opened(question: Question, open_page: Open) -> AppTest:
    return open_page(question.page, **question.parameters)


def mart(built: Path, name: str) -> pd.DataFrame:
    rows = pd.read_csv(built / "exports" / f"{name}.csv")
    return rows[rows["policy_id"] == "section-907"] if "policy_id" in rows else rows


def test_there_are_twenty() -> None:
    numbers = [int(line.split("|")[1]) for line in LINES if re.match(r"\| \d+ \|", line)]
    assert numbers == list(range(1, 21))


@pytest.mark.parametrize("question", questions(), ids=lambda q: f"q{q.number}")
def test_the_link_opens_and_its_rows_are_there(
    question: Question, built: Path, open_page: Open
) -> None:
    app = opened(question, open_page)
    assert not app.exception
    # A bad link is told in a warning; that events stand close together is another matter.
    assert not [w for w in app.warning if "these days" not in w.value]
    for name in question.rows:
        if name in OF_THE_PAGE:
            assert any(OF_THE_PAGE[name] in table.value.columns for table in app.dataframe)
        else:
            assert (built / "exports" / f"{name}.csv").exists()


def words(app: AppTest) -> str:
    kinds = (app.header, app.markdown, app.caption)
    return " ".join(e.value for kind in kinds for e in kind).replace("\\", "")


def asked(number: int) -> Question:
    return next(q for q in questions() if q.number == number)


def test_1_the_change_around_the_waiver_is_that_of_the_mart(built: Path, open_page: Open) -> None:
    rows = mart(built, "around_events")
    row = rows[
        (rows["event_id"] == "section-907-2025-08-08-waiver")
        & (rows["window_days"] == 30)
        & (rows["group_name"] == "all")
    ].iloc[0]
    told = words(opened(asked(1), open_page))
    assert f"{row['before']} articles in the 30 days before, {row['after']} in the 30" in told


def test_3_the_last_known_waiver_is_told_with_its_signer(built: Path, open_page: Open) -> None:
    rows = mart(built, "waiver_periods")
    last = rows[rows["state"] == "in force"].sort_values("from_on").iloc[-1]
    told = words(opened(asked(3), open_page))
    assert f"signed by {last['signer']} holds from 8 Aug 2025, due again on 8 Aug 2026" in told
    years = mart(built, "waivers").set_index("year")["state"]
    assert years[2022] == "waived"
    assert years[2024] in ("lapsed", "not waived")


def test_4_stories_that_name_the_bill_are_counted_by_week(built: Path, open_page: Open) -> None:
    rows = mart(built, "bill_coverage")
    weeks = rows[(rows["bill_id"] == "hr6534-119") & (rows["grain"] == "week")]
    assert weeks.set_index("period_on")["stories"].to_dict() == {"2025-12-08": 4}
    told = words(opened(asked(4), open_page))
    assert "4 dated stories name the bill, most in week of 8 Dec 2025 (4)" in told


def test_8_what_the_waiver_is_called_is_counted(built: Path, open_page: Open) -> None:
    rows = mart(built, "act_words")
    rows = rows[rows["article_id"].isin(made_up(built, "articles"))]
    assert sorted(rows["called"]) == ["cancellation", "repeal", "suspension", "waiver"]
    assert set(rows.loc[rows["only_wrong"], "called"]) == {"cancellation", "repeal"}
    shares = mart(built, "act_word_shares")
    shares = shares[shares["event_on"] == "2025-08-08"].set_index("called")
    told = words(opened(asked(8), open_page))
    wrong = shares.loc["wrong"]
    assert f"{wrong['articles']} ({wrong['share']:.0%};" in told
    assert f"call it cancelled or repealed, {shares.loc['only wrong', 'articles']} of" in told
    assert wrong["articles"] >= 2


def test_12_arguments_of_each_side_and_when_each_rose(built: Path, open_page: Open) -> None:
    rows = mart(built, "arguments_over_time")
    months = rows[(rows["grain"] == "month") & (rows["group_name"] == "all")]
    risen = months[(months["argument_id"] == "outdated") & months["rose"]]
    assert risen["period_on"].to_list() == ["2025-12-01"]
    assert {"keeps", "drops"} <= set(rows["side"].dropna())
    told = words(opened(asked(12), open_page))
    assert "“Outdated” in Dec 2025" in told
    assert "the most used reason to drop it is" in told.lower()
    used = mart(built, "arguments")
    used = used[used["article_id"].isin(made_up(built, "articles"))]
    assert set(used["argument_id"]) == {"no-aid-to-an-aggressor", "outdated"}


def made_up(built: Path, name: str) -> set[str]:
    rows = pd.read_csv(built / "exports" / f"{name}.csv")
    return set(rows.loc[rows["outlet"] == "Made-up Wire", "article_id"])


def test_6_the_most_heard_voice_is_that_of_the_mart(built: Path, open_page: Open) -> None:
    rows = mart(built, "voices")
    speakers = rows[rows["holder_kind"] == "speaker"].sort_values("opinions", ascending=False)
    assert speakers.iloc[0]["holder"] in words(opened(asked(6), open_page))


def test_13_both_bills_are_lined_up_from_their_introduction(built: Path, open_page: Open) -> None:
    app = opened(asked(13), open_page)
    table = next(t.value for t in app.dataframe if "week" in t.value.columns)
    first = table[table["week"] == 0].set_index("bill_id")["week_on"]
    bills = pd.read_csv(built / "exports" / "bills.csv").set_index("bill_id")["introduced_on"]
    for bill_id in ("s3000-118", "hr6534-119"):
        assert first[bill_id].isoformat()[:10] == bills[bill_id]


def test_17_languages_add_up(built: Path) -> None:
    rows = mart(built, "languages")
    whole = rows[rows["outlet"] == "all"]
    policies = pd.read_csv(built / "exports" / "policies.csv").set_index("policy_id")
    assert whole["articles"].sum() == policies.loc["section-907", "articles"]
    assert {"ru", "az", "hy", "fr"} <= set(whole["language"])
