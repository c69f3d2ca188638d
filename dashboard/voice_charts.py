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
    _lay_out_sides(figure, len(rows))
    return figure


def _lay_out_sides(figure: go.Figure, groups: int) -> None:
    figure.update_layout(
        height=130 + 46 * groups,
        barmode="overlay",
        dragmode=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend=paint.LEGEND,
    )
    figure.update_xaxes(
        range=[-1.05, 1.05],
        tickvals=[-1, -0.5, 0, 0.5, 1],
        ticktext=["100%", "50%", "0", "50%", "100%"],
        title="← oppose · support →",
        fixedrange=True,
    )
    figure.update_yaxes(autorange="reversed", fixedrange=True, automargin=True)


def _draw_net(
    figure: go.Figure, rows: pd.DataFrame, names: list[str], colours: paint.Palette
) -> None:
    net = rows["net_stance"].astype(float)
    figure.add_scatter(
        y=names,
        x=net,
        mode="markers",
        marker={"color": colours.net, "size": 9, "line": {"color": colours.paper, "width": 1}},
        error_x=paint.interval(
            net, rows["net_low"], rows["net_high"], color=colours.net, thickness=2
        ),
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
    """Return a lane a voice, the most heard on top: a mark a day, or some months, by the stance."""
    colours = paint.palette(theme)
    hues = {"supports": colours.supports, "opposes": colours.opposes, "neutral": colours.coverage}
    names = points.drop_duplicates("lane").set_index("lane")["holder"].map(_short)
    figure = go.Figure()
    for stance, (label, _) in SIDES.items():
        held = points[points["stance"] == stance]
        figure.add_scatter(
            x=held["day_on"].dt.strftime("%Y-%m-%d"),
            y=held["lane"].astype("int16"),
            mode="markers",
            marker={
                "symbol": SYMBOLS[stance],
                "color": hues[stance],
                "opacity": 0.85,
                **paint.sizes(held["stories"].astype("int32"), points["stories"].max()),
            },
            hovertemplate=_hover(label, int(points["months"].max())),
            customdata=held["stories"].astype("int32"),
            name=label,
        )
    _lay_out_lanes(figure, names)
    return figure


def _lay_out_lanes(figure: go.Figure, names: pd.Series[Any]) -> None:
    figure.update_layout(
        height=110 + 26 * max(1, len(names)),
        dragmode=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend={**paint.LEGEND, "itemsizing": "constant"},
    )
    figure.update_xaxes(type="date", fixedrange=True)
    figure.update_yaxes(
        tickvals=list(names.index),
        ticktext=list(names),
        range=[len(names) + 0.6, 0.4],
        fixedrange=True,
        automargin=True,
    )


def _hover(label: str, months: int) -> str:
    """Return what stands on every mark of a stance: written once, not once a mark."""
    when = "%{x|%-d %b %Y}" if not months else "%{x|%b %Y}"
    if months > 1:
        when += " and the month after" if months == 2 else f" and the {months - 1} months after"
    told = f"{when}: {label.lower()}, stories: %{{customdata}}"
    return f"<b>%{{y}}</b><br>{told}<extra></extra>"


def _short(holder: Any) -> str:
    name = " ".join(str(holder).split())
    return paint.hover(name if len(name) <= 28 else f"{name[:27]}…")
