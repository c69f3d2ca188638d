"""What pages are made of: a table with its downloads, every column drawn by the law of its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import db
import files
import pandas as pd
import streamlit as st
import views
import words

LINKS = {"url", "source_url", "site"}
Config = dict[str, Any]
Later = Callable[[], pd.DataFrame]


def table(
    name: str,
    rows: pd.DataFrame,
    *,
    label: str = "Rows behind this chart",
    open_at_first: bool = False,
    nothing: str = "There is no such row here.",
    **filters: str,
) -> None:
    """Draw rows that can be opened, as a table and as CSV and Parquet."""
    with st.expander(f"{label} ({len(rows):,})", expanded=open_at_first and len(rows) > 0):
        if rows.empty:
            st.caption(nothing)
            return
        st.dataframe(
            shown(rows),
            hide_index=True,
            column_order=order(rows),
            column_config=columns(name, rows),
            placeholder="",
            key=f"rows_{name}",
        )
        downloads(name, rows, **filters)


def downloads(
    name: str, rows: pd.DataFrame | Later, *, key: str | None = None, **filters: str
) -> None:
    """Draw the two buttons; the files are made when one is pressed, not before."""
    view = views.chosen()
    stamp = view.parameters() | filters
    stem = file_stem(name, view)
    many = f"{len(rows):,}" if isinstance(rows, pd.DataFrame) else "all"
    with st.container(horizontal=True):
        for kind, mime, made in (
            ("csv", "text/csv", files.csv),
            ("parquet", "application/vnd.apache.parquet", files.parquet),
        ):
            st.download_button(
                "CSV" if kind == "csv" else "Parquet",
                data=_later(made, rows, view.version, stamp),
                file_name=f"{stem}.{kind}",
                mime=mime,
                key=f"{kind}_{key or name}",
                on_click="ignore",
                icon=":material/download:",
                help=f"{name}, {many} rows",
            )


def _later(
    made: Callable[[pd.DataFrame, int, dict[str, str]], bytes],
    rows: pd.DataFrame | Later,
    version: int,
    stamp: dict[str, str],
) -> Callable[[], bytes]:
    return lambda: made(rows if isinstance(rows, pd.DataFrame) else rows(), version, stamp)


def file_stem(name: str, view: views.View) -> str:
    """Return a file's name: table, policy, days, version."""
    stem = f"{name}_{view.policy}_{view.since}_{view.until}_v{view.version}"
    return re.sub(r"[^\w.-]+", "-", stem)


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows for the eye: an address that is not of the web is not made a link."""
    links = {name: rows[name].map(words.web_address) for name in rows.columns if name in LINKS}
    return rows.assign(**links)


def order(rows: pd.DataFrame) -> list[str]:
    """Return the columns as they are drawn: ids and provenance after what is read first."""
    last = [name for name in rows.columns if name.endswith("_id") or name.startswith("source_")]
    return [name for name in rows.columns if name not in last] + last


def columns(name: str, rows: pd.DataFrame) -> Config:
    """Return how each column is drawn, told by its name, with its meaning as help."""
    meanings = _meanings(name)
    return {
        str(column): _column(str(column), rows[column], meanings.get(str(column)))
        for column in rows.columns
    }


def _meanings(table_name: str) -> dict[str, str]:
    rows = db.query(
        "select column_name, meaning from dictionary "
        "where table_name = $name and column_name is not null",
        name=table_name,
    )
    return {str(row.column_name): words.plain(row.meaning) for row in rows.itertuples()}


def _column(name: str, cells: pd.Series[Any], meaning: str | None) -> Any:
    label = name.replace("_", " ").capitalize()
    kinds = st.column_config
    if name in LINKS and all(words.missing(c) or words.web_address(c) for c in cells):
        return kinds.LinkColumn(label, help=meaning, display_text=r"https?://(?:www\.)?([^/]+)")
    if name.endswith("_on"):
        return kinds.DateColumn(label, help=meaning, format="D MMM YYYY")
    if name.endswith("_by_month"):
        return kinds.BarChartColumn(label, help=meaning, y_min=0)
    if name.endswith("_month"):
        return kinds.DateColumn(label, help=meaning, format="MMM YYYY")
    if name.endswith("_at"):
        return kinds.DatetimeColumn(label, help=meaning, format="D MMM YYYY HH:mm", timezone="UTC")
    if name.endswith("share"):
        return kinds.NumberColumn(label, help=meaning, format="percent")
    if pd.api.types.is_float_dtype(cells):
        return kinds.NumberColumn(label, help=meaning, format="%.2f")
    return kinds.Column(label, help=meaning)
