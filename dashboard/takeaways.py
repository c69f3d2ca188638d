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
    told = [_coverage(coverage, totals, grain), words.many(len(events), "event")]
    return "; ".join(told) + ". " + _stance(stance, totals, grain)


def _coverage(coverage: pd.DataFrame, totals: dict[str, Any], grain: str) -> str:
    if coverage.empty:
        return "No article in these days"
    peak = coverage.sort_values("articles", ascending=False, kind="stable").iloc[0]
    when = paint.period(peak["period_on"], grain)
    return f"{words.many(totals['articles'], 'article')}, most in {when} ({peak['articles']:,})"


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


def groups(rows: pd.DataFrame) -> str:
    """Return the takeaway of the groups side by side."""
    scored = rows[rows["net_stance"].notna()]
    if not rows["judged"].sum():
        return "No opinion was judged in these days."
    if scored.empty:
        return "No group has the 5 judged opinions that a score needs."
    told = [
        f"{row.label}: net {row.net_stance:+.2f} ({row.net_low:+.2f} to {row.net_high:+.2f}, "
        f"n = {row.judged})"
        for row in paint.each(scored)
    ]
    return "Toward keeping the policy, from -1 to +1. " + "; ".join(told) + "."


def voices(rows: pd.DataFrame, undated: int) -> str:
    """Return the takeaway of who is heard."""
    first = rows.iloc[0]
    changed = rows[rows["changed_mind"].astype(bool)]["holder"]
    told = f"{words.many(first['found'], 'voice')}; most heard is {first['holder']} "
    told += f"({words.many(first['opinions'], 'story')})"
    if len(changed):
        names = ", ".join(changed.head(3))
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        told += f"; on both sides at different times: {names}{more}"
    verb = "has no date and is" if undated == 1 else "have no date and are"
    left_out = f" {words.many(undated, 'opinion')} {verb} not drawn." if undated else ""
    return f"{told}.{left_out}"


def around(sides: pd.DataFrame) -> str:
    """Return the takeaway of the days on either side of an event, for one group."""
    if sides.empty:
        return "No dated article of this policy was read."
    row = next(iter(paint.each(sides)))
    told = f"{words.many(row.before, 'article')} in the {row.window_days} days before, "
    told += f"{row.after:,} in the "
    told += f"{row.window_days} from the day on"
    if not words.missing(row.peak_on):
        told += f"; most on {words.day(row.peak_on)}, {words.many(row.days_to_peak, 'day')} after"
    if not row.placebo_days:
        return f"{told}. No day clear of events is left to compare with."
    share = f"{row.placebo_at_least:,} of {row.placebo_days:,}"
    return f"{told}. Of days with no event near, {share} saw coverage rise at least as much."


def net_change(sides: pd.DataFrame) -> str:
    """Return the takeaway of net stance before and after, group by group."""
    scored = sides[sides["net_change"].notna()]
    if scored.empty:
        return "No group has the 5 judged opinions on both sides that a change of stance needs."
    told = [
        f"{row.label}: {row.net_before:+.2f} before, {row.net_after:+.2f} after, change "
        f"{row.net_change:+.2f} ({row.change_low:+.2f} to {row.change_high:+.2f}; "
        f"n = {row.judged_before} and {row.judged_after})"
        for row in paint.each(scored)
    ]
    return "; ".join(told) + "."


def compared(rows: pd.DataFrame, grain: str) -> str:
    """Return the takeaway of several policies over one window."""
    told = []
    for name, own in rows.groupby("name", sort=False):
        peak = own.sort_values("articles", ascending=False, kind="stable").iloc[0]
        if peak["articles"]:
            when = paint.period(peak["period_on"], grain)
            told.append(f"{name}: {words.many(own['articles'].sum(), 'article')}, most in {when}")
        else:
            told.append(f"{name}: no article")
    return "; ".join(told) + "."


def lined_up(rows: pd.DataFrame) -> str:
    """Return the takeaway of coverage lined up at the introduction of each bill."""
    told = [
        f"{name}: {words.many(own['articles'].sum(), 'article')} in the {len(own)} weeks from "
        f"{words.day(own.iloc[0].week_on)}, {words.many(own['judged'].sum(), 'opinion')} judged"
        for name, own in rows.groupby("name", sort=False)
    ]
    return "; ".join(told) + "."


def cosponsors(rows: pd.DataFrame) -> str:
    """Return the takeaway of a bill's cosponsors over time."""
    last = rows[rows["day"] == rows["day"].max()]
    parties = ", ".join(f"{row.cosponsors:,} {row.party}" for row in paint.each(last))
    undated = int(rows.groupby("party")["undated"].max().sum())
    more = f"; {undated:,} more of unknown day" if undated else ""
    return f"Cosponsors since {words.day(last['day'].iloc[0])}: {parties}{more}."


STATES = {
    "in force": "in force",
    "none": "none in force",
    "not told": "the record at hand does not tell",
    "no waiver power yet": "there is no power to waive it yet",
}


def waiver(periods: pd.DataFrame) -> str:
    """Return what the newest stretch says of a policy's waiver; the stretches are newest first."""
    last = next(iter(paint.each(periods)))
    told = f"on {words.day(last.until_on)}: {STATES.get(str(last.state), str(last.state))}, since "
    told += words.day(last.since_on)
    held = periods[periods["state"] == "in force"]
    if held.empty:
        return f"{told}."
    row = next(iter(paint.each(held)))
    signer = "" if words.missing(row.signer) else f" signed by {row.signer}"
    due = "" if words.missing(row.due_on) else f", due again on {words.day(row.due_on)}"
    return f"{told}. The last known waiver{signer} holds from {words.day(row.from_on)}{due}."
