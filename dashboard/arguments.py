"""The part of Voices that shows arguments: which recur on each side, and when each rose."""

from __future__ import annotations

import argument_charts
import argument_takeaways
import figures
import link
import pandas as pd
import parts
import reasoning
import streamlit as st
import views
import words

COMPARED = {"stance": "Supporters and opponents", "group": "Groups of outlets"}
FOUND_BY = (
    "Found by the words that the policy's file lists for each argument, near the policy's name. "
    "That the words stand there does not say that the speaker agrees: arguments are also named to "
    "be answered. Filled triangles with a bar are shares with their 95 % interval; marks "
    "over time are stories of a period; a ring marks a share that lies clearly above all before it."
)
TOLD_APART = (
    "Words whose odds differ between the sides, all days together, each counted once a story "
    "(log-odds with a prior, Monroe et al. 2008). Of many words some stand out by chance."
)


def drawn(view: views.View) -> None:
    """Draw the arguments of a policy in a window, and the words that tell its sides apart."""
    st.subheader("Arguments", anchor=False)
    window = view.window()
    rows = reasoning.arguments(view.grain, view.group, **window)
    told = argument_takeaways.arguments(rows)
    if rows.empty:
        st.caption(words.plain(told))
    else:
        _figures(view, rows, told)
    parts.first_of(
        "arguments",
        reasoning.USED,
        "published_month desc nulls last, published_on desc nulls last, article_id, argument_id, "
        "sentence",
        {"group": view.group, **window},
        label="Sentences that use an argument, the newest first",
        nothing="No sentence at hand uses one, or the policy's file lists none.",
    )
    _telling_words(view.policy)


def _figures(view: views.View, rows: pd.DataFrame, told: str) -> None:
    theme = st.context.theme.type
    grain = figures.bearable(view.grain, view.since, view.until, most=150)
    points = reasoning.points(grain, view.group, **view.window())
    shares = argument_charts.shares(rows, theme=theme)
    title = "Share of stories that use each argument, 95 % interval"
    parts.chart(shares, key="argument_shares", title=title, told=told)
    over_time = argument_charts.over_time(rows, points, grain, theme=theme)
    rises = argument_takeaways.rises(rows, view.grain)
    title = f"Stories that use each argument, per {grain}"
    parts.chart(over_time, key="arguments", title=title, told=rises)
    st.caption(FOUND_BY)
    parts.table("argument_shares", rows, label="Rows behind this chart: arguments")
    parts.table("arguments_over_time", points, label="Rows behind this chart: arguments by period")


def _telling_words(policy: str) -> None:
    st.subheader("Words of each side", anchor=False)
    link.take("words", link.one_of(list(COMPARED)), "stance")
    compared = st.segmented_control(
        "Compare the words of",
        list(COMPARED),
        format_func=COMPARED.__getitem__,
        key="words",
        required=True,
    )
    link.write(words=compared or "stance")
    rows = reasoning.words(policy, compared or "stance")
    told = argument_takeaways.telling_words(rows)
    if len(rows):
        figure = argument_charts.words(rows, theme=st.context.theme.type)
        title = "Words that tell the sides apart, 95 % interval"
        parts.chart(figure, key="telling_words", title=title, told=told)
    else:
        st.caption(words.plain(told))
    st.caption(TOLD_APART)
    none = "No word stands out: few passages are at hand, or they are of one side."
    parts.table("distinctive_words", rows, label="Rows behind this chart: words", nothing=none)
