"""Feeds, well and badly made."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime

import pytest

from etl.readers import feed
from etl.records import Article, Refused, Reject

ITEM = "<item><title>Aid ends</title><link>https://news.az/1</link>{}</item>"


def rss(*items: str, head: str = "<title>News.Az</title><link>https://news.az/</link>") -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'
    )


def split(content: str | bytes) -> tuple[list[Article], list[Reject]]:
    records = feed.read("feed.xml", content.encode() if isinstance(content, str) else content)
    articles = [r for r in records if isinstance(r, Article)]
    return articles, [r for r in records if isinstance(r, Reject)]


def one(content: str | bytes) -> Article:
    articles, _ = split(content)
    assert len(articles) == 1
    return articles[0]


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel><title>News.Az</title><link>https://news.az/</link></channel>
 <item><title>Aid ends</title><link>https://news.az/1</link><dc:creator>A. B.</dc:creator>
 <dc:language>en</dc:language><description>Short.</description>
 <dc:date>2026-01-02T10:00:00Z</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>News.Az</title>
 <link href="https://news.az/"/><entry><title type="html">Aid &lt;b&gt;ends&lt;/b&gt;</title>
 <link href="/1"/><id>1</id><author><name>A. B.</name></author><summary>Short.</summary>
 <published>2026-01-02T10:00:00Z</published><updated>2026-03-03T00:00:00Z</updated></entry></feed>"""
RSS = rss(
    ITEM.format(
        "<author>a@b.az (A. B.)</author><description>&lt;p&gt;Short.&lt;/p&gt;</description>"
        "<pubDate>Fri, 02 Jan 2026 10:00:00 GMT</pubDate>"
    ),
    head="<title>News.Az</title><link>https://news.az/</link><language>en-us</language>",
)
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "News.Az",
        "home_page_url": "https://news.az/",
        "language": "en",
        "items": [
            {
                "id": 1,
                "url": "https://news.az/1",
                "title": "Aid ends",
                "content_html": "<p>Short.</p>",
                "authors": [{"name": "A. B."}],
                "date_published": "2026-01-02T10:00:00Z",
            }
        ],
    }
)


@pytest.mark.parametrize("content", [RSS, RDF, ATOM, JSON], ids=["rss", "rdf", "atom", "json"])
def test_one_article_in_every_format(content: str) -> None:
    assert feed.reads("download", content.encode()[:4096])
    told = one(content)
    assert (told.title, told.url, told.outlet) == ("Aid ends", "https://news.az/1", "News.Az")
    assert (told.language, told.author, told.snippet) == ("en", "A. B.", "Short.")
    assert told.published_on == date(2026, 1, 2)
    assert told.published_at == datetime(2026, 1, 2, 10, tzinfo=UTC)
    assert (told.published_precision, told.published_source) == ("day", "feed")


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("Monday, April 15, 2013 - 2:23pm", date(2013, 4, 15)),
        ("2016/6/29 15:07:41", date(2016, 6, 29)),
        ("1735812000", date(2025, 1, 2)),
        ("12.03.2025", date(2025, 3, 12)),
        ("soon", None),
        ("0001-01-01T00:00:00Z", None),
    ],
)
def test_dates_are_right_or_absent_and_kept_as_given(given: str, day: date | None) -> None:
    articles, rejects = split(rss(ITEM.format(f"<pubDate>{given}</pubDate>")))
    assert (articles[0].published, articles[0].published_on) == (given, day)
    assert [r.place for r in rejects] == ([] if day else ["item 1"])


def test_the_country_of_the_feed_settles_the_order_of_a_date() -> None:
    item = ITEM.format("<pubDate>03/04/2025</pubDate>")
    american = one(rss(item, head="<title>T</title><language>en-US</language>"))
    british = one(rss(item, head="<title>T</title><language>en-GB</language>"))
    assert american.published_on == date(2025, 3, 4)
    assert british.published_on == date(2025, 4, 3)


def test_a_search_feed_gives_titles_and_whose_they_are() -> None:
    told = one(
        rss(
            "<item><title>Aid ends - The Washington Post</title>"
            "<link>https://news.google.com/rss/articles/CBM?oc=5</link>"
            "<description>&lt;a&gt;Another headline&lt;/a&gt;</description>"
            '<source url="https://www.washingtonpost.com">The Washington Post</source></item>',
            head="<title>x - Google News</title><link>https://news.google.com/search</link>",
        )
    )
    assert (told.title, told.outlet, told.snippet) == ("Aid ends", "The Washington Post", None)


def test_a_long_content_is_the_text_and_the_summary_the_snippet() -> None:
    body = "<p>One sentence.</p>" * 80
    told = one(
        rss(ITEM.format(
            f"<description>Short.</description><c:encoded xmlns:c="
            f'"http://purl.org/rss/1.0/modules/content/"><![CDATA[{body}]]></c:encoded>'
        ))
    )  # fmt: skip
    assert told.snippet == "Short."
    assert told.text is not None
    assert told.text.startswith("One sentence.\n\nOne")


def test_one_bad_item_never_kills_a_feed() -> None:
    articles, rejects = split(
        rss(
            "<item></item>",
            ITEM.format(""),
            "<item><title>T</title><link>javascript:x()</link></item>",
        )
    )
    assert [a.url for a in articles] == ["https://news.az/1", None]
    assert [(r.place, r.reason) for r in rejects] == [
        ("item 1", "it has neither a link nor any words"),
        ("item 3", "its link is no web address: javascript:x()"),
    ]
    bad = json.dumps({**json.loads(JSON), "items": [7, None, *json.loads(JSON)["items"]]})
    articles, rejects = split(bad)
    assert len(articles) == 1
    assert [r.place for r in rejects] == ["item 1", "item 2"]


def test_two_thousand_items_at_most() -> None:
    articles, rejects = split(rss(*[ITEM.format("")] * 2003))
    assert len(articles) == 2000
    assert rejects[-1].reason == "2,003 items: the first 2,000 were read, 3 left out"


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    articles, rejects = split(RSS[: RSS.index("<pubDate>")])
    assert articles[0].title == "Aid ends"
    assert "breaks off" in rejects[-1].reason


def test_an_endless_title_is_cut() -> None:
    articles, rejects = split(rss(f"<item><title>{'a' * 1_000_000}</title></item>"))
    assert len(articles[0].title or "") == 1000
    assert "1,000,000" in rejects[0].reason


def test_an_endless_author_costs_no_time() -> None:
    started = time.process_time()
    told = one(rss(ITEM.format(f"<author>{'a' * 1_000_000}</author>")))
    assert len(told.author or "") <= 500
    assert time.process_time() - started < 10  # minutes, before names were cut


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "iso-8859-1", "no-such", None])
def test_encodings_whatever_is_declared(encoding: str, declared: str | None) -> None:
    if declared in ("windows-1251", "iso-8859-1") and encoding not in ("utf-8", "utf-8-sig"):
        pytest.skip("a single-byte set that is declared is believed")
    title = "Конгресс отменит поправку, заявил президент"
    prolog = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    content = prolog + rss(f"<item><title>{title}</title></item>").partition("?>")[2]
    assert one(content.encode(encoding)).title == title


def test_scripts_and_controls_are_made_harmless() -> None:
    told = one(rss(
        "<item><title>&lt;script&gt;x()&lt;/script&gt;Aid\x0b\u202e ends</title>"
        "<description>&amp;lt;script&amp;gt;x()</description></item>"
    ))  # fmt: skip
    assert told.title == "Aid ends"
    assert "<script" not in (told.snippet or "")


BOMB = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<!DOCTYPE html><html><body>404</body></html>", "an HTML page, not a feed"),
        ("<html><rss></rss></html>", "an HTML page, not a feed"),
        (BOMB, "declares entities"),
        (f"<!-- <rss> -->{BOMB[21:]}", "declares entities"),
        ("<note><to>x</to></note>", "its root is <note>"),
        ('<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "not a feed"),
        ('{"error": "no"}', "without the version"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "JSON is damaged"),
        ('{"a":' * 100_000, "JSON is damaged"),
        ("Too many requests", "not a feed"),
        ("", "empty"),
    ],
)
def test_refusals(content: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        feed.read("feed.xml", content.encode())


@pytest.mark.parametrize(
    ("name", "head", "claimed"),
    [
        ("x.txt", RSS, True),
        ("x.xml", f"<!-- a comment -->\n<!DOCTYPE rss PUBLIC 'x' 'y'>{RSS[21:]}", True),
        ("x.rss", "<!DOCTYPE html><html>", True),  # to be refused by name
        ("x.html", "<!DOCTYPE html><html>", False),
        ("x.xml", "<billStatus>", False),
        ("x.json", '{"home_page_url": "https://news.az", "items": [', True),
        ("x.json", '{"results": []}', False),
        ("x.txt", "Some words", False),
    ],
)
def test_claims(name: str, head: str, claimed: bool) -> None:
    assert feed.reads(name, head.encode()[:4096]) is claimed
