"""Cosponsors of one bill over time, by party."""

from __future__ import annotations

import paint
import pandas as pd
import plotly.graph_objects as go
import words

# Party colours are for parties alone.
PARTIES = {"D": ("Democrats", "#2b6cb0"), "R": ("Republicans", "#c53030")}
OTHERS = ("#b7791f", "#718096")


def steps(rows: pd.DataFrame, theme: str | None = None) -> go.Figure:
    """Return one line of steps a party: cosponsors at the end of each day."""
    colours = paint.palette(theme)
    figure = go.Figure()
    others = iter(OTHERS * 4)
    for party, own in rows.groupby("party", sort=True):
        label, hue = PARTIES.get(str(party), (str(party), ""))
        figure.add_scatter(
            x=own["day"],
            y=own["cosponsors"],
            mode="lines+markers",
            line={"shape": "hv", "color": hue or next(others), "width": 2},
            marker={"size": 5},
            hovertext=[
                f"<b>{words.day(row.day)}</b><br>{paint.hover(label)}: {row.cosponsors:,} "
                f"(+{row.joined}, −{row.withdrew})"
                for row in paint.each(own)
            ],
            hoverinfo="text",
            name=paint.hover(label),
        )
    figure.update_yaxes(**paint.counted(rows["cosponsors"]))
    _lay_out(figure, colours)
    return figure


def _lay_out(figure: go.Figure, colours: paint.Palette) -> None:
    figure.update_layout(
        height=260,
        dragmode=False,
        margin={"l": 44, "r": 8, "t": 28, "b": 8},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        font={"color": colours.net},
        showlegend=True,
    )
    figure.update_xaxes(type="date", fixedrange=True)
    figure.update_yaxes(fixedrange=True)
