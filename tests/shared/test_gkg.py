"""The real 15-minute file of ../shared/data: all its rows read, none dated by the crawl."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from etl.policies import read_policy
from etl.readers import gkg, reader_of
from etl.records import Article, Policy
from etl.sieve import sieve, sift
from etl.text.names import find_mentions

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "media" / "gdelt_gkg"
FILE = DATA / "20230702153000.gkg.csv.zip"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FILE.is_file(), reason="../shared/data is not here"),
]

POLICY = """name: Made
short_name: Made
kind: test
citation: none
description: A policy made for the tests.
source: https://example.org/
aliases:
  en: [Affordable Care Act, Voting Rights Act, Inflation Reduction Act]
"""


@pytest.fixture(scope="module")
def lines() -> bytes:
    with zipfile.ZipFile(FILE) as archive:
        return archive.read(archive.namelist()[0])


def test_every_row_is_an_article_and_no_crawl_is_a_publication(lines: bytes) -> None:
    assert reader_of("20230702153000.gkg.csv", lines) == "gkg"
    told = gkg.read("20230702153000.gkg.csv", lines)
    articles = [a for a in told if isinstance(a, Article)]
    assert len(articles) == len(told) == 951
    seen = datetime(2023, 7, 2, 15, 30, tzinfo=UTC)
    assert {a.seen_at for a in articles} == {seen}
    dated = [a for a in articles if a.published_on]
    assert len(dated) == lines.count(b"<PAGE_PRECISEPUBTIMESTAMP>") == 460
    assert all((a.published_at or seen) <= seen for a in dated)
    days = [a.published_on for a in dated if a.published_on]
    assert date(2000, 1, 1) <= min(days) <= max(days) <= date(2023, 7, 3)
    assert all(a.title and "&#" not in a.title and a.text is None for a in articles)


def made(folder: Path) -> Policy:
    (folder / "made.yaml").write_text(POLICY)
    return read_policy(folder / "made.yaml")


def test_the_sieve_loses_no_row_that_reading_every_row_finds(lines: bytes, tmp_path: Path) -> None:
    policy = made(tmp_path)
    kept, read = sift(FILE.read_bytes(), sieve([policy]))
    assert read == 951
    found = kept.decode().splitlines()
    whole = lines.decode().splitlines()
    assert set(found) <= set(whole)
    articles = [
        {"article_id": str(n), "title": " ".join(row.split("\t")[23:25]), "text": None}
        for n, row in enumerate(whole)
    ]
    named = {int(m.article_id) for m in find_mentions(articles, [policy])}
    assert named
    assert {whole[n] for n in named} <= set(found)
