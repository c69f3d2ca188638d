"""Media Cloud and Google News played well and badly; and that no key is told by anything kept."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from etl.asked import Refresh
from etl.fetch import ask, fetch
from etl.folders import Folders
from etl.given_refreshes import refresh_rows
from etl.policies import read_policies, read_policy
from etl.readers import read
from etl.records import Article, Policy
from etl.searches import askable
from etl.sources import Wanted, google_news, media_cloud, sources
from etl.watermarks import watermarks
from tests.server import Answer, Playing, body, redirect_to, slow

KEY = "made-media-cloud-key-0123456789"
MADE = """name: Made Policy
short_name: Made
kind: test
citation: none
description: A policy made for the tests.
source: https://example.org/
aliases:
  en: [Made Rule 12]
  ru: [правило 12]
strong:
  en: [Made Policy Act]
context: [Madeland, Страна]
"""


@pytest.fixture
def policies(tmp_path: Path) -> tuple[Policy, ...]:
    file = tmp_path / "made.yaml"
    file.write_text(MADE)
    return (read_policy(file),)


@pytest.fixture(autouse=True)
def quick(here: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_cloud, "PACE_S", 0.0)
    monkeypatch.setattr(google_news, "PACE_S", 0.0)


@pytest.fixture
def with_key(here: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIACLOUD_API_KEY", f" {KEY}\n")


@pytest.fixture
def opted_in(here: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWBEAT_GOOGLE_NEWS", "1")


def asked(here: Folders, policies: tuple[Policy, ...], source: str) -> Refresh:
    return ask(sources()[source], here, policies, "made", lambda line: None, Wanted())


def held(here: Folders, source: str) -> list[Article]:
    found = []
    for file in sorted((here.raw / source).rglob("*.*")):
        if file.is_file() and not file.name.startswith("."):
            records = read(file.name, file.read_bytes())[1]
            found += [r for r in records if isinstance(r, Article)]
    return found


def story(number: int) -> dict[str, object]:
    return {
        "id": f"made{number}", "url": f"https://made.example/{number}",
        "title": f"Made story {number}", "publish_date": "2026-02-03", "language": "en",
        "media_name": "made.example", "media_url": "made.example",
        "indexed_date": "2026-02-03T10:11:12",
    }  # fmt: skip


def stories(many: int, page: int = 10) -> Answer:
    """Answer as Media Cloud does: a page of stories and the token of the next."""

    def answer(ask: BaseHTTPRequestHandler) -> None:
        told = parse_qs(urlsplit(ask.path).query)
        first = int(told.get("pagination_token", ["0"])[0])
        last = min(first + page, many)
        token = str(last) if last < many else None
        found = [story(n) for n in range(first, last)]
        body(json.dumps({"stories": found, "pagination_token": token}))(ask)

    return answer


# Not asked -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("media_cloud", "media_cloud: not asked: no key (MEDIACLOUD_API_KEY)"),
        ("google_news", "google_news: not asked: opt in with LAWBEAT_GOOGLE_NEWS=1"),
    ],
)
def test_what_is_not_set_up_is_said_and_is_no_failure(
    here: Folders, server: Playing, policies: tuple[Policy, ...], source: str, told: str
) -> None:
    done = asked(here, policies, source)
    assert (done.failed, done.asked, done.rejected) == (False, 0, 0)
    assert done.lines == [told]
    assert "not asked" in (done.reason or "")
    assert server.asked == []


# Media Cloud -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("with_key")
def test_every_page_comes_and_twice_changes_nothing(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say("/media_cloud", stories(25))
    done = asked(here, policies, "media_cloud")
    assert not done.failed
    titles = [a.title for a in held(here, "media_cloud")]
    assert sorted(titles) == sorted(f"Made story {n}" for n in range(25))
    assert all(f"Token {KEY}" == h["Authorization"] for h in server.headers)
    again = asked(here, policies, "media_cloud")
    assert (again.new, again.failed) == (0, False)
    assert len(held(here, "media_cloud")) == 25


BADLY: list[tuple[str, Answer, str]] = [
    ("over the limit", body('{"detail": "no"}', 403), "over the limit"),
    ("too many", body("", 429, Retry_After="60"), "429"),
    ("a page with 200", body("<!doctype html><html></html>"), "no list of stories"),
    ("an error with 200", body('{"status": "error", "note": "bad query"}'), "no list of stories"),
    ("bad JSON", body('{"stories": ['), "no list of stories"),
    ("nothing", body(""), "no list of stories"),
    ("silence", slow(1), "took longer"),
    ("a redirect inside", redirect_to("http://10.0.0.1/"), "private address"),
]


@pytest.mark.usefixtures("with_key")
@pytest.mark.parametrize(("bad", "told"), [b[1:] for b in BADLY], ids=[b[0] for b in BADLY])
def test_a_bad_page_moves_no_watermark_and_tells_no_key(
    here: Folders, server: Playing, policies: tuple[Policy, ...], bad: Answer, told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("etl.web.READ_S", 0.3)
    server.say("/media_cloud", stories(25), bad)
    done = asked(here, policies, "media_cloud")
    assert done.failed
    assert re.search(told, done.reason or ""), done.reason
    assert watermarks(here.raw / "media_cloud") == {}
    assert len(held(here, "media_cloud")) == 10, "the page before it stays"
    assert KEY not in json.dumps(asdict(done))


@pytest.mark.usefixtures("with_key")
def test_nothing_that_is_kept_or_said_holds_the_key(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say("/media_cloud", stories(3), body(f"no key {KEY}", 500))
    told: list[str] = []
    done = fetch(here, policies, told.append, web=True)
    lines = [line for r in done for line in r.lines]
    assert KEY not in "\n".join(told + lines)
    for file in here.data.rglob("*"):
        if file.is_file():
            assert KEY.encode() not in file.read_bytes(), file


# Google News -----------------------------------------------------------------------------------

NEWS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>
<title>"Made" - Google News</title><link>https://news.google.com/search?q=made</link>
<item><title>A made headline - The Made Times</title>
<link>https://news.google.com/rss/articles/CBMiMADE?oc=5</link>
<guid isPermaLink="false">CBMiMADE</guid><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate>
<description>&lt;a href="https://news.google.com/x"&gt;Another&lt;/a&gt;</description>
<source url="https://made.example">The Made Times</source></item></channel></rss>"""


@pytest.mark.usefixtures("opted_in")
def test_a_headline_comes_with_its_outlet_and_no_more(
    here: Folders, server: Playing, policies: tuple[Policy, ...]
) -> None:
    server.say("/google_news", body(NEWS))
    done = asked(here, policies, "google_news")
    assert not done.failed
    (article,) = held(here, "google_news")
    assert (article.title, article.outlet) == ("A made headline", "The Made Times")
    assert (article.text, article.snippet) == (None, None)
    assert article.url == "https://news.google.com/rss/articles/CBMiMADE?oc=5"
    told = parse_qs(urlsplit(server.asked[0]).query)
    assert (told["hl"], told["gl"], told["ceid"]) == (["en-US"], ["US"], ["US:en"])
    assert told["q"] == ['"Made Policy Act"']
    assert asked(here, policies, "google_news").new == 0


@pytest.mark.usefixtures("opted_in")
@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (body("<html>consent</html>"), "HTML|not what was asked"),
        (body("", 429), "429"),
        (body("", 503), "503"),
        (redirect_to("file:///x"), "file:"),
    ],
)
def test_google_news_played_badly(
    here: Folders, server: Playing, policies: tuple[Policy, ...], bad: Answer, told: str
) -> None:
    server.say("/google_news", bad)
    done = asked(here, policies, "google_news")
    assert done.failed
    assert re.search(told, done.reason or "")
    assert held(here, "google_news") == []


# What is asked ---------------------------------------------------------------------------------


def test_every_name_that_can_be_asked_is_asked_or_implied(here: Folders) -> None:
    for policy in read_policies(here.policies):
        queries = [search.query for search in media_cloud.searches(policy)]
        found = {a or b for a, b in re.findall(r'"([^"]+)"|([^\W]+)', " ".join(queries))}
        phrases = {phrase.casefold() for phrase in found if phrase not in ("OR", "AND")}
        for name in askable(alias.text for alias in policy.aliases):
            assert _runs(name.casefold().split()) & phrases, name
        for query in queries:
            assert len(query) < 1_600
            assert not re.search(r'[)"\w] \(', re.sub(r"\b(AND|OR)\b", "&", query))
        assert google_news.searches(policy)


def _runs(words: list[str]) -> set[str]:
    many = len(words)
    return {" ".join(words[a:b]) for a in range(many) for b in range(a + 1, many + 1)}


# The record ------------------------------------------------------------------------------------


def test_old_lines_of_the_log_still_read(here: Folders, server: Playing) -> None:
    old = {
        "refresh_id": "2025-01-01", "started_at": "2025-01-01T00:00:00+00:00",
        "source_id": "feeds", "asked": 1, "came": 1, "new": 1, "changed": 0, "unchanged": 0,
        "rejected": 0, "failed": False, "reason": None, "seconds": 0.1, "failures": [],
    }  # fmt: skip
    here.raw.mkdir(parents=True)
    here.refreshes.write_text(json.dumps(old) + "\n" + '{"cut": \n')
    fetch(here, (), lambda line: None, web=True)
    rows = refresh_rows(here)
    assert (rows[0].refresh_id, rows[0].truncated, rows[0].not_asked) == ("2025-01-01", False, None)
    told = {r.source_id: r for r in rows[1:]}
    assert "no key" in (told["media_cloud"].not_asked or "")
    assert not told["media_cloud"].failed
