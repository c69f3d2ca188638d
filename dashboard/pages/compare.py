"""How do policies, or bills, compare?

title: Compare
order: 7
"""

from __future__ import annotations

import compare_charts
import db
import figures
import link
import pandas as pd
import parts
import streamlit as st
import takeaways
import views

MODES = {"policies": "Policies", "bills": "Bills of this policy"}
MOST = 6  # panels that can be read side by side
WEEKS = 26
# Indexed: 100 is the policy's own mean over the periods of the window, silent ones counted.
POLICIES = """
with periods as (
    select unnest(generate_series(
        date_trunc($grain, $since::date), date_trunc($grain, $until::date),
        case $grain when 'day' then interval 1 day when 'week' then interval 7 day
            when 'month' then interval 1 month else interval 1 year end
    ))::date as period_on
)
select
    policies.short_name as name,
    periods.period_on,
    coalesce(coverage.articles, 0) as articles,
    coalesce(coverage.stories, 0) as stories,
    100 * coalesce(coverage.articles, 0)
        / nullif(avg(coalesce(coverage.articles, 0)) over own, 0) as coverage_index,
    stance.judged,
    stance.net_stance,
    stance.net_low,
    stance.net_high,
    policies.policy_id
from policies
cross join periods
left join coverage
    on coverage.policy_id = policies.policy_id and coverage.period_on = periods.period_on
    and coverage.grain = $grain and coverage.group_name = 'all'
left join stance
    on stance.policy_id = policies.policy_id and stance.period_on = periods.period_on
    and stance.grain = $grain and stance.group_name = 'all'
where list_contains(string_split($chosen, ','), policies.policy_id)
window own as (partition by policies.policy_id)
order by name, periods.period_on
"""
BILLS = """
with chosen as (
    select bill_id, label, introduced_on from bills
    where list_contains(string_split($chosen, ','), bill_id) and introduced_on is not null
),
weeks as (
    select chosen.*, week, introduced_on + 7 * week::int as week_on
    from chosen
    cross join (select unnest(range($weeks)) as week)
),
summed as (
    select
        weeks.label as name,
        weeks.week,
        weeks.week_on,
        weeks.introduced_on,
        weeks.bill_id,
        coalesce(sum(coverage.articles), 0)::bigint as articles,
        coalesce(sum(coverage.stories), 0)::bigint as stories,
        coalesce(sum(stance.judged), 0)::bigint as judged,
        coalesce(sum(stance.supporting), 0)::bigint as supporting,
        coalesce(sum(stance.opposing), 0)::bigint as opposing
    from weeks
    left join coverage
        on coverage.policy_id = $policy and coverage.grain = 'day' and coverage.group_name = $group
        and coverage.period_on >= weeks.week_on and coverage.period_on < weeks.week_on + 7
    left join stance
        on stance.policy_id = $policy and stance.grain = 'day' and stance.group_name = $group
        and stance.period_on = coverage.period_on
    where weeks.week_on <= (select built_at::date from version)
    group by all
)
select
    * exclude (introduced_on, bill_id),
    net_share(supporting, opposing, judged) as net_stance,
    net_low(supporting, opposing, judged) as net_low,
    net_high(supporting, opposing, judged) as net_high,
    bill_id
from summed
order by introduced_on, bill_id, week
"""
CHOICES = """
select bills.bill_id, bills.label
from policy_bills join bills using (bill_id)
where policy_id = $policy and introduced_on is not null
order by effect in ('mentions', 'exempts'), introduced_on desc
"""

view = views.chosen()


def several(key: str, label: str, options: dict[str, str], first: str = "") -> list[str]:
    """Draw a choice of several, kept in the URL with commas; returns what is chosen."""
    usual = sorted(options, key=lambda one: one != first)[:2]
    link.take(key, lambda asked: [one for one in asked.split(",") if one in options] or None, usual)
    st.session_state[key] = [one for one in st.session_state[key] if one in options] or usual
    chosen = st.multiselect(
        label,
        list(options),
        format_func=lambda one: options.get(one, one),
        max_selections=MOST,
        key=key,
    )
    link.write(**{key: ",".join(chosen)})
    return list(chosen)


def policies() -> None:
    """Draw several policies over the same time, each against its own mean."""
    names = db.query("select policy_id, short_name from policies order by articles desc, name")
    options = dict(zip(names["policy_id"], names["short_name"], strict=True))
    chosen = several("compare", "Policies", options, view.policy)
    grain = figures.bearable(view.grain, view.since, view.until)
    rows = db.query(
        POLICIES,
        chosen=",".join(chosen),
        grain=grain,
        since=view.since,
        until=view.until,
    )
    title = f"Coverage per {grain}, 100 is the policy's own mean; net stance of 5 judged or more"
    drawn(rows, takeaways.compared(rows, grain), title)


def bills() -> None:
    """Draw the coverage of the policy in the weeks from each bill's introduction on."""
    found = db.query(CHOICES, policy=view.policy)
    if found.empty:
        st.info("No bill of this policy has a day of introduction: nothing to line up.")
        return
    chosen = several("lined", "Bills", dict(zip(found["bill_id"], found["label"], strict=True)))
    rows = db.query(
        BILLS, chosen=",".join(chosen), policy=view.policy, group=view.group, weeks=WEEKS
    )
    st.caption(
        "Articles that name the policy, counted from the day each bill was introduced; whether an "
        "article names the bill itself is not asked here."
    )
    title = "Articles in each week from introduction on, and net stance of 5 judged or more"
    drawn(rows, takeaways.lined_up(rows), title)


def drawn(rows: pd.DataFrame, told: str, title: str) -> None:
    """Draw small multiples on shared axes, and their rows."""
    if rows.empty:
        st.info("Choose one or more to compare.")
        return
    figure = compare_charts.panels(rows, theme=st.context.theme.type)
    parts.chart(figure, key="compared", title=title, told=told)
    parts.table("compared", rows, label="Rows behind this chart")


link.take("by", link.one_of(list(MODES)), "policies")
mode = st.segmented_control(
    "Compare", list(MODES), format_func=MODES.__getitem__, key="by", required=True
)
link.write(by=mode or "policies")
if mode == "bills":
    bills()
else:
    policies()
