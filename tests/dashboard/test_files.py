"""What is downloaded is what is drawn, and no spreadsheet runs it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import files
import pandas as pd
import pytest
import streamlit as st
from conftest import Open
from published import FORMULA, POLICY

Downloads = dict[str, Callable[[], bytes]]


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> Downloads:
    """Return what every download button of a run would hand over, by file name."""
    made: Downloads = {}

    def noted(label: str, data: Callable[[], bytes], file_name: str, **_: Any) -> bool:
        assert callable(data), f"{file_name} is made before anybody asks for it"
        made[file_name] = data
        return False

    monkeypatch.setattr(st, "download_button", noted)
    return made


def test_csv_and_parquet_hold_the_rows_that_are_drawn(
    data: Path, open_page: Open, downloads: Downloads
) -> None:
    app = open_page("timeline", policy=POLICY)
    for place, name in enumerate(("events", "coverage", "stance")):
        drawn = app.dataframe[place].value
        stem = f"{name}_{POLICY}_2030-09-01_2031-02-28_v1"
        for kind, read in (("csv", pd.read_csv), ("parquet", pd.read_parquet)):
            rows = read(io.BytesIO(downloads[f"{stem}.{kind}"]()))
            assert len(rows) == len(drawn) > 0
            assert list(rows.columns[:-2]) == list(drawn.columns)
            assert list(rows.columns[-2:]) == ["lawbeat_version", "lawbeat_filters"]
            assert set(rows["lawbeat_version"]) == {1}
            assert f"policy={POLICY}; from=2030-09-01" in rows["lawbeat_filters"].iloc[0]
    csv = pd.read_csv(io.BytesIO(downloads[f"coverage_{POLICY}_2030-09-01_2031-02-28_v1.csv"]()))
    assert list(csv["articles"]) == list(app.dataframe[1].value["articles"]) == [5, 7, 1]
    assert list(csv["period_on"]) == ["2030-09-01", "2030-10-01", "2031-02-01"]


def test_formulas_are_harmless_in_csv_and_kept_in_parquet(
    data: Path, open_page: Open, downloads: Downloads
) -> None:
    open_page("articles", policy=POLICY)
    made = {name.rsplit(".", 1)[1]: make for name, make in downloads.items() if "articles" in name}
    csv = pd.read_csv(io.BytesIO(made["csv"]())).set_index("article_id")
    assert csv.loc["a2", "title_or_address"] == "'" + FORMULA
    assert csv.loc["a2", "outlet"] == "'@gazette"
    parquet = pd.read_parquet(io.BytesIO(made["parquet"]())).set_index("article_id")
    assert parquet.loc["a2", "title_or_address"] == FORMULA


@pytest.mark.parametrize("page", ["timeline", "bills", "articles", "methods"])
def test_every_download_can_be_made(
    data: Path, open_page: Open, downloads: Downloads, page: str
) -> None:
    open_page(page, policy=POLICY, bill="hr12-199", article="a1")
    assert len(downloads) >= 6
    for name, make in downloads.items():
        assert len(make()) > 0, name


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-", "'-"),
        ("@cmd", "'@cmd"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("a=1", "a=1"),
        ("", ""),
        (-0.5, -0.5),
        (None, None),
    ],
)
def test_harmless(cell: object, written: object) -> None:
    assert files.harmless(cell) == written


def test_numbers_below_zero_stay_numbers() -> None:
    rows = pd.DataFrame({"net_stance": [-0.5, None], "holder": ["Ընկեր", "-x"]})
    back = pd.read_csv(io.BytesIO(files.csv(rows, 1, {"policy": "=evil"})))
    assert back["net_stance"].iloc[0] == -0.5
    assert pd.isna(back["net_stance"].iloc[1])
    assert list(back["holder"]) == ["Ընկեր", "'-x"]


def test_days_are_days_in_parquet() -> None:
    days = pd.DataFrame({"held_on": pd.to_datetime(["2031-01-02", None])})
    back = pd.read_parquet(io.BytesIO(files.parquet(days, 1, {})))
    assert str(back["held_on"].iloc[0]) == "2031-01-02"
    assert pd.isna(back["held_on"].iloc[1])
