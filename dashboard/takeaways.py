"""What a figure says, in one sentence, for those who read it and those who cannot see it."""

from __future__ import annotations

from typing import Any

import paint
import pandas as pd
import words


def timeline(
    events: pd.DataFrame,
    coverage: pd.DataFrame,
    stance: pd.DataFrame,
    totals: dict[str, Any],
    grain: str,
) -> str:
    """Return the takeaway of the three bands."""
    acts = "1 event" if len(events) == 1 else f"{len(events)} events"
    told = [_coverage(coverage, totals, grain), acts]
    return "; ".join(told) + ". " + _stance(stance, totals, grain)


def _coverage(coverage: pd.DataFrame, totals: dict[str, Any], grain: str) -> str:
    if coverage.empty:
        return "No article in these days"
    peak = coverage.sort_values("articles", ascending=False, kind="stable").iloc[0]
    when = paint.period(peak["period_on"], grain)
    return f"{words.count(totals['articles'])} articles, most in {when} ({peak['articles']:,})"


def _stance(stance: pd.DataFrame, totals: dict[str, Any], grain: str) -> str:
    if not totals["n"]:
        return "No opinion was judged."
    scored = stance[stance["net_stance"].notna()]
    above, below = (scored["net_low"] > 0).sum(), (scored["net_high"] < 0).sum()
    shares = (
        f"Of {words.count(totals['n'])} judged opinions {words.percent(totals['support_share'])} "
        f"support keeping the policy and {words.percent(totals['oppose_share'])} oppose it"
    )
    if scored.empty:
        return f"{shares}; no {grain} has the 5 that a score needs."
    return (
        f"{shares}; of {len(scored)} scored {grain}s the net was clearly for it in {above}, "
        f"clearly against it in {below}, and open in {len(scored) - above - below}."
    )
