"""Small multiples on shared axes: coverage on the left, net stance on the right, a row a thing."""

from __future__ import annotations

from typing import Any

import paint
import pandas as pd
import plotly.graph_objects as go
import words
from plotly.subplots import make_subplots


def panels(rows: pd.DataFrame, *, theme: str | None = None) -> go.Figure:
    """Return a row of panels for each `name`; x is `period_on`, or `week` where rows have it."""
    colours = paint.palette(theme)
    x = "week" if "week" in rows.columns else "period_on"
    y = "coverage_index" if "coverage_index" in rows.columns else "articles"
    names = list(rows["name"].unique())
    figure = _grid(names)
    for place, name in enumerate(names, 1):
        own = rows[rows["name"] == name]
        _coverage(figure, place, own, x, y, colours)
        _net(figure, place, own, x, colours)
    if x == "week":
        figure.update_xaxes(row=len(names), title="weeks from introduction")
    return figure


def _grid(names: list[Any]) -> go.Figure:
    """Return two empty panels a name, laid out on shared axes."""
    figure = make_subplots(
        rows=len(names),
        cols=2,
        shared_xaxes="all",
        shared_yaxes="columns",
        vertical_spacing=min(0.9 / max(1, len(names) - 1), 40 / (90 + 150 * len(names))),
        horizontal_spacing=0.1,
        subplot_titles=[title for name in names for title in (paint.hover(name), "Net stance")],
    )
    for place, title in enumerate(figure.layout.annotations):
        panel = figure.layout[f"xaxis{place + 1 if place else ''}"]
        title.update(x=panel.domain[0], xanchor="left", font={"size": 13})
    figure.update_layout(
        height=90 + 150 * len(names),
        dragmode=False,
        showlegend=False,
        margin={"l": 44, "r": 8, "t": 28, "b": 30},
    )
    figure.update_xaxes(fixedrange=True, showgrid=False)
    figure.update_yaxes(fixedrange=True, nticks=4)
    figure.update_yaxes(col=1, rangemode="tozero")
    figure.update_yaxes(col=2, range=[-1.08, 1.08], tickvals=[-1, 0, 1], zeroline=True)
    return figure


def _coverage(
    figure: go.Figure, place: int, own: pd.DataFrame, x: str, y: str, colours: paint.Palette
) -> None:
    figure.add_bar(
        row=place,
        col=1,
        x=own[x],
        y=own[y],
        marker={"color": colours.coverage},
        hovertext=[
            f"<b>{paint.hover(row.name)}</b>, {_when(row)}<br>{row.articles:,} articles, "
            f"{row.stories:,} stories"
            for row in own.itertuples(index=False)
        ],
        hoverinfo="text",
    )


def _net(figure: go.Figure, place: int, own: pd.DataFrame, x: str, colours: paint.Palette) -> None:
    scored = own[own["net_stance"].notna()]
    figure.add_scatter(
        row=place,
        col=2,
        x=scored[x],
        y=scored["net_stance"],
        mode="markers",
        marker={"color": colours.net, "size": 7},
        error_y=paint.interval(
            scored["net_stance"],
            scored["net_low"],
            scored["net_high"],
            color=colours.net,
            thickness=1.2,
            width=2,
        ),
        hovertext=[
            f"<b>{paint.hover(row.name)}</b>, {_when(row)}<br>net {row.net_stance:+.2f}, "
            f"n = {row.judged:,.0f}"
            for row in scored.itertuples(index=False)
        ],
        hoverinfo="text",
    )


def _when(row: Any) -> str:
    if hasattr(row, "week"):
        return f"week {row.week + 1}, from {words.day(row.week_on)}"
    return words.day(row.period_on)
