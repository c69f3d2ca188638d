"""By which word articles call a waiver, and how many take the wrong one."""

from __future__ import annotations

import db
import pandas as pd
import parts
import streamlit as st
import words

SHARES = """
select event, called, verdict, articles, calling, share, share_low, share_high, articles_near,
    policy_id, event_id
from act_word_shares where event_id = $event
order by called in ('wrong', 'only wrong'), articles desc, called
"""
CALLED = """
select * exclude (event, policy_id, mention_id) from act_words where event_id = $event
order by verdict = 'wrong' desc, coalesce(published_on, published_month), article_id, called
limit 1000
"""


def drawn(event_id: str) -> None:
    """Draw what the articles of the 31 days from a waiver on call it; nothing for other events."""
    shares = db.query(SHARES, event=event_id)
    if shares.empty:
        return
    st.subheader("What it is called", anchor=False)
    st.caption(words.plain(takeaway(shares)))
    st.caption(
        "A waiver sets a law aside for a time and leaves it in force: cancellation and repeal are "
        "wrong words for it, lifting is a loose one. Counted are articles of the day and the 30 "
        "after it, by sentences that name the policy and tell of something done."
    )
    parts.table(
        "act_word_shares",
        shares,
        label="Words for this act",
        open_at_first=True,
        hidden=("event",),
    )
    parts.table("act_words", db.query(CALLED, event=event_id), label="The sentences, one by one")


def takeaway(shares: pd.DataFrame) -> str:
    """Return how many articles call a waiver what, and how many get it wrong."""
    first = shares.iloc[0]
    told = f"Of {first['articles_near']:,} articles {first['calling']:,} say what it was"
    kinds = shares[~shares["called"].isin(["wrong", "only wrong"])]
    said = ", ".join(
        f"{row.called} {row.articles:,} ({row.share:.0%})" for row in kinds.itertuples()
    )
    wrong = shares[shares["called"] == "wrong"]
    if wrong.empty:
        return f"{told}: {said}. None calls it cancelled or repealed."
    row = wrong.iloc[0]
    alone = shares.loc[shares["called"] == "only wrong", "articles"]
    none_right = int(alone.iloc[0]) if len(alone) else 0
    interval = f"{row['share_low']:.0%} to {row['share_high']:.0%}"
    return (
        f"{told}: {said}. {row['articles']:,} ({row['share']:.0%}; {interval}) call it cancelled "
        f"or repealed, {none_right:,} of them without a right word beside it."
    )
