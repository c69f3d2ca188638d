"""Frames to figures; nothing is read here."""

from __future__ import annotations

from typing import Any

import event_band
import lanes
import paint
import pandas as pd
import plotly.graph_objects as go
import stance_band
from plotly.subplots import make_subplots

MEASURES = {"articles": "articles", "stories": "stories", "share": "share of all collected"}


def timeline(
    events: pd.DataFrame,
    coverage: pd.DataFrame,
    stance: pd.DataFrame,
    *,
    since: Any,
    until: Any,
    grain: str,
    measure: str = "articles",
    theme: str | None = None,
) -> go.Figure:
    """Return events, coverage and stance as three bands on one axis of time."""
    colours = paint.palette(theme)
    placed = lanes.placed(events, since, until)
    band = 40 + 24 * lanes.height(placed)
    figure = _bands(band, grain, measure)
    event_band.draw(figure, placed, colours)
    _draw_coverage(figure, coverage, grain, measure, colours)
    stance_band.draw(figure, stance, grain, colours)
    _lay_out(figure, placed, pd.Timestamp(since), pd.Timestamp(until), band)
    return figure


def _bands(band: int, grain: str, measure: str) -> go.Figure:
    """Return three empty bands, the one of events as many pixels high as its lanes ask for."""
    return make_subplots(
        rows=3,
        shared_xaxes=True,
        row_heights=[band, 190, 230],
        vertical_spacing=44 / (band + 508),
        subplot_titles=[
            "Acts and events",
            f"Coverage: {MEASURES[measure]} per {grain}",
            f"Stance per {grain}: support up, oppose down, net",
        ],
    )


def _draw_coverage(
    figure: go.Figure, coverage: pd.DataFrame, grain: str, measure: str, colours: paint.Palette
) -> None:
    starts, lengths = paint.spans(coverage, grain)
    figure.add_bar(
        row=2,
        col=1,
        x=starts,
        y=coverage[measure],
        width=lengths * 0.86,
        offset=lengths * 0.07,
        marker={"color": colours.coverage, "line": {"width": 0}},
        hovertext=[
            f"<b>{paint.period(row.period_on, grain)}</b><br>{row.articles:,} articles, "
            f"{row.stories:,} stories<br>{row.share:.0%} of {row.collected:,} collected"
            for row in paint.each(coverage)
        ],
        hoverinfo="text",
        customdata=[["period", f"{start:%Y-%m-%d}"] for start in starts],
        name="Coverage",
        showlegend=False,
    )
    shares = {"rangemode": "tozero", "tickformat": ".0%", "nticks": 4}
    axis = shares if measure == "share" else paint.counted(coverage[measure])
    figure.update_yaxes(row=2, col=1, **axis)


def _lay_out(
    figure: go.Figure,
    placed: pd.DataFrame,
    since: pd.Timestamp,
    until: pd.Timestamp,
    band: int,
) -> None:
    figure.update_layout(
        height=band + 600,
        margin={"l": 52, "r": 8, "t": 28, "b": 8},
        barmode="overlay",
        hovermode="closest",
        dragmode=False,
        legend={"orientation": "h", "y": -0.07, "yanchor": "top", "x": 0, "font": {"size": 11}},
    )
    for title in figure.layout.annotations[:3]:
        title.update(x=0, xanchor="left", yshift=3, font={"size": 13})
    edge = (until - since) / 70 + pd.Timedelta(days=1)  # symbols at either end are seen whole
    figure.update_xaxes(range=[since - edge, until + edge], type="date", showgrid=False)
    _lay_out_heights(figure, lanes.height(placed))


def _lay_out_heights(figure: go.Figure, height: int) -> None:
    figure.update_yaxes(fixedrange=True)
    figure.update_yaxes(row=1, col=1, range=[height - 0.4, -0.6], visible=False)
    figure.update_yaxes(
        row=3,
        col=1,
        range=[-1.12, 1.12],
        tickvals=[-1, -0.5, 0, 0.5, 1],
        ticktext=["100%", "50%", "0", "50%", "100%"],
        zeroline=True,
    )
