"""Figures of what was seen on either side of an event."""

from __future__ import annotations

from typing import Any

import paint
import pandas as pd
import plotly.graph_objects as go
import words


def days(rows: pd.DataFrame, *, days: int, theme: str | None = None) -> go.Figure:
    """Return a bar a day, counted from the event: 0 is its own day."""
    colours = paint.palette(theme)
    figure = go.Figure()
    figure.add_bar(
        x=rows["day"],
        y=rows["articles"],
        marker={"color": colours.coverage},
        hovertext=[
            f"<b>{words.day(row.period_on)}</b> (day {row.day:+d})<br>{row.articles:,} articles, "
            f"{row.stories:,} stories, of {row.collected:,} collected"
            for row in paint.each(rows)
        ],
        hoverinfo="text",
        showlegend=False,
    )
    figure.add_vline(x=-0.5, line={"color": colours.event, "width": 1.5, "dash": "dot"})
    figure.update_yaxes(**paint.counted(rows["articles"]))
    _lay_out_days(figure, days)
    return figure


def _lay_out_days(figure: go.Figure, days: int) -> None:
    figure.update_layout(
        height=260, dragmode=False, margin={"l": 44, "r": 8, "t": 8, "b": 36}, bargap=0.14
    )
    edge = days + 0.5
    figure.update_xaxes(
        range=[-edge, edge - 1],
        title="days from the event",
        tickmode="array",
        tickvals=[-days, -days // 2, 0, days // 2, days - 1],
        fixedrange=True,
        showgrid=False,
    )
    figure.update_yaxes(fixedrange=True)


def net(rows: pd.DataFrame, theme: str | None = None) -> go.Figure:
    """Return the net stance of each group before (hollow) and after (filled), with intervals."""
    colours = paint.palette(theme)
    figure = go.Figure()
    for side, symbol, shift in (("before", "circle-open", -0.14), ("after", "circle", 0.14)):
        value = rows[f"net_{side}"].astype(float)
        figure.add_scatter(
            x=value,
            y=[place + shift for place in range(len(rows))],
            mode="markers",
            marker={"symbol": symbol, "size": 10, "color": colours.net},
            error_x=paint.interval(
                value, rows[f"net_{side}_low"], rows[f"net_{side}_high"], color=colours.net
            ),
            hovertext=[_words(row, side) for row in paint.each(rows)],
            hoverinfo="text",
            name=f"Net stance {side}, 95 % interval",
        )
    figure.add_vline(x=0, line={"color": colours.rule, "width": 1})
    _lay_out_net(figure, [paint.hover(label) for label in rows["label"]])
    return figure


def _lay_out_net(figure: go.Figure, names: list[str]) -> None:
    figure.update_layout(
        height=120 + 46 * len(names),
        dragmode=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend=paint.LEGEND,
    )
    figure.update_xaxes(
        range=[-1.16, 1.16],
        tickvals=[-1, 0, 1],
        ticktext=["−1<br>oppose", "0", "+1<br>support"],
        fixedrange=True,
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=names,
        range=[len(names) - 0.5, -0.5],
        fixedrange=True,
        automargin=True,
    )


def _words(row: Any, side: str) -> str:
    judged, value = getattr(row, f"judged_{side}"), getattr(row, f"net_{side}")
    if words.missing(value):
        return f"{paint.hover(row.label)}: {judged} judged {side}, too few for a net"
    low, high = getattr(row, f"net_{side}_low"), getattr(row, f"net_{side}_high")
    return (
        f"{paint.hover(row.label)}, {side}: {value:+.2f} ({low:+.2f} to {high:+.2f}), n = {judged}"
    )
