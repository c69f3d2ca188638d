"""Claims that an article makes and the record disputes, with the record beside them."""

from __future__ import annotations

import db
import parts
import streamlit as st
import words

CLAIMS = """
select policy_id, says, record, record_source, sentence, denied, claim_id
from claims where article_id = $article order by policy_id <> $policy, claim_id, sentence
"""
OF_POLICY = """
from claims where policy_id = $policy
order by published_on desc nulls last, article_id, claim_id, sentence
"""


def drawn(article_id: str, policy: str) -> None:
    """Draw each claim in dispute of one article: the words, and what the record says."""
    for row in db.query(CLAIMS, article=article_id, policy=policy).itertuples():
        with st.container(border=True):
            begins = "Speaks of a disputed claim" if row.denied else "Disputed claim"
            st.markdown(f":material/gavel: **{begins}**: {words.plain(row.says)}")
            sentence = str(row.sentence).strip('“”" ')
            st.markdown(f"“{words.plain(sentence)}”")
            st.markdown(f"**The record**: {words.plain(row.record)}")
            if address := words.web_address(row.record_source):
                st.link_button("Source of the record", address, key=f"r_{row.Index}")


def table(policy: str) -> None:
    """Draw every claim in dispute that is made about a policy."""
    parts.table(
        "claims",
        db.query(OF_POLICY, policy=policy),
        label="Claims that the record disputes",
        nothing="No listed claim is made, or the policy's file lists none.",
    )
