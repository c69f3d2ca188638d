"""Feeds: of what is asked for again and again each item is kept once, and none is ever lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from etl import patience
from etl.asked import Refresh
from etl.fetch import ask
from etl.fold import INDEX, fold
from etl.folders import Folders
from etl.keep import LOG, keep
from etl.load import load
from etl.readers import read
from etl.records import Article, Refused
from etl.sources import Document, Wanted, sources
from tests.made import CHALLENGE
from tests.server import Answer, Playing, body, cut_short, redirect_to, slow, tagged

MADE = "/feeds/made.example/rss"


def rss(first: int, last: int, extra: str = "") -> str:
    """Return a feed of made items, the newest first."""
    items = "".join(
        f"<item><title>Made item {n}</title><link>https://made.example/{n}</link>"
        f"<guid>made-{n}</guid><description>What made item {n} says.</description>"
        f"<pubDate>Tue, 03 Feb 2026 10:{n % 60:02}:00 GMT</pubDate></item>\n"
        for n in range(last, first - 1, -1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>Made News</title><link>https://made.example/</link>{extra}"
        f"<image><url>https://made.example/i.png</url></image>{items}</channel></rss>"
    )


def atom(first: int, last: int) -> str:
    entries = "".join(
        f'<entry><title>Made {n}</title><id>tag:{n}</id><link href="https://made.example/{n}"/>'
        "<updated>2026-02-03T10:00:00Z</updated><content>It says so.</content></entry>"
        for n in range(first, last + 1)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Made</title>{entries}</feed>'


def json_feed(first: int, last: int) -> str:
    items = [
        {"id": str(n), "url": f"https://made.example/{n}", "title": f"Made {n} ɘ"}
        for n in range(first, last + 1)
    ]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "Made", "items": items}
    return json.dumps(told)


def asked(here: Folders, unwatched: bool = False) -> Refresh:
    nothing = lambda line: None  # noqa: E731
    return ask(sources()["feeds"], here, (), "made run", nothing, Wanted(), unwatched)


def files(here: Folders) -> list[Path]:
    found = (here.raw / "feeds" / "made").glob("*")
    return sorted(f for f in found if not f.name.startswith("."))


def held(here: Folders) -> list[str]:
    """Return the titles that the kept files hold, each as often as it is held."""
    records = [r for file in files(here) for r in read(file.name, file.read_bytes())[1]]
    return sorted(r.title for r in records if isinstance(r, Article))


def kept(here: Folders, content: str, name: str) -> None:
    raw = content.encode()
    keep(Document(f"made/{name}", raw, "https://made.example/rss", fold=True), "feeds", here)


def test_two_hundred_polls_of_a_sliding_feed_keep_each_item_once(here: Folders) -> None:
    whole = 0
    for poll in range(200):
        content = rss(poll, poll + 19, f"<lastBuildDate>{poll}</lastBuildDate>")
        whole += len(content)
        kept(here, content, f"{poll:04}.xml")
    assert held(here) == sorted(f"Made item {n}" for n in range(219))
    size = sum(f.stat().st_size for f in files(here))
    assert size < whole / 8
    assert (here.raw / "feeds" / "made" / INDEX).stat().st_size < 20_000


def test_a_feed_that_only_says_that_it_was_built_again_is_not_kept_again(here: Folders) -> None:
    for poll in range(50):
        kept(here, rss(0, 9, f"<lastBuildDate>{poll}</lastBuildDate>"), f"{poll}.xml")
    assert [f.name for f in files(here)] == ["0.xml"]


@pytest.mark.parametrize("made", [rss, atom, json_feed])
def test_what_is_kept_of_an_item_is_what_the_feed_said(here: Folders, made: object) -> None:
    for first in (0, 3, 30):
        kept(here, made(first, first + 9), f"{first}.xml")  # type: ignore[operator]
    numbers = [*range(13), *range(30, 40)]
    assert len(held(here)) == len(numbers)
    told = {r.url: r for f in files(here) for r in read(f.name, f.read_bytes())[1]}
    for first in (0, 3, 30):
        for record in read("x.xml", made(first, first + 9).encode())[1]:  # type: ignore[operator]
            assert told[record.url] == record


def test_an_item_that_was_reworded_is_kept_in_both_wordings(here: Folders) -> None:
    kept(here, rss(0, 2), "a.xml")
    kept(here, rss(0, 2).replace("Made item 1<", "Made item one<"), "b.xml")
    assert held(here) == ["Made item 0", "Made item 1", "Made item 2", "Made item one"]


HARD_TO_CUT = [
    ("an item that does not end", rss(0, 3).replace("</item>", "", 1)),
    ("an item within a comment", rss(0, 3, "<!-- <item><title>no</title></item> -->")),
    ("UTF-16", rss(0, 3)),
    ("a bad date", rss(0, 3).replace("Tue, 03 Feb 2026 10:01:00 GMT", "sometime")),
    ("an item of nothing", rss(0, 3).replace("<item>", "<item></item><item>", 1)),
    ("the end of an item within its words", rss(0, 3).replace("What", "<![CDATA[</item>]]>")),
    ("cut off", rss(0, 3)[:-60]),
]


@pytest.mark.parametrize(("case", "content"), HARD_TO_CUT, ids=[h[0] for h in HARD_TO_CUT])
def test_what_cannot_be_cut_is_kept_whole_and_nothing_is_lost(
    tmp_path: Path, case: str, content: str
) -> None:
    raw = content.encode("utf-16" if case == "UTF-16" else "utf-8")
    (tmp_path / "old.xml").write_text(rss(0, 1))
    cut = fold("new.xml", raw, tmp_path)
    assert cut is not None
    before = {r.title for r in read("old.xml", rss(0, 1).encode())[1] if isinstance(r, Article)}
    after = before | {r.title for r in read("new.xml", cut)[1] if isinstance(r, Article)}
    assert after >= {r.title for r in read("new.xml", raw)[1] if isinstance(r, Article)}


def test_a_page_is_never_folded_into_a_feed(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        fold("x.rss", b"\0\1\2", tmp_path)


def test_a_lost_index_is_made_again_from_the_files(here: Folders) -> None:
    kept(here, rss(0, 9), "a.xml")
    for damage in ("", "{", '{"made_by": 3, "files": []}', '{"made_by": null}'):
        (here.raw / "feeds" / "made" / INDEX).write_text(damage)
        kept(here, rss(0, 9, "<x/>"), "b.xml")
        assert [f.name for f in files(here)] == ["a.xml"]


def test_what_is_kept_is_dated_by_when_it_was_first_seen(here: Folders) -> None:
    kept(here, rss(0, 4), "a.xml")
    kept(here, rss(3, 8), "b.xml")
    with duckdb.connect() as db:
        done = load(db, here)
    assert [f.records for f in done] == [5, 4]
    assert all(f.fetched_at and f.url for f in done)


# From the server -------------------------------------------------------------------------------


def test_a_feed_is_asked_only_for_what_changed(here: Folders, server: Playing) -> None:
    server.say(MADE, tagged(rss(0, 9), '"1"'))
    assert (asked(here).new, asked(here).unchanged) == (1, 1)
    tags = [h.get("If-None-Match") for p, h in zip(server.asked, server.headers, strict=True)
            if p == MADE]  # fmt: skip
    assert tags == [None, '"1"']
    server.say(MADE, body(rss(5, 12)))
    assert asked(here).new == 1
    assert len(held(here)) == 13
    assert asked(here).unchanged == 1  # a server without tags: the same body


BADLY: list[tuple[str, Answer, str]] = [
    ("a server error", body("", 500), "500"),
    ("gone", body("", 410), "410"),
    ("a challenge page", body(CHALLENGE), "HTML"),
    ("empty", body(""), "empty"),
    ("cut short", cut_short(rss(0, 9)), "broke off"),
    ("a redirect to a file", redirect_to("file:///etc/passwd"), "file: is no address"),
    ("a redirect inside", redirect_to("http://169.254.169.254/"), "private address"),
    ("silence", slow(1), "took longer"),
    ("entities", body('<!DOCTYPE x [<!ENTITY a "b">]><rss version="2.0"/>'), "entities"),
]


@pytest.mark.parametrize(("bad", "told"), [b[1:] for b in BADLY], ids=[b[0] for b in BADLY])
def test_a_bad_answer_is_named_backed_off_and_healed(
    here: Folders, server: Playing, bad: Answer, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.say(MADE, body(rss(0, 9)))
    asked(here)
    server.say(MADE, bad)
    monkeypatch.setattr("etl.web.READ_S", 0.3)
    failed = asked(here, unwatched=True)
    assert failed.failed
    assert told in (failed.reason or "")
    assert failed.next_attempt_at
    assert len(held(here)) == 10
    left = asked(here, unwatched=True)
    assert (left.failed, left.asked, left.rejected) == (False, 0, 0), "no new failure"
    assert "not asked: backing off until" in left.lines[0]
    server.say(MADE, body(rss(5, 14)))
    later = patience.now() + timedelta(hours=7)
    monkeypatch.setattr("etl.patience.now", lambda: later)
    healed = asked(here, unwatched=True)
    assert (healed.new, healed.failed, healed.next_attempt_at) == (1, False, None)
    assert len(held(here)) == 15


LISTS = [
    ("feed_id,url\n,https://made.example/rss\n", "needs a feed_id and a url"),
    ("feed_id,url\n../x,https://made.example/rss\n", "no plain name"),
    ("feed_id,url\n.x,https://made.example/rss\n", "no plain name"),
    ("feed_id,url,kind\nx,https://made.example/rss,atom\n", "unknown kind 'atom'"),
    ("feed_id,url\nx,https://made.example/rss\nx,https://made.example/rss\n", "told twice"),
    ("feed_id,url\nx\n", "needs a feed_id and a url"),
]


@pytest.mark.parametrize(("text", "told"), LISTS)
def test_a_bad_line_of_the_list_is_told_and_the_others_are_asked(
    here: Folders, server: Playing, text: str, told: str
) -> None:
    here.feeds.write_text("\ufeff" + text + "made,https://made.example/rss\n")
    server.say(MADE, body(rss(0, 1)))
    done = asked(here)
    assert told in (done.reason or "")
    assert "feeds.csv:" in (done.reason or "")
    assert done.new >= 1


def test_a_news_sitemap_is_read_as_one_and_not_as_a_feed(here: Folders, server: Playing) -> None:
    here.feeds.write_text("feed_id,url,kind\nmade,https://made.example/rss,news_sitemap\n")
    pages = "".join(
        f"<url><loc>https://made.example/{n}</loc><news:news><news:publication><news:name>Made"
        "</news:name><news:language>en</news:language></news:publication>"
        "<news:publication_date>2026-02-03T10:00:00Z</news:publication_date>"
        f"<news:title>Made {n}</news:title></news:news></url>"
        for n in range(4)
    )
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{pages}</urlset>'
    )
    server.say(MADE, body(sitemap))
    assert asked(here).new == 1
    server.say(MADE, body(sitemap.replace("made.example/0<", "made.example/9<")))
    assert asked(here).new == 1
    assert len(held(here)) == 5
    server.say(MADE, body(rss(0, 3)))
    assert "not what was asked for" in (asked(here).reason or "")


# Killed in the middle --------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from etl import fold, keep
from etl.folders import folders
from etl.sources import Document, Wanted, sources

at, calls = sys.argv[1], []
def dies(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if at == "log":
    keep._log = dies
elif at == "write":
    keep._write = dies
elif at == "part":
    os.fsync = dies
else:
    keep.remember = dies
keep.keep(Document("made/b.xml", sys.stdin.buffer.read(), "https://made.example/rss", '"2"',
          fold=True), "feeds", folders())
"""


@pytest.mark.parametrize("at", ["log", "write", "part", "remember"])
def test_a_run_that_is_killed_while_it_keeps_loses_nothing_and_doubles_nothing(
    here: Folders, at: str
) -> None:
    kept(here, rss(0, 4), "a.xml")
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), at], input=rss(2, 8).encode(),
        env=dict(os.environ), check=False,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    assert set(held(here)) >= {f"Made item {n}" for n in range(5)}
    kept(here, rss(2, 8), "b.xml")
    kept(here, rss(3, 9), "c.xml")
    assert held(here) == sorted(f"Made item {n}" for n in range(10))
    with (here.raw / "feeds" / LOG).open() as log:
        names = [json.loads(line)["name"] for line in log]
    assert {f"made/{f.name}" for f in files(here)} <= set(names), "each has its line in the log"
