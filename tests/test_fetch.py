"""Sources played well and badly: what was there stays, what failed is named, the next run heals."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from etl.fetch import Refresh, ask, fetch
from etl.folders import Folders
from etl.patience import now
from etl.policies import read_policies, read_policy
from etl.records import Policy
from etl.sources import Wanted, sources
from etl.sources.federal_register import search_name
from tests.made import CHALLENGE, FEED, billstatus
from tests.server import Answer, Playing, body, cut_short, redirect_to, slow, streamed, tagged

BILL = "/govinfo_billstatus/bulkdata/BILLSTATUS/119/hr/BILLSTATUS-119hr9001.xml"
KEPT = "govinfo_billstatus/BILLSTATUS-119hr9001.xml"

POLICY = """name: Made Policy
short_name: Made
kind: test
citation: none
description: A policy made for the tests.
source: https://example.org/
aliases:
  en: [Made Policy Act]
bills:
  - {bill: hr9001-119, effect: repeals, title: Made Bill Act, source: https://example.org/}
"""


@pytest.fixture
def policies(tmp_path: Path) -> tuple[Policy, ...]:
    """One policy with one bill."""
    file = tmp_path / "made.yaml"
    file.write_text(POLICY)
    return (read_policy(file),)


def asked(here: Folders, policies: tuple[Policy, ...], source: str) -> Refresh:
    return ask(sources()[source], here, policies, "a run", lambda line: None, Wanted())


def test_a_bill_comes_once_and_is_asked_for_politely(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say(BILL, tagged(billstatus(), '"one"'))
    first = asked(here, policies, "govinfo_billstatus")
    assert (first.new, first.failed) == (1, False)
    assert (here.raw / KEPT).read_text() == billstatus()
    again = asked(here, policies, "govinfo_billstatus")
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1)
    bill_headers = [h for p, h in zip(server.asked, server.headers, strict=True) if p == BILL]
    assert [h.get("If-None-Match") for h in bill_headers] == [None, '"one"']
    assert all("Lawbeat" in h["User-Agent"] for h in bill_headers)


BADLY: list[tuple[str, Answer, str]] = [
    ("server error", body("oops", 500), "it answers 500"),
    ("asked to wait long", body("", 429, Retry_After="3600"), "429.*asks to wait 3600 s"),
    ("a challenge page with 200", body(CHALLENGE), "HTML"),
    ("an empty body with 200", body(""), "empty"),
    ("an error in JSON with 200", body('{"error": "no"}'), "no reader|not"),
    ("a body cut short", cut_short(billstatus()[:400]), "broke off"),
    ("half a file, promised whole", body(billstatus()[:400]), "cut|broken|well-formed|XML"),
    ("a redirect circle", redirect_to(BILL), "redirects in a circle"),
]


@pytest.mark.parametrize(("bad", "told"), [b[1:] for b in BADLY], ids=[b[0] for b in BADLY])
def test_what_was_there_stays_and_the_next_good_run_catches_up(
    here: Folders,
    server: Playing,
    policies: tuple[Policy, ...],
    bad: Answer,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.say(BILL, body(billstatus()))
    asked(here, policies, "govinfo_billstatus")
    server.say(BILL, bad)
    failed = asked(here, policies, "govinfo_billstatus")
    assert failed.failed
    assert failed.reason is not None
    assert re.search(told, failed.reason), failed.reason
    assert (here.raw / KEPT).read_text() == billstatus()
    server.say(BILL, body(billstatus(title="Made Bill Act, amended")))
    later = now() + timedelta(hours=2)  # than any wait that was asked for
    monkeypatch.setattr("etl.patience.now", lambda: later)
    healed = asked(here, policies, "govinfo_billstatus")
    assert (healed.changed, healed.failed) == (1, False)


def test_a_short_wait_is_waited(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say(BILL, body("", 429, Retry_After="1"), body(billstatus()))
    assert not asked(here, policies, "govinfo_billstatus").failed


def test_a_silent_server_is_given_up(
    here: Folders,
    server: Playing,
    policies: tuple[Policy, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("etl.web.READ_S", 0.3)
    server.say(BILL, slow(3))
    reason = asked(here, policies, "govinfo_billstatus").reason
    assert reason is not None
    assert "took longer" in reason


def test_a_source_whose_every_answer_drips_holds_up_no_run(
    here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.fetch.MOST_S", 0.5)
    monkeypatch.setattr("etl.sources.feeds.PACE_S", 0.0)
    names = [f"made-{n}" for n in range(40)]
    rows = "".join(f"{name},https://made.example/{name},Made\n" for name in names)
    here.feeds.write_text(f"feed_id,url,outlet\n{rows}")
    for name in names:
        server.say(f"/feeds/made.example/{name}", streamed([b"<rss>", *[b" "] * 4], 0.05))
    told = asked(here, (), "feeds")
    assert told.asked < len(names)
    assert told.asked + len(told.not_asked) == len(names)
    assert told.not_asked[-1] == "made-39: not asked: the time of a source in one run is over"


def test_a_feed_that_is_no_feed_is_named_and_the_last_one_stays(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say("/feeds/made.example/rss", body(FEED))
    assert asked(here, policies, "feeds").new == 1
    server.say("/feeds/made.example/rss", body(CHALLENGE))
    failed = asked(here, policies, "feeds")
    assert failed.failed
    assert len(list((here.raw / "feeds" / "made").glob("*.xml"))) == 1


def test_one_broken_source_does_not_stop_the_others(
    here: Folders,
    server: Playing,
    policies: tuple[Policy, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("a fault of its own")

    monkeypatch.setattr("etl.sources.feeds.ask", broken)
    server.say(BILL, body(billstatus()))
    done = {r.source_id: r for r in fetch(here, policies, lambda line: None, web=True)}
    assert "a fault of its own" in (done["feeds"].reason or "")
    assert done["govinfo_billstatus"].new == 1


@pytest.mark.usefixtures("offline")
def test_offline_each_unreachable_source_is_told_in_one_line_and_the_rest_is_published(
    here: Folders,
) -> None:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "etl", "refresh"],
        capture_output=True,
        text=True,
        env=dict(os.environ),
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert time.monotonic() - started < 60
    lines = done.stdout.splitlines()
    for name in (name for name, source in sources().items() if source.base):
        (told,) = [line for line in lines if line.startswith(f"{name}:")]
        assert "can be reached" in told.replace("cannot", "can") or "not asked" in told, told
    assert not any(line.startswith("  ") for line in lines), done.stdout
    assert sum("cannot be reached" in line for line in lines) >= 3
    assert (here.published / "current").read_text().strip() == "lawbeat-1.duckdb"


def test_every_policy_that_ships_has_a_name_to_search_the_register_for(here: Folders) -> None:
    names = [search_name(p) for p in read_policies(here.policies)]
    assert all(len(name) > 6 for name in names)
    assert len(set(names)) == len(names)


def test_two_runs_in_one_second_are_two_runs(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    runs = [fetch(here, policies, lambda line: None, web=False)[0].refresh_id for _ in range(2)]
    assert runs[0] != runs[1]
