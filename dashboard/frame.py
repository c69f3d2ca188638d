"""What stands on every page: the menu, the filters kept in the URL, and how old the content is.

Every filter is a widget and a query parameter of the same name, so a link reproduces the view; a
value that cannot be is told and replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import db
import figures
import link
import pandas as pd
import streamlit as st
import views
import visits
import words
from streamlit.delta_generator import DeltaGenerator

GRAINS = ("day", "week", "month", "year")
FIRST, LAST = date(1789, 1, 1), date(2199, 12, 31)
ALL = "all"


@contextmanager
def drawn() -> Iterator[None]:
    """Draw the frame; while the page runs, `views.chosen()` says what was chosen."""
    _narrow_screens()
    version = db.shown()
    heading = st.container()
    chosen = _filters(version.number)
    with heading:
        st.title(words.plain(chosen.name), anchor=False)
        _freshness(version, chosen)
        _newer(Path(version.path).name)
    st.session_state[views.KEY] = chosen
    try:
        yield
    finally:
        st.session_state.pop(views.KEY, None)
    visits.note()


def _filters(version: int) -> views.View:
    policies = _policies()
    said = st.container()
    with st.container(horizontal=True, key="filters", vertical_alignment="bottom"):
        names = dict(zip(policies["policy_id"], policies["name"], strict=True))
        policy = _choice("policy", "Policy", names, 390, said)
        since, until = _days(policy, said)
        labels = {ALL: "All groups"} | figures.groups(policy)
        group = _choice("group", "Group of outlets", labels, 240, said)
        asked = _grain(said)
    grain = figures.bearable(asked, min(since, until), max(since, until))
    if grain != asked:
        said.info(f"These days are too many to draw by {asked}: they are drawn by {grain}.")
    view = views.View(
        policy=policy,
        name=names[policy],
        since=min(since, until),
        until=max(since, until),
        group=group,
        grain=grain,
        version=version,
    )
    link.write(**view.parameters() | {"grain": asked})
    return view


def _policies() -> pd.DataFrame:
    """Return the policies, the one with most to see first; stop the page where there are none."""
    rows = db.query("from policies order by articles desc nulls last, name")
    if rows.empty:
        st.info("No policy is followed yet: add one to `data/policies`, then `make refresh`.")
        st.stop()
    return rows


def _choice(key: str, label: str, options: dict[str, str], width: int, said: DeltaGenerator) -> str:
    names = list(options)
    link.take(key, link.one_of(names), names[0], said)
    if st.session_state[key] not in options:  # it went with the version that had it
        st.session_state[key] = names[0]
    chosen = st.selectbox(
        label,
        names,
        format_func=lambda name: str(options.get(name, name)),
        key=key,
        width=width,
        on_change=_follow_policy if key == "policy" else "rerun",
    )
    return chosen or names[0]


def _follow_policy() -> None:
    """Another policy has other groups and other days: start from its own."""
    st.session_state["group"] = ALL
    st.session_state["from"], st.session_state["to"] = figures.span(st.session_state["policy"])


def _days(policy: str, said: DeltaGenerator) -> tuple[date, date]:
    days = []
    for key, label, usual in zip(("from", "to"), ("From", "To"), figures.span(policy), strict=True):
        link.take(key, _day, usual, said)
        chosen: Any = st.date_input(
            label,
            min_value=FIRST,
            max_value=LAST,
            key=key,
            format="YYYY-MM-DD",
            width=145,
        )
        days.append(chosen or usual)
    if days[0] > days[1]:
        said.warning("“From” is after “To”: they are read the other way round.")
    return days[0], days[1]


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None


def _grain(said: DeltaGenerator) -> str:
    link.take("grain", link.one_of(list(GRAINS)), "month", said)
    chosen = st.segmented_control(
        "Grain", GRAINS, format_func=str.capitalize, key="grain", required=True
    )
    return chosen or "month"


def _freshness(version: db.Version, chosen: views.View) -> None:
    row = db.query("from version").iloc[0]
    held = db.query(
        "select last_article_on, last_event_on from policies where policy_id = $policy",
        policy=chosen.policy,
    ).iloc[0]
    told = f"Newest article **{_newest(held['last_article_on'])}**, newest act or event "
    told += f"**{_newest(held['last_event_on'])}** · version {row['version']}, published "
    told += words.moment(row["built_at"])
    failed = 0 if words.missing(row["sources_failed"]) else int(row["sources_failed"])
    if failed:
        noun = "source" if failed == 1 else "sources"
        told += f" · {failed} {noun} failed at the last refresh "
        told += f"→ [Data & methods](methods?{urlencode(chosen.parameters())})"
    st.caption(told)
    if version.trouble:
        st.warning(words.plain(f"{version.trouble}; shown is version {version.number}."))


def _newest(day: Any) -> str:
    return "none yet" if words.missing(day) else words.day(day)


@st.fragment(run_every="20s")
def _newer(name: str) -> None:
    newest = db.newest()
    if newest and newest != name and db.shown().path.endswith(newest):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(f"A newer version has come: {newest}.", width=420)
            if st.button("Show it", type="primary", key="show_newer"):
                st.rerun()


def _narrow_screens() -> None:
    """On a phone, events are numbered and not labelled, and the margins are thin."""
    st.html(
        """<style>
        .stMainBlockContainer {padding-top: 4.2rem; padding-bottom: 3rem}
        @media (max-width: 640px) {
          .stMainBlockContainer {padding-left: .9rem; padding-right: .9rem}
          .st-key-timeline_figure .annotation:not([data-index="0"]):not([data-index="1"])
            :not([data-index="2"]) {display: none}
        }</style>""".replace("\n            :not", ":not")
    )
