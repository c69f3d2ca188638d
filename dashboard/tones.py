"""Tone beside stance: how warm the words are, which is not what is held."""

from __future__ import annotations

from typing import Any

import figures
import net
import paint
import pandas as pd
import parts
import plotly.graph_objects as go
import streamlit as st
import views
import words

APART = """
from apart
where policy_id = $policy and ($group = 'all' or group_name = $group)
    and coalesce(published_on, last_day(published_month)) >= $since
    and coalesce(published_on, published_month) <= $until
"""
NOT_STANCE = (
    "Tone is how warm (1) or hostile (-1) the words of a passage are, by VADER's lexicon, for "
    "English alone, whatever they are about. It is not stance: warm words can oppose a policy."
)


def drawn(view: views.View) -> None:
    """Draw mean tone by period, how often it would mislead, and where it does so most."""
    rows = figures.periods("tone", view.grain, view.group, **view.window())
    told = takeaway(rows, view.grain)
    with st.expander("Tone, which is not stance", expanded=False):
        st.caption(NOT_STANCE)
        if rows["mean_tone"].notna().any():
            figure = means(rows, view.grain, theme=st.context.theme.type)
            parts.chart(figure, key="tone", title=f"Mean tone per {view.grain}", told=told)
        else:
            st.caption(words.plain(told))
    parts.table("tone", rows, label="Rows: tone by period", nothing="No passage has a tone.")
    parts.first_of(
        "apart",
        APART,
        "abs(tone) desc, mention_id",
        {"group": view.group, **view.window()},
        label="Where tone and stance point apart, the farthest first",
        hidden=("policy_id", "published_month", "mention_id"),
    )


def takeaway(rows: pd.DataFrame, grain: str) -> str:
    """Return what the tone of a window says, in a sentence."""
    judged = int(rows["judged"].sum())
    if rows.empty or not rows["passages"].sum():
        return "No passage of these days has a tone: they are not English, or no text is kept."
    apart = int(rows["warm_opposing"].sum() + rows["hostile_supporting"].sum())
    scored = rows[rows["mean_tone"].notna()]
    told = f"{words.count(rows['passages'].sum())} passages have a tone"
    if len(scored):
        warm, cold = (scored["tone_low"] > 0).sum(), (scored["tone_high"] < 0).sum()
        told += f"; of {len(scored)} scored {grain}s {warm} were clearly warm, {cold} hostile"
    return f"{told}. In {apart:,} of {judged:,} judged ones tone and stance point apart."


def means(rows: pd.DataFrame, grain: str, theme: str | None = None) -> go.Figure:
    """Return the mean tone by period with its 95 % band; a gap stays a gap."""
    colours, offset = paint.palette(theme), paint.OFFSETS[grain]
    scored = rows[rows["mean_tone"].notna()].rename(
        columns={"mean_tone": "net_stance", "tone_low": "net_low", "tone_high": "net_high"}
    )
    figure = go.Figure()
    _draw_course(figure, scored, offset, colours)
    figure.add_scatter(
        x=net.middles(scored, offset),
        y=scored["net_stance"],
        mode="markers",
        marker={"color": colours.coverage, "size": 8, "symbol": "square"},
        hovertext=[_told(row, grain) for row in paint.each(scored)],
        hoverinfo="text",
        name="Mean tone",
    )
    _lay_out(figure, colours)
    return figure


def _draw_course(
    figure: go.Figure, scored: pd.DataFrame, offset: Any, colours: paint.Palette
) -> None:
    xs, ys = net.band(scored, offset)
    figure.add_scatter(
        x=xs, y=ys, fill="toself", fillcolor=colours.band, line={"width": 0},
        hoverinfo="skip", name="95 % interval",
    )  # fmt: skip
    xs, ys = net.line(scored, offset)
    figure.add_scatter(
        x=xs, y=ys, mode="lines", line={"color": colours.coverage, "width": 2},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _lay_out(figure: go.Figure, colours: paint.Palette) -> None:
    figure.add_hline(y=0, line={"color": colours.rule, "width": 1})
    figure.update_layout(
        height=260,
        dragmode=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend=paint.LEGEND,
    )
    figure.update_xaxes(type="date", fixedrange=True, showgrid=False)
    figure.update_yaxes(
        range=[-1.05, 1.05],
        tickvals=[-1, 0, 1],
        ticktext=["hostile", "0", "warm"],
        fixedrange=True,
        automargin=True,
    )


def _told(row: Any, grain: str) -> str:
    return (
        f"<b>{paint.period(row.period_on, grain)}</b><br>tone {row.net_stance:+.2f} "
        f"({row.net_low:+.2f} to {row.net_high:+.2f}), n = {row.passages:,}"
    )
