"""How a table's columns are drawn, told by their names: which, in which order, in what words."""

from __future__ import annotations

from typing import Any

import db
import figures
import pandas as pd
import streamlit as st
import views
import words

LINKS = {"url", "source_url", "site"}
GROUPS = {"group_name", "carried_group"}
# Ids that join one file to another: in every download, and nothing to read on a page.
JOINS = {
    "policy_id",
    "article_id",
    "story_id",
    "mention_id",
    "event_id",
    "file_id",
    "refresh_id",
    "voice_id",
    "alert_id",
    "claim_id",
    "argument_id",
    "link_id",
    "thread_id",
    "label_id",
}
# Where a column's own name is the maker's word and not the reader's.
LABELS = {
    "url": "Link",
    "source_url": "Source",
    "source_path": "File",
    "source_id": "From",
    "holder": "Voice",
    "holder_kind": "Kind of voice",
    "holder_role": "Role",
    "group_name": "Group",
    "group_names": "Groups",
    "event_on": "Day",
    "event_month": "Month",
    "day_on": "Day",
    "happened_on": "Day",
    "published_on": "Published",
    "published_month": "Month",
    "period_on": "Period from",
    "by_coder": "By a coder",
    "by_machine": "By the machine",
    "net_low": "Net: 95 % from",
    "net_high": "to",
    "share_low": "Share: 95 % from",
    "share_high": "to",
    "bills.label": "Bill",
    "bill_threads.label": "Bill",
    "label": "Group",
    "status_label": "Status",
    "status_on": "Since",
    "sponsor_from": "Party, state",
    "calling": "Articles that say it",
    "articles_near": "Articles of the 31 days",
    "set_at": "When",
    "seq": "No.",
    "lang": "Language",
    "n": "n",
    "net_interval": "95 % interval",
    "bill_label": "Liveliest bill",
    "bill_status": "Its status",
    "bill_effect": "Its effect",
    "articles_lately": "Articles, 30 days",
    "articles_by_month": "By month, a year",
    "ece": "Calibration error",
    "macro_f1": "Macro-F1",
    "set_name": "Passages",
    "is_copy": "Copy",
}
WIDE = {
    "net_interval": 165,
    "title_or_address": 380,
    "matched_words": 170,
    "title": 340,
    "sentence": 420,
}
Config = dict[str, Any]


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows for the eye: web addresses, kinds and groups in plain words."""
    told = {name: rows[name].map(words.web_address) for name in rows.columns if name in LINKS}
    if "kind" in rows.columns:
        told["kind"] = rows["kind"].map(_spaced)
    for name in GROUPS & set(rows.columns):
        told[name] = rows[name].replace(_groups())
    return rows.assign(**told)


def _groups() -> dict[str, str]:
    return figures.groups(views.chosen().policy) | {"all": "All outlets"}


def _spaced(kind: Any) -> Any:
    return kind if words.missing(kind) else str(kind).replace("_", " ")


def order(rows: pd.DataFrame, hidden: tuple[str, ...] = ()) -> list[str]:
    """Return the columns that are drawn: none that is empty throughout, where from comes last."""
    kept = [
        str(name)
        for name in rows.columns
        if name not in hidden and name not in JOINS and not _says_nothing(str(name), rows)
    ]
    last = [name for name in kept if name.endswith("_id") or name.startswith("source_")]
    return [name for name in kept if name not in last] + last


def _says_nothing(name: str, rows: pd.DataFrame) -> bool:
    """Say whether a column holds nothing, or the month of days that all are known."""
    day = name.removesuffix("_month") + "_on"
    if name.endswith("_month") and day in rows.columns and rows[day].notna().all():
        return True
    return bool(rows[name].isna().all())


def drawn(table_name: str, rows: pd.DataFrame) -> Config:
    """Return how each column is drawn, with its meaning as help."""
    meanings = _meanings(table_name)
    return {
        str(column): _column(table_name, str(column), rows[column], meanings.get(str(column)))
        for column in rows.columns
    }


def _meanings(table_name: str) -> dict[str, str]:
    rows = db.query(
        "select column_name, meaning from dictionary "
        "where table_name = $name and column_name is not null",
        name=table_name,
    )
    return {str(row.column_name): words.plain(row.meaning) for row in rows.itertuples()}


def _column(table_name: str, name: str, cells: pd.Series[Any], meaning: str | None) -> Any:
    usual = LABELS.get(name, name.replace("_", " ").capitalize())
    label = LABELS.get(f"{table_name}.{name}", usual)
    kinds = st.column_config
    if name in LINKS:  # `shown` leaves nothing in it but addresses of the web
        return kinds.LinkColumn(label, help=meaning, display_text=r"https?://(?:www\.)?([^/]+)")
    if name.endswith("_on"):
        return kinds.DateColumn(label, help=meaning, format="D MMM YYYY")
    if name.endswith("_by_month"):
        return kinds.BarChartColumn(label, help=meaning, y_min=0)
    if name.endswith("_month"):
        return kinds.DateColumn(label, help=meaning, format="MMM YYYY")
    if name.endswith("_at"):
        return kinds.DatetimeColumn(label, help=meaning, format="D MMM YYYY HH:mm", timezone="UTC")
    if name.endswith(("share", "share_low", "share_high")):
        return kinds.NumberColumn(label, help=meaning, format="percent")
    if pd.api.types.is_float_dtype(cells):
        return kinds.NumberColumn(label, help=meaning, format="%.2f")
    return kinds.Column(label, help=meaning, width=WIDE.get(name))
