"""Where does each vehicle stand?

title: Bills
order: 3
"""

from __future__ import annotations

from typing import Any

import choosing
import db
import link
import parts
import streamlit as st
import views
import words

# The id is last: it is what a link names, and the Congress is already in the label.
COLUMNS = """
    bills.label, bills.title, {effect} bills.status_label, bills.status_on, bills.sponsor,
    concat_ws('-', bills.sponsor_party, bills.sponsor_state) as sponsor_from,
    bills.cosponsors_active, bills.cosponsors_withdrawn, bills.latest_action,
    bills.latest_action_on, bills.introduced_on, bills.died, bills.law_number, bills.url,
    bills.source_id, bills.source_path, bills.source_url, bills.bill_id
"""
OF_POLICY = f"""
select {COLUMNS.format(effect="policy_bills.effect, policy_bills.basis,")}
from policy_bills join bills using (bill_id)
where policy_bills.policy_id = $policy
order by bills.congress desc, bills.latest_action_on desc nulls last, bills.bill_id
"""
ALL_READ = f"""
select {COLUMNS.format(effect="")}
from bills
order by bills.congress desc, bills.latest_action_on desc nulls last, bills.bill_id
limit 5000
"""
EVERY = {"all": True, "policy": False}
UNREAD = (
    "No file at hand lists these. Drop the bill's BILLSTATUS file into `data/inbox` and run "
    "`make refresh`."
)
HIDDEN = ("bill_id", "died", "source_id", "source_path", "source_url", "basis")

view = views.chosen()


def listed() -> str:
    """Draw the bills and their downloads; return the bill that is to be opened."""
    link.take("bills", EVERY.get, False)
    every = st.toggle("All bills that were read", key="bills")
    link.write(bills="all" if every else "")
    rows = db.query(ALL_READ) if every else db.query(OF_POLICY, policy=view.policy)
    if rows.empty:
        st.info(
            "No bill of this policy has been read. Drop BILLSTATUS files into `data/inbox` and run "
            "`make refresh`, or look at all bills that were read.",
            icon=":material/inbox:",
        )
        return str(st.query_params.get("bill") or "")
    st.caption("Pick a row to open the bill. Dates of the filter above do not narrow this table.")
    bill_id = choosing.chosen("bill", rows, table="bills", hidden=HIDDEN)
    parts.downloads("bills", rows, bills="all" if every else "of the policy")
    return bill_id


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
    parts.table("bill_status_history", steps, label="Rows behind the steps", bill=bill_id)


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
    actions = db.query("from bill_actions where bill_id = $bill order by seq desc", bill=bill_id)
    parts.table(
        "bill_actions", actions, label="Actions", open_at_first=True, nothing=UNREAD, bill=bill_id
    )
    names = db.query(
        "from bill_cosponsors where bill_id = $bill order by cosponsored_on, name", bill=bill_id
    )
    parts.table("bill_cosponsors", names, label="Cosponsors", nothing=UNREAD, bill=bill_id)


if bill_id := listed():
    opened(bill_id)
