"""The URL holds the view: every filter is a widget and the query parameter of its name.

Streamlit can bind a widget to the URL itself (`bind="query-params"`), but writes labels there and
leaves out whatever is at its default; a link must hold ids, and hold them all, to show the same
view when the defaults have moved on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st
import words
from streamlit.delta_generator import DeltaGenerator

Value = TypeVar("Value")
WRITTEN = "_written_{}"  # what the URL held when this session last wrote it


def take(
    key: str,
    read: Callable[[str], Value | None],
    usual: Value,
    said: DeltaGenerator | None = None,
) -> None:
    """Set the widget `key` from the URL where that is new, else leave it, else to the usual.

    `read` returns None for what cannot be; then a word says so, in `said`, and the usual is shown.
    """
    asked = st.query_params.get(key)
    if asked is None or asked == st.session_state.get(WRITTEN.format(key)):
        # A widget that is not on every page loses its value with its page.
        if key not in st.session_state:
            st.session_state[key] = usual
        return
    value = read(asked)
    if value is None:
        kept = "nothing" if usual is None else f"“{usual}”"
        told = f"The link asks for {key} “{asked[:60]}”, which cannot be shown; shown is {kept}."
        (said or st.container()).warning(words.plain(told))
    st.session_state[key] = usual if value is None else value


def write(**values: str) -> None:
    """Write values into the URL, where it does not hold them yet; an empty one is left out."""
    for key, value in values.items():
        st.session_state[WRITTEN.format(key)] = value
    new = {key: value for key, value in values.items() if value != st.query_params.get(key, "")}
    for key in [key for key, value in new.items() if not value]:
        del st.query_params[key]
    if filled := {key: value for key, value in new.items() if value}:
        st.query_params.update(filled)


def one_of(options: list[str]) -> Callable[[str], str | None]:
    """Return a reader that takes one of these and nothing else."""
    return lambda asked: asked if asked in options else None
