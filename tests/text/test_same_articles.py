"""What pages say of their own address, and which addresses that makes one article."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.addresses import article_key
from etl.text.same_articles import Addresses, Page, Standing

PAGES = [
    ("asked and told alike", "https://x.az/a?utm_source=rss", "https://x.az/a", "x.az/a", None),
    ("a canonical address", "https://x.az/?p=7", "https://x.az/news/a", "x.az/news/a", None),
    ("of a sister site", "https://m2.x.az/a", "https://en.x.az/news/a", "en.x.az/news/a", None),
    ("no canonical", "https://x.az/a", None, "x.az/a", None),
    ("a canonical that is none", "https://x.az/a", "javascript:x", "x.az/a", None),
    ("the front page", "https://x.az/a", "https://x.az/", "x.az/a", None),
    ("a link that leads on", "https://t.co/q1", "https://x.az/a", "x.az/a", None),
    ("another site", "https://y.am/a", "https://x.az/a", "y.am/a", "x.az/a"),
    ("told, not asked for", None, "https://www.x.az/a", "x.az/a", None),
    ("nothing", None, None, None, None),
]


@pytest.mark.parametrize(
    ("asked", "told", "key", "copied"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES]
)
def test_pages(asked: str | None, told: str | None, key: str | None, copied: str | None) -> None:
    page = Page(asked, told, "A headline")
    addresses = Addresses([page])
    standing = addresses.standing(page)
    assert addresses.key(standing.url) == key
    assert addresses.key(standing.copy_of) == copied
    if asked:
        assert addresses.key(asked) == key


def test_an_address_that_pages_with_other_headlines_name_is_not_believed() -> None:
    pages = [Page(f"https://x.az/{n}", "https://x.az/news", f"Headline {n}") for n in range(3)]
    addresses = Addresses(pages)
    assert [addresses.key(p.asked) for p in pages] == ["x.az/0", "x.az/1", "x.az/2"]
    assert addresses.standing(pages[0]) == Standing("https://x.az/0")


def test_one_page_asked_for_in_two_ways_is_one_article() -> None:
    pages = [Page(f"https://x.az/{n}", "https://x.az/news/a", "One  headline") for n in "pq"]
    addresses = Addresses(pages)
    assert {addresses.key(p.asked) for p in pages} == {"x.az/news/a"}


def test_addresses_that_lead_in_a_circle_are_one_article() -> None:
    addresses = Addresses(
        [
            Page("https://x.az/a", "https://x.az/b", "One"),
            Page("https://x.az/b", "https://x.az/c", "One"),
            Page("https://x.az/c", "https://x.az/a", "One"),
        ]
    )
    assert {addresses.key(f"https://x.az/{n}") for n in "abc"} == {"x.az/a"}


NAMES = st.text(string.ascii_letters + string.digits, min_size=1, max_size=8)
TRACKING = st.sampled_from(["utm_source", "utm_campaign", "fbclid", "gclid", "at_medium", "_ga"])


@given(
    st.dictionaries(NAMES.map(lambda n: f"q{n}"), NAMES, max_size=4),
    st.dictionaries(TRACKING, NAMES, max_size=4),
    st.randoms(),
    st.sampled_from(["https://News.AZ", "http://www.news.az:80", "//m.NEWS.az", "news.az"]),
)
def test_tracking_order_scheme_and_case_of_the_host_make_no_other_article(
    told: dict[str, str], tracking: dict[str, str], dice: object, site: str
) -> None:
    plain = "&".join(f"{n}={v}" for n, v in told.items())
    mixed = [*told.items(), *tracking.items()]
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    url = f"{site}/News/1?" + "&".join(f"{n}={v}" for n, v in mixed) + "#top"
    assert article_key(url) == article_key(f"https://news.az/News/1?{plain}")
