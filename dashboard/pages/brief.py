"""One policy and one period, to print or to send.

title: Brief
order: 9
"""

from __future__ import annotations

import brief
import charts
import db
import figures
import pandas as pd
import parts
import plotly.graph_objects as go
import speech
import streamlit as st
import takeaways
import views
import words

BILLS = """
select bills.label, bills.title, listed.effect, bills.status_label, bills.latest_action_on,
    bills.sponsor, bills.url
from policy_bills as listed join bills using (bill_id)
where policy_id = $policy and listed.effect not in ('mentions', 'exempts')
order by bills.congress desc, bills.latest_action_on desc nulls last
limit 15
"""
SOURCES = """
select sources.title, sources.site, sources.last_success_at, brought.articles
from sources
left join policy_sources as brought
    on brought.source_id = sources.source_id and brought.policy_id = $policy
where sources.items > 0
order by brought.articles desc nulls last, sources.title
"""
# Since when the newest articles are from: only the mentions of those days are read then.
NEWEST = """
select min(period_on) as since
from (
    select period_on, sum(articles) over (order by period_on desc) - articles as newer
    from coverage
    where policy_id = $policy and grain = 'day' and group_name = $group
        and period_on between $since and $until
)
where newer < $most
"""
ARTICLES = """
with told as (
    from mentions
    where policy_id = $policy and counts and published_on between $since and $until
        and ($group = 'all' or group_name = $group)
),
newest as (
    select article_id, max(published_on) as day_on from told
    group by article_id order by day_on desc, article_id limit $most
)
select distinct on (day_on, article_id) published_on, outlet, title, holder, stance, url
from newest join told using (article_id)
order by day_on desc, article_id, abs(coalesce(score, 2)) desc, mention_id
"""
MOST = 25  # articles, and events
SHOWN_EVENTS = {"event_on": "Day", "kind": "Kind", "title": "What happened", "source_url": "Source"}
SHOWN_BILLS = {
    "label": "Bill",
    "title": "Title",
    "effect": "Effect",
    "status_label": "Status",
    "latest_action_on": "Last action",
    "sponsor": "Sponsor",
    "url": "Link",
}
SHOWN_GROUPS = {
    "label": "Group",
    "judged": "Judged",
    "supporting": "Support",
    "opposing": "Oppose",
    "neutral": "Neutral",
    "net_stance": "Net",
    "net_low": "95 % from",
    "net_high": "to",
}
SHOWN_VOICES = {
    "holder": "Voice",
    "holder_role": "Role",
    "opinions": "Stories",
    "supports": "Support",
    "opposes": "Oppose",
    "last_stance": "Last held",
}
SHOWN_ARTICLES = {
    "published_on": "Day",
    "outlet": "Outlet",
    "title": "Title",
    "holder": "Voice",
    "stance": "Stance",
    "url": "Link",
}

view = views.chosen()
window = view.window()
events = figures.events(**window)
coverage = figures.periods("coverage", view.grain, view.group, **window)
stance = figures.periods("stance", view.grain, view.group, **window)
totals = figures.totals(view.grain, view.group, **window)
told = takeaways.timeline(events, coverage, stance, totals, view.grain)


def sections() -> list[brief.Section]:
    """Return the parts of the brief, each with the rows behind it."""
    groups = speech.groups(view.group, **window)
    voices = speech.voices(view.group, "speaker", 12, **window)
    articles = newest_articles()
    bills = db.query(BILLS, policy=view.policy)
    return [
        brief.Section("Acts and events", "", events.tail(MOST), SHOWN_EVENTS),
        brief.Section("Bills", "", bills, SHOWN_BILLS),
        brief.Section("Stance by group", takeaways.groups(groups), groups, SHOWN_GROUPS),
        brief.Section("Who is heard", "", voices, SHOWN_VOICES),
        brief.Section("Newest articles", "", articles, SHOWN_ARTICLES),
    ]


def newest_articles() -> pd.DataFrame:
    """Return the newest articles of the period, each with the opinion in it that is clearest."""
    asked = {"group": view.group, "most": MOST, **window}
    since = db.query(NEWEST, **asked)["since"].iloc[0]
    return db.query(ARTICLES, **asked | ({} if pd.isna(since) else {"since": since.date()}))


def timeline(theme: str | None) -> go.Figure:
    """Return the three bands of the period."""
    return charts.timeline(
        events,
        coverage,
        stance,
        since=view.since,
        until=view.until,
        grain=view.grain,
        theme=theme,
    )


def made() -> str:
    """Return the brief as one HTML file."""
    figure = timeline("light")
    figure.update_layout(template="plotly_white", width=960)
    return brief.page(view.name, under(), figure, told, sections(), foot())


def under() -> str:
    """Return the line under the title: the period, the group, the version."""
    group = "all outlets" if view.group == "all" else figures.groups(view.policy)[view.group]
    built = db.query("select built_at from version")["built_at"].iloc[0]
    return (
        f"{words.day(view.since)} to {words.day(view.until)}, {group}. "
        f"Version {view.version}, published {words.moment(built)}."
    )


def foot() -> str:
    """Return where the figures come from."""
    rows = db.query(SOURCES, policy=view.policy)
    names = "; ".join(f"{row.title} ({row.site})" for row in rows.itertuples())
    judged = ""
    if totals["n"]:
        coder, machine = words.count(totals["by_coder"]), words.count(totals["by_machine"])
        judged = f" Opinions judged: {coder} by coder, {machine} by machine."
    return f"Sources: {names or 'none'}.{judged} Stance is toward keeping the policy."


st.caption(words.plain(under()))
st.download_button(
    "Download as one HTML file, to print or to send",
    data=made,
    file_name=f"{parts.file_stem('brief', view)}.html",
    mime="text/html",
    icon=":material/print:",
    on_click="ignore",
    key="brief_html",
)
with st.container(key="timeline_figure"):
    title = "Acts and events, coverage and stance"
    parts.chart(timeline(st.context.theme.type), key="brief_timeline", title=title, told=told)
for section in sections():
    st.subheader(section.title, anchor=False)
    if section.told:
        st.caption(words.plain(section.told))
    name = section.title.lower().replace(" ", "_")
    rows = section.rows[list(section.columns)]
    parts.table(name, rows, label="Rows", open_at_first=True, nothing="Nothing at hand.")
st.caption(words.plain(foot()))
