"""Two addresses on one line are one article, or are not."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.addresses import article_key, domain, outlet_domains, web_address

KEYS = [
    ("https://news.az/news/x", "news.az/news/x"),
    ("http://www.news.az:80/index.php/news/x/?utm_source=rss#top", "news.az/news/x"),
    ("https://report.az/en/amp/foreign-politics/us", "report.az/en/foreign-politics/us"),
    ("https://armenianclub.com/2023/11/17/a/amp", "armenianclub.com/2023/11/17/a"),
    ("https://x.com/story.amp.html?amp=1", "x.com/story.html"),
    ("https://amp.cnn.com/cnn/2022/index.html", "cnn.com/cnn/2022"),
    ("https://panarmenian.net/m/eng/news/310789", "panarmenian.net/eng/news/310789"),
    ("https://www.google.com/amp/s/www.x.com/a/b", "x.com/a/b"),
    ("https://news-az.cdn.ampproject.org/c/s/news.az/news/x", "news.az/news/x"),
    ("https://asbarez.com/?p=233705", "asbarez.com?p=233705"),
    ("http://x.am/n.php?lang=3&id=8&fbclid=z", "x.am/n.php?id=8&lang=3"),
    ("http://x.am/n.php?cid=8&eid=2", "x.am/n.php?cid=8&eid=2"),  # these name the article
    ("https://bbc.co.uk/1?at_medium=RSS&at_campaign=K", "bbc.co.uk/1"),
    ("https://x.com/%d0%B5nforce", "x.com/%D0%B5nforce"),
    ("https://x.com/\u0435nforce", "x.com/%D0%B5nforce"),
    ("http://user:pw@NEWS.az:8080//x/./y/../z", "news.az/x/z"),
    ("http://новости.рф/тест", "xn--b1amnebsh.xn--p1ai/%D1%82%D0%B5%D1%81%D1%82"),
    ("http://www.am/x", "www.am/x"),  # somebody's name, not a prefix
    ("http://127.0.0.1:8000/a", "127.0.0.1/a"),
]

NO_ADDRESSES = [
    "", "foo", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://x.az/",
    "mailto:a@b.az", "http://", "https:///x", "http://[::1]/a", "http://exa mple", "JavaScript:x.y",
]  # fmt: skip


@pytest.mark.parametrize(("url", "key"), KEYS)
def test_key(url: str, key: str) -> None:
    assert article_key(url) == key
    assert article_key(key) == key


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_web_address_has_no_key(url: str) -> None:
    with pytest.raises(ValueError, match="not a web address"):
        article_key(url)
    assert domain(url) is None
    assert outlet_domains(url) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.az/?p=1", "https://x.az/?p=2"),
        ("https://x.az/a", "https://x.az/A"),
        ("https://en.armradio.am/a", "https://armradio.am/a"),
        ("https://x.az/a%2Fb", "https://x.az/a/b"),
    ],
)
def test_different_articles_keep_different_keys(one: str, other: str) -> None:
    assert article_key(one) != article_key(other)


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://en.armradio.am/x", ("en.armradio.am", "armradio.am")),
        ("https://m.news.bbc.co.uk/", ("news.bbc.co.uk", "bbc.co.uk")),
        ("https://someone.blogspot.com/1", ("someone.blogspot.com",)),
        ("https://www.news.az", ("news.az",)),
    ],
)
def test_outlets_are_looked_up_from_the_nearest_name(url: str, names: tuple[str, ...]) -> None:
    assert outlet_domains(url) == names


@pytest.mark.parametrize(
    ("link", "base", "whole"),
    [
        ("/news/x", "https://news.az/rss", "https://news.az/news/x"),
        (" https://news.az/a b ", None, "https://news.az/a%20b"),
        ("//news.az/x", None, "https://news.az/x"),
        ("news.az/x", None, "https://news.az/x"),
        ("javascript:alert(1)", "https://news.az/", None),
        ("/news/x", "http:", None),
    ],
)
def test_links_are_made_whole(link: str, base: str | None, whole: str | None) -> None:
    assert web_address(link, base) == whole


PART = st.text(string.ascii_letters + string.digits + "-_.%~äЕé+=& ", max_size=12)


@given(
    st.sampled_from(["http://", "https://", "//", "HTTPS://www."]),
    st.sampled_from(["news.az", "m.x.co.uk", "en.armradio.am", "пример.рф"]),
    st.lists(PART | st.sampled_from(["amp", "index.php", "..", "m", "a.amp"]), max_size=5),
    st.lists(st.tuples(PART, PART), max_size=4),
)
def test_a_key_is_its_own_key(
    scheme: str, host: str, path: list[str], query: list[tuple[str, str]]
) -> None:
    url = f"{scheme}{host}/{'/'.join(path)}?" + "&".join(f"{name}={value}" for name, value in query)
    assert article_key(article_key(url)) == article_key(url)


@given(st.text(max_size=60))
def test_any_text_has_a_key_or_is_refused(text: str) -> None:
    try:
        key = article_key(text)
    except ValueError:
        return
    assert article_key(key) == key
