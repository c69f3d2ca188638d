"""Dates as the press writes them: the text on the left, what we hold about it on the right."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.dates import EARLIEST, UNKNOWN, parse_date, too_far_ahead

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

DAYS = [
    ("2026-01-02", "2026-01-02"),
    ("2026-01-02 10:15", "2026-01-02"),
    ("20260102", "2026-01-02"),
    ("20250721140100", "2025-07-21"),
    ("2016/6/29 15:07:41", "2016-06-29"),
    ("12.03.2025", "2025-03-12"),
    ("13/04/2025", "2025-04-13"),
    ("04/13/2025", "2025-04-13"),
    ("8/20/17", "2017-08-20"),
    ("Monday, April 15, 2013 - 2:23pm", "2013-04-15"),
    ("Dec. 12th, 2025", "2025-12-12"),
    ("1 May 2025 at 5 p.m. ET", "2025-05-01"),
    ("14:05 - 08.08.2025", "2025-08-08"),
    ("08/Aug/2025", "2025-08-08"),
    ("8 августа 2025 г., 14:05", "2025-08-08"),
    ("5 сентября 2025 года", "2025-09-05"),
    ("2 yanvar 2026", "2026-01-02"),
    ("8 avqust 2025-ci il", "2025-08-08"),
    ("օգոստոսի 8, 2025", "2025-08-08"),
    ("2025 թ. օգոստոսի 8-ին", "2025-08-08"),
    ("8 août 2025 à 14h30", "2025-08-08"),
    ("mar. 4 mars 2025", "2025-03-04"),
    ("martes, 5 de agosto de 2025", "2025-08-05"),
    ("8 Ağustos 2025 Cuma 10:00", "2025-08-08"),
    ("٨ أغسطس ٢٠٢٥", "2025-08-08"),
    ("8 تشرين الأول 2025", "2025-10-08"),
    ("2025年8月8日", "2025-08-08"),
    ("2025-08-08 24:00:00", "2025-08-08"),
    ("2025-08-08T14:00:00 IST", "2025-08-08"),  # India, Israel or Ireland
]

MOMENTS = [
    ("2026-01-02T10:15:00Z", "2026-01-02", "2026-01-02T10:15:00+00:00"),
    ("2026-01-02T23:30:00.123-04:00", "2026-01-02", "2026-01-03T03:30:00+00:00"),
    ("20250721T140100Z", "2025-07-21", "2025-07-21T14:01:00+00:00"),
    ("Fri, 02 Jan 2026 10:00:00 GMT", "2026-01-02", "2026-01-02T10:00:00+00:00"),
    ("Fri, 2 Jan 26 10:00 EST", "2026-01-02", "2026-01-02T15:00:00+00:00"),
    ("Fri Aug  8 14:00:00 EDT 2025", "2025-08-08", "2025-08-08T18:00:00+00:00"),
    ("Fri Aug 08 2025 14:00:00 GMT+0400 (Armenia Standard Time)", "2025-08-08",
     "2025-08-08T10:00:00+00:00"),
    ("Sat, 15 Feb 2026 10:00:00 +0000", "2026-02-15", "2026-02-15T10:00:00+00:00"),
    ("1735812000", "2025-01-02", "2025-01-02T10:00:00+00:00"),
    ("1735812000000", "2025-01-02", "2025-01-02T10:00:00+00:00"),
]  # fmt: skip

COARSE = [
    ("2025-04", "month", "2025-04"),
    ("April 2025", "month", "2025-04"),
    ("апрель 2025", "month", "2025-04"),
    ("04.2025", "month", "2025-04"),
    ("2025", "year", None),
    ("2025 г.", "year", None),
]

NOTHING = [
    "", "   ", "yesterday", "2 hours ago", "Aug 8", "31 April 2025", "2025-13-45", "0000-00-00",
    "0001-01-01", "1741-01-01", "1989-12-31", "2026-11-26", "2027", "2027-01", "03/04/2025",
    "12.03.25", "20/8/17", "08.13.2025", "2010112611", "2025-08-08T25:00:00",
    "2025-08-08/2025-08-10", "8 August 2025 5", "Section 907", "123456", "9" * 200,
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day(text: str, day: str) -> None:
    when = parse_date(text, now=NOW)
    assert (when.on, when.at, when.precision) == (date.fromisoformat(day), None, "day")


@pytest.mark.parametrize(("text", "day", "moment"), MOMENTS)
def test_a_moment_keeps_the_publishers_day(text: str, day: str, moment: str) -> None:
    when = parse_date(text, now=NOW)
    assert when.on == date.fromisoformat(day)
    assert when.at is not None
    assert when.at.replace(microsecond=0) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(("text", "precision", "month"), COARSE)
def test_a_month_or_year_is_no_day(text: str, precision: str, month: str | None) -> None:
    when = parse_date(text, now=NOW)
    assert (when.on, when.precision, when.month, when.year) == (None, precision, month, 2025)


@pytest.mark.parametrize("text", NOTHING)
def test_nonsense_and_ambiguity_are_unknown(text: str) -> None:
    assert parse_date(text, now=NOW) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "country", "language", "day"),
    [
        ("03/04/2025", "US", None, "2025-03-04"),
        ("03/04/2025", "AZ", None, "2025-04-03"),
        ("03/04/2025", None, "fr", "2025-04-03"),
        ("03/04/2025", "US", "es", "2025-03-04"),
        ("03.04.2025", "US", None, "2025-04-03"),  # dots are always day first
        ("25/12/2025", "US", None, "2025-12-25"),
        ("12.03.25", "AM", None, "2025-03-12"),
    ],
)
def test_the_country_settles_the_order(
    text: str, country: str | None, language: str | None, day: str
) -> None:
    assert parse_date(text, country, language, NOW).on == date.fromisoformat(day)


def test_there_is_no_upper_bound_without_a_clock() -> None:
    assert parse_date("2031-05-01").on == date(2031, 5, 1)
    assert too_far_ahead(date(2031, 5, 1), NOW)
    assert not too_far_ahead(date(2026, 11, 25), NOW)
    assert too_far_ahead(NOW + timedelta(hours=25), NOW)


WRITTEN = st.one_of(
    st.text(max_size=40),
    st.text("0123456789-/.: TZapm+", max_size=30),
    st.datetimes().map(str),
    st.datetimes().map(lambda d: d.strftime("%a, %d %b %Y %H:%M:%S +0400")),
    st.integers(0, 10**14).map(str),
)


@given(WRITTEN, st.sampled_from([None, "US", "AZ", "CA"]))
def test_no_text_breaks_the_ladder_or_yields_an_impossible_date(
    text: str, country: str | None
) -> None:
    when = parse_date(text, country, now=NOW)
    if when.on:
        assert EARLIEST <= when.on <= (NOW + timedelta(days=1)).date()
    if when.at:
        assert when.at.tzinfo is not None
        assert when.at <= NOW + timedelta(days=1)
    assert (when.precision == "day") == (when.on is not None)


@given(st.dates(EARLIEST, NOW.date()))
def test_every_day_is_read_back_in_every_form(day: date) -> None:
    forms = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d %B %Y", "%b %d, %Y", "%Y/%m/%d")
    assert {parse_date(day.strftime(form), now=NOW).on for form in forms} == {day}
