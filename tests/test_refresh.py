"""One refresh on made input: from files dropped into the inbox to marts, CSV and exit status."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.folders import Folders
from etl.publish import current
from tests.made import ARTICLE, CHALLENGE, FEED, billstatus


def etl(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "etl", *words], capture_output=True, text=True, env=dict(os.environ)
    )


def ask(here: Folders, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(current(here)), read_only=True) as db:
        db.execute("set search_path = 'marts'")
        return db.sql(query).fetchall()


@pytest.fixture
def dropped(here: Folders) -> Folders:
    """An inbox with a bill, an article, a feed and a page that is none of these."""
    (here.inbox / "BILLSTATUS-119hr9001.xml").write_text(billstatus())
    (here.inbox / "clipping.txt").write_text(ARTICLE)
    (here.inbox / "feed.xml").write_text(FEED)
    (here.inbox / "page.xml").write_text(CHALLENGE)
    return here


def test_what_is_dropped_is_read_and_named_and_what_cannot_be_stays(dropped: Folders) -> None:
    done = etl("build")
    assert done.returncode == 1
    for name in ("BILLSTATUS-119hr9001.xml", "clipping.txt", "feed.xml"):
        assert f"inbox: read {name}" in done.stdout
    assert "page.xml: an HTML page" in done.stdout
    assert [p.name for p in dropped.inbox.iterdir()] == ["page.xml"]


def test_every_bill_and_article_is_in_the_marts_with_its_file(dropped: Folders) -> None:
    etl("build")
    bill = ask(
        dropped,
        "select sponsor_id, cosponsors_active, status, introduced_on::varchar, policy_area, "
        "latest_action, source_path from bills where bill_id = 'hr9001-119'",
    )
    assert bill[0][:-1] == (
        "Z000001",
        2,
        "PASS_OVER:HOUSE",
        "2025-02-01",
        "International Affairs",
        "Passed House.",
    )
    assert (dropped.raw / bill[0][-1]).read_text() == billstatus()
    assert ask(dropped, "select count(*) from bill_actions where bill_id = 'hr9001-119'") == [(2,)]
    articles = ask(
        dropped,
        "select url, published_on::varchar, outlet, title from articles "
        "where source_id = 'inbox' order by url nulls first",
    )
    assert [a[0] for a in articles][1:] == [
        "https://made.example/a?utm_source=rss",
        "https://made.example/b",
    ]
    assert articles[0][1] == "2026-02-03"
    assert articles[2][1] is None


def test_a_mention_has_its_sentence_its_voice_and_its_stance(dropped: Folders) -> None:
    etl("build")
    found = ask(
        dropped,
        "select policy_id, match_basis, sentence, stance, method, holder, holder_role, coder "
        "from mentions where source_path like '%clipping%'",
    )
    assert len(found) == 1
    policy, basis, sentence, stance, method, holder, role, coder = found[0]
    assert (policy, basis, stance, method, coder) == (
        "section-907",
        "body",
        "opposes",
        "rules",
        None,
    )
    assert sentence in " ".join(ARTICLE.split())
    assert holder == "Ada Maker"
    assert "Foreign Policy Institute" in role


def test_a_refresh_of_the_same_changes_nothing(dropped: Folders) -> None:
    (dropped.inbox / "page.xml").unlink()
    assert etl("build").returncode == 0
    tables = ("bills", "bill_actions", "articles", "mentions", "coverage", "stance", "events")
    before = {t: ask(dropped, f"from {t} order by all") for t in tables}
    assert etl("build").returncode == 0
    assert {t: ask(dropped, f"from {t} order by all") for t in tables} == before


def test_the_same_file_again_is_taken_once(dropped: Folders) -> None:
    etl("build")
    (dropped.inbox / "clipping.txt").write_text(ARTICLE)
    (dropped.inbox / "same, other name.txt").write_text(ARTICLE)
    etl("build")
    query = "select count(*) from articles where source_id = 'inbox' and url is null"
    assert ask(dropped, query) == [(1,)]


def test_a_newer_record_of_a_bill_takes_the_place_of_the_older(dropped: Folders) -> None:
    etl("build")
    newer = billstatus(title="Newer", cosponsors=5).replace("2025-04-01T", "2025-05-01T")
    (dropped.inbox / "BILLSTATUS-119hr9001.xml").write_text(newer)
    etl("build")
    query = "select title, cosponsors_active from bills where bill_id = 'hr9001-119'"
    assert ask(dropped, query) == [("Newer", 5)]
    query = "select count(*) from bill_cosponsors where bill_id = 'hr9001-119'"
    assert ask(dropped, query) == [(5,)]


def test_a_zip_is_read_member_by_member(here: Folders) -> None:
    with zipfile.ZipFile(here.inbox / "bills.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in (1, 2, 3):
            archive.writestr(f"BILLSTATUS-119hr{number}.xml", billstatus(number))
        archive.writestr("BILLSTATUS-119hr4.xml", billstatus(4)[:500])
        archive.writestr("../../escape.xml", billstatus(5))
    done = etl("build")
    assert done.returncode == 1
    assert "BILLSTATUS-119hr4.xml" in done.stdout
    found = ask(here, "select bill_id from bills where source_id = 'inbox' order by 1")
    assert [r[0] for r in found] == ["hr1-119", "hr2-119", "hr3-119", "hr5-119"]
    assert not list(here.data.parent.rglob("escape.xml"))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.xml", b"", "empty"),
        ("torn.zip", b"PK\x03\x04" + b"x" * 200, "no reader|zip|binary|text"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no reader|binary"),
        ("bomb.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><billStatus>&a;</billStatus>', "entit|DTD"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    here: Folders, name: str, content: bytes, told: str
) -> None:
    (here.inbox / name).write_bytes(content)
    done = etl("build")
    assert done.returncode == 1
    line = next(line for line in done.stdout.splitlines() if name in line)
    assert re.search(told, line), line
    assert (here.inbox / name).exists()


def test_a_policy_file_that_is_wrong_publishes_nothing(
    here: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "bad.yaml").write_text("name: Bad\nbill: hr1-119\n")
    monkeypatch.setenv("LAWBEAT_POLICIES", str(tmp_path / "policies"))
    done = etl("build")
    assert done.returncode == 2
    assert "bad.yaml:2: unknown key 'bill'" in done.stdout
    assert current(here) is None


@pytest.mark.parametrize("command", ["refresh", "fetch", "build", "export", "sources", "policies"])
def test_every_command_has_help_that_tells_the_exit_status(command: str) -> None:
    done = etl(command, "--help")
    assert done.returncode == 0
    assert "nothing was published" in done.stdout


def test_commands_that_look(here: Folders) -> None:
    assert etl("export").returncode == 2
    assert etl("check").returncode == 2
    etl("build")
    assert "files of lawbeat-1" in etl("export").stdout
    checked = etl("check")
    assert checked.returncode == 0
    assert "marts hold what they promise" in checked.stdout
    assert "section-907: Section 907 of the FREEDOM Support Act" in etl("policies").stdout
    assert "LAWBEAT_FEEDS_URL" in etl("sources").stdout


def test_a_log_holds_plain_lines_and_the_terminal_none(here: Folders) -> None:
    done = etl("build", "--log")
    assert done.stdout == ""
    lines = (here.data / "refresh.log").read_text().splitlines()
    assert any("published lawbeat-1" in line for line in lines)
    assert not any("\x1b" in line or "\r" in line for line in lines)
