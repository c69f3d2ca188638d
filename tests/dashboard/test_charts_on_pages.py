"""Every chart of every page: its takeaway to hear, and no more than a browser bears."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import figures
import pandas as pd
import parts
import pytest
import voice_charts
from conftest import DASHBOARD, PAGES, Open
from published import POLICY
from streamlit.testing.v1 import AppTest

ASKED = {"bill": "hr12-199", "event": "e3", "article": "a1"}
DAYS = {"from": "2030-09-01", "to": "2031-02-28"}
WITHOUT = {"overview", "articles", "methods"}  # pages whose charts need more rows than are made up
MOST_BYTES, MOST_POINTS = 400_000, 5_000


def sent(app: AppTest) -> int:
    """Return how many bytes of a page are its own: what Streamlit sends beside its code."""

    def leaves(block: Any) -> Iterator[Any]:
        for child in block.children.values():
            yield from leaves(child) if hasattr(child, "children") else [child]

    protos = (getattr(leaf, "proto", None) for leaf in leaves(app._tree))
    return sum(proto.ByteSize() for proto in protos if hasattr(proto, "ByteSize"))


def spoken(app: AppTest) -> str:
    """Return what stands on a page in plain words."""
    return (
        " ".join(caption.value for caption in app.caption).replace("\\", "").replace("\u2060", "")
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_chart_says_its_takeaway_to_those_who_do_not_see_it(
    data: Path, open_page: Open, page: str
) -> None:
    app = open_page(page, policy=POLICY, **ASKED, **DAYS)
    charts = app.get("plotly_chart")
    assert charts or page in WITHOUT
    for chart in charts:
        assert len(chart.proto.alt) > 20
        assert chart.proto.alt in spoken(app), "what is heard is also read"


def test_a_chart_is_drawn_with_its_takeaway_everywhere() -> None:
    """The two ways to draw one ask for it, and nothing draws one in another way."""
    drawing = {
        path.name: path.read_text("utf-8").count("st.plotly_chart(")
        for path in DASHBOARD.rglob("*.py")
    }
    assert {name: n for name, n in drawing.items() if n} == {"parts.py": 1, "timeline.py": 1}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_sends_little(data: Path, open_page: Open, page: str) -> None:
    app = open_page(page, policy=POLICY, **ASKED, **DAYS)
    assert sent(app) < MOST_BYTES


@pytest.mark.parametrize(
    ("grain", "since", "until", "drawn"),
    [
        ("day", "2030-01-01", "2030-12-31", "day"),
        ("day", "2025-01-01", "2030-12-31", "week"),
        ("week", "2010-01-01", "2030-12-31", "month"),
        ("month", "2000-01-01", "2030-12-31", "month"),
        ("day", "1789-01-01", "2199-12-31", "year"),
    ],
)
def test_a_long_window_is_drawn_by_a_coarser_grain(
    grain: str, since: str, until: str, drawn: str
) -> None:
    days = (pd.Timestamp(since).date(), pd.Timestamp(until).date())
    assert figures.bearable(grain, *days) == drawn


def test_a_coarser_grain_is_told_and_the_link_keeps_what_was_asked(
    data: Path, open_page: Open
) -> None:
    asked = {"grain": "day", "from": "2020-01-01", "to": "2031-12-31"}
    app = open_page("timeline", policy=POLICY, **asked)
    assert any("too many to draw by day: they are drawn by month" in i.value for i in app.info)
    assert app.query_params["grain"] == "day"


def test_the_voices_of_ten_years_are_few_bytes() -> None:
    """As many marks as the select lets through: 25 voices, three stances, sixty stretches."""
    made = [
        {
            "holder": f"A Person With A Longish Name {lane}",
            "lane": lane,
            "stance": stance,
            "day_on": pd.Timestamp("2020-01-01") + pd.Timedelta(days=60 * stretch),
            "months": 2,
            "stories": stretch + 1,
        }
        for lane in range(1, 26)
        for stance in voice_charts.SIDES
        for stretch in range(60)
    ]
    spec = voice_charts.voices(pd.DataFrame(made)).to_json()
    assert len(made) <= MOST_POINTS
    assert len(spec) < 300_000
    assert "and the month after" in json.loads(spec)["data"][0]["hovertemplate"]


def test_a_long_table_shows_its_first_rows_and_its_file_holds_all(
    data: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "SHOWN", 2)
    app = open_page("timeline", policy=POLICY, **DAYS)
    assert [len(frame.value) for frame in app.dataframe] == [2, 2, 2]
    assert "Shown are the first 2; the files hold all 3." in spoken(app)


def test_a_site_is_a_link_and_what_is_none_stays_out_of_it(data: Path, open_page: Open) -> None:
    table = next(f for f in open_page("methods").dataframe if "health" in f.value.columns)
    kinds = json.loads(table.proto.columns)["site"]["type_config"]
    assert kinds["type"] == "link"
    sites = dict(zip(table.value["title"], table.value["site"], strict=True))
    assert sites["The Post"] == "https://post.invalid"
    assert pd.isna(sites["The sample"]), "javascript: is no link"
