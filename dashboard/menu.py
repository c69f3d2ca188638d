"""The pages, found in their folder: each one's head says its title and its place in the menu."""

from __future__ import annotations

import ast
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

PAGES = Path(__file__).parent / "pages"


def pages() -> list[Page]:
    """Return the pages found in `pages`, in the order that their heads give."""
    found = []
    for path in PAGES.glob("[!_]*.py"):
        head = page_head(path.read_text("utf-8"))
        found.append((float(head.get("order", "99")), path, head["title"]))
    (_, first, title), *others = sorted(found)
    return [
        st.Page(first, title=title, url_path="home", default=True),
        *(st.Page(path, title=name, url_path=path.stem) for _, path, name in others),
        # The first page stands at the root; its own name leads to it too.
        st.Page(first, title=title, url_path=first.stem, visibility="hidden"),
    ]


def page_head(source: str) -> dict[str, str]:
    """Return what a page's docstring says below its first line, as `key: value`."""
    lines = (ast.get_docstring(ast.parse(source)) or "").splitlines()[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    head = {key.strip(): value.strip() for key, _, value in pairs}
    return {"title": "Untitled page"} | head
