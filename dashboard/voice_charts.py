"""Figures of who holds what: groups side by side, and each voice's stance over time."""

from __future__ import annotations

from typing import Any

import paint
import pandas as pd
import plotly.graph_objects as go
import words

SIDES = {"supports": ("Supports", 1), "neutral": ("Neutral", 0), "opposes": ("Opposes", -1)}
SYMBOLS = {"supports": "triangle-up", "neutral": "circle-open", "opposes": "triangle-down"}


def groups(rows: pd.DataFrame, theme: str | None = None) -> go.Figure:
    """Return a bar a group: support to the right, opposition to the left, net with its interval."""
    colours = paint.palette(theme)
    names = [paint.hover(label) for label in rows["label"]]
    figure = go.Figure()
    for side, sign, colour in (
        ("support", 1, colours.supports),
        ("oppose", -1, colours.opposes),
    ):
        figure.add_bar(
            orientation="h",
            y=names,
            x=sign * rows[f"{side}_share"].astype(float),
            marker={"color": colour, "pattern": paint.hatching(side, colours.paper)},
            hovertext=[_words(row) for row in paint.each(rows)],
            hoverinfo="text",
            name=f"{side.capitalize()} share",
        )
    _draw_net(figure, rows, names, colours)
    figure.update_layout(
        height=130 + 46 * len(rows),
        barmode="overlay",
        dragmode=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend={"orientation": "h", "y": -0.14, "yanchor": "top", "x": 0, "font": {"size": 11}},
    )
    figure.update_xaxes(
        range=[-1.05, 1.05],
        tickvals=[-1, -0.5, 0, 0.5, 1],
        ticktext=["100%", "50%", "0", "50%", "100%"],
        title="← oppose · support →",
        fixedrange=True,
    )
    figure.update_yaxes(autorange="reversed", fixedrange=True, automargin=True)
    return figure


def _draw_net(
    figure: go.Figure, rows: pd.DataFrame, names: list[str], colours: paint.Palette
) -> None:
    net = rows["net_stance"].astype(float)
    figure.add_scatter(
        y=names,
        x=net,
        mode="markers",
        marker={"color": colours.net, "size": 9, "line": {"color": colours.paper, "width": 1}},
        error_x={
            "array": rows["net_high"].astype(float) - net,
            "arrayminus": net - rows["net_low"].astype(float),
            "color": colours.net,
            "thickness": 2,
        },
        hoverinfo="skip",
        name="Net stance, 95 % interval",
    )


def _words(row: Any) -> str:
    if not row.judged:
        return f"<b>{paint.hover(row.label)}</b><br>no opinion was judged"
    told = (
        f"<b>{paint.hover(row.label)}</b><br>{row.supporting} support ({row.support_share:.0%}), "
        f"{row.opposing} oppose ({row.oppose_share:.0%}), {row.neutral} neutral; n = {row.judged}"
    )
    if words.missing(row.net_stance):
        return f"{told}<br>too few for a net"
    return f"{told}<br>net {row.net_stance:+.2f} ({row.net_low:+.2f} to {row.net_high:+.2f})"


def voices(points: pd.DataFrame, theme: str | None = None) -> go.Figure:
    """Return a lane a voice, the most heard on top: a mark a story, by the stance held in it."""
    colours = paint.palette(theme)
    hues = {"supports": colours.supports, "opposes": colours.opposes, "neutral": colours.coverage}
    order = points.groupby("holder", sort=False).size().sort_values(ascending=False, kind="stable")
    names = {holder: _short(holder) for holder in order.index}
    figure = go.Figure()
    for stance, (label, _) in SIDES.items():
        held = points[points["stance"] == stance]
        figure.add_scatter(
            x=held["day_on"],
            y=[names[holder] for holder in held["holder"]],
            mode="markers",
            marker={"symbol": SYMBOLS[stance], "color": hues[stance], "size": 10, "opacity": 0.85},
            hovertext=[
                f"<b>{paint.hover(row.holder)}</b><br>{words.day(row.day_on)}: {label.lower()} "
                f"({row.method})"
                for row in paint.each(held)
            ],
            hoverinfo="text",
            name=label,
        )
    figure.update_layout(
        height=120 + 26 * max(1, len(order)),
        dragmode=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "font": {"size": 11}},
    )
    figure.update_xaxes(type="date", fixedrange=True)
    lanes = {"categoryorder": "array", "categoryarray": list(names.values())}
    figure.update_yaxes(autorange="reversed", fixedrange=True, automargin=True, **lanes)
    return figure


def _short(holder: Any) -> str:
    name = " ".join(str(holder).split())
    return paint.hover(name if len(name) <= 28 else f"{name[:27]}…")
