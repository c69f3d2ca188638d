"""What was seen before and after an event?

title: Around an event
order: 4
"""

from __future__ import annotations

from typing import Any

import around_charts
import called
import choosing
import db
import link
import parts
import streamlit as st
import takeaways
import views
import words

WINDOWS = {"7": "7 days", "14": "14 days", "30": "30 days"}
EVENTS = """
select event_on, kind, events.title, bills.label as bill, events.bill_id, event_id,
    events.source_url
from events left join bills using (bill_id)
where policy_id = $policy and event_on between $since and $until
order by event_on desc, event_id
"""
SIDES = """
select around.*, coalesce(groups.label, 'All outlets') as label
from around_events as around
left join policy_groups as groups using (policy_id, group_name)
where event_id = $event and window_days = $days
order by group_name <> 'all', groups.position
"""
DAYS = """
select
    period_on,
    period_on - $on::date as day,
    articles,
    stories,
    collected
from coverage
where policy_id = $policy and grain = 'day' and group_name = $group
    and period_on >= $on::date - $days and period_on < $on::date + $days
order by period_on
"""
NEAR = """
select event_on, kind, title, event_id from events
where policy_id = $policy and event_id <> $event
    and event_on between $on::date - $days and $on::date + $days - 1
order by event_on
"""

view = views.chosen()


def listed() -> Any:
    """Draw the events to choose from; return the one that is chosen, or None."""
    rows = db.query(EVENTS, **view.window())
    if rows.empty:
        st.info("No event of these days has a known day: choose an earlier “From”.")
        return None
    st.caption("Pick an event. Only events whose day is known can be looked around.")
    asked = choosing.chosen("event", rows, table="events", hidden=("bill_id", "source_url"))
    known = rows[rows["event_id"] == asked]
    if asked and known.empty:
        # A record of Congress may have taken the place of the fact that a link was made for.
        days = rows["event_on"].dt.strftime("%Y-%m-%d")
        known = rows[[day in asked for day in days]].head(1)
    if asked and known.empty:
        st.warning(words.plain(f"No event {asked[:60]} falls in these days; shown is the newest."))
    return next((known if len(known) else rows.head(1)).itertuples())


def looked_at(event: Any) -> None:
    """Draw coverage and stance on both sides of one event."""
    link.take("window", link.one_of(list(WINDOWS)), "14")
    window = st.segmented_control(
        "Days on each side",
        list(WINDOWS),
        format_func=WINDOWS.__getitem__,
        key="window",
        required=True,
    )
    days = int(window or "14")
    link.write(window=str(days))
    st.header(
        f"{words.day(event.event_on)}: {words.plain(event.title)}", anchor=False, divider="gray"
    )
    near = db.query(
        NEAR, event=event.event_id, on=event.event_on.date(), days=days, policy=view.policy
    )
    if len(near):
        noun = "event falls" if len(near) == 1 else "events fall"
        st.warning(
            f"{len(near)} other {noun} within these days: the two sides cannot be told apart."
        )
    sides = db.query(SIDES, event=event.event_id, days=days)
    daily(event, days, sides)
    change(sides)
    called.drawn(event.event_id)
    parts.table("around_events", sides, label="Rows: each group, before and after")
    if len(near):
        parts.table("events", near, label="Other events within these days")


def daily(event: Any, days: int, sides: Any) -> None:
    """Draw the articles of each day, the event between the two sides."""
    on = event.event_on.date()
    rows = db.query(DAYS, policy=view.policy, group=view.group, on=on, days=days)
    shown = sides[sides["group_name"] == view.group]
    told = takeaways.around(shown)
    figure = around_charts.days(rows, days=days, theme=st.context.theme.type)
    title = f"Articles a day, {days} days before and {days} from the event on"
    parts.chart(figure, key="around_days", title=title, told=told)
    parts.table("coverage", rows, label="Rows behind this chart: days", nothing="No article.")


def change(sides: Any) -> None:
    """Draw the net stance of each group on either side."""
    told = takeaways.net_change(sides)
    if sides[["net_before", "net_after"]].notna().any(axis=None):
        figure = around_charts.net(sides, theme=st.context.theme.type)
        title = "Net stance toward keeping the policy, before and after, by group"
        parts.chart(figure, key="around_net", title=title, told=told)
    else:
        st.caption(words.plain(told))
    st.caption(
        "What comes after an act need not come from it: placebo days show how often coverage rose "
        "as much where nothing happened."
    )


if event := listed():
    looked_at(event)
