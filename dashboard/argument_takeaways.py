"""What the figures of arguments say, in a sentence or two."""

from __future__ import annotations

import paint
import pandas as pd


def arguments(rows: pd.DataFrame) -> str:
    """Return the takeaway of the arguments: the most used of each side, with n and interval."""
    if rows.empty:
        return "No argument that the policy's file lists is used in a dated story of these days."
    told = []
    for side, noun in (("keeps", "to keep it"), ("drops", "to drop it")):
        own = rows[rows["side"] == side].sort_values("stories", ascending=False, kind="stable")
        if own.empty:
            told.append(f"no listed reason {noun} is used")
            continue
        row = next(iter(paint.each(own)))
        told.append(
            f"the most used reason {noun} is “{row.argument}” ({row.stories:,} of "
            f"{row.searched:,} stories, {row.share:.0%}; {row.share_low:.0%} to "
            f"{row.share_high:.0%})"
        )
    whole = "; ".join(told)
    return f"{whole[0].upper()}{whole[1:]}."


def rises(rows: pd.DataFrame, grain: str) -> str:
    """Return when each argument rose clearly above what went before."""
    risen = rows[rows["rose_on"].notna()].sort_values("rose_on", kind="stable")
    if risen.empty:
        return f"No argument rose clearly above what went before in a {grain}."
    told = [f"“{row.argument}” in {paint.period(row.rose_on, grain)}" for row in paint.each(risen)]
    return f"Rose clearly above what went before: {', '.join(told)}."


def telling_words(rows: pd.DataFrame) -> str:
    """Return the words that tell most of each side."""
    if rows.empty:
        return "No word tells the sides apart: few passages are at hand, or they are of one side."
    told = [
        f"{label}: {', '.join(own['word'].head(5))}"
        for label, own in rows.groupby("label", sort=False)
    ]
    return "; ".join(told) + "."
