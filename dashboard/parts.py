"""What pages are made of: a chart with its takeaway, a table with its downloads."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import columns
import db
import files
import pandas as pd
import streamlit as st
import views
import words

SHOWN, LISTED = 100, 300  # rows that a page bears, to look at and to pick from; the files hold all
QUIET = {"displaylogo": False, "scrollZoom": False, "displayModeBar": False}
Later = Callable[[], pd.DataFrame]


def chart(figure: Any, *, key: str, title: str, told: str) -> None:
    """Draw a figure under what it shows, with its takeaway to read and to hear."""
    st.markdown(f"**{words.plain(title)}**")
    st.plotly_chart(figure, key=key, alt=told, config=QUIET)
    st.caption(words.plain(told))


def table(
    name: str,
    rows: pd.DataFrame,
    *,
    label: str = "Rows behind this chart",
    open_at_first: bool = False,
    nothing: str = "There is no such row here.",
    hidden: tuple[str, ...] = (),
    whole: Later | None = None,
    found: int | None = None,
    **filters: str,
) -> None:
    """Draw rows that can be opened, as a table and as CSV and Parquet.

    Where `rows` are the first of more, `found` says of how many, and `whole` reads them all.
    """
    many = len(rows) if found is None else found
    with st.expander(f"{label} ({many:,})", expanded=open_at_first and len(rows) > 0):
        if rows.empty:
            st.caption(nothing)
            return
        frame(name, borne(rows, many), key=f"rows_{name}", hidden=hidden)
        downloads(name, whole or rows, **filters)


def first_of(
    name: str, sql: str, order: str, asked: dict[str, db.Value], *, label: str, **drawn: Any
) -> None:
    """Draw the first rows of a select by an order; its files hold all."""
    found = db.query(f"select count(*) as found from ({sql})", **asked)["found"].iloc[0]
    ordered = f"{sql} order by {order}"
    rows = db.query(f"{ordered} limit {SHOWN}", **asked)
    table(name, rows, label=label, whole=db.later(ordered, **asked), found=int(found), **drawn)


def borne(rows: pd.DataFrame, many: int) -> pd.DataFrame:
    """Return the first rows, as many as a page bears; of more, say how many there are."""
    first = rows.head(SHOWN)
    if many > len(first):
        st.caption(f"Shown are the first {len(first):,}; the files hold all {many:,}.")
    return first


def frame(
    name: str, rows: pd.DataFrame, *, key: str, hidden: tuple[str, ...] = (), **more: Any
) -> Any:
    """Draw rows, every column by the law of its name; return what was picked."""
    return st.dataframe(
        columns.shown(rows),
        hide_index=True,
        column_order=columns.order(rows, hidden),
        column_config=columns.drawn(name, rows),
        placeholder="",
        key=key,
        **more,
    )


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
