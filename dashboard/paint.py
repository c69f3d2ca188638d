"""What every figure shares: colours of either theme, periods in words, text that stays text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import words

LEGEND = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "font": {"size": 11}}
OFFSETS: dict[str, Any] = {
    "day": pd.DateOffset(days=1),
    "week": pd.DateOffset(weeks=1),
    "month": pd.DateOffset(months=1),
    "year": pd.DateOffset(years=1),
}


@dataclass(frozen=True)
class Palette:
    """One theme's colours; stance is ColorBrewer's PuOr, which the colour-blind can tell apart."""

    supports: str
    opposes: str
    net: str
    band: str
    coverage: str
    event: str
    rule: str
    paper: str


LIGHT = Palette(
    supports="#5e3c99",
    opposes="#e08214",
    net="#24222b",
    band="rgba(36,34,43,0.20)",
    coverage="#8b8f9a",
    event="#24222b",
    rule="rgba(36,34,43,0.22)",
    paper="#ffffff",
)
DARK = Palette(
    supports="#9a8fd0",
    opposes="#e0892f",
    net="#ffffff",
    band="rgba(255,255,255,0.26)",
    coverage="#7f828c",
    event="#eceaf1",
    rule="rgba(236,234,241,0.24)",
    paper="#16151a",
)


def palette(theme: str | None) -> Palette:
    """Return the colours of a theme, `light` or `dark`; light where it is not known."""
    return DARK if theme == "dark" else LIGHT


def interval(
    value: pd.Series[Any], low: pd.Series[Any], high: pd.Series[Any], **drawn: Any
) -> dict[str, Any]:
    """Return the error bars that reach from `low` to `high` around a value."""
    return {"array": high.astype(float) - value, "arrayminus": value - low.astype(float), **drawn}


def hatching(side: str, paper: str) -> dict[str, Any]:
    """Return the second sign, for those who do not tell the colours apart: support is hatched."""
    return {
        "shape": "/" if side == "support" else "",
        "fillmode": "overlay",
        "fgcolor": paper,
        "fgopacity": 0.55,
        "size": 6,
        "solidity": 0.22,
    }


def hover(text: Any) -> str:
    """Return text that plotly, which reads some HTML, shows as it stands.

    >>> hover("<b>&</b>")
    '&lt;b&gt;&amp;&lt;/b&gt;'
    """
    plain = "" if words.missing(text) else " ".join(str(text).split())
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def sizes(stories: pd.Series[Any], most: Any) -> dict[str, Any]:
    """Return how large marks are: their areas as their stories, and none too small to be seen."""
    return {
        "size": stories,
        "sizemode": "area",
        "sizeref": max(most, 4) / 22**2 * 2,
        "sizemin": 5,
    }


def counted(numbers: pd.Series[Any]) -> dict[str, Any]:
    """Return an axis of things that are counted: from nothing on, and no half of one.

    >>> counted(pd.Series([1, 3]))["dtick"], counted(pd.Series([], dtype=int))["dtick"]
    (1, 1)
    >>> "dtick" in counted(pd.Series([1, 900]))
    False
    """
    few = numbers.empty or numbers.max() < 5
    return {"rangemode": "tozero", "tickformat": ",d", **({"dtick": 1} if few else {"nticks": 4})}


def period(start: pd.Timestamp, grain: str) -> str:
    """Return a period in words: `5 Sep 2030`, `week of 2 Sep 2030`, `Sep 2030`, `2030`."""
    if grain in ("day", "week"):
        return ("week of " if grain == "week" else "") + words.day(start)
    return f"{start:%b %Y}" if grain == "month" else f"{start:%Y}"


def spans(rows: pd.DataFrame, grain: str) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """Return the start of each period and its length in milliseconds, as bars want them."""
    starts = pd.to_datetime(rows["period_on"])
    ends = starts + OFFSETS[grain]
    return starts, (ends - starts) / pd.Timedelta(milliseconds=1)


def each(rows: pd.DataFrame) -> Iterable[Any]:
    """Return the rows one by one, each with its columns as attributes."""
    return rows.itertuples()
