"""Voices: groups side by side, who is heard, a change of mind, who prints the other camp."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Open
from published import POLICY, SCRIPT
from streamlit.testing.v1 import AppTest

DAYS = {"from": "2030-09-01", "to": "2031-02-28"}


def shown(app: AppTest) -> str:
    kinds = (app.header, app.markdown, app.caption, app.info, app.warning)
    return " ".join(e.value for kind in kinds for e in kind).replace("\\", "")


def table(app: AppTest, column: str) -> list[str]:
    return next(list(d.value[column]) for d in app.dataframe if column in d.value.columns)


def test_groups_stand_side_by_side_with_n_and_interval(data: Path, open_page: Open) -> None:
    app = open_page("voices", policy=POLICY, **DAYS)
    assert not app.exception
    # 6 of harbour: 1 supports, 4 oppose, 1 neutral
    assert "Harbour papers: net -0.50" in shown(app)
    assert "n = 6" in shown(app)
    assert "Hill papers: net" not in shown(app), "one opinion is too few for a net"


def test_a_change_of_mind_is_told_and_can_be_read(data: Path, open_page: Open) -> None:
    app = open_page("voices", policy=POLICY, voice=f"{POLICY}:Ada Fable", **DAYS)
    told = shown(app)
    assert "on both sides at different times: Ada Fable" in told
    assert "Section 12 should go, for the 1th time" in told
    assert "1 opinion has no date" in told
    rows = next(d.value for d in app.dataframe if "changed_mind" in d.value.columns)
    changed = dict(zip(rows["holder"], rows["changed_mind"], strict=True))
    assert changed["Ada Fable"]
    assert not changed["Bo Grimm"]


@pytest.mark.parametrize(
    ("kind", "holders"),
    [
        ("speaker", {"Ada Fable", SCRIPT, "Bo Grimm", "Cy Hood", "Di Moss"}),
        ("outlet", {"The Fret Gazette"}),
    ],
)
def test_kinds_of_voices_are_told_apart(
    data: Path, open_page: Open, kind: str, holders: set[str]
) -> None:
    assert set(table(open_page("voices", policy=POLICY, kind=kind, **DAYS), "holder")) == holders


def test_days_and_group_narrow_the_voices(data: Path, open_page: Open) -> None:
    asked = {"from": "2031-01-01", "to": "2031-02-28"}
    assert set(table(open_page("voices", policy=POLICY, **asked), "holder")) == {
        "Ada Fable",
        "Di Moss",
    }
    only = open_page("voices", policy=POLICY, group="hill", **asked)
    assert set(table(only, "holder")) == {"Di Moss"}


def test_a_script_for_a_name_stays_text(data: Path, open_page: Open) -> None:
    app = open_page("voices", policy=POLICY, **DAYS)
    figures = [chart.proto.spec for chart in app.get("plotly_chart")]
    assert not any("<script>" in json.dumps(json.loads(f)["data"]) for f in figures)


def test_who_prints_the_other_camp_is_listed(data: Path, open_page: Open) -> None:
    app = open_page("voices", policy=POLICY, **DAYS)
    assert table(app, "carried_outlet") == [SCRIPT]


def test_nobody_is_invented(data: Path, open_page: Open) -> None:
    app = open_page("voices", policy=POLICY, voice=f"{POLICY}:No One", **DAYS)
    assert "Nobody by the name of No One" in shown(app)
    assert "No opinion was judged" in shown(open_page("voices", policy="quarry-rule"))
