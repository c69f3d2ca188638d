"""Overview: a row a policy, and what is new since a day that the link keeps."""

from __future__ import annotations

from pathlib import Path

from conftest import Open
from published import POLICY, SCRIPT
from streamlit.testing.v1 import AppTest


def table(app: AppTest, column: str) -> list:
    return next(list(d.value[column]) for d in app.dataframe if column in d.value.columns)


def test_every_policy_has_a_row_with_its_bill_and_its_year(data: Path, open_page: Open) -> None:
    app = open_page("overview", policy=POLICY)
    assert not app.exception
    assert table(app, "bill_label")[0] == "H.R. 12 (199th)"
    assert table(app, "policy")[0] == SCRIPT
    months = table(app, "articles_by_month")[0]
    assert len(months) == 12
    assert sum(months) > 0


def test_what_is_new_starts_at_the_day_of_the_link(data: Path, open_page: Open) -> None:
    app = open_page("overview", policy=POLICY, seen="2031-01-05")
    assert app.query_params["seen"] == "2031-01-05"
    kinds = set(table(app, "what"))
    assert {"act or event", "bill action"} <= kinds
    assert min(table(app, "day_on")).isoformat()[:10] >= "2031-01-05"
    later = open_page("overview", policy=POLICY, seen="2031-03-01")
    assert any("Nothing new since that day" in info.value for info in later.info)
