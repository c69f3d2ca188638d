"""All bills that were read, page by page: several Congresses have some tens of thousands."""

from __future__ import annotations

import db
import link
import pandas as pd
import parts
import streamlit as st

HOW_MANY = "select count(*) as bills from bills"
MOST = 500  # rows of a page


def read(select: str) -> pd.DataFrame:
    """Return the page that is chosen of a select with `$most` and `$shown`; draw which, if many."""
    found = int(db.query(HOW_MANY)["bills"].iloc[0])
    pages = max(1, -(-found // MOST))
    if pages == 1:
        return db.query(select, most=MOST, shown=1)
    numbers = {str(number): number for number in range(1, pages + 1)}
    link.take("shown", numbers.get, 1)
    st.session_state["shown"] = min(st.session_state["shown"], pages)  # a version may have fewer
    with st.container(horizontal=True, vertical_alignment="bottom"):
        shown = st.number_input("Page", min_value=1, max_value=pages, key="shown", width=130)
        st.markdown(f"of {pages:,}: {found:,} bills, {MOST:,} a page. All of them in one file:")
        parts.downloads("bills", db.whole("bills"), key="all_bills")
    link.write(shown=str(shown))
    return db.query(select, most=MOST, shown=int(shown))
