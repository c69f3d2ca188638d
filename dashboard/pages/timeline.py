"""Did coverage or stance move when Congress or the President acted?

title: Timeline
order: 2
"""

from __future__ import annotations

import charts
import db
import figures
import link
import paint
import pandas as pd
import parts
import streamlit as st
import takeaways
import views
import words

CODER = (
    "Stance of the shipped sample was set by one reader (lawbeat-sample) from the part of each "
    "article that could be seen: neither a machine's judgement nor an analyst's own label."
)
ARTICLES = """
select distinct on (article_id)
    article_id, outlet, published_on, published_month, published_precision, title,
    language, holder, stance, method, group_name, story_id, url, source_url
from mentions
where policy_id = $policy and about_policy and ($group = 'all' or group_name = $group)
    and case
        when $grain in ('day', 'week') then date_trunc($grain, published_on)
        when $grain = 'month' then published_month
        when published_precision = 'year' then try_strptime(left(published, 4), '%Y')
        else date_trunc('year', published_month)
    end = $start::date
order by article_id, stance nulls last
limit 1000
"""

view = views.chosen()
window = view.window()
events = figures.events(**window)
coverage = figures.periods("coverage", view.grain, view.group, **window)
stance = figures.periods("stance", view.grain, view.group, **window)
totals = figures.totals(view.grain, view.group, **window)


def key_figures() -> None:
    """Draw what the window adds up to, shares with n and their 95 % interval."""
    with st.container(horizontal=True, key="figures"):
        card("Articles", words.count(totals["articles"] or 0), 150)
        for side, label in (("support", "Support keeping it"), ("oppose", "Oppose keeping it")):
            card(label, words.percent(totals[f"{side}_share"]), 235, interval(side))
        card("Events", words.count(len(events)), 120)


def card(label: str, value: str, width: int, beside: str | None = None) -> None:
    """Draw one key figure."""
    st.metric(
        label,
        value,
        delta=beside,
        delta_color="off",
        delta_arrow="off",
        border=True,
        width=width,
        height="stretch",
    )


def interval(side: str) -> str | None:
    """Return a share's interval and n, or None where nothing was judged."""
    if not totals["n"]:
        return None
    low, high = words.percent(totals[f"{side}_low"]), words.percent(totals[f"{side}_high"])
    return f"95 %: {low} to {high}, n = {words.count(totals['n'])}"


def notes() -> None:
    """Say what is not drawn, and who judged what is."""
    left_out = figures.undated(view.grain, view.group, view.policy)
    if left_out:
        noun = "article is dated" if left_out == 1 else "articles are dated"
        st.caption(f"{left_out:,} {noun} too coarsely to be drawn by {view.grain}.")
    if totals["by_coder"]:
        coder, machine = words.count(totals["by_coder"]), words.count(totals["by_machine"])
        by = f"In view: {coder} opinions by coder, {machine} by machine."
        st.caption(f"{CODER} {by}")


def figure(measure: str) -> None:
    """Draw the three bands, with their takeaway."""
    told = takeaways.timeline(events, coverage, stance, totals, view.grain)
    drawn = charts.timeline(
        events,
        coverage,
        stance,
        since=view.since,
        until=view.until,
        grain=view.grain,
        measure=measure,
        theme=st.context.theme.type,
    )
    drawn.update_layout(meta={"alt": told})
    with st.container(key="timeline_figure"):
        st.plotly_chart(
            drawn,
            key="timeline",
            on_select=clicked,
            selection_mode="points",
            alt=told,
            config={"displaylogo": False, "scrollZoom": False},
        )
    st.caption(words.plain(told))


def clicked() -> None:
    """Choose what was clicked."""
    points = st.session_state["timeline"]["selection"]["points"]
    chosen = points[0].get("customdata") if points else None
    st.session_state["look"] = ":".join(str(part) for part in chosen) if chosen else None


def looked_at() -> str:
    """Draw the choice of a period or an event, for keys and for links; return what is chosen."""
    starts = coverage["period_on"]
    names = {f"period:{start:%Y-%m-%d}": paint.period(start, view.grain) for start in starts}
    names |= {f"event:{row.event_id}": f"{row.number} · {row.title}" for row in paint.each(events)}
    link.take("look", lambda asked: asked if asked in names else None, None)
    if st.session_state["look"] not in names:  # other days, another grain
        st.session_state["look"] = None
    chosen = st.selectbox(
        "Click a bar for its articles, a symbol for its bill or source, or pick one here",
        list(names),
        index=None,
        format_func=lambda key: names.get(key, key),
        placeholder="A period or an event",
        key="look",
        width=560,
    )
    link.write(look=chosen or "")
    return chosen or ""


def opened(chosen: str) -> None:
    """Draw what was asked for: the articles of a period, or the source of an event."""
    kind, _, key = chosen.partition(":")
    if kind == "period":
        period_articles(key)
    elif kind == "event":
        event_source(key)


def period_articles(start: str) -> None:
    """Draw the articles of the period that starts on a day."""
    rows = db.query(ARTICLES, policy=view.policy, group=view.group, grain=view.grain, start=start)
    label = f"Articles of {paint.period(pd.Timestamp(start), view.grain)}"
    parts.table("articles", rows, label=label, open_at_first=True, period=start)


def event_source(event_id: str) -> None:
    """Draw one event with its links."""
    rows = events[events["event_id"] == event_id]
    for row in rows.itertuples():
        with st.container(border=True):
            st.markdown(f"**{row.number}** · {words.plain(row.title)}")
            if not words.missing(row.bill_id):
                link = view.parameters() | {"bill": str(row.bill_id)}
                st.page_link("pages/bills.py", label="Open the bill", query_params=link)
            if address := words.web_address(row.source_url):
                st.link_button("Open the source", address)


key_figures()
link.take("count", link.one_of(list(charts.MEASURES)), "articles")
measure = st.segmented_control(
    "Coverage counted as",
    list(charts.MEASURES),
    format_func=str.capitalize,
    key="count",
    required=True,
)
link.write(count=measure or "articles")
if events.empty and coverage.empty:
    st.info("Nothing falls in these days: choose an earlier “From”, or another policy.")
elif coverage.empty:
    st.info("No article of these days was read yet: drop some into `data/inbox`, then refresh.")
figure(measure or "articles")
opened(looked_at())
notes()
parts.table("events", events, label="Events, numbered as in the figure", open_at_first=True)
parts.table("coverage", coverage, label="Rows behind the coverage band")
parts.table("stance", stance, label="Rows behind the stance band")
