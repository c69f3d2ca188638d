"""Whether a waiver was in force on a day: cases, and what must hold of every record."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.terms import Term, run_out
from etl.text.waiver_days import Record, Span, day_of, periods

YEAR = Term(1, "year")
TODAY = date(2026, 11, 24)


def span(from_on: date, lasts: Term = YEAR, **other: date) -> Span:
    last = run_out(from_on, lasts) - timedelta(days=1)
    return Span(
        act_id=f"w{from_on}",
        from_on=from_on,
        until_on=other.get("until_on", last),
        may_from=other.get("may_from", from_on),
        may_until=other.get("may_until", last),
    )


def record(**told: Any) -> Record:
    return Record(**{"start": date(2000, 1, 1), "today": TODAY, "term": YEAR} | told)


CASE = record(
    power_since=date(2002, 1, 10),
    spans=(
        span(date(2002, 1, 25)),
        span(date(2003, 1, 17)),
        span(date(2022, 6, 21)),
        span(date(2025, 8, 8)),
    ),
    years={2002: "waived", 2003: "waived", 2022: "waived", 2023: "lapsed", 2024: "not waived",
           2025: "waived"},
)  # fmt: skip
DAYS = [
    ("2001-12-31", "no waiver power yet", None),
    ("2002-01-09", "no waiver power yet", None),
    ("2002-01-10", "none", 2002),
    ("2002-01-24", "none", 2002),
    ("2002-01-25", "in force", None),
    ("2003-01-16", "in force", None),
    ("2004-01-16", "in force", None),
    ("2004-01-17", "not told", 2004),
    ("2021-06-30", "not told", 2021),
    ("2022-06-20", "not told", 2021),  # a waiver of 2021 may have run until then
    ("2022-06-21", "in force", None),
    ("2023-06-20", "in force", None),
    ("2023-06-21", "none", 2023),
    ("2024-07-01", "none", 2024),
    ("2025-08-07", "none", 2025),
    ("2025-08-08", "in force", None),
    ("2026-08-07", "in force", None),
    ("2026-08-08", "not told", 2026),
]


@pytest.mark.parametrize(("day", "state", "year"), DAYS)
def test_a_day_is_told_by_what_was_made_within_a_term_before_it(
    day: str, state: str, year: int | None
) -> None:
    found = day_of(CASE, date.fromisoformat(day))
    assert (found.state, found.year) == (state, year)
    (period,) = [p for p in periods(CASE) if p.from_on <= date.fromisoformat(day) <= p.until_on]
    assert period.day == found


def test_a_run_goes_on_over_an_extension() -> None:
    (second,) = [p for p in periods(CASE) if p.from_on == date(2003, 1, 17)]
    assert (second.day.act_id, second.since_on) == ("w2003-01-17", date(2002, 1, 25))


ENDED = record(
    spans=(span(date(2024, 3, 1)),),
    ended=((date(2024, 9, 1), "end"),),
    years={2022: "not waived", 2023: "not waived", 2024: "waived"},
)
PRINTED = record(  # only the day of print is known
    spans=(
        span(
            date(2024, 6, 1),
            until_on=date(2025, 3, 2),
            may_from=date(2024, 3, 3),
            may_until=date(2025, 5, 31),
        ),
    ),
    years={2022: "not waived", 2023: "not waived", 2024: "waived", 2025: "not waived"},
)
SILENT = record(years={})
NO_TERM = record(
    term=None,
    spans=(
        Span(
            act_id="w",
            from_on=date(2024, 6, 1),
            until_on=date(2024, 6, 1),
            may_from=date(2024, 6, 1),
            may_until=date(2024, 12, 31),
        ),
    ),
    years={2023: "not waived", 2024: "waived", 2025: "not waived"},
)
FOREVER = record(
    term=Term(),
    spans=(span(date(2024, 6, 1), Term()),),
    ended=((date(2025, 1, 1), "end"),),
    years=dict.fromkeys(range(2000, 2024), "not waived") | {2024: "waived", 2025: "lapsed"},
)


@pytest.mark.parametrize(
    ("case", "day", "state", "act_id"),
    [
        (ENDED, "2024-02-29", "none", None),
        (ENDED, "2024-08-31", "in force", "w2024-03-01"),
        (ENDED, "2024-09-01", "none", None),
        (ENDED, "2025-01-01", "not told", None),  # nothing tells of 2025
        (PRINTED, "2024-03-02", "none", None),
        (PRINTED, "2024-03-03", "not told", "w2024-06-01"),
        (PRINTED, "2024-06-01", "in force", "w2024-06-01"),
        (PRINTED, "2025-03-02", "in force", "w2024-06-01"),
        (PRINTED, "2025-03-03", "not told", "w2024-06-01"),
        (PRINTED, "2025-06-01", "none", None),
        (SILENT, "2010-05-05", "not told", None),
        (NO_TERM, "2023-05-05", "none", None),
        (NO_TERM, "2024-06-01", "in force", "w"),
        (NO_TERM, "2024-06-02", "not told", "w"),
        (NO_TERM, "2025-01-01", "none", None),
        (FOREVER, "2024-12-31", "in force", "w2024-06-01"),
        (FOREVER, "2025-01-01", "none", None),
        (FOREVER, "2026-01-01", "not told", None),
    ],
)
def test_ends_prints_and_terms(case: Record, day: str, state: str, act_id: str | None) -> None:
    found = day_of(case, date.fromisoformat(day))
    assert (found.state, found.act_id) == (state, act_id)


def test_a_record_that_starts_after_today_has_no_days() -> None:
    assert periods(record(start=TODAY + timedelta(days=1))) == []


DAY = st.dates(date(1990, 1, 1), date(2030, 12, 31))
TERMS = st.one_of(
    st.none(),
    st.just(Term()),
    st.builds(Term, st.integers(1, 40), st.sampled_from(["day", "month", "year"])),
)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    may_from, from_on, until_on, may_until = sorted(draw(st.lists(DAY, min_size=4, max_size=4)))
    return Span(
        act_id=str(from_on),
        from_on=from_on,
        until_on=until_on,
        may_from=may_from,
        may_until=draw(st.sampled_from([may_until, date.max])),
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    start, today = sorted(draw(st.tuples(DAY, DAY)))
    return Record(
        start=start,
        today=today,
        power_since=draw(st.one_of(st.none(), DAY)),
        term=draw(TERMS),
        spans=draw(st.lists(spans(), max_size=4)),
        ended=draw(st.lists(st.tuples(DAY, st.just("end")), max_size=2)),
        years=draw(
            st.dictionaries(
                st.integers(1990, 2030), st.sampled_from(["waived", "lapsed", "not waived"])
            )
        ),
    )


@given(records(), st.data())
def test_periods_cover_every_day_exactly_once(case: Record, data: st.DataObject) -> None:
    found = periods(case)
    assert found[0].from_on == case.start
    assert found[-1].until_on == case.today
    for before, after in pairwise(found):
        assert before.until_on + timedelta(days=1) == after.from_on
        assert before.day != after.day
    assert all(p.from_on <= p.until_on and p.since_on <= p.from_on for p in found)
    day = data.draw(st.dates(case.start, case.today))
    (own,) = [p for p in found if p.from_on <= day <= p.until_on]
    assert own.day == day_of(case, day)


@given(records(), st.data())
def test_a_day_is_none_only_where_the_record_tells_of_its_year(
    case: Record, data: st.DataObject
) -> None:
    day = data.draw(st.dates(case.start, case.today))
    found = day_of(case, day)
    if found.state == "none":
        assert day.year in case.years or any(on <= day for on, _ in case.ended)
    if found.state == "in force":
        assert any(s.from_on <= day <= s.until_on for s in case.spans)
