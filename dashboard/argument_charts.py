"""Figures of arguments and words: how common each is, and when."""

from __future__ import annotations

from typing import Any

import paint
import pandas as pd
import plotly.graph_objects as go

SIDES = {
    "keeps": ("Reasons to keep it", "supports", "triangle-up"),
    "drops": ("Reasons to drop it", "opposes", "triangle-down"),
}
LARGEST = 26  # pixels across: the most stories of one period
SHOWN = 8  # words of a side that a figure can bear


def shares(rows: pd.DataFrame, theme: str | None = None) -> go.Figure:
    """Return a lane an argument: its share of the stories searched, with the 95 % interval."""
    figure = _lanes(rows)
    for side, (label, colour, symbol) in SIDES.items():
        own = rows[rows["side"] == side]
        value, hue = own["share"].astype(float), getattr(paint.palette(theme), colour)
        figure.add_scatter(
            x=value,
            y=[paint.hover(one) for one in own["argument"]],
            mode="markers",
            marker={"symbol": symbol, "size": 13, "color": hue},
            error_x=paint.interval(
                value, own["share_low"], own["share_high"], color=hue, thickness=1.5
            ),
            hovertext=[_told(row) for row in paint.each(own)],
            hoverinfo="text",
            name=label,
        )
    figure.update_xaxes(
        rangemode="tozero", tickformat=".0%", nticks=5, title="share of stories", fixedrange=True
    )
    return figure


def over_time(
    rows: pd.DataFrame, points: pd.DataFrame, grain: str, theme: str | None = None
) -> go.Figure:
    """Return a lane an argument: a mark a period, as large as its stories; a ring where it rose."""
    colours = paint.palette(theme)
    figure = _lanes(rows)
    for side, (label, colour, symbol) in SIDES.items():
        own = points[points["side"] == side]
        marks = {"symbol": symbol, "color": getattr(colours, colour), "opacity": 0.85}
        _draw(figure, own, points, grain, label, {**marks, "line": {"width": 0}})
    rose = points[points["rose"].astype(bool)]
    ring = {"symbol": "circle-open", "color": colours.event, "line": {"width": 2}}
    _draw(figure, rose, points, grain, "Rose", ring, larger=2.2)
    figure.update_xaxes(type="date", fixedrange=True)
    return figure


def _draw(
    figure: go.Figure,
    own: pd.DataFrame,
    points: pd.DataFrame,
    grain: str,
    name: str,
    marks: dict[str, Any],
    larger: float = 1,
) -> None:
    """Draw a mark a period, its area as its stories."""
    starts, lengths = paint.spans(own, grain)
    figure.add_scatter(
        x=starts + pd.to_timedelta(lengths / 2, unit="ms"),
        y=[paint.hover(one) for one in own["argument"]],
        mode="markers",
        marker={
            **marks,
            "size": own["stories"] * larger,
            "sizemode": "area",
            "sizeref": max(points["stories"].max(), 1) / LARGEST**2 * 2,
            "sizemin": 5 * larger**0.5,
        },
        hovertext=[_told_of_period(row, grain) for row in paint.each(own)],
        hoverinfo="text",
        name=name,
    )


def words(rows: pd.DataFrame, theme: str | None = None) -> go.Figure:
    """Return the most telling words of each side: log-odds with their 95 % interval."""
    colours = paint.palette(theme)
    hues = {"supports": colours.supports, "opposes": colours.opposes}
    symbols = {"supports": "triangle-up", "opposes": "triangle-down"}
    top = rows.groupby("side", sort=False).head(SHOWN)
    figure = go.Figure()
    for side, own in top.groupby("side", sort=False):
        value, hue = own["log_odds"].astype(float), hues.get(str(side), colours.coverage)
        figure.add_scatter(
            x=value,
            y=[_word(row) for row in paint.each(own)],
            mode="markers",
            marker={"symbol": symbols.get(str(side), "circle"), "size": 12, "color": hue},
            error_x=paint.interval(
                value, own["log_odds_low"], own["log_odds_high"], color=hue, thickness=1.5
            ),
            hovertext=[_odds(row) for row in paint.each(own)],
            hoverinfo="text",
            name=paint.hover(own["label"].iloc[0]),
        )
    _lay_out(figure, len(top))
    figure.update_xaxes(rangemode="tozero", title="log-odds", fixedrange=True)
    return figure


def _word(row: Any) -> str:
    who = "" if row.compared == "stance" else f" · {row.label}"
    return paint.hover(f"{row.word}{who}")


def _told(row: Any) -> str:
    return (
        f"<b>{paint.hover(row.argument)}</b><br>{paint.hover(row.says)}<br>"
        f"{row.stories:,} of {row.searched:,} stories: {row.share:.0%} "
        f"({row.share_low:.0%} to {row.share_high:.0%})<br>{row.supporting:,} of them support the "
        f"policy, {row.opposing:,} oppose it"
    )


def _told_of_period(row: Any, grain: str) -> str:
    return (
        f"{paint.period(row.period_on, grain)}: {row.stories:,} of {row.searched:,} stories, "
        f"{row.share:.0%} ({row.share_low:.0%} to {row.share_high:.0%})"
    )


def _odds(row: Any) -> str:
    return (
        f"<b>{paint.hover(row.word)}</b> ({paint.hover(row.language)}), {paint.hover(row.label)}"
        f"<br>{row.stories:,} of {row.side_stories:,} stories; of the others "
        f"{row.other_stories:,} of {row.other_side_stories:,}<br>log-odds {row.log_odds:+.2f} "
        f"({row.log_odds_low:+.2f} to {row.log_odds_high:+.2f})"
    )


def _lanes(rows: pd.DataFrame) -> go.Figure:
    figure = go.Figure()
    _lay_out(figure, len(rows))
    names = [paint.hover(one) for one in rows["argument"]]
    figure.update_yaxes(categoryorder="array", categoryarray=names)
    return figure


def _lay_out(figure: go.Figure, lanes: int) -> None:
    figure.update_layout(
        height=130 + 27 * max(1, lanes),
        dragmode=False,
        hovermode="closest",
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend={**paint.LEGEND, "itemsizing": "constant"},
    )
    figure.update_yaxes(autorange="reversed", fixedrange=True, automargin=True)
