"""The band of events: symbols in lanes, numbered, with dotted lines through all bands."""

from __future__ import annotations

from typing import Any

import paint
import pandas as pd
import plotly.graph_objects as go
import words


def draw(figure: go.Figure, placed: pd.DataFrame, colours: paint.Palette) -> None:
    for name, rows in placed.groupby("family", sort=False):
        figure.add_scatter(
            row=1,
            col=1,
            x=rows["at"],
            y=rows["lane"],
            mode="markers",
            marker={
                "symbol": rows["symbol"],
                "size": 10,
                "color": colours.event,
                "line": {"width": 1.5, "color": colours.event},
            },
            hovertext=[_event_words(row) for row in paint.each(rows)],
            hoverinfo="text",
            customdata=[["event", row_id] for row_id in rows["event_id"]],
            name=str(name),
        )
    _number_events(figure, placed, colours)
    _rule_events(figure, placed, colours)
    _label_events(figure, placed, colours)


def _number_events(figure: go.Figure, placed: pd.DataFrame, colours: paint.Palette) -> None:
    """Draw the numbers above all symbols, edged, so that a crowd on a phone hides none."""
    figure.add_scatter(
        row=1,
        col=1,
        x=placed["at"],
        y=placed["lane"],
        mode="markers+text",
        marker={"size": 10, "opacity": 0},
        text=[f" {number}" for number in placed["number"]],
        textposition="middle right",
        textfont={"size": 10, "color": colours.event, "shadow": "auto"},
        customdata=[["event", row_id] for row_id in placed["event_id"]],
        hoverinfo="skip",
        showlegend=False,
    )


def _event_words(row: Any) -> str:
    when = f"{row.at:%b %Y}, day not known" if row.by_month else words.day(row.at)
    return f"<b>{row.number} · {when}</b><br>" + "<br>".join(_lines(paint.hover(row.title)))


def _lines(text: str, width: int = 60) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _rule_events(figure: go.Figure, placed: pd.DataFrame, colours: paint.Palette) -> None:
    """Draw a dotted line through all bands for every event whose day is known."""
    line = {"width": 1, "dash": "dot", "color": colours.rule}
    known = placed.loc[~placed["by_month"].astype(bool), "at"]
    figure.update_layout(
        shapes=[
            {
                "type": "line",
                "xref": "x",
                "yref": "paper",
                "x0": at,
                "x1": at,
                "y0": 0,
                "y1": 1,
                "line": line,
                "layer": "below",
            }
            for at in known.drop_duplicates()
        ]
    )


def _label_events(figure: go.Figure, placed: pd.DataFrame, colours: paint.Palette) -> None:
    labels = [
        {
            "x": row.at,
            "y": row.lane,
            "xref": "x",
            "yref": "y",
            "text": paint.hover(row.label),
            "showarrow": False,
            "xanchor": "right" if row.left else "left",
            "xshift": -9 if row.left else 24 if row.number > 9 else 18,
            "font": {"size": 11, "color": colours.event},
            "bgcolor": colours.paper,
            "borderpad": 0,
        }
        for row in paint.each(placed[placed["label"].notna()])
    ]
    # All at once: one by one, plotly checks every label again for each that is added.
    figure.update_layout(annotations=[*figure.layout.annotations, *labels])
