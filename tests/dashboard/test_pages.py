"""Every page found runs, for every policy, with good and bad words in the URL."""

from __future__ import annotations

import json
from pathlib import Path

import menu
import pandas as pd
import pytest
from conftest import DASHBOARD, PAGES, Open
from published import FORMULA, POLICY, SCRIPT, made_up, publish
from streamlit.testing.v1 import AppTest

POLICIES = (POLICY, "quarry-rule", "silent-clause")
BAD = {
    "policy": "<script>",
    "from": "2031-02-30",
    "to": "yesterday",
    "group": "' or 1=1 --",
    "grain": "eon",
    "bill": "../../etc/passwd",
    "article": "%00",
    "stance": "loves",
    "text": "$policy'; drop",
    "count": "sheep",
    "table": "sqlite_master",
    "bills": "many",
    "look": "period:<script>",
}


def all_text(app: AppTest) -> str:
    kinds = (app.title, app.header, app.markdown, app.caption, app.info, app.warning)
    return "\n".join(element.value for kind in kinds for element in kind)


def spec(app: AppTest) -> dict:
    return json.loads(app.get("plotly_chart")[0].proto.spec)


def test_pages_are_found() -> None:
    assert {"timeline", "bills", "articles", "methods"} <= set(PAGES)
    heads = [menu.page_head((DASHBOARD / "pages" / f"{page}.py").read_text()) for page in PAGES]
    assert all({"title", "order"} <= set(head) for head in heads)
    assert len({head["order"] for head in heads}) == len(heads)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("page", PAGES)
def test_page_runs_for_every_policy(data: Path, open_page: Open, page: str, policy: str) -> None:
    app = open_page(page, policy=policy)
    assert not app.exception
    assert not app.warning
    assert app.query_params["policy"] == policy
    assert {"from", "to", "group", "grain"} <= set(app.query_params)


@pytest.mark.parametrize("page", PAGES)
def test_bad_values_are_told_and_replaced(data: Path, open_page: Open, page: str) -> None:
    app = open_page(page, **BAD)
    assert not app.exception
    assert app.query_params["policy"] == POLICY
    assert app.query_params["grain"] == "month"
    assert app.query_params["group"] == "all"


def test_a_bad_value_is_told(data: Path, open_page: Open) -> None:
    told = [
        warning.value for warning in open_page("timeline", grain="eon", **{"from": "x"}).warning
    ]
    assert any("grain “eon”" in text for text in told)
    assert any("from “x”" in text for text in told)


@pytest.mark.parametrize(
    ("grain", "articles"), [("day", "13"), ("week", "13"), ("month", "13"), ("year", "8")]
)
def test_link_reproduces_the_view(data: Path, open_page: Open, grain: str, articles: str) -> None:
    asked = {"policy": POLICY, "from": "2030-01-01", "to": "2031-12-31", "group": "harbour"}
    app = open_page("timeline", grain=grain, **asked)
    assert app.metric[0].value == articles
    assert {key: app.query_params[key] for key in asked} == asked


@pytest.mark.parametrize(
    ("look", "opened"),
    [
        ("period:2030-09-01", "Articles of Sep 2030 (4)"),
        ("event:e2", "**2** · Waiver lapses"),
        ("event:of another policy", "which cannot be shown; shown is nothing"),
    ],
)
def test_a_link_looks_into_a_period_or_an_event(
    data: Path, open_page: Open, look: str, opened: str
) -> None:
    app = open_page("timeline", policy=POLICY, look=look)
    assert opened in all_text(app) + " ".join(part.label for part in app.expander)


def test_window_narrows_what_is_drawn_and_counted(data: Path, open_page: Open) -> None:
    app = open_page("timeline", policy=POLICY, **{"from": "2030-10-01", "to": "2030-12-31"})
    assert app.metric[0].value == "7"
    assert [frame.value.shape[0] for frame in app.dataframe] == [1, 1, 1]


def test_policy_change_starts_from_its_own_days(data: Path, open_page: Open) -> None:
    app = open_page("timeline", policy=POLICY, group="harbour")
    app.selectbox(key="policy").set_value("quarry-rule").run()
    assert not app.exception
    assert app.query_params["group"] == "all"
    app.selectbox(key="policy").set_value(POLICY).run()
    assert app.query_params["from"] == "2030-09-01"
    assert app.query_params["to"] == "2031-02-28"


def test_strangers_text_stays_text(data: Path, open_page: Open) -> None:
    for page, asked in (("articles", {"article": "a3"}), ("bills", {"bill": "hr12-199"})):
        app = open_page(page, policy=POLICY, **asked)
        text = all_text(app)
        assert SCRIPT not in text
        assert "\\<script\\>" in text
        assert "javascript" not in " ".join(str(link.proto.url) for link in app.get("link_button"))
    figure = json.dumps(spec(open_page("timeline", policy=POLICY)))
    assert "<script" not in figure
    assert "&lt;script" in figure


def test_nothing_allows_html_with_data() -> None:
    for path in DASHBOARD.rglob("*.py"):
        assert "unsafe_allow" not in path.read_text("utf-8"), path


def test_addresses_that_are_not_of_the_web_are_no_links(data: Path, open_page: Open) -> None:
    rows = open_page("articles", policy=POLICY).dataframe[0].value
    urls = rows.set_index("article_id")["url"]
    assert pd.isna(urls["a3"])
    assert urls["a1"].startswith("https://")


def test_a_month_is_never_shown_as_a_day(data: Path, open_page: Open) -> None:
    rows = open_page("articles", policy=POLICY).dataframe[0].value.set_index("article_id")
    assert rows.loc["a4", "dated"] == "Oct 2030"
    assert pd.isna(rows.loc["a4", "published_on"])
    assert rows.loc["a5", "dated"] == "unknown"
    assert rows.loc["a1", "dated"] == "5 Sep 2030"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "LANTERN TALK 1"}, {"a1"}),
        ({"text": "hyperlink"}, {"a2"}),
        ({"text": "100%_"}, set()),
        ({"stance": "unjudged"}, {"a6"}),
        ({"stance": "supports"}, {"a4"}),
        ({"group": "hill"}, {"a4"}),
        # An article without a date is never hidden by the dates.
        ({"from": "2031-01-01", "to": "2031-12-31"}, {"a7", "a5"}),
        ({"from": "2030-10-20", "to": "2030-10-25"}, {"a4", "a5"}),
    ],
)
def test_article_filters(data: Path, open_page: Open, asked: dict, found: set) -> None:
    app = open_page("articles", policy=POLICY, **asked)
    assert not app.exception
    rows = [set(frame.value["article_id"]) for frame in app.dataframe]
    assert (rows[0] if rows else set()) == found


def test_one_article_shows_sentence_reason_and_copies(data: Path, open_page: Open) -> None:
    app = open_page("articles", policy=POLICY, article="a1")
    text = all_text(app)
    assert "**Section 12**" in text
    assert "matched" in text
    assert "should go" in text
    assert "a6" in set(app.dataframe[-1].value["article_id"])
    coded = all_text(open_page("articles", policy=POLICY, article="a5"))
    assert "No text of this article is kept" in coded


def listed(app: AppTest) -> pd.DataFrame:
    return next(table.value for table in app.dataframe if "label" in table.value.columns)


def test_bills_of_the_policy_or_all(data: Path, open_page: Open) -> None:
    of_policy = listed(open_page("bills", policy=POLICY))
    assert list(of_policy["label"]) == ["H.R. 12 (199th)", "S. 3 (198th)"]
    assert list(of_policy["effect"]) == ["repeals", "enforces"]
    every = listed(open_page("bills", policy=POLICY, bills="all"))
    assert "hr77-199" in set(every["bill_id"])


def test_one_bill_shows_steps_actions_and_cosponsors(data: Path, open_page: Open) -> None:
    app = open_page("bills", policy=POLICY, bill="hr12-199")
    text = all_text(app)
    assert "Introduced" in text
    assert "Reported by committee" in text
    assert {"acted_on", "withdrawn_on", "step"} <= {c for t in app.dataframe for c in t.value}
    nobody = all_text(open_page("bills", policy=POLICY, bill="s3-198"))
    assert "none on record" in nobody


def test_coder_is_told_with_counts(data: Path, open_page: Open) -> None:
    text = all_text(open_page("timeline", policy=POLICY))
    assert "neither a machine's judgement nor an analyst's own label" in text
    assert "6 opinions by coder, 14 by machine" in text
    quiet = all_text(open_page("timeline", policy="silent-clause"))
    assert "lawbeat-sample" not in quiet


def test_what_is_not_drawn_is_told(data: Path, open_page: Open) -> None:
    assert "2 articles are dated too coarsely to be drawn by day" in all_text(
        open_page("timeline", policy=POLICY, grain="day")
    )


def test_age_version_and_failures_are_told(data: Path, open_page: Open) -> None:
    text = all_text(open_page("methods", policy=POLICY))
    assert "Newest article **10 Feb 2031**, newest act or event **1 Feb 2031**" in text
    assert "version 1, published 2 Mar 2031 16:30 UTC" in text
    assert "2 sources failed" in text


def test_health_is_a_word_and_its_rules_stand_beside_it(data: Path, open_page: Open) -> None:
    app = open_page("methods", policy=POLICY)
    shown = next(f.value for f in app.dataframe if "health" in f.value.columns)
    assert list(shown["health"]) == ["🔴 red", "🟢 green"]
    assert "Health: as of this build" in all_text(app).replace("*", "")


def test_nothing_published_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    monkeypatch.setenv("LAWBEAT_DATA", str(tmp_path / "none"))
    app = open_page()
    assert not app.exception
    assert "python -m etl build" in app.info[0].value
    assert "Nothing is published yet" in app.info[0].value


def test_a_version_without_policies_says_what_to_do(data: Path, open_page: Open) -> None:
    publish(data, 2, {"policies": []})
    app = open_page()
    assert not app.exception
    assert "data/policies" in app.info[0].value


def test_a_newer_version_is_seen_at_the_next_run(data: Path, open_page: Open) -> None:
    app = open_page("timeline", policy=POLICY)
    assert "version 1," in all_text(app)
    publish(data, 2, {"coverage": []})
    app.run()
    assert "version 2," in all_text(app)
    assert app.metric[0].value == "0"


def test_formulas_are_shown_as_they_stand(data: Path, open_page: Open) -> None:
    assert FORMULA in set(
        open_page("articles", policy=POLICY).dataframe[0].value["title_or_address"]
    )


def test_a_coder_outranks_the_machine_in_the_list(data: Path, open_page: Open) -> None:
    made = made_up()["mentions"]
    by_machine = made[3] | {
        "mention_id": "m4b",
        "method": "rules",
        "stance": "opposes",
        "holder": "Machine's guess",
        "counts": False,
    }
    publish(data, 2, {"mentions": [*made, by_machine]})
    rows = open_page("articles", policy=POLICY).dataframe[0].value.set_index("article_id")
    assert rows.loc["a4", ["stance", "method", "speakers"]].tolist() == [
        "supports",
        "coder",
        "Ada Fable",
    ]
    assert open_page("articles", policy=POLICY, stance="opposes", text="machine's").info


@pytest.mark.parametrize("table", ["sources", "mentions", "version", "dictionary"])
def test_every_table_can_be_looked_up(data: Path, open_page: Open, table: str) -> None:
    app = open_page("methods", table=table)
    assert not app.exception
    assert app.query_params["table"] == table
