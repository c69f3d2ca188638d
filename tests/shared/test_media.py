"""The real feeds, addresses and article of ../shared/data: read, or refused as they should be."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from etl.readers import article_text, feed
from etl.records import Article, Refused
from etl.text.addresses import article_key

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not here"),
]

# How many articles each holds and how many of them have a day.
FEEDS = {
    "google_news_search.xml": (92, 92),
    "house_ruiz_rss.xml": (10, 10),
    "jsonfeed.json": (25, 25),
    "real-cnn.rss": (69, 52),
    "miniflux/encoding_invalid-prolog.xml": (1, 0),
    "miniflux/encoding_iso-8859-1.xml": (0, 0),
    "miniflux/encoding_koi8r.xml": (2, 2),
    "miniflux/encoding_utf8-incorrect-prolog.xml": (1, 0),
    "miniflux/encoding_utf8.xml": (1, 0),
    "miniflux/encoding_windows-1252-incorrect-prolog.xml": (0, 0),
    "miniflux/encoding_windows-1252.xml": (0, 0),
    "miniflux/parser_encoding_ISO-8859-1.xml": (40, 40),
    "miniflux/parser_encoding_WINDOWS-1251.xml": (50, 50),
    "miniflux/parser_large_atom.xml": (25, 25),
    "miniflux/parser_large_rss.xml": (25, 25),
    "miniflux/parser_no_encoding_ISO-8859-1.xml": (9, 9),
    "miniflux/parser_rdf_UTF8.xml": (60, 0),
    "miniflux/parser_small_atom.xml": (20, 20),
    "miniflux/parser_urdu_UTF8.xml": (26, 26),
    "miniflux/xml_koi8r.xml": (2, 2),
}
NO_FEEDS = ("miniflux/xml_iso88591.xml", "miniflux/xml_iso88591_utf8_mismatch.xml")


@pytest.mark.parametrize("name", FEEDS)
def test_every_feed_is_read(name: str) -> None:
    content = (DATA / "media/rss" / name).read_bytes()
    assert feed.reads(name, content[:4096])
    articles = [r for r in feed.read(name, content) if isinstance(r, Article)]
    days = [a.published_on for a in articles if a.published_on]
    assert (len(articles), len(days)) == FEEDS[name]
    assert all(date(1990, 1, 1) <= day <= date(2026, 12, 31) for day in days)
    assert not any("\ufffd" in (a.title or "") for a in articles)


@pytest.mark.parametrize("name", NO_FEEDS)
def test_what_is_no_feed_is_refused(name: str) -> None:
    content = (DATA / "media/rss" / name).read_bytes()
    assert not feed.reads(name, content[:4096])
    with pytest.raises(Refused, match="its root is <note>"):
        feed.read(name, content)


def test_no_feed_of_the_folder_is_forgotten() -> None:
    folder = DATA / "media/rss"
    here = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert here == {*FEEDS, *NO_FEEDS}


def test_the_article_that_was_asked_for() -> None:
    for path in (DATA / "seed").glob("*.txt"):
        content = path.read_bytes()
        assert article_text.reads(path.name, content[:4096])
        (told,) = article_text.read(path.name, content)
        assert isinstance(told, Article)
        assert told.published_on == date(2026, 1, 2)
        assert (told.title, told.url, told.outlet) == (None, None, None)
        assert (told.text or "").startswith("Hikmat Hajiyev, Assistant")
        assert (told.text or "").count("\n\n") == 6


TABLES = ("gdelt_doc/civic_gdelt_articles", "gdelt_doc/climate_gdelt_articles",
          "mediacloud/random-stories", "section907/section907_mentions")  # fmt: skip


def test_real_addresses_have_stable_keys_and_never_merge_by_parameters() -> None:
    merged: dict[str, set[str]] = defaultdict(set)
    for table in TABLES:
        with (DATA / "media" / f"{table}.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                key = article_key(row["url"])
                assert article_key(key) == key
                merged[key].add(row["url"].partition("#")[0].rpartition("?")[2])
    # Addresses that share a key differ in scheme, www, m, port or a slash: never in a parameter.
    for urls in merged.values():
        queries = {tuple(sorted(u.split("&"))) for u in urls if "://" not in u}
        assert len(queries) <= 1
    assert len(merged) > 11_000
