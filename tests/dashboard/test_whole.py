"""The pages on a version that the ETL really built, of the sample and an inbox."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from conftest import DASHBOARD, PAGES, Open
from streamlit.testing.v1 import AppTest

from tests.made import ARTICLE, billstatus

POLICIES = sorted(path.stem for path in (DASHBOARD.parent / "data/policies").glob("*.yaml"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that `python -m etl build` filled."""
    data = tmp_path_factory.mktemp("whole")
    (data / "inbox").mkdir()
    (data / "inbox" / "clipping.txt").write_text(ARTICLE)
    (data / "inbox" / "BILLSTATUS-119hr9001.xml").write_text(billstatus())
    env = os.environ | {"LAWBEAT_DATA": str(data)}
    done = subprocess.run([sys.executable, "-m", "etl", "build"], env=env, cwd=DASHBOARD.parent)
    assert done.returncode == 0
    return data


@pytest.fixture(autouse=True)
def shown(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it the dashboard's."""
    monkeypatch.setenv("LAWBEAT_DATA", str(built))


def exported(built: Path, table: str) -> pd.DataFrame:
    return pd.read_csv(built / "exports" / f"{table}.csv")


def words(app: AppTest) -> str:
    """Return what stands on a page, without the marks that keep it from being mark-up."""
    shown = (*app.title, *app.header, *app.subheader, *app.markdown, *app.caption)
    return " ".join(element.value for element in shown).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_every_policy_that_ships(page: str, open_page: Open) -> None:
    for policy in POLICIES:
        app = open_page(page, policy=policy)
        assert not app.exception, policy
        assert app.query_params["policy"] == policy


def test_the_figure_adds_up_to_the_marts(built: Path, open_page: Open) -> None:
    app = open_page("timeline", policy="section-907", grain="year")
    shown = {metric.label: metric.value for metric in app.metric}
    rows = exported(built, "coverage").query(
        "policy_id == 'section-907' and grain == 'year' and group_name == 'all'"
    )
    assert shown["Articles"] == f"{rows['articles'].sum():,}"


def test_a_dropped_bill_and_article_can_be_opened(built: Path, open_page: Open) -> None:
    app = open_page("bills", policy="section-907", bill="hr9001-119")
    assert "H.R. 9001 (119th)" in words(app)
    mentions = exported(built, "mentions").query("source_id == 'inbox'")
    app = open_page("articles", policy="section-907", article=mentions["article_id"].iloc[0])
    assert "Ada Maker" in words(app)
    assert "opposes" in words(app)


def test_who_judged_is_said_where_it_is_shown(open_page: Open) -> None:
    app = open_page("timeline", policy="section-907")
    assert "neither a machine's judgement nor an analyst's own label" in words(app)
