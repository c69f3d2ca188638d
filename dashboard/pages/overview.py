"""Where does each policy stand, and what is new?

title: Overview
order: 1
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import alerts_panel
import columns
import db
import link
import parts
import streamlit as st
import views
import visits
import words

ROWS = """
with months as (
    select unnest(generate_series(
        date_trunc('month', built_at) - interval 11 month, date_trunc('month', built_at),
        interval 1 month
    ))::date as month_on
    from version
),
monthly as (
    select policies.policy_id, list(coalesce(coverage.articles, 0) order by month_on) as articles
    from policies
    cross join months
    left join coverage
        on coverage.policy_id = policies.policy_id and coverage.period_on = months.month_on
        and coverage.grain = 'month' and coverage.group_name = 'all'
    group by policies.policy_id
)
select
    overview.short_name as policy,
    overview.bill_label,
    overview.bill_status,
    overview.bill_effect,
    overview.bill_moved_on,
    overview.articles_lately,
    monthly.articles as articles_by_month,
    overview.net_stance,
    format(
        '{:+.2f} to {:+.2f}, n = {:,}', overview.net_low, overview.net_high, overview.judged
    ) as net_interval,
    overview.net_low,
    overview.net_high,
    overview.judged,
    overview.last_act,
    overview.last_act_on,
    overview.articles,
    overview.last_article_on,
    overview.liveliest_bill_id,
    overview.policy_id
from overview
join monthly using (policy_id)
order by overview.articles desc, overview.name
"""
NEWS = """
with told as (
    select policy_id, event_on as day_on, 'act or event' as what, title, source_url as url
    from events where event_on >= $seen
    union all by name
    select
        listed.policy_id,
        actions.acted_on as day_on,
        'bill action' as what,
        bills.label || ': ' || actions.text as title,
        bills.url
    from policy_bills as listed
    join bills using (bill_id)
    join bill_actions as actions using (bill_id)
    where actions.acted_on >= $seen and listed.effect not in ('mentions', 'exempts')
    union all by name
    select
        policy_id,
        first_on as day_on,
        'new voice' as what,
        holder || ' ' || first_stance as title,
        null as url
    from voices where first_on >= $seen and holder_kind = 'speaker'
    union all by name
    select
        policy_id,
        last_on as day_on,
        'changed sides' as what,
        holder || ': ' || first_stance || ' before, ' || last_stance || ' now' as title,
        null as url
    from voices
    where last_on >= $seen and holder_kind = 'speaker' and changed_mind
        and first_stance <> last_stance
),
seen as not materialized (
    select rowid as place, * from policy_articles
    where seen_at >= $seen and stance <> 'not about it'
),
-- They lie by policy, the newest first: of ten million seen at once, the places are soon sorted.
newest as (
    select
        policy_id,
        seen_at::date as day_on,
        'article' as what,
        coalesce(title, url, source_path) as title,
        url
    from policy_articles
    where rowid in (select place from seen order by seen_at desc, place limit $most)
)
select
    policies.short_name as policy,
    news.*,
    (select count(*) from told) + (select count(*) from seen) as found
from (from told union all by name from newest) as news
join policies using (policy_id)
order by day_on desc, policy, what, title
limit $most
"""
MOST = 500  # changes

HIDDEN = (
    "net_low",
    "net_high",
    "judged",
    "articles",
    "last_article_on",
    "liveliest_bill_id",
    "bill_moved_on",
)

view = views.chosen()


def standings() -> None:
    """Draw a row a policy; a picked one offers its pages."""
    rows = db.query(ROWS)
    st.caption(
        "All policies, whatever is chosen above. Articles lately: of the 30 days up to this "
        "version. Net stance toward keeping the policy, from -1 to 1, all opinions at hand; empty "
        "under 5 judged."
    )
    picked = st.dataframe(
        rows,
        hide_index=True,
        column_order=columns.order(rows, HIDDEN),
        column_config=columns.drawn("overview", rows),
        on_select="rerun",
        selection_mode="single-row",
        placeholder="",
        key="standings",
    )
    for place in picked["selection"]["rows"]:
        pages_of(rows.iloc[place])
    parts.downloads("overview", rows)


def pages_of(row: Any) -> None:
    """Draw the ways to one policy's pages."""
    with st.container(horizontal=True):
        for page in ("timeline", "bills", "voices", "articles"):
            st.page_link(
                f"pages/{page}.py",
                label=f"{page.capitalize()} of {words.plain(row['policy'])}",
                query_params={"policy": str(row["policy_id"])},
            )


def news() -> None:
    """Draw what came since a day: that of the link, else of this browser's last visit."""
    st.subheader("What is new", anchor=False)
    built = db.query("select built_at::date as on_day from version")["on_day"].iloc[0]
    before = visits.last()
    link.take("seen", _day, before or built.date() - timedelta(days=7))
    seen: Any = st.date_input("Since", key="seen", format="YYYY-MM-DD", width=145)
    seen = seen or built.date()
    link.write(seen=seen.isoformat())
    rows = db.query(NEWS, seen=seen, most=MOST)
    if rows.empty:
        st.info("Nothing new since that day: choose an earlier one, or run `make refresh`.")
        return
    found = int(rows["found"].iloc[0])
    more = f" Shown are the newest {len(rows):,}." if found > len(rows) else ""
    told = words.many(found, "change")
    st.caption(f"{told} since {words.day(seen)}{visit(seen, before)}.{more}")
    rows = rows.drop(columns=["found"])
    parts.table("news", rows, label="Changes", open_at_first=True, seen=seen.isoformat())


def visit(seen: date, before: date | None) -> str:
    """Return, in words, that a day is the one of the last visit."""
    return ", your last visit with this browser" if seen == before else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


standings()
news()
alerts_panel.latest()
