"""Alerts are told once: the baseline is quiet, a crash doubles nothing, a fault stops nothing."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.__main__ import main
from etl.alerts import telling
from etl.alerts.alert import Alert, from_json, to_json
from etl.alerts.due import AtHand, Remembered, sift
from etl.alerts.telling import ATOM, ICS, JSON_FEED, ledger_file, preview, tell, troubles
from etl.alerts_command import history_lines, monday
from etl.folders import Folders, folders
from etl.refresh import Done, refresh
from tests.alerts_made import NASTY, TODAY, alert, publish
from tests.receivers import Posted, Received, mail_server, web_server

OWN = ("SMTP_URL", "ALERTS_TO", "ALERTS_FROM", "WEBHOOK", "WEBHOOK_SHAPE", "PAGE_URL")


@pytest.fixture(autouse=True)
def no_channel(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OWN:
        monkeypatch.delenv(f"LAWBEAT_{name}", raising=False)
    monkeypatch.setattr("etl.alerts.sending.PAUSES_S", (0.0, 0.0))


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
    with mail_server() as received:
        monkeypatch.setenv("LAWBEAT_SMTP_URL", f"smtp://{received.url}")
        monkeypatch.setenv("LAWBEAT_ALERTS_TO", "ben@made.example, Cora <cora@made.example>")
        monkeypatch.setenv("LAWBEAT_ALERTS_FROM", "Lawbeat <lawbeat@made.example>")
        yield received


@pytest.fixture
def posts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Posted]:
    with web_server() as posted:
        monkeypatch.setenv("LAWBEAT_WEBHOOK", posted.url)
        monkeypatch.setenv("LAWBEAT_ALLOW_PRIVATE", "1")
        yield posted


def ids(posted: Posted) -> list[list[str]]:
    return [[a["alert_id"] for a in body["alerts"]] for body in posted.bodies]


def in_feed(here: Folders) -> list[str]:
    return [item["title"] for item in json.loads((here.exports / JSON_FEED).read_text())["items"]]


KNOWN = frozenset({"all", "policy:made", "source:govinfo"})
FRESH, STALE = alert(1), alert(2, fresh_until_on=TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("one", "known", "scopes", "told"),
    [
        (FRESH, set(), KNOWN, "due"),
        (FRESH, {FRESH.alert_id}, KNOWN, None),
        (FRESH, set(), set(), "baseline"),
        (FRESH, set(), KNOWN - {"policy:made"}, "baseline"),
        (FRESH, set(), KNOWN - {"source:govinfo"}, "baseline"),
        (STALE, set(), KNOWN, "old"),
        (alert(fresh_until_on=TODAY), set(), KNOWN, "due"),
        (alert(source_id=None), set(), KNOWN - {"source:govinfo"}, "due"),
        (alert(policy_id=None, policy=None), set(), KNOWN - {"policy:made"}, "due"),
    ],
)
def test_what_is_news(one: Alert, known: set[str], scopes: set[str], told: str | None) -> None:
    sifted = sift(AtHand(TODAY, [one]), Remembered(known, scopes))
    found = ["due" for _ in sifted.due] + [why for _, why in sifted.quiet]
    assert found == ([told] if told else [])


def test_an_alert_is_the_same_after_the_ledger() -> None:
    told = alert(headline=NASTY, value=-0.5, n=12, low=-0.9, high=-0.1)
    assert from_json(to_json(told)) == told


def test_the_first_run_is_quiet_and_each_later_alert_is_told_once_over_every_channel(
    here: Folders, mails: Received, posts: Posted
) -> None:
    publish(here, [alert(1), alert(2)])
    assert tell(here).lines == ["alerts: 0 new; kept quiet: 2 of a baseline"]
    assert (mails.mails, posts.bodies, in_feed(here)) == ([], [], [])
    publish(here, [alert(1), alert(2), alert(3), alert(4, severity="low")], version=2)
    outcome = tell(here)
    assert not outcome.failed
    assert outcome.lines[0] == "alerts: 2 new"
    for _ in range(3):
        assert tell(here).lines == ["alerts: 0 new"]
    assert len(mails.mails) == 1
    assert ids(posts) == [[alert(3).alert_id, alert(4).alert_id]]
    assert len(in_feed(here)) == 2


def test_a_new_policy_and_a_new_source_begin_quietly(here: Folders, posts: Posted) -> None:
    publish(here, [])
    tell(here)
    new = [
        alert(1, policy_id="other"),
        alert(2, source_id="gdelt"),
        alert(3, fresh_until_on=TODAY - timedelta(days=1)),
        alert(4),
    ]
    publish(here, new, ["made", "other"], ["govinfo", "gdelt"], version=2)
    assert tell(here).lines[0] == "alerts: 1 new; kept quiet: 2 of a baseline, 1 too old"
    more = [*new, alert(5, policy_id="other"), alert(6, source_id="gdelt")]
    publish(here, more, ["made", "other"], ["govinfo", "gdelt"], version=3)
    tell(here)
    assert ids(posts) == [[alert(4).alert_id], [alert(5).alert_id, alert(6).alert_id]]


def test_a_channel_that_comes_later_is_told_what_is_new_from_then_on(
    here: Folders, mails: Received, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(here, [])
    tell(here)
    publish(here, [alert(1)], version=2)
    tell(here)
    with web_server() as posted:
        monkeypatch.setenv("LAWBEAT_WEBHOOK", posted.url)
        monkeypatch.setenv("LAWBEAT_ALLOW_PRIVATE", "1")
        tell(here)
        assert posted.bodies == []
        publish(here, [alert(1), alert(2)], version=3)
        tell(here)
        assert ids(posted) == [[alert(2).alert_id]]


DIES = """
import os, signal, sys
from etl.alerts import ledger, mail, telling
from etl.folders import folders
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
{patch}
telling.tell(folders())
"""


@pytest.mark.parametrize(
    ("where", "patch", "sent"),
    [
        ("before it is written down", "ledger.Ledger.learn = die", 1),
        ("before it is sent", "mail.Mail.send = die", 1),
        ("once it was taken, before that is written down", "ledger.Ledger.confirm = die", 2),
        (
            "once that is written down",
            "whole = ledger.Ledger.confirm\n"
            "ledger.Ledger.confirm = lambda *asked: (whole(*asked), die())",
            1,
        ),
        ("before the feeds are written", "telling._write = die", 1),
    ],
)
def test_a_crash_loses_nothing_and_what_is_sent_again_is_the_same_message(
    here: Folders, mails: Received, where: str, patch: str, sent: int
) -> None:
    publish(here, [])
    tell(here)
    publish(here, [alert(1), alert(2)], version=2)
    dead = subprocess.run([sys.executable, "-c", DIES.format(patch=patch)], env=dict(os.environ))
    assert dead.returncode == -signal.SIGKILL
    publish(here, [alert(1, headline="changed since"), alert(2)], version=3)
    for _ in range(3):
        tell(here)
    assert len(mails.mails) == sent
    assert len({mail["Message-ID"] for mail in mails.mails}) == 1
    assert len({bytes(mail) for mail in mails.mails}) == 1
    assert len(in_feed(here)) == 2


def test_a_fault_that_passes_is_tried_again_and_one_that_lasts_is_not(
    here: Folders, posts: Posted
) -> None:
    publish(here, [])
    tell(here)
    for version, (answers, tries) in enumerate([([503, 429, 200], 3), ([400], 1), ([302], 1)], 2):
        posts.answers[:] = answers
        before = len(posts.bodies)
        publish(here, [alert(n) for n in range(2, version + 1)], version=version)
        outcome = tell(here)
        assert outcome.failed == (answers[-1] != 200)
        assert len(posts.bodies) - before == tries
    posts.answers[:] = [200]
    assert not tell(here).failed
    assert len({tuple(one) for one in ids(posts)}) == 3
    assert len({h["Idempotency-Key"] for h in posts.headers}) == 3


def test_a_channel_that_never_takes_it_is_given_up_said_and_tried_again_when_asked(
    here: Folders, posts: Posted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.alerts.ledger.MOST_RUNS", 3)
    publish(here, [])
    tell(here)
    publish(here, [alert(1)], version=2)
    posts.answers[:] = [404]
    said = [tell(here).lines[-1] for _ in range(3)]
    assert said[0].endswith("it answered 404 (the next 2 runs try again); "
                            "this needs a person")  # fmt: skip
    assert "(given up)" in said[-1]
    assert tell(here).lines == ["alerts: 0 new"]
    assert len(posts.bodies) == 3
    assert troubles(here) == ["webhook: 1 alerts not sent: it answered 404; given up"]
    posts.answers[:] = [200]
    assert not tell(here, again=True).failed
    assert troubles(here) == []
    assert len(posts.bodies) == 4


def test_one_channel_that_fails_leaves_the_others_alone(
    here: Folders, mails: Received, posts: Posted
) -> None:
    publish(here, [])
    tell(here)
    publish(here, [alert(1)], version=2)
    mails.answers += ["554 no"] * 5
    assert tell(here).failed
    assert len(posts.bodies) == 1
    mails.answers.clear()
    tell(here)
    assert (len(mails.mails), len(posts.bodies)) == (1, 1)


def test_a_preview_says_what_to_whom_and_changes_nothing(
    here: Folders, mails: Received, posts: Posted
) -> None:
    assert preview(here) == ["nothing is published yet: run `python -m etl build` first"]
    publish(here, [alert(1)])
    assert preview(here)[0] == "alerts: 0 new; kept quiet: 1 of a baseline"
    assert not ledger_file(here).exists()
    tell(here)
    publish(here, [alert(1), alert(2)], version=2)
    before = ledger_file(here).read_bytes()
    said = "\n".join(preview(here))
    assert "alerts: 1 new" in said
    assert f"  high: {alert(2).subject}" in said
    assert "to mail: ben@made.example, cora@made.example" in said
    assert "to webhook: 127.0.0.1 (json)" in said
    assert "s3cret" not in said
    assert (mails.mails, posts.bodies) == ([], [])
    assert ledger_file(here).read_bytes() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"this is no ledger, and long enough to be looked at" * 40, "file is not a database"),
        ("newer", "a newer Lawbeat wrote it"),
    ],
)
def test_a_ledger_that_cannot_be_used_is_told_and_nothing_is_sent(
    here: Folders, posts: Posted, content: bytes | str, told: str
) -> None:
    publish(here, [alert(1)])
    if isinstance(content, bytes):
        ledger_file(here).write_bytes(content)
    else:
        with sqlite3.connect(ledger_file(here)) as db:
            db.execute("pragma user_version = 99")
    outcome = tell(here)
    assert outcome.failed
    assert told in outcome.lines[0]
    assert "this needs a person" in outcome.lines[0]
    assert posts.bodies == []
    assert told in troubles(here)[0]


def test_a_version_without_alerts_is_no_end_of_a_refresh(here: Folders) -> None:
    publish(here, [])
    with duckdb.connect(str(here.published / "lawbeat-1.duckdb")) as db:
        db.execute("drop table marts.alerts")  # as in a version that older code published
    outcome = tell(here)
    assert outcome.failed
    assert "this needs a person" in outcome.lines[0]


POLICY = """name: Made Aid Act
short_name: Made Aid Act
kind: made
citation: made
description: Made.
source: https://made.example/
strong:
  en: [Made Aid Act]
bills:
  - bill: hr9001-119
    effect: repeals
    source: https://made.example/hr9001
"""
BILLS = "bill_id,congress,bill_type,number,title,introduced_on,url\n"
ROW = "hr{n}-119,119,hr,{n},Made Bill {n},{day},https://made.example/{n}\n"


def test_three_refreshes_tell_one_new_bill_once(
    here: Folders, offline: None, posts: Posted, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here.data / "policies").mkdir()
    (here.data / "sample").mkdir()
    bills, policy = here.data / "sample" / "bills.csv", here.data / "policies" / "made.yaml"
    bills.write_text(BILLS + ROW.format(n=9001, day=TODAY - timedelta(days=9)))
    policy.write_text(POLICY)
    own = folders()  # found anew: the data folder holds its own now
    assert "alerts: 0 new; kept quiet: 1 of a baseline" in refresh(own, lambda _: None).alerts
    bills.write_text(bills.read_text() + ROW.format(n=9002, day=TODAY - timedelta(days=2)))
    policy.write_text(POLICY + POLICY[POLICY.index("  - bill") :].replace("9001", "9002"))
    posts.answers[:] = [404]
    done = refresh(own, lambda _: None)
    assert (done.alerts[0], done.untold) == ("alerts: 1 new", True)
    assert Done(untold=True).failed  # the exit status says that a person is needed
    posts.answers[:] = [200]
    done = refresh(own, lambda _: None)
    assert (done.alerts[0], done.untold) == ("alerts: 0 new", False)
    assert {b["alerts"][0]["headline"] for b in posts.bodies} == {
        "H.R. 9002 (119th) was brought in: Made Bill 9002"
    }


def test_the_command_tells_and_its_exit_status_says_whether_all_went_well(
    here: Folders, posts: Posted, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["alerts"]) == 2
    publish(here, [])
    assert main(["alerts"]) == 0
    publish(here, [alert(1)], version=2)
    capsys.readouterr()
    assert main(["alerts", "--dry-run"]) == 0
    assert "alerts: 1 new" in capsys.readouterr().out
    posts.answers[:] = [404]
    assert main(["alerts"]) == 1
    assert "s3cret" not in "".join(capsys.readouterr())
    posts.answers[:] = [200]
    assert main(["alerts", "--retry"]) == 0
    assert ids(posts)[-1] == [alert(1).alert_id]
    assert main(["alerts", "--history", "--since", "2000-01-01"]) == 0
    assert "by rule: new_bill 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (None, ["2026-04-27    1  new_bill 1", "2026-05-18    2  surge 1, new_bill 1",
                "3 alerts in {n} weeks from 2026-04-27", "by rule: new_bill 2, surge 1"]),
        (date(2026, 5, 4), ["2026-05-18    2  surge 1, new_bill 1",
                            "2 alerts in {m} weeks from 2026-05-04", "by rule: surge 1"]),
        (date(2999, 1, 1), ["no alert since 2999-01-01 is at hand"]),
    ],
)  # fmt: skip
def test_the_history_is_counted_by_week_and_rule(
    here: Folders, since: date | None, expected: list[str]
) -> None:
    days = [date(2026, 5, 1), date(2026, 5, 19), date(2026, 5, 24)]
    rules = ["new_bill", "surge", "new_bill"]
    publish(here, [
        alert(n, happened_on=day, rule=rule)
        for n, (day, rule) in enumerate(zip(days, rules, strict=True))
    ])  # fmt: skip
    weeks = {name: (monday(TODAY) - first).days // 7 + 1
             for name, first in (("n", date(2026, 4, 27)), ("m", date(2026, 5, 4)))}  # fmt: skip
    lines = history_lines(here.published / "lawbeat-1.duckdb", since)
    for line, wanted in zip(lines, expected, strict=True):
        assert line.startswith(wanted.format(**weeks)), lines


def test_what_is_written_is_replaced_whole_and_holds_what_was_told(
    here: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(here, [])
    tell(here)
    publish(here, [alert(1, headline=NASTY)], version=2)
    tell(here)
    first = {name: (here.exports / name).read_bytes() for name in (ATOM, JSON_FEED, ICS)}
    tell(here)
    assert {name: (here.exports / name).read_bytes() for name in first} == first
    assert not list(here.exports.glob(".*.part"))

    def no_room(*_: Any) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(telling, "calendar", no_room)
    outcome = tell(here)
    assert re.search("No space left.*this needs a person", outcome.lines[-1])
    assert (here.exports / ICS).read_bytes() == first[ICS]


def test_the_ledger_stays_out_of_the_repository() -> None:
    root = Path(__file__).parent.parent
    assert "/data/alerts.sqlite*" in (root / ".gitignore").read_text().splitlines()
