"""Pages of the web, well and badly made."""

from __future__ import annotations

import gzip
import json
import time
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers import page, read, reader_of
from etl.records import Article, Refused, Reject

URL = "https://news.example/2026/01/aid-ends"
TEXT = (
    "The office said on Friday that the aid which was announced in the spring ends this month.",
    "Its director told reporters that the programme had cost more than the council allowed, and "
    "that another one may be proposed once the accounts of the last three years are settled.",
    "Two members of the council asked for a hearing, which is set for the second week of March.",
)
BODY = "".join(f"<p>{part}</p>" for part in TEXT)


def made(head: str = "", body: str = BODY, lang: str = "en-GB") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>'
        f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article><h1>Aid ends</h1>{body}"
        "</article><footer>All rights reserved</footer></body></html>"
    )


def told(content: str | bytes, name: str = "p.html") -> tuple[Article, list[Reject]]:
    found = page.read(name, content.encode() if isinstance(content, str) else content)
    assert isinstance(found[0], Article)
    return found[0], [r for r in found[1:] if isinstance(r, Reject)]


def ld(**thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


HEAD = (
    f'<title>Aid &amp; trade | News Example</title><link rel="canonical" href="{URL}">'
    '<meta property="og:title" content="Aid ends &amp; more - News Example">'
    '<meta property="og:site_name" content="News Example">'
    '<meta property="og:type" content="article">'
    '<meta property="og:description" content="It ends."><meta name="author" content="A. B.">'
    '<meta property="article:published_time" content="2026-01-02T10:00:00+00:00">'
)


def test_a_page_is_an_article() -> None:
    content = made(HEAD)
    assert reader_of("saved", content.encode()) == "page"
    article, rejects = told(content)
    assert rejects == []
    assert (article.title, article.url, article.outlet) == ("Aid ends & more", URL, "News Example")
    assert (article.language, article.author, article.snippet) == ("en", "A. B.", "It ends.")
    assert article.published_at == datetime(2026, 1, 2, 10, tzinfo=UTC)
    assert (article.published_on, article.published_source) == (date(2026, 1, 2), "page")
    assert all(part in (article.text or "") for part in TEXT)
    assert "rights reserved" not in (article.text or "")


DATES = [
    ('<meta property="article:published_time" content="2026-01-02">', date(2026, 1, 2)),
    (
        ld(**{"@type": "NewsArticle", "datePublished": "2026-01-02T01:00:00+04:00"}),
        date(2026, 1, 2),
    ),
    (ld(**{"@graph": [{"@type": ["Article"], "datePublished": "2026-01-02"}]}), date(2026, 1, 2)),
    ('<meta name="pubdate" content="20260102">', date(2026, 1, 2)),
    ('<meta itemprop="datePublished" content="2 January 2026">', date(2026, 1, 2)),
    ("", None),
    ('<meta property="article:published_time" content="0001-01-01">', None),
    ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', None),
]


@pytest.mark.parametrize(("head", "day"), DATES)
def test_the_day_is_the_one_that_the_page_states(head: str, day: date | None) -> None:
    assert told(made(head))[0].published_on == day


def test_a_day_that_cannot_be_read_is_said_and_another_statement_is_tried() -> None:
    bad = '<meta property="article:published_time" content="soon">'
    article, rejects = told(made(bad))
    assert (article.published, article.published_on) == ("soon", None)
    assert [r.reason for r in rejects] == ["it cannot be read: soon"]
    article, rejects = told(made(bad + '<meta name="pubdate" content="2026-01-02">'))
    assert (article.published_on, rejects) == (date(2026, 1, 2), [])


def test_only_a_visible_day_is_found_by_its_mark_up() -> None:
    shown = '<time datetime="2026-01-02" itemprop="datePublished">2 Jan</time>' + BODY
    assert told(made(body=shown))[0].published_on == date(2026, 1, 2)


ADDRESSES = [
    (f'<link rel="canonical" href="{URL}">', URL),
    (f'<link rel="canonical" href="/"><meta property="og:url" content="{URL}">', URL),
    (f'<meta property="og:url" content="{URL}">', URL),
    (f"<!-- saved from url=(0038){URL} -->", URL),
    ('<link rel="canonical" href="javascript:x()">', None),
    ("", None),
]


@pytest.mark.parametrize(("head", "url"), ADDRESSES)
def test_the_address_is_the_one_that_the_page_states(head: str, url: str | None) -> None:
    article = '<meta property="og:type" content="article">'
    assert told(made(article + head))[0].url == url


def test_of_several_headlines_the_one_above_the_text_counts() -> None:
    head = (
        '<meta property="og:title" content="You will not believe it">'
        '<meta property="og:site_name" content="N. E."><title>Aid ends | N. E.</title>'
    )
    assert told(made(head))[0].title == "Aid ends"


def test_a_headline_in_the_text_is_one_where_no_other_is_told() -> None:
    assert told(made())[0].title == "Aid ends"


def test_people_are_named_and_originals_too() -> None:
    people = ld(**{"@type": "NewsArticle", "author": [{"name": "A. B."}, {"name": "C. D."}]})
    source = '<meta name="original-source" content="https://first.example/1">'
    article, _ = told(made(HEAD.replace("author", "x") + people + source))
    assert (article.author, article.cited_outlet) == ("A. B.; C. D.", "first.example")


NO_ARTICLES = [
    (
        "<title>Just a moment...</title>",
        "<p>Enable JavaScript and cookies to continue</p>",
        "proof",
    ),
    ("<title>Attention Required! | Cloudflare</title>", "<p>You have been blocked</p>", "proof"),
    ("<title>news.example</title>", "<p>Please verify you are a human</p>", "proof"),
    ("<title>404 Not Found</title>", "<h1>Not Found</h1><p>nginx</p>", "error"),
    ("<title>Page not found - News</title>", "<p>Sorry.</p>", "error"),
    ("<title>503 Service Unavailable</title>", "", "error"),
    ("<title>Access Denied</title>", "<p>You don't have permission</p>", "error"),
    ("<title>Before you continue</title>", "<p>Accept all cookies</p>", "consent"),
    ("<title>News</title>", "<p>We value your privacy. Accept all.</p>", "consent"),
    ("<title>News</title>", "<p>Nothing.</p>", "no article was found"),
    ("", "", "no article was found"),
    (
        '<meta property="og:type" content="website"><link rel="canonical" href="https://n.example/">',
        BODY,
        "front page",
    ),
]


@pytest.mark.parametrize(("head", "body", "told_of"), NO_ARTICLES)
def test_pages_that_are_no_articles_are_refused(head: str, body: str, told_of: str) -> None:
    content = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    with pytest.raises(Refused, match=f"HTML page.*{told_of}"):
        page.read("p.html", content.encode())


def test_an_article_about_robots_is_no_challenge() -> None:
    body = BODY.replace("The office", "Are you a robot? The office") + BODY + BODY
    assert told(made("<title>Captcha: are you a human?</title>", body))[0].text


def test_a_page_saved_as_one_file_and_a_gzipped_one_are_read() -> None:
    saved = (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {URL}\r\nSubject: Aid ends\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="--b"\r\n\r\n'
        "----b\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\nContent-Location: {URL}\r\n\r\n{made()}\r\n"
        "----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        "----b--\r\n"
    )
    assert reader_of("saved", saved.encode()) == "page"
    assert told(saved)[0].url == URL
    reader, records = read("p.html.gz", gzip.compress(made(HEAD).encode()))
    assert (reader, records[0].url) == ("page", URL)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_other_encodings_are_read(encoding: str) -> None:
    words = "Поправка отменяет помощь, сказал директор ведомства на встрече в четверг. " * 8
    content = made(body=f"<p>{words}</p>", lang="ru").replace("utf-8", encoding)
    article, _ = told(content.encode(encoding))
    assert (article.language, "Поправка отменяет" in (article.text or "")) == ("ru", True)


def test_tricks_are_made_harmless() -> None:
    head = '<meta property="og:title" content="<script>x()</script>Aid \u202eends\x00">'
    body = BODY.replace("The office", "The \u202eof\x00fice<script>alert(1)</script>")
    article, _ = told(made(head, body))
    assert article.title == "Aid ends"
    assert "The office said" in (article.text or "")
    assert not set("\u202e\x00<") & set(f"{article.title}{article.text}")


def test_a_long_title_is_cut() -> None:
    article, _ = told(made(f"<title>{'x ' * 2_000_000}</title>"))
    assert len(article.title or "") <= 1_000


HOSTILE = {
    "too large": made(body="x" * 10_000_001),
    "deep": made(body="<div>" * 200_000 + BODY),
    "many tags": made(body="<p>a</p>" * 1_000_000),
    "many attributes": made(body="<p " + "a=b " * 500_000 + ">" + BODY),
    "one long word": made(body="<p>" + "x" * 5_000_000 + "</p>"),
    "one long line": made(body="<p>" + "the aid ends, " * 300_000 + "</p>"),
    "many links": made(body='<p><a href="/x">the aid</a> ends now</p>' * 19_000),
    "deep json": made(f'<script type="application/ld+json">{"[" * 500_000}</script>'),
    "many dates": made(body="<p>On 2 January 2026 it ended, 2026-01-03.</p>" * 10_000),
    "open comment": made(body="<!--" * 300_000 + BODY),
    "only open": "<html" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_cost_little(name: str) -> None:
    began = time.process_time()
    with suppress(Refused):
        page.read("p.html", HOSTILE[name].encode())
    assert time.process_time() - began < 30


PIECES = st.sampled_from(
    ["<p>", "</p>", "<html>", "<div", ">", "<script>", "<!--", "&amp;", "\x00", '"', BODY, HEAD]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=10)), max_size=40).map("".join))
def test_nothing_but_refused_is_ever_raised(text: str) -> None:
    with suppress(Refused):
        assert page.read("p.html", text.encode("utf-8", "surrogatepass"))
