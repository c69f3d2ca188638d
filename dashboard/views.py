"""What the reader chose to look at; the frame sets it, pages and tables ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import db
import menu
import streamlit as st

KEY = "_view"


@dataclass(frozen=True)
class View:
    """What the reader chose to look at, and the version that answers."""

    policy: str
    name: str
    since: date
    until: date
    group: str
    grain: str
    version: int

    def window(self) -> dict[str, db.Value]:
        """Return the parameters of a query about this window, named as in the SQL."""
        return {"policy": self.policy, "since": self.since, "until": self.until}

    def parameters(self) -> dict[str, str]:
        """Return the view as query parameters of a link."""
        return {
            "policy": self.policy,
            "from": self.since.isoformat(),
            "to": self.until.isoformat(),
            "group": self.group,
            "grain": self.grain,
        }


def chosen() -> View:
    """Return what the reader chose; a page run without its frame starts again with it.

    Streamlit takes a folder named `pages` for its older kind of app until `st.navigation` has
    been called once; a first visit that asks for a page would get that page bare.
    """
    view = st.session_state.get(KEY)
    if not isinstance(view, View):
        st.navigation(list(menu.pages()), position="hidden")
        st.rerun()
    return view
