"""A bill in the news: how many articles name it, which, and how sure it is that they mean it."""

from __future__ import annotations

from typing import Any

import db
import paint
import pandas as pd
import parts
import plotly.graph_objects as go
import streamlit as st
import views
import words

COVERAGE = """
from bill_coverage where bill_id = $bill and grain = $grain order by period_on
"""
# One row an article and bill; it has one a policy that the bill touches.
ARTICLES = """
select distinct on (published_month, published_on, article_id)
    published_on, published_month, outlet, title, wording, why, confidence, sentence,
    names_policy, language, url, story_id, article_id
from article_bills where bill_id = $bill
order by published_month desc nulls last, published_on desc nulls last, article_id,
    policy_id <> $policy
limit 1000
"""
NAMED = """
select distinct on (named)
    named, bill_id, bill_title, effect, wording, why, confidence, sentence
from article_bills where article_id = $article
order by named, policy_id <> $policy nulls last
"""


def drawn(bill_id: str) -> None:
    """Draw the articles that name a bill, by period and one by one."""
    view = views.chosen()
    articles = db.query(ARTICLES, bill=bill_id, policy=view.policy)
    if articles.empty:
        st.caption("No article at hand names this bill.")
        return
    rows = db.query(COVERAGE, bill=bill_id, grain=view.grain)
    if len(rows):
        told = takeaway(rows, view.grain)
        figure = bars(rows, view.grain, theme=st.context.theme.type)
        title = f"Stories that name the bill, per {view.grain}"
        parts.chart(figure, key="bill_coverage", title=title, told=told)
        parts.table("bill_coverage", rows, label="Rows behind this chart", bill=bill_id)
    parts.table("article_bills", articles, label="Articles that name it", bill=bill_id)


def in_article(article_id: str) -> None:
    """Draw each bill that an article names, why it is that bill, and how sure that is."""
    view = views.chosen()
    for row in db.query(NAMED, article=article_id, policy=view.policy).itertuples():
        with st.container(border=True):
            known = not words.missing(row.bill_id)
            title = "" if words.missing(row.bill_title) else f": {row.bill_title}"
            st.markdown(f"Names **{words.plain(row.named)}**{words.plain(title)}")
            sure = f"confidence: {row.confidence}" if known else "of which Congress is not known"
            st.caption(words.plain(f"as “{row.wording}” · {row.why} · {sure}"))
            if known:
                asked = view.parameters() | {"bill": str(row.bill_id)}
                st.page_link("pages/bills.py", label="Open the bill", query_params=asked)


def takeaway(rows: pd.DataFrame, grain: str) -> str:
    """Return what the bars say, in a sentence."""
    peak = rows.sort_values("stories", ascending=False, kind="stable").iloc[0]
    unsure = int(rows["unsure"].sum())
    more = f"; of {unsure:,} it is not sure that they mean this bill" if unsure else ""
    found = int(rows["stories"].sum())
    noun = "story names" if found == 1 else "stories name"
    return (
        f"{found:,} dated {noun} the bill, most in "
        f"{paint.period(peak['period_on'], grain)} ({peak['stories']:,}){more}."
    )


def bars(rows: pd.DataFrame, grain: str, theme: str | None = None) -> go.Figure:
    """Return a bar a period: the stories that name a bill."""
    starts, lengths = paint.spans(rows, grain)
    figure = go.Figure()
    figure.add_bar(
        x=starts,
        y=rows["stories"],
        width=lengths * 0.86,
        offset=lengths * 0.07,
        marker={"color": paint.palette(theme).coverage},
        hovertext=[_told(row, grain) for row in paint.each(rows)],
        hoverinfo="text",
        showlegend=False,
    )
    figure.update_layout(height=210, dragmode=False, margin={"l": 8, "r": 8, "t": 8, "b": 8})
    figure.update_xaxes(type="date", fixedrange=True, showgrid=False)
    figure.update_yaxes(title="stories", fixedrange=True, **paint.counted(rows["stories"]))
    return figure


def _told(row: Any, grain: str) -> str:
    return (
        f"<b>{paint.period(row.period_on, grain)}</b><br>{row.stories:,} stories, "
        f"{row.articles:,} articles name it"
    )
