"""The part of Data & methods that tells how well stance is judged, in figures and in words."""

from __future__ import annotations

import db
import paint
import pandas as pd
import parts
import streamlit as st
import words

MEASURED = """
Before a release each judge is given passages that readers have labelled, and is made to choose.
**Macro-F1** (0 to 1) is the mean over *supports*, *opposes* and *neutral* of how well each is found
without false alarms; beside it stands what giving every passage the commonest label would reach.
**Sign** is how often the side is right where both the readers and the judge see one: a coin has .5.
Sets that were looked at while a judge was made flatter it: expect less elsewhere.
"""


def drawn() -> None:
    """Draw how well the machine's stance agrees with readers of labelled passages."""
    st.subheader("How well it is judged", anchor=False)
    st.markdown(MEASURED)
    rows = db.query("from evaluation order by set_name, method = 'commonest', method, lang")
    for told in takeaway(rows):
        st.markdown(words.plain(told))
    none = "No measurement ships with this version: `data/evaluation.csv` is not there."
    parts.table("evaluation", rows, label="The figures", open_at_first=True, nothing=none)


def takeaway(rows: pd.DataFrame) -> list[str]:
    """Return a sentence a judge and set: how well it does, beside the commonest label."""
    usual = rows[rows["method"] == "commonest"].set_index(["set_name", "lang"])["macro_f1"]
    told = []
    for row in paint.each(rows[(rows["method"] != "commonest") & rows["macro_f1"].notna()]):
        said = f"{row.method} on {row.set_name} ({row.lang}, n = {words.count(row.n)}): macro-F1 "
        said += f"{row.macro_f1:.2f}"
        beside = usual.get((row.set_name, row.lang))
        said += "" if words.missing(beside) else f", against {beside:.2f} for the commonest label"
        if not words.missing(row.sign_accuracy) and not words.missing(row.sign_n):
            interval = f"{row.sign_low:.0%} to {row.sign_high:.0%}, n = {words.count(row.sign_n)}"
            said += f"; the side is right in {row.sign_accuracy:.0%} ({interval})"
        told.append(f"{said}.")
    return told
