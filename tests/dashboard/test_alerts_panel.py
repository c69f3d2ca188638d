"""The latest alerts on the overview: newest first, harmless, and nothing where there are none."""

from __future__ import annotations

from pathlib import Path

import duckdb
from conftest import Open
from published import POLICY, SCRIPT, publish
from streamlit.testing.v1 import AppTest


def headlines(app: AppTest) -> list[str]:
    found = [d.value for d in app.dataframe if "headline" in d.value.columns]
    return list(found[0]["headline"]) if found else []


def test_the_newest_ninety_days_are_shown_with_their_files(data: Path, open_page: Open) -> None:
    app = open_page("overview", policy=POLICY)
    assert not app.exception
    assert headlines(app)[0].startswith("Net stance moved toward keeping it")
    assert SCRIPT in headlines(app)
    assert not any("2028" in headline for headline in headlines(app))
    (rows,) = [d.value for d in app.dataframe if "headline" in d.value.columns]
    assert "javascript:alert(1)" not in list(rows["source_url"])


def test_a_version_that_has_none_says_so_or_nothing(data: Path, open_page: Open) -> None:
    publish(data, 2, {"alerts": []})
    app = open_page("overview", policy=POLICY)
    assert any("worth an alert" in caption.value for caption in app.caption)
    with duckdb.connect(str(publish(data, 3))) as db:
        db.execute("drop table marts.alerts")
    app = open_page("overview", policy=POLICY)
    assert not app.exception
    assert headlines(app) == []
