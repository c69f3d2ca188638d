"""The brief: one file, nothing from outside, and what strangers wrote stays text."""

from __future__ import annotations

import re
from pathlib import Path

import brief
import pandas as pd
import plotly.graph_objects as go
from conftest import Open
from published import POLICY, SCRIPT

ROWS = pd.DataFrame(
    {
        "day_on": [pd.Timestamp("2031-02-01"), pd.NaT],
        "title": [SCRIPT, None],
        "url": ["https://paper.invalid/a'b", "javascript:alert(1)"],
    }
)


def made() -> str:
    section = brief.Section("Part", "told <b>", ROWS, {n: n for n in ROWS.columns})
    return brief.page("Policy <i>", "under", go.Figure(), "take'away", [section], "foot")


def without_plotly(page: str) -> str:
    return re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)


def test_nothing_is_called_from_outside() -> None:
    page = made()
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", page)
    assert len(page) > 1_000_000, "the code that draws is inside"


def test_what_strangers_wrote_is_text() -> None:
    page = without_plotly(made())
    assert "alert(1)</script>" not in page
    assert "&lt;script&gt;" in page
    assert "href='javascript:" not in page
    assert "<b>" not in page
    assert "href='https://paper.invalid/a&#x27;b'" in page


def test_days_are_words_and_what_is_missing_is_empty() -> None:
    page = without_plotly(made())
    assert "<td>1 Feb 2031</td>" in page
    assert "NaT" not in page
    assert "None" not in page


def test_the_page_shows_what_the_file_holds(data: Path, open_page: Open) -> None:
    app = open_page("brief", policy=POLICY, **{"from": "2030-09-01", "to": "2031-02-28"})
    assert not app.exception
    assert [s.value for s in app.subheader] == [
        "Acts and events",
        "Bills",
        "Stance by group",
        "Who is heard",
        "Newest articles",
    ]
