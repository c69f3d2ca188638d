"""News sitemaps, well and badly made."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers import news_sitemap, reader_of
from etl.records import Article, Refused, Reject

URL = "https://news.example/1"
OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset '
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
)
NEWS = (
    "<news:news><news:publication><news:name>News Example</news:name>"
    "<news:language>{language}</news:language></news:publication>"
    "<news:publication_date>{day}</news:publication_date><news:title>{title}</news:title></news:news>"
)


def place(
    url: str = URL, title: str = "Aid ends", day: str = "2026-01-02", language: str = "en"
) -> str:
    image = "<image:image><image:title>A picture</image:title></image:image>"
    news = NEWS.format(title=title, day=day, language=language)
    return f"<url><loc>{url}</loc><lastmod>2026-05-05</lastmod>{image}{news}</url>"


def made(*places: str) -> str:
    return f"{OPEN}{''.join(places)}</urlset>"


def split(text: str) -> tuple[list[Article], list[Reject]]:
    records = news_sitemap.read("s.xml", text.encode())
    articles = [r for r in records if isinstance(r, Article)]
    return articles, [r for r in records if isinstance(r, Reject)]


def test_an_address_with_news_is_an_article() -> None:
    text = made(place(title="Aid ends &amp; more | News Example", day="2026-01-02T10:00:00+00:00"))
    assert reader_of("s.xml", text.encode()) == "news_sitemap"
    (article,), rejects = split(text)
    assert rejects == []
    assert (article.url, article.title) == (URL, "Aid ends & more")
    assert (article.outlet, article.language) == ("News Example", "en")
    assert article.published_at == datetime(2026, 1, 2, 10, tzinfo=UTC)
    assert (article.published_on, article.published_source) == (date(2026, 1, 2), "sitemap")


def test_one_bad_address_costs_itself_alone() -> None:
    text = made(place("mailto:x"), place(day="soon"), place(day="1970-01-01"), place(), "<url/>")
    articles, rejects = split(text)
    assert [a.published_on for a in articles] == [None, None, date(2026, 1, 2)]
    assert [(r.place, r.reason) for r in rejects] == [
        ("address 1", "it has no web address: mailto:x"),
        ("address 2", "its date cannot be read: soon"),
        ("address 3", "its date cannot be read: 1970-01-01"),
    ]


def test_what_is_whole_of_a_damaged_sitemap_is_read() -> None:
    articles, rejects = split(made(place(), place(f"{URL}2"))[:-40])
    assert [a.url for a in articles] == [URL, f"{URL}2"]
    assert "the XML is damaged" in rejects[-1].reason


def test_there_is_an_end_to_it() -> None:
    articles, rejects = split(made(*[place()] * 2_003))
    assert len(articles) == 2_000
    assert rejects[-1].reason == "only the first 2,000 of 2,003 were read"


NO_NEWS = [
    (made("<url><loc>https://a.example/1</loc></url>"), "1 addresses without titles"),
    (made(), "0 addresses without"),
    (
        "<sitemapindex><sitemap><loc>https://a.example/news.xml</loc></sitemap></sitemapindex>",
        "an index of 1 sitemaps.*https://a.example/news.xml",
    ),
    ('<!DOCTYPE urlset [<!ENTITY a "b">]><urlset>&a;</urlset>', "never read"),
    (made(place("mailto:x")), "none of its articles"),
    ("<urlset", "breaks off"),
]


@pytest.mark.parametrize(("text", "told"), NO_NEWS)
def test_other_sitemaps_are_refused(text: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        split(text)


def test_tricks_are_made_harmless() -> None:
    title = "&lt;script&gt;x()&lt;/script&gt;Aid \u202eends"
    (article, long), _ = split(made(place(title=title), place(title="x" * 5_000_000)))
    assert article.title == "Aid ends"
    assert len(long.title or "") <= 1_000


@given(st.text(max_size=30), st.integers(0, 700))
def test_nothing_but_refused_is_ever_raised(text: str, at: int) -> None:
    whole = made(place())
    for content in (whole[:at] + text + whole[at:], whole[:at], text):
        with suppress(Refused):
            news_sitemap.read("s.xml", content.encode("utf-8", "replace"))
