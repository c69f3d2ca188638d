"""Opinions of a window: whole months as they were counted up, the rest one by one, none twice."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import held
import pandas as pd
import pytest
import speech
from hypothesis import given, settings
from hypothesis import strategies as st
from published import POLICY, TABLES, fill, opinion

BEGAN = date(2030, 1, 1)
DAYS = st.integers(0, 150).map(lambda days: BEGAN + timedelta(days=days))
HELD = st.tuples(
    st.sampled_from(["Ada Fable", "Bo Grimm"]),
    st.sampled_from(["supports", "opposes", "neutral"]),
    st.sampled_from(["harbour", "hill"]),
    st.sampled_from(["rules", "coder"]),
    DAYS,
    st.sampled_from(["day", "month", "unknown"]),
)
GROUPS = [
    {"policy_id": POLICY, "group_name": name, "label": name, "position": place}
    for place, name in enumerate(("harbour", "hill"))
]


def made(opinions: list[tuple[str, str, str, str, date, str]]) -> duckdb.DuckDBPyConnection:
    """Return a version with such opinions, counted up by month."""
    db = duckdb.connect()
    db.execute("create schema marts; use marts")
    db.execute((TABLES / "macros.sql").read_text("utf-8"))
    rows = []
    for story, (holder, stance, group, method, day, known) in enumerate(opinions):
        row = opinion(story, holder, stance, day, group_name=group, method=method)
        if known != "day":
            row["held_on"] = None
        if known == "unknown":
            row["held_month"] = None
        rows.append(row)
    fill(db, "opinions", rows)
    fill(db, "policy_groups", GROUPS)
    select = (TABLES / "marts" / "voice_months.sql").read_text("utf-8")
    db.execute(f"create table marts.voice_months as {select}")
    return db


def asked(db: duckdb.DuckDBPyConnection, sql: str, **window: object) -> pd.DataFrame:
    given = {"policy": POLICY, "group": "all", "kind": "all", "most": 25, **window}
    named = {name: value for name, value in given.items() if f"${name}" in sql}
    return db.execute(sql, named).df()


ONE_BY_ONE = f"""
select holder, count(*) as opinions, count(*) filter (stance = 'supports') as supports,
    count(*) filter (stance = 'opposes') as opposes, count(*) filter (method = 'coder') as by_coder,
    first(stance order by coalesce(held_on, held_month), story_id) as first_stance,
    last(stance order by coalesce(held_on, held_month), story_id) as last_stance,
    min(held_on) as first_on, max(held_on) as last_on
from opinions
where {held.OF_WINDOW}
group by holder
order by opinions desc, holder
"""


@settings(max_examples=25)
@given(st.lists(HELD, max_size=30), DAYS, DAYS, st.sampled_from(["all", "hill"]))
def test_a_window_adds_up_to_its_opinions_whatever_its_days(
    held: list[tuple[str, str, str, str, date, str]], since: date, until: date, group: str
) -> None:
    with made(held) as db:
        window = {"since": since, "until": until, "group": group}
        told = asked(db, speech.VOICES, **window)
        plain = asked(db, ONE_BY_ONE, **window)
        pd.testing.assert_frame_equal(told[list(plain.columns)], plain)
        groups = asked(db, speech.GROUPS, **window)
        assert groups["judged"].sum() == plain["opinions"].sum()
        assert groups["by_coder"].sum() == plain["by_coder"].sum()
        points = asked(db, speech.POINTS, **window)
        assert points["stories"].sum() == plain["opinions"].sum()


@pytest.mark.parametrize(("most", "months"), [(2000, 0), (3, 1)])
def test_many_opinions_share_a_mark_a_month(most: int, months: int) -> None:
    days = [BEGAN + timedelta(days=5 * n) for n in range(12)]
    held = [("Ada Fable", "opposes", "hill", "rules", day, "day") for day in days]
    sql = speech.POINTS.replace(f"<= {speech.MARKS}", f"<= {most}")
    with made(held) as db:
        points = asked(db, sql, since=date(2029, 12, 31), until=date(2030, 3, 1))
    assert set(points["months"]) == {months}
    assert list(points["stories"]) == ([1] * 12 if months == 0 else [7, 5])
    assert points["day_on"].dt.day.eq(1).all() == bool(months)
