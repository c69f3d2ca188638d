"""The band of stance: support up, oppose down, the net with its 95 % band, thin periods hollow."""

from __future__ import annotations

from typing import Any

import net
import paint
import pandas as pd
import plotly.graph_objects as go


def draw(figure: go.Figure, stance: pd.DataFrame, grain: str, colours: paint.Palette) -> None:
    scored = stance[stance["net_stance"].notna()]
    _draw_share(figure, scored, grain, "support", colours.supports, colours.paper)
    _draw_share(figure, scored, grain, "oppose", colours.opposes, colours.paper)
    _draw_net(figure, scored, grain, colours)
    thin = stance[stance["net_stance"].isna() & (stance["judged"] > 0)]
    starts, lengths = paint.spans(thin, grain)
    figure.add_scatter(
        row=3,
        col=1,
        x=starts + pd.to_timedelta(lengths / 2, unit="ms"),
        y=[0.0] * len(thin),
        mode="markers",
        marker={"symbol": "circle-open", "size": 6, "color": colours.net},
        hovertext=[
            f"<b>{paint.period(row.period_on, grain)}</b><br>{row.judged} judged: too few to score"
            for row in paint.each(thin)
        ],
        hoverinfo="text",
        customdata=[["period", f"{start:%Y-%m-%d}"] for start in starts],
        name="Under 5 judged, not scored",
    )


def _draw_share(
    figure: go.Figure, scored: pd.DataFrame, grain: str, side: str, colour: str, paper: str
) -> None:
    starts, lengths = paint.spans(scored, grain)
    shares = scored[f"{side}_share"]
    figure.add_bar(
        row=3,
        col=1,
        x=starts,
        y=shares if side == "support" else -shares,
        width=lengths * 0.86,
        offset=lengths * 0.07,
        marker={"color": colour, "line": {"width": 0}, "pattern": paint.hatching(side, paper)},
        hovertext=[_stance_words(row, grain, side) for row in paint.each(scored)],
        hoverinfo="text",
        customdata=[["period", f"{start:%Y-%m-%d}"] for start in starts],
        name=f"{side.capitalize()} share",
    )


def _stance_words(row: Any, grain: str, side: str) -> str:
    if side == "oppose":  # the whole stands on the other half of the bar, once
        share = f"{row.opposing} of {row.judged} oppose ({row.oppose_share:.0%})"
        return f"<b>{paint.period(row.period_on, grain)}</b><br>{share}"
    return (
        f"<b>{paint.period(row.period_on, grain)}</b><br>"
        f"{row.supporting} support ({row.support_share:.0%}), "
        f"{row.opposing} oppose ({row.oppose_share:.0%}), {row.neutral} neutral<br>"
        f"net {row.net_stance:+.2f} (95 %: {row.net_low:+.2f} to {row.net_high:+.2f}), "
        f"n = {row.judged}"
    )


def _draw_net(figure: go.Figure, scored: pd.DataFrame, grain: str, colours: paint.Palette) -> None:
    xs, ys = net.band(scored, paint.OFFSETS[grain])
    area = {"mode": "lines", "fill": "toself", "fillcolor": colours.band, "line": {"width": 0}}
    name = "95 % interval of net"
    figure.add_scatter(row=3, col=1, x=xs, y=ys, name=name, hoverinfo="skip", **area)
    xs, ys = net.line(scored, paint.OFFSETS[grain])
    line = {
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colours.net, "width": 2},
        "marker": {"color": colours.net, "size": 5},
    }
    figure.add_scatter(row=3, col=1, x=xs, y=ys, name="Net stance", hoverinfo="skip", **line)
