"""One bill as its record tells it: where it stands, what it would do, who is behind it."""

from __future__ import annotations

from typing import Any

import bill_press
import cosponsor_chart
import db
import pandas as pd
import parts
import streamlit as st
import takeaways
import views
import words

UNREAD = (
    "No file at hand lists these. Drop the bill's BILLSTATUS file into `data/inbox` and run "
    "`make refresh`."
)
ACTIONS = """
select acted_on, text, action_type, * exclude (acted_on, text, action_type)
from bill_actions where bill_id = $bill order by seq desc
"""
OWN = "policy_id = $policy and"
# Each is a mart with a `bill_id`; what is empty is not drawn.
BESIDE = {
    "bill_links": ("Where it names the policy", OWN, "is_newest desc, link_id"),
    "bill_committees": ("Committees", "", "activity_on nulls last, row"),
    "bill_votes": ("Recorded votes", "", "place"),
    "bill_vote_totals": ("Votes by party", "", "voted_on, vote_id, party, position"),
    "related_bills": ("Related bills", "", "row"),
    "bill_text_versions": ("Text versions", "", "version_on nulls last, row"),
    "bill_titles": ("Titles", "", "row"),
    "bill_summaries": ("Summaries", "", "action_on desc nulls last, row"),
    "bill_amendments": ("Amendments", "", "latest_action_on desc nulls last, row"),
    "bill_subjects": ("Subjects", "", "subject"),
}


def opened(bill_id: str) -> None:
    """Draw one bill, or say that it was not read."""
    found = db.query("from bills where bill_id = $bill", bill=bill_id)
    if found.empty:
        st.warning(
            words.plain(f"The bill {bill_id[:40]} has not been read: no file at hand has it.")
        )
        return
    for bill in found.itertuples():
        st.header(words.plain(bill.label), anchor=False, divider="gray")
        title = "Its file gives no title" if words.missing(bill.title) else str(bill.title)
        st.markdown(f"**{words.plain(title)}**")
        facts(bill)
        stepper(bill_id)
        links(bill)
        effect(bill_id)
        thread(bill_id)
        cosponsors(bill_id)
        bill_press.drawn(bill_id)
        behind(bill_id)


def facts(bill: Any) -> None:
    """Draw who sponsors a bill and what happened last."""
    told = [f"Sponsor: {sponsor(bill)}"]
    if not words.missing(bill.cosponsors_active):
        gone = (
            "" if not bill.cosponsors_withdrawn else f", {bill.cosponsors_withdrawn:,.0f} withdrawn"
        )
        told.append(f"cosponsors: {bill.cosponsors_active:,.0f}{gone}")
    if not words.missing(bill.latest_action):
        told.append(f"last action, {words.day(bill.latest_action_on)}: {bill.latest_action}")
    if not words.missing(bill.truncated):
        told.append(f"lists cut at 250 by the record: {bill.truncated}")
    st.markdown(words.plain(" · ".join(told)))


def sponsor(bill: Any) -> str:
    """Return a bill's sponsor with party and state, in words."""
    if words.missing(bill.sponsor):
        return "none on record (a reserved number has none)"
    home = [v for v in (bill.sponsor_party, bill.sponsor_state) if not words.missing(v)]
    # Congress's own form of a name may already end in [R-FL-13].
    return (
        f"{bill.sponsor} ({'-'.join(home)})" if home and "[" not in bill.sponsor else bill.sponsor
    )


def stepper(bill_id: str) -> None:
    """Draw every status a bill came to, the last one marked."""
    steps = db.query("from bill_status_history where bill_id = $bill order by step", bill=bill_id)
    if steps.empty:
        st.caption("No status can be told: no action of this bill was read.")
        return
    with st.container(horizontal=True, key="stepper", gap="small"):
        for place, step in enumerate(steps.itertuples(), 1):
            last = place == len(steps)
            with st.container(border=True, width=200):
                mark = ":material/radio_button_checked:" if last else ":material/check_circle:"
                st.markdown(f"{mark} **{words.plain(step.status_label)}**")
                why = None if words.missing(step.why) else words.plain(step.why)
                st.caption(words.day(step.status_on), help=why)
    _rows("bill_status_history", steps, "Rows behind the steps", bill_id)


def links(bill: Any) -> None:
    """Draw links to the bill's page and to the file it was read from."""
    with st.container(horizontal=True):
        for label, url in (
            ("The bill's page", bill.url),
            ("The file it was read from", bill.source_url),
        ):
            if address := words.web_address(url):
                st.link_button(label, address, icon=":material/open_in_new:")


def behind(bill_id: str) -> None:
    """Draw actions and cosponsors, and who told them."""
    _rows("bill_actions", db.query(ACTIONS, bill=bill_id), "Actions", bill_id, is_open=True)
    names = db.query(
        "from bill_cosponsors where bill_id = $bill order by cosponsored_on, name", bill=bill_id
    )
    _rows("bill_cosponsors", names, "Cosponsors", bill_id)
    for name, (label, only, order) in BESIDE.items():
        rows = db.query(
            f"from {name} where {only} bill_id = $bill order by {order}",
            bill=bill_id,
            **({"policy": views.chosen().policy} if only else {}),
        )
        if len(rows):
            _rows(name, rows, label, bill_id)


def effect(bill_id: str) -> None:
    """Say what the bill would do to the policy, who says so, and show the words that tell it."""
    rows = db.query(
        "from policy_bills where bill_id = $bill and policy_id = $policy",
        bill=bill_id,
        policy=views.chosen().policy,
    )
    name = words.plain(views.chosen().name)
    for row in rows.itertuples():
        with st.container(border=True):
            by = "the policy's file" if row.basis == "policy file" else f"the bill's {row.basis}"
            told = f"says {by}; confidence: {row.confidence}"
            st.markdown(
                f"**{words.plain(str(row.effect).capitalize())}** {name} ({words.plain(told)})"
            )
            quoted(row)
            if row.said_otherwise is True:
                st.warning(words.plain(f"The bill's own words rather tell: {row.effect_in_bill}."))


def quoted(row: Any) -> None:
    """Draw the words of the bill that tell of the policy, and where they stand."""
    if words.missing(row.wording):
        return
    where = [("version", row.version), ("section", row.section)]
    known = [f"{name} {value}" for name, value in where if not words.missing(value)]
    st.markdown(f"> {words.plain(row.wording)}")
    st.caption(words.plain("Found in: " + "; ".join([str(row.pattern), *known])))


def thread(bill_id: str) -> None:
    """Draw the bills that are the same proposal, in this Congress and others."""
    rows = db.query(
        "from bill_threads where thread_id = (select thread_id from bill_threads "
        "where bill_id = $bill) order by position",
        bill=bill_id,
    )
    if len(rows):
        label = "The same proposal: companions and reintroductions"
        parts.table("bill_threads", rows, label=label, open_at_first=True, bill=bill_id)


def cosponsors(bill_id: str) -> None:
    """Draw how many stood behind the bill on each day, by party."""
    rows = db.query(
        "from cosponsors_over_time where bill_id = $bill order by day, party", bill=bill_id
    )
    if rows.empty:
        return
    told = takeaways.cosponsors(rows)
    figure = cosponsor_chart.steps(rows, theme=st.context.theme.type)
    parts.chart(figure, key="cosponsors", title="Cosponsors at hand on each day", told=told)
    _rows("cosponsors_over_time", rows, "Rows behind this chart", bill_id)


def _rows(name: str, rows: pd.DataFrame, label: str, bill_id: str, is_open: bool = False) -> None:
    """Draw rows of the bill whose page this is: which bill needs no column."""
    parts.table(
        name,
        rows,
        label=label,
        open_at_first=is_open,
        nothing=UNREAD,
        hidden=("bill_id", "row"),
        bill=bill_id,
    )
