"""Arguments, words of each side, what a waiver is called, bills in the news, the last visit."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import all_bills
import argued
import argument_charts
import argument_takeaways
import called
import db
import pandas as pd
import pytest
import visits
from conftest import Open
from published import POLICY
from streamlit.testing.v1 import AppTest

DAYS = {"from": "2030-09-01", "to": "2031-02-28", "grain": "month"}


def shown(app: AppTest) -> str:
    kinds = (app.header, app.markdown, app.caption, app.info, app.warning)
    return " ".join(e.value for kind in kinds for e in kind).replace("\\", "")


def table(app: AppTest, column: str) -> pd.DataFrame:
    return next(d.value for d in app.dataframe if column in d.value.columns)


def test_arguments_are_told_with_n_interval_and_when_they_rose(data: Path, open_page: Open) -> None:
    app = open_page("voices", policy=POLICY, **DAYS)
    assert not app.exception
    told = shown(app)
    # 2 and 6 of the 20 stories that were searched in the two months
    assert "to keep it is “Bright streets” (2 of 20 stories, 10%; 3% to 30%)" in told
    assert "to drop it is “Costly oil” (6 of 20 stories, 30%; 15% to 52%)" in told
    assert "Rose clearly above what went before: “Costly oil” in Oct 2030" in told
    rows = table(app, "rose_on").set_index("argument_id")
    assert rows.loc["costly-oil", "rose_on"].date() == date(2030, 10, 1)
    assert pd.isna(rows.loc["bright-streets", "rose_on"])


def test_a_window_and_a_group_narrow_the_arguments(data: Path, open_page: Open) -> None:
    early = open_page("voices", policy=POLICY, **DAYS | {"to": "2030-09-30"})
    assert list(table(early, "rose_on")["argument_id"]) == ["bright-streets"]
    none = shown(open_page("voices", policy=POLICY, group="hill", **DAYS))
    assert "No argument that the policy's file lists is used" in none


def test_words_of_each_side_follow_the_choice(data: Path, open_page: Open) -> None:
    app = open_page("voices", policy=POLICY, **DAYS)
    assert set(table(app, "log_odds")["side"]) == {"supports", "opposes"}
    groups = open_page("voices", policy=POLICY, words="group", **DAYS)
    assert list(table(groups, "log_odds")["label"]) == ["Hill papers"]


def test_what_a_waiver_is_called_is_counted(data: Path, open_page: Open) -> None:
    told = shown(open_page("around", policy=POLICY, event="e3", **DAYS))
    assert "Of 9 articles 4 say what it was" in told
    assert "1 (25%; 10% to 70%) call it cancelled or repealed, 0 of them without" in told


def test_no_wrong_word_is_told_too() -> None:
    row = {"called": "waiver", "articles": 2, "calling": 2, "share": 1.0, "articles_near": 3}
    told = called.takeaway(pd.DataFrame([row]))
    assert told.endswith("None calls it cancelled or repealed.")


def test_an_article_shows_the_bills_it_names_and_why(data: Path, open_page: Open) -> None:
    told = shown(open_page("articles", policy=POLICY, article="a1"))
    assert "Names **hr12-199**" in told
    assert "named so · confidence: high" in told
    assert "of which Congress is not known" in told


def test_a_bill_shows_the_articles_that_name_it(data: Path, open_page: Open) -> None:
    app = open_page("bills", policy=POLICY, bill="hr12-199")
    assert "1 dated story names the bill, most in Sep 2030 (1)." in shown(app)
    assert len(table(app, "wording")) == 1
    assert "No article at hand names this bill" in shown(
        open_page("bills", policy=POLICY, bill="s3-198")
    )


def test_how_well_stance_is_judged_is_told_beside_the_commonest_label(
    data: Path, open_page: Open
) -> None:
    told = shown(open_page("methods", policy=POLICY))
    assert "rules on made passages (en, n = 40): macro-F1 0.50, against 0.20" in told
    assert "the side is right in 75% (53% to 89%, n = 20)" in told


@pytest.mark.parametrize("page", ["voices", "around", "articles", "bills"])
def test_markup_of_strangers_stays_text(data: Path, open_page: Open, page: str) -> None:
    asked = {"article": "a1", "bill": "hr12-199", "event": "e3"}
    app = open_page(page, policy=POLICY, **asked, **DAYS)
    assert not app.exception
    text = " ".join(e.value for kind in (app.markdown, app.caption, app.header) for e in kind)
    assert argued.MARKUP not in text
    for figure in app.get("plotly_chart"):
        assert "<script" not in json.dumps(json.loads(figure.proto.spec)["data"])
        assert "<script" not in figure.proto.alt or "<b>" in figure.proto.alt  # an attribute


def test_figures_have_a_mark_a_row_and_a_ring_where_it_rose(data: Path, open_page: Open) -> None:
    rows = argued.rows(POLICY)["arguments_over_time"][:2]
    points = pd.DataFrame(rows)
    summed = points.assign(first_on=points["period_on"])
    figure = argument_charts.over_time(summed, points, "month")
    ring = figure.data[-1]
    assert (ring.name, list(ring.y)) == ("Rose", ["Costly oil"])
    assert sum(len(trace.x) for trace in argument_charts.shares(summed).data) == 2


def test_nothing_is_told_of_nothing() -> None:
    none = pd.DataFrame({"argument": [], "side": [], "rose_on": []})
    assert "No argument" in argument_takeaways.arguments(none)
    assert "No argument rose" in argument_takeaways.rises(none, "week")


@pytest.mark.parametrize(
    ("cookie", "last"),
    [
        (None, None),
        ("", None),
        (".2031-01-05", date(2031, 1, 5)),
        ("2031-01-02.2031-03-02", date(2031, 1, 2)),  # here today already
        ("2031-01-02.2031-02-05", date(2031, 2, 5)),
        ("2031-02-31.2031-02-32", None),
        ("2099-01-01.2099-01-02", None),
        ("<script>.2031-01-05", None),
    ],
)
def test_the_last_visit_is_read_from_the_cookie(
    cookie: str | None, last: date | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookies = {} if cookie is None else {visits.COOKIE: cookie}
    monkeypatch.setattr(visits.st, "context", SimpleNamespace(cookies=cookies))
    monkeypatch.setattr(visits, "today", lambda: date(2031, 3, 2))
    assert visits.last() == last


def test_what_is_new_starts_at_the_last_visit(
    data: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "last", lambda: date(2031, 1, 5))
    app = open_page("overview", policy=POLICY)
    assert app.query_params["seen"] == "2031-01-05"
    assert "since 5 Jan 2031, your last visit with this browser" in shown(app)
    linked = open_page("overview", policy=POLICY, seen="2031-01-02")
    assert "your last visit" not in shown(linked)


def test_a_fact_that_a_record_replaced_is_found_by_its_day(data: Path, open_page: Open) -> None:
    day = str(db.query("select event_on from events where event_id = 'e3'")["event_on"].iloc[0])
    app = open_page("around", policy=POLICY, event=f"lantern-{day[:10]}-hearing", **DAYS)
    assert not [w for w in app.warning if "falls in these days" in w.value]


def test_all_bills_are_paged(data: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not open_page("bills", policy=POLICY, bills="all").number_input
    monkeypatch.setattr(all_bills, "MOST", 2)
    app = open_page("bills", policy=POLICY, bills="all", shown="2")
    assert "of 2: 3 bills, 2 a page" in shown(app)
    assert len(table(app, "sponsor_from")) == 1
    app.number_input(key="shown").set_value(1).run()
    assert len(table(app, "sponsor_from")) == 2
