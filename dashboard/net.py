"""The net line and its band: they join only periods that follow each other; a gap stays a gap."""

from __future__ import annotations

from typing import Any

import pandas as pd


def runs(rows: pd.DataFrame, offset: Any) -> list[pd.DataFrame]:
    """Return the rows cut wherever a period is missing between two that are there."""
    if rows.empty:
        return []
    starts = pd.to_datetime(rows["period_on"])
    breaks = starts.ne(starts.shift() + offset)
    return [part for _, part in rows.groupby(breaks.cumsum())]


def middles(rows: pd.DataFrame, offset: Any) -> pd.Series[Any]:
    """Return the middle of each period."""
    starts = pd.to_datetime(rows["period_on"])
    halves: pd.Series[Any] = (starts + offset - starts) / 2
    return starts + halves


def line(rows: pd.DataFrame, offset: Any) -> tuple[list[Any], list[float | None]]:
    """Return the points of the net line, with an empty one wherever it breaks."""
    xs: list[Any] = []
    ys: list[float | None] = []
    for run in runs(rows, offset):
        xs += [*middles(run, offset), None]
        ys += [*run["net_stance"], None]
    return xs[:-1], ys[:-1]


def band(rows: pd.DataFrame, offset: Any) -> tuple[list[Any], list[float | None]]:
    """Return the outlines of the 95 % band, one closed shape a run."""
    xs: list[Any] = []
    ys: list[float | None] = []
    for run in runs(rows, offset):
        middle = list(middles(run, offset))
        low, high = list(run["net_low"]), list(run["net_high"])
        if len(run) == 1:  # a lone period has no neighbour to be joined to: a bar of some width
            width = (pd.Timestamp(middle[0]) + offset - pd.Timestamp(middle[0])) / 5
            middle, low, high = [middle[0] - width, middle[0] + width], low * 2, high * 2
        xs += [*middle, *reversed(middle), middle[0], None]
        ys += [*high, *reversed(low), high[0], None]
    return xs[:-1], ys[:-1]
