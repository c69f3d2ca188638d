"""The dashboard's frame: finds the pages, draws what stands on each, and runs the one asked for."""

from __future__ import annotations

from pathlib import Path

import db
import frame
import menu
import sign_in
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

# A file of ours: the icon font's own pictures would be fetched from another host.
ICON = Path(__file__).parent / "icon.svg"


def main() -> None:
    """Draw the menu, the frame and the page."""
    st.set_page_config(page_title="Lawbeat", page_icon=ICON, layout="wide")
    early = PagesManager.uses_pages_directory
    page = st.navigation(list(menu.pages()), position="top")
    if early:  # the first run of a server, under Streamlit's older kind of app: see views.chosen
        st.rerun()
    sign_in.required()
    try:
        with frame.drawn():
            page.run()
    except db.NothingPublished as nothing:
        st.title("Lawbeat", anchor=False)
        st.info(f"{nothing}: run `make run` or `python -m etl build`.", icon=":material/inbox:")


main()
