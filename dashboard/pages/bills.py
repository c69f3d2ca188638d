"""Where does each vehicle stand?

title: Bills
order: 3
"""

from __future__ import annotations

import all_bills
import choosing
import db
import link
import one_bill
import parts
import streamlit as st
import takeaways
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
limit $most offset $most * ($shown - 1)
"""
EVERY = {"all": True, "policy": False}
HIDDEN = ("bill_id", "died", "source_id", "source_path", "source_url", "basis")

view = views.chosen()


def listed() -> str:
    """Draw the bills and their downloads; return the bill that is to be opened."""
    link.take("bills", EVERY.get, False)
    every = st.toggle("All bills that were read", key="bills")
    link.write(bills="all" if every else "")
    rows = all_bills.read(ALL_READ) if every else db.query(OF_POLICY, policy=view.policy)
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


def waiver() -> None:
    """Say whether the policy is waived today, since when and until when, where it can be waived."""
    rows = db.query(
        "from waiver_periods where policy_id = $policy order by from_on desc", policy=view.policy
    )
    if rows.empty:
        return
    st.markdown(f"**Waiver**: {words.plain(takeaways.waiver(rows))}")
    parts.table("waiver_periods", rows, label="Waiver on any day")
    years = "from waivers where policy_id = $policy order by year desc"
    parts.table("waivers", db.query(years, policy=view.policy), label="Waivers year by year")


waiver()
if bill_id := listed():
    one_bill.opened(bill_id)
