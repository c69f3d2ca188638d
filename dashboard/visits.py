"""When this browser was here before: two days in a cookie of its own, sent nowhere else.

Streamlit can read a cookie and cannot set one, so a few lines of script do, in the page itself:
the day of the last visit moves to the left when a new day is written beside it.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import streamlit as st
from streamlit.components import v2

COOKIE = "lawbeat_visits"  # such as 2026-11-24.2026-11-29
DAYS = re.compile(r"(\d{4}-\d\d-\d\d)?\.(\d{4}-\d\d-\d\d)")
SCRIPT = """
export default function () {
  const found = document.cookie.match(/(?:^|; )lawbeat_visits=([^;]*)/);
  const days = (found ? decodeURIComponent(found[1]) : ".").split(".");
  const today = new Date().toISOString().slice(0, 10);
  const before = days[1] === today ? days[0] : days[1];
  const attributes = "; path=/; max-age=31536000; SameSite=Strict";
  document.cookie = "lawbeat_visits=" + (before || "") + "." + today + attributes;
}
"""


def last() -> date | None:
    """Return the day of this browser's visit before today's, None where it has none."""
    found = DAYS.fullmatch(str(st.context.cookies.get(COOKIE) or ""))
    if found is None:
        return None
    days = [day for text in found.groups() if text and (day := _day(text))]
    return max((day for day in days if day < today()), default=None)


def today() -> date:
    """Return today's day in UTC, as the script in the page counts it."""
    return datetime.now(UTC).date()


def note() -> None:
    """Let the browser note that it was here today."""
    v2.component("lawbeat_visits", js=SCRIPT)(key="visits", height=1)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
