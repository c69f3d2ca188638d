"""Around an event: both sides with n and interval, placebo days, no words of cause."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Open
from published import POLICY
from streamlit.testing.v1 import AppTest

DAYS = {"policy": POLICY, "from": "2030-09-01", "to": "2031-02-28"}


def shown(app: AppTest) -> str:
    kinds = (app.header, app.markdown, app.caption, app.info, app.warning)
    return " ".join(e.value for kind in kinds for e in kind).replace("\\", "")


def test_both_sides_are_told_with_placebo_days(data: Path, open_page: Open) -> None:
    app = open_page("around", event="e3", window="14", **DAYS)
    told = shown(app)
    assert not app.exception
    assert "2 articles in the 14 days before, 9 in the 14 from the day on" in told
    assert "most on 2 Feb 2031, 1 day after" in told
    assert "3 of 40 saw coverage rise at least as much" in told
    assert "All outlets: -0.25 before, +0.50 after, change +0.75 (+0.13 to +1.20" in told
    assert "n = 8 and 12" in told


def test_a_change_needs_enough_on_both_sides(data: Path, open_page: Open) -> None:
    told = shown(open_page("around", event="e3", window="7", **DAYS))
    assert "No group has the 5 judged opinions on both sides" in told


@pytest.mark.parametrize("window", ["7", "14", "30"])
def test_the_link_keeps_event_and_window(data: Path, open_page: Open, window: str) -> None:
    app = open_page("around", event="e3", window=window, **DAYS)
    assert app.query_params["window"] == window
    assert f"in the {window} days before" in shown(app)


def test_no_word_of_cause(data: Path, open_page: Open) -> None:
    told = shown(open_page("around", event="e3", **DAYS)).lower()
    assert not re.search(r"caus|because|due to|led to|effect of|impact", told)


def test_an_unknown_event_is_told(data: Path, open_page: Open) -> None:
    assert "No event nowhere" in shown(open_page("around", event="nowhere", **DAYS))
    assert "No event of these days" in shown(open_page("around", policy="silent-clause"))
