"""Pages: asked for politely, kept whole, and never by what a page or its site does badly."""

from __future__ import annotations

import gzip
import re
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from etl.build import fetch_rows, open_database
from etl.fetch import Refresh, follow
from etl.folders import Folders, folders
from etl.load import load
from etl.policies import read_policies
from etl.refresh import ask as bring
from etl.refresh import refresh
from etl.sources import Wanted, pages, sources
from etl.text.robots import read_robots
from etl.wanted import wanted
from tests.gkg_made import line
from tests.server import Answer, Playing, body, cut_short, redirect_to

PROSE = (
    "Ada Maker, head of the Foreign Policy Institute, told The Made Times that Section 907 of the "
    "FREEDOM Support Act is unjust and should be repealed. The institute works in Baku and in "
    "Washington, where its people meet members of Congress and tell them what they think of aid. "
)
HTML = """<!DOCTYPE html><html lang="en"><head><title>Maker on aid</title>{head}
<meta property="og:type" content="article">
<meta property="article:published_time" content="2026-02-03T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Maker on aid</h1><p>{prose}</p><p>{prose}</p>
</article></body></html>"""
ROBOTS = "/pages/made.example/robots.txt"
PAGE = "/pages/made.example/a"
URL = "https://made.example/a"


def page(head: str = "", prose: str = PROSE) -> str:
    return HTML.format(head=head, prose=prose)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep no pace: the server is ours."""
    monkeypatch.setattr("etl.sources.pages.PACE_S", 0.0)


def ask(here: Folders, *wanted: str, unwatched: bool = False) -> Refresh:
    run = datetime.now(UTC).isoformat(timespec="milliseconds")
    done = follow(here, (), lambda _: None, Wanted(pages=wanted), run, unwatched)
    return next(r for r in done if r.source_id == "pages")


def kept(here: Folders) -> list[Path]:
    return sorted(p for p in (here.raw / "pages").rglob("*.gz") if p.is_file())


def test_a_page_is_kept_as_it_came_under_the_address_that_was_asked(
    here: Folders, server: Playing
) -> None:
    server.say(PAGE, body(page(), Content_Type="text/html; charset=utf-8"))
    done = ask(here, URL)
    assert (done.new, done.failed, done.rejected) == (1, False, 0)
    (file,) = kept(here)
    assert file.parent.name == "made.example"
    assert gzip.decompress(file.read_bytes()).decode() == page()
    assert server.asked == [ROBOTS, PAGE]
    assert all("Lawbeat" in told["User-Agent"] for told in server.headers)


DISALLOWED = "User-agent: *\nDisallow: /a\n"
ONLY_US = "User-agent: *\nDisallow:\n\nUser-agent: Lawbeat\nDisallow: /\n"
BADLY: list[tuple[str, dict[str, Answer], str]] = [
    ("not allowed", {ROBOTS: body(DISALLOWED)}, "not asked: the site's robots.txt does not allow"),
    ("we are not allowed", {ROBOTS: body(ONLY_US)}, "robots.txt does not allow"),
    ("robots.txt fails", {ROBOTS: body("", 500)}, "not asked: its robots.txt cannot be had"),
    ("robots.txt is busy", {ROBOTS: body("", 429)}, "not asked: its robots.txt cannot be had"),
    ("robots.txt breaks off", {ROBOTS: cut_short("User-agent: *")}, "robots.txt cannot be had"),
    ("no such page", {PAGE: body("gone", 404)}, "answers 404"),
    ("a server's fault", {PAGE: body("oops", 500)}, "answers 500"),
    ("cut short", {PAGE: cut_short(page())}, "broke off"),
    ("to a private address", {PAGE: redirect_to("http://10.0.0.1/x")}, "private address 10.0.0.1"),
    ("to a file", {PAGE: redirect_to("file:///etc/passwd")}, "no address of the web"),
    ("to itself", {PAGE: redirect_to(PAGE)}, "in a circle"),
    ("too large", {PAGE: body(page() + " " * 10_000_000)}, "larger than 10 MB"),
    ("a PDF", {PAGE: body(b"%PDF-1.7", Content_Type="application/pdf")}, "it is application/pdf"),
    ("a PDF that says nothing", {PAGE: body(b"%PDF-1.7 x")}, "binary, not text"),
    ("no article", {PAGE: body("<html><title>Home</title><a href=/>x</a></html>")}, "HTML page"),
    ("a challenge", {PAGE: body("<html><title>Just a moment...</title></html>")}, "HTML page"),
    ("nothing", {PAGE: body("")}, "empty"),
]


@pytest.mark.parametrize(("bad", "told"), [b[1:] for b in BADLY], ids=[b[0] for b in BADLY])
def test_what_cannot_be_had_is_named_costs_nothing_and_heals(
    here: Folders, server: Playing, bad: dict[str, Answer], told: str
) -> None:
    server.say(PAGE, body(page()))
    server.say("/pages/other.example/b", body(page()))
    for path, answer in bad.items():
        server.say(path, answer)
    done = ask(here, URL, "https://other.example/b")
    assert done.new == 1
    assert not done.failed  # of many pages some are always lost: no fault of the source
    assert len(done.failures) + len(done.not_asked) == 1
    assert re.search(told, (done.failures + done.not_asked)[0])
    if ROBOTS in bad:
        assert PAGE not in server.asked
    server.say(ROBOTS, body("", 404))
    server.say(PAGE, body(page()))
    assert ask(here, URL).new == 1


def test_robots_are_asked_once_a_host_and_a_run(here: Folders, server: Playing) -> None:
    server.say(ROBOTS, body("User-agent: *\nDisallow: /b"))
    for name in "abc":
        server.say(f"/pages/made.example/{name}", body(page(prose=PROSE + name)))
    done = ask(here, *(f"https://made.example/{name}" for name in "abc"))
    assert (done.new, len(done.not_asked)) == (2, 1)
    assert server.asked.count(ROBOTS) == 1


def test_a_page_that_fails_again_and_again_is_left_to_rest(here: Folders, server: Playing) -> None:
    for _ in range(6):
        ask(here, URL, "https://made.example/b")
    assert server.asked.count(PAGE) == pages.GIVEN_UP


def test_a_disallowed_page_is_not_looked_up_for_ever(here: Folders, server: Playing) -> None:
    server.say(ROBOTS, body(DISALLOWED))
    told = [len(ask(here, URL).not_asked) for _ in range(6)]
    assert told == [1] * pages.GIVEN_UP + [0, 0]


def test_between_failures_an_unwatched_run_waits(
    here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = datetime.now(UTC).replace(microsecond=0)
    asked_at = []
    for hour in range(8):
        monkeypatch.setattr("etl.patience.now", lambda hour=hour: begun + timedelta(hours=hour))
        before = server.asked.count(PAGE)
        ask(here, URL, unwatched=True)
        if server.asked.count(PAGE) > before:
            asked_at.append(hour)
    assert asked_at == [0, 1, 3, 6]  # an hour more each time, and after four never


def test_few_of_one_host_and_the_most_wanted_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_OF_HOST", 2)
    monkeypatch.setattr(pages, "MOST", 4)
    wanted = [f"https://{host}.example/{n}" for host, n in ("a1", "a2", "a3", "b1", "c1", "d1")]
    found = [url.removeprefix("https://") for url in pages.chosen(wanted)]
    assert found == ["a.example/1", "b.example/1", "c.example/1", "a.example/2"]


def test_a_delay_is_kept_and_a_long_one_by_asking_for_one(here: Folders, server: Playing) -> None:
    for delay, asked, least_s in (("3600", 1, 0.0), ("0.4", 2, 0.4)):
        server.asked.clear()
        server.say(ROBOTS, body(f"User-agent: *\nCrawl-delay: {delay}"))
        began = time.monotonic()
        ask(here, URL, "https://made.example/b")
        assert len(server.asked) - 1 == asked
        assert time.monotonic() - began >= least_s


def test_it_can_be_turned_off(
    here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWBEAT_PAGES", "0")
    done = ask(here, URL)
    assert (done.not_asked, server.asked) == (("pages: not asked: LAWBEAT_PAGES=0",), [])


def test_without_a_network_it_is_given_up_soon(here: Folders, offline: None) -> None:
    done = ask(here, *(f"https://{n}.example/" for n in range(50)))
    assert done.failed
    assert "none of 3 hosts can be reached" in (done.reason or "")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Made</title>
<link>https://made.example/</link>{}</channel></rss>"""
ITEM = "<item><title>{title}</title><link>{url}</link><pubDate>{on}</pubDate></item>"


def item(name: str, title: str, day: int = 3) -> str:
    on = f"Tue, {day:02d} Feb 2026 10:00:00 GMT"
    return ITEM.format(title=title, url=f"https://made.example/{name}?utm_source=rss", on=on)


def rows(version: Path, query: str) -> list[dict[str, Any]]:
    with open_database(":memory:") as db:
        db.execute(f"attach '{version}' as version (read_only)")
        db.execute("use version.marts")
        return fetch_rows(db, query)


def test_a_feeds_item_and_its_page_are_one_article_and_are_asked_for_once(
    here: Folders, server: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By whatever address the page calls itself within its site."""
    (here.data / "policies").mkdir()
    shutil.copy(here.policies / "section-907.yaml", here.data / "policies")
    own = {name: s for name, s in sources().items() if name in ("feeds", "pages", "sample")}
    for place in ("etl.fetch.sources", "etl.refresh.sources"):
        monkeypatch.setattr(place, lambda: own)
    items = item("b", "On weather", 9) + item("a", "Maker on aid")
    server.say("/feeds/made.example/rss", body(FEED.format(items)))
    canonical = '<link rel="canonical" href="https://made.example/news/a">'
    server.say("/pages/made.example/a", body(page(canonical)))
    server.say("/pages/made.example/b", body("", 404))
    here = folders()
    done = refresh(here, lambda _: None)
    assert done.version is not None
    asked = [path for path in server.asked if path.startswith("/pages/made.example/")]
    assert [path.partition("?")[0][-2:] for path in asked] == ["xt", "/b", "/a"]
    found = rows(done.version, "select * from articles where domain = 'made.example'")
    assert len(found) == 2
    told = next(row for row in found if row["title"] == "Maker on aid")
    assert told["published_on"].isoformat() == "2026-02-03"
    mentions = rows(done.version, "from mentions where policy_id = 'section-907'")
    assert {m["match_basis"] for m in mentions if m["article_id"] == told["article_id"]} == {"body"}
    server.asked.clear()
    again = bring(here, read_policies(here.policies), lambda _: None, True)
    assert {r.source_id for r in again.refreshes} == {"feeds", "pages", "sample"}
    assert not [path for path in server.asked if path.startswith("/pages/made.example/a")]


def test_what_names_a_policy_is_wanted_first_then_its_context_then_the_newest(
    here: Folders,
) -> None:
    items = (
        item("old", "On weather", 1)
        + item("newest", "On weather", 17)
        + item("context", "Talks in Azerbaijan", 3)
        + item("named", "Section 907 of the FREEDOM Support Act is waived", 2)
        + ITEM.format(title="x", url="https://www.made.example/named", on="")
        + ITEM.format(title="x", url="https://news.google.com/rss/articles/CBM", on="")
        + ITEM.format(title="x", url="ftp://made.example/x", on="")
        + ITEM.format(title="has its text", url="https://made.example/full", on="").replace(
            "</item>", f"<description>{PROSE * 20}</description></item>"
        )
    )
    (here.raw / "feeds").mkdir(parents=True)
    (here.raw / "feeds" / "a.xml").write_text(FEED.format(items))
    (here.raw / "gdelt_gkg").mkdir()
    (here.raw / "gdelt_gkg" / "a.gkg.csv").write_text(line("https://found.example/x"))
    with open_database(":memory:") as db:
        load(db, here)
        found = wanted(db, read_policies(here.policies)).pages
    assert [url.partition("?")[0].rpartition("/")[2] for url in found] == [
        "x",  # a search of whole texts found it
        "named",
        "context",
        "newest",
        "old",
    ]


RULES: list[tuple[str, str, bool]] = [
    ("", "/a", True),
    ("User-agent: *\nDisallow: /", "/a", False),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: *\nAllow: /\nDisallow: /a", "/a", False),  # the longest decides, not the first
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
    ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
    ("User-agent: *\nDisallow: /*?print=", "/x?print=1", False),
    ("User-agent: *\nDisallow: /caf%C3%A9", "/café/1", False),
    ("User-agent: *\nDisallow: /A", "/a", True),
    ("user-AGENT : *\r\ndisALLOW : /a # no\r\n", "/a", False),
    ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
    ("User-agent: bot\nUser-agent: *\nDisallow: /a", "/a", False),
    ("User-agent: Lawbeat\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
    ("User-agent: LAWBEAT/1.0\nDisallow: /a\nUser-agent: *\nAllow: /", "/a", False),
    ("User-agent: *\nDisallow: /\n\nUser-agent: Lawbeat\nAllow: /", "/a", True),
    ("User-agent: other\nDisallow: /", "/a", True),
    ("Disallow: /", "/a", True),  # for nobody
    ("<html>Not found</html>", "/a", True),
    ("User-agent: *\nDisallow: /" + "*a" * 5000 + "$", "/" + "a" * 5000 + "b", True),
]


@pytest.mark.parametrize(("robots", "path", "allowed"), RULES)
def test_robots(robots: str, path: str, allowed: bool) -> None:
    assert read_robots(robots.encode(), "lawbeat").allow(path) is allowed
