"""How a source is: by its log, its newest item and its usual gap."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from etl.source_health import Content, Log, source_health
from etl.sources import sources
from tests.test_health import NOW, PART, WENT, asked, days, left

REFUSED = WENT | {"reason": "hr1: it answers 403 Forbidden"}

# The log, the newest item and the usual gap: the state, why, and what a person is needed for.
SOURCES: list[tuple[str, str, list[dict[str, Any]], Content, str, str, str]] = [
    ("never in a run", "feeds", [], Content(), "never", "in no run yet", ""),
    ("well", "feeds", [asked(2)], Content(), "fresh", "", ""),
    ("well, and nothing came", "feeds", [asked(2, came=0)], Content(), "fresh", "", ""),
    ("two days ago", "feeds", [asked(50)], Content(), "late", "50 hours old", ""),
    ("five days ago", "feeds", [asked(125)], Content(), "late", "5 days", "no good answer for 5"),
    ("failed once", "feeds", [asked(26), asked(2, **WENT)], Content(), "failing", "it broke", ""),
    ("failed in part", "feeds", [asked(2, **PART)], Content(), "fresh", "", ""),
    (
        "failed for days",
        "feeds",
        [asked(96), asked(40, **WENT), asked(2, **WENT)],
        Content(),
        "failing",
        "it broke",
        "no good answer for 4 days: x: it broke",
    ),
    ("only failures, of today", "feeds", [asked(2, **WENT)], Content(), "failing", "broke", ""),
    (
        "only failures, for days",
        "feeds",
        [asked(99, **WENT), asked(2, **WENT)],
        Content(),
        "failing",
        "it broke",
        "no good answer for 4 days",
    ),
    ("no key", "feeds", [asked(99), asked(2, **left("no key"))], Content(), "off", "no key", ""),
    (
        "backing off",
        "feeds",
        [asked(9), asked(5, **WENT), asked(2, **left("backing off until then"))],
        Content(),
        "failing",
        "backing off",
        "",
    ),
    (
        "its key is refused",
        "congress_gov",
        [asked(9, **REFUSED), asked(2, **REFUSED)],
        Content(),
        "failing",
        "403",
        r"its key seems not to be accepted \(CONGRESS_API_KEY",
    ),
    ("refused once", "congress_gov", [asked(2, **REFUSED)], Content(), "failing", "403", ""),
    (
        "a source without a key is refused",
        "feeds",
        [asked(9, **REFUSED), asked(2, **REFUSED)],
        Content(),
        "failing",
        "403",
        "",
    ),
    (
        "a file of this machine cannot be read",
        "inbox",
        [asked(2, came=3, failed=True, reason="page.xml: an HTML page")],
        Content(),
        "fresh",
        "",
        "page.xml: an HTML page",
    ),
    (
        "daily, silent for a week",
        "feeds",
        [asked(2)],
        Content(newest_on=days(7)[0], usual_gap_days=1.0),
        "late",
        "silent for 7 days, where a gap of 1.0 is usual",
        "",
    ),
    (
        "weekly, silent for a week",
        "feeds",
        [asked(2)],
        Content(newest_on=days(7)[0], usual_gap_days=7.0),
        "fresh",
        "",
        "",
    ),
    (
        "files of this machine are never silent",
        "inbox",
        [asked(2, asked=0)],
        Content(newest_on=days(99)[0], usual_gap_days=1.0),
        "fresh",
        "",
        "",
    ),
]


@pytest.mark.parametrize(
    ("source", "log", "content", "state", "why", "person"),
    [case[1:] for case in SOURCES],
    ids=[case[0] for case in SOURCES],
)
def test_how_a_source_is(
    source: str, log: list[dict[str, Any]], content: Content, state: str, why: str, person: str
) -> None:
    found = source_health(sources()[source], Log(log), content, NOW, timedelta(hours=26))
    assert found.state == state
    assert bool(found.why) == bool(why)
    assert why in (found.why or "")
    assert bool(found.needs_a_person) == bool(person)
    if person:
        assert re.search(person, found.needs_a_person[0])
    if content.newest_on:
        assert found.content_age_days == (NOW.date() - content.newest_on).days
