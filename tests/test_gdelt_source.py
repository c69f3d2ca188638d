"""GDELT played well and badly: windows, watermarks, the pace, and the many forms of its errors."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from etl.asked import Refresh
from etl.fetch import ask
from etl.folders import Folders
from etl.gdelt_questions import LONGEST_QUERY, searches
from etl.policies import read_policies, read_policy
from etl.readers import read
from etl.records import Article, Policy
from etl.searches import Search
from etl.sources import Wanted, gdelt, sources
from etl.watermarks import watermarks
from tests.server import Answer, Playing, body, slow

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MADE = """name: Made Policy
short_name: Made
kind: test
citation: none
description: A policy made for the tests.
source: https://example.org/
strong:
  en: [Made Policy Act]
"""


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    file = tmp_path / "made.yaml"
    file.write_text(MADE)
    return read_policy(file)


@pytest.fixture(autouse=True)
def at_noon(here: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LAWBEAT_GDELT")
    monkeypatch.setattr(gdelt, "PACE_S", 0.0)
    monkeypatch.setattr(gdelt, "now", lambda: NOW)


def row(at: datetime, number: int) -> dict[str, str]:
    return {
        "url": f"https://made.example/{number}",
        "url_mobile": "",
        "title": f"Made article {number}",
        "seendate": f"{at:%Y%m%dT%H%M%SZ}",
        "socialimage": "",
        "domain": "made.example",
        "language": "English",
        "sourcecountry": "United States",
    }


class Press:
    """Articles by the moment they were seen; answers as GDELT does, bounds left out."""

    def __init__(self, seen: list[datetime]) -> None:
        self.seen = sorted(seen)
        self.windows: list[tuple[datetime, datetime]] = []

    def __call__(self, ask: BaseHTTPRequestHandler) -> None:
        told = parse_qs(urlsplit(ask.path).query)
        bounds = (told["startdatetime"][0], told["enddatetime"][0])
        start, end = (datetime.strptime(b, "%Y%m%d%H%M%S").replace(tzinfo=UTC) for b in bounds)
        self.windows.append((start, end))
        numbered = list(enumerate(self.seen))[::-1]
        rows = [row(at, n) for n, at in numbered if start < at < end]
        body(json.dumps({"articles": rows[:250]} if rows else {}))(ask)


def asked(here: Folders, policies: tuple[Policy, ...], unwatched: bool = False) -> Refresh:
    source = sources()["gdelt"]
    return ask(source, here, policies, "made", lambda line: None, Wanted(), unwatched)


def held(here: Folders) -> list[str]:
    """Return the addresses that are held, each as often as it is held."""
    found = []
    for file in (here.raw / "gdelt").rglob("*.json"):
        if not file.name.startswith("."):
            records = read(file.name, file.read_bytes())[1]
            found += [r.url for r in records if isinstance(r, Article)]
    return sorted(found)


def spread(many: int, start: datetime = NOW - timedelta(days=90)) -> list[datetime]:
    step = (NOW - timedelta(hours=1) - start) / max(many, 1)
    return [(start + step * n).replace(second=0, microsecond=0) for n in range(many)]


def mark(here: Folders) -> datetime | None:
    return next(iter(watermarks(here.raw / "gdelt").values()), None)


# Windows ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("many", [0, 1, 249, 250, 251, 1300])
def test_every_article_comes_once_however_many_there_are(
    here: Folders, server: Playing, policy: Policy, many: int
) -> None:
    press = Press(spread(many))
    server.say("/gdelt", press)
    done = asked(here, (policy,))
    assert (done.failed, done.truncated) == (False, False), done.lines
    assert len(held(here)) == len(set(held(here))) == many
    assert mark(here) == NOW
    assert press.windows[0][0] == NOW - timedelta(days=91, seconds=1)
    assert asked(here, (policy,)).new == 0, "refreshing twice changes nothing"
    assert len(held(here)) == many
    start = NOW - timedelta(hours=72, seconds=1)
    assert (start, NOW + timedelta(seconds=1)) in press.windows


def test_what_lies_on_the_seam_of_two_windows_is_found(
    here: Folders, server: Playing, policy: Policy
) -> None:
    seam = NOW - timedelta(days=45, hours=12)
    server.say("/gdelt", Press([seam] * 120 + spread(249)))
    asked(here, (policy,))
    assert len(held(here)) == 369


def test_what_no_window_can_split_is_told_as_truncated(
    here: Folders, server: Playing, policy: Policy
) -> None:
    press = Press([NOW - timedelta(hours=5)] * 400 + spread(10))
    server.say("/gdelt", press)
    done = asked(here, (policy,))
    assert done.truncated
    assert not done.failed
    assert any("truncated: more than 250" in gap for gap in done.gaps)
    assert len(held(here)) >= 260
    assert min(end - start for start, end in press.windows) >= timedelta(minutes=7)


def test_a_run_asks_so_often_and_says_what_waits(
    here: Folders, server: Playing, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gdelt, "MOST_REQUESTS", 5)
    server.say("/gdelt", Press(spread(1300)))
    runs = 0
    while mark(here) != NOW and runs < 20:
        done = asked(here, (policy,))
        assert done.asked <= 5
        assert done.truncated or mark(here) == NOW
        runs += 1
    assert runs > 1
    assert len(held(here)) == 1300


# Badly -----------------------------------------------------------------------------------------

BADLY: list[tuple[str, Answer, str]] = [
    ("too many", body("Please limit requests to one every 5 seconds", 429), "429"),
    ("too many, said with 200", body("Please limit requests to one every 5 seconds."), "too fast"),
    ("too short, said with 200", body("Your query was too short or too long.\n"), "too short"),
    ("a phrase, said with 200", body("The specified phrase is too short."), "phrase is too short"),
    ("a page with 200", body("<!doctype html><html><body>Error</body></html>"), "HTML"),
    ("nothing with 200", body(""), "empty"),
    ("a timeline", body('{"query_details": {"title": "x"}, "timeline": []}'), "timeline"),
    ("another list", body('{"stories": [{"url": "https://a.example/", "title": "x"}]}'), ""),
    ("server error", body("oops", 500), "500"),
    ("not there", body("", 404), "404"),
    ("silence", slow(1), "took longer"),
    ("cut short", body('{"articles": [', Content_Encoding="gzip"), "damaged|broke off"),
]


@pytest.mark.parametrize(("bad", "told"), [b[1:] for b in BADLY], ids=[b[0] for b in BADLY])
def test_after_a_bad_answer_the_watermark_stays_and_the_next_run_catches_up(
    here: Folders, server: Playing, policy: Policy, bad: Answer, told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("etl.web.READ_S", 0.3)
    server.say("/gdelt", bad)
    failed = asked(here, (policy,))
    assert failed.failed
    assert re.search(told, failed.reason or ""), failed.reason
    assert mark(here) is None
    assert held(here) == []
    server.say("/gdelt", Press(spread(30)))
    assert not asked(here, (policy,)).failed
    assert len(held(here)) == 30


def test_a_bad_answer_in_the_middle_moves_the_watermark_no_further_than_what_is_kept(
    here: Folders, server: Playing, policy: Policy
) -> None:
    press = Press(spread(600))
    server.say("/gdelt", press, press, press, body("oops", 500))
    assert asked(here, (policy,)).failed
    stood = mark(here)
    assert stood is None or stood < NOW - timedelta(days=20)
    server.say("/gdelt", press)
    asked(here, (policy,))
    assert len(held(here)) == len(set(held(here))) == 600


def test_escapes_that_no_parser_takes_lose_no_article(
    here: Folders, server: Playing, policy: Policy
) -> None:
    rows = json.dumps({"articles": [row(NOW, n) for n in range(3)]})
    server.say("/gdelt", body(rows.replace("Made article 1", r"Made\'s \x article 1")))
    assert asked(here, (policy,)).new == 1
    assert len(held(here)) == 3


def test_too_many_stops_the_source_for_this_run(here: Folders, server: Playing) -> None:
    server.say("/gdelt", body("limit", 429, Retry_After="3600"))
    policies = read_policies(here.policies)
    done = asked(here, policies)
    assert (done.asked, done.rejected) == (1, 1)
    left = asked(here, policies)
    assert (left.asked, left.failed) == (0, False), "its Retry-After is kept to"
    assert "not asked: backing off until" in left.lines[0]


def test_it_can_be_turned_off(
    here: Folders, server: Playing, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWBEAT_GDELT", "0")
    done = asked(here, (policy,))
    assert (done.failed, done.asked) == (False, 0)
    assert done.lines == ["gdelt: not asked: LAWBEAT_GDELT is 0"]


KILLED = """
import os, signal
from datetime import UTC, datetime
from etl import keep, watermarks
from etl.fetch import ask
from etl.folders import folders
from etl.policies import read_policy
from etl.sources import Wanted, gdelt, sources
from pathlib import Path

def dies(*_):
    os.kill(os.getpid(), signal.SIGKILL)
at = os.environ["DIES_AT"]
if at == "watermark":
    watermarks.move = dies
else:
    keep._write = dies
gdelt.PACE_S = 0.0
gdelt.now = lambda: datetime(2026, 3, 1, 12, tzinfo=UTC)
policy = read_policy(Path(os.environ["MADE_POLICY"]))
ask(sources()["gdelt"], folders(), (policy,), "made", lambda line: None, Wanted())
"""


@pytest.mark.parametrize("at", ["watermark", "write"])
def test_a_run_that_is_killed_loses_nothing_and_doubles_nothing(
    here: Folders, server: Playing, policy: Policy, at: str
) -> None:
    server.say("/gdelt", Press(spread(30)))
    env = {**os.environ, "DIES_AT": at, "MADE_POLICY": str(policy.file)}
    killed = subprocess.run([sys.executable, "-c", KILLED], env=env, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert mark(here) is None
    asked(here, (policy,))
    assert len(held(here)) == 30
    assert mark(here) == NOW


# What is asked ---------------------------------------------------------------------------------


def shipped() -> Iterator[Search]:
    folder = Path(gdelt.__file__).parents[2] / "data" / "policies"
    for policy in read_policies(folder):
        found = searches(policy)
        assert found, policy.policy_id
        yield from found


def test_every_question_is_one_that_gdelt_takes() -> None:
    for search in shipped():
        query = search.query
        assert len(query) <= LONGEST_QUERY
        assert re.search(r" sourcelang:[a-z]+$", query)
        assert query.count('"') % 2 == 0
        for group in re.findall(r"\(([^)]*)\)", query):
            assert " OR " in group, "parentheses are for alternatives only"
        assert " OR " not in re.sub(r"\([^)]*\)", "", query)
        words = re.sub(r'"[^"]*"', "", query.rpartition(" sourcelang:")[0])
        assert all(len(word) >= 4 for word in re.findall(r"\w+", words) if word != "OR"), query
        assert "-" not in query


def test_a_query_that_changes_is_asked_from_the_start(policy: Policy) -> None:
    series = [search.series for search in searches(policy)]
    assert series == [s.series for s in searches(policy)]
    assert len(set(series)) == len(series)


def test_searches_take_turns_by_how_long_they_waited() -> None:
    folder = Path(gdelt.__file__).parents[2] / "data" / "policies"
    policies = read_policies(folder)
    first = gdelt._in_turn(policies, {})
    assert len({s.policy_id for s in first[: len(policies)]}) == len(policies)
    noted = {s.series: NOW for s in first[:40]}
    second = gdelt._in_turn(policies, noted)
    assert {s.series for s in second[:40]}.isdisjoint(noted)


def test_the_pace_is_six_seconds(
    here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert gdelt.PACE_S >= 6
