"""A table in which one row can be opened; which one is kept in the URL, so that a link opens it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import parts
import streamlit as st


def chosen(parameter: str, rows: pd.DataFrame, *, table: str, hidden: tuple[str, ...] = ()) -> str:
    """Draw the first rows, of which one can be picked; return the id that the URL names, if any.

    `parameter` names the query parameter, and `<parameter>_id` the column that holds the id.
    """
    key, first = f"pick_{parameter}", rows.head(parts.LISTED)
    parts.frame(
        table,
        first,
        key=key,
        hidden=hidden,
        on_select=_keeper(parameter, key, [str(value) for value in first[f"{parameter}_id"]]),
        selection_mode="single-row",
        height="auto" if len(first) < 11 else 420,
    )
    return str(st.query_params.get(parameter) or "")


def _keeper(parameter: str, key: str, ids: list[str]) -> Callable[[], None]:
    """Return what writes the picked row's id into the URL, or takes it out."""

    def keep() -> None:
        picked = st.session_state[key]["selection"]["rows"]
        if picked and picked[0] < len(ids):
            st.query_params[parameter] = ids[picked[0]]
        else:
            st.query_params.pop(parameter, None)

    return keep
