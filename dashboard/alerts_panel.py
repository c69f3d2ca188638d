"""The latest alerts of every policy: what happened, in plain words, with page and source."""

from __future__ import annotations

import db
import parts
import streamlit as st

# Those of the last ninety days that hold anything, so that an older version is not empty.
LATEST = """
select
    coalesce(policy, 'all') as policy,
    happened_on,
    replace(rule, '_', ' ') as what,
    severity,
    headline,
    detail,
    source_url,
    basis,
    value,
    n,
    low,
    high,
    view,
    policy_id,
    bill_id,
    alert_id
from alerts
where happened_on > (select max(happened_on) from alerts) - 90
order by happened_on desc, severity = 'high' desc, policy, alert_id
limit 200
"""


def latest() -> None:
    """Draw the latest alerts, newest first, and how to be told of them; nothing where none is."""
    if "alerts" not in db.tables():  # a version of before there were any
        return
    rows = db.query(LATEST)
    st.subheader("Latest alerts", anchor=False)
    if rows.empty:
        st.caption("Nothing has happened yet that is worth an alert.")
        return
    st.caption(
        "The newest ninety days of alerts at hand, whichever policy is chosen above. They also go "
        "out as feeds, mail and a calendar: see docs/alerts.md."
    )
    parts.table("alerts", rows, label="Alerts")
