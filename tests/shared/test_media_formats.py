"""The real pages, tables and answers of ../shared/data/media, by the sets' own truth."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from etl.readers import read
from etl.records import Article, Refused
from etl.text.addresses import article_key

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "media"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not here"),
]
FIRST, LAST = date(1990, 1, 1), date(2026, 12, 31)


@cache
def articles(file: Path) -> list[Article]:
    """Return the articles of a file, after looking at every date in them."""
    _, records = read(file.name, file.read_bytes())
    found = [r for r in records if isinstance(r, Article)]
    assert all(a.published_on is None or FIRST <= a.published_on <= LAST for a in found)
    return found


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


# Pages --------------------------------------------------------------------------------------


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words, as the set measures itself."""
    words = re.findall(r"\w+", text)
    ends = range(min(4, len(words)), len(words) + 1) if words else ()
    return Counter(tuple(words[max(0, end - 4) : end]) for end in ends)


def test_the_text_of_pages_is_what_the_set_holds_it_to_be() -> None:
    truth = json.loads((DATA / "html_aeb/ground-truth.json").read_text("utf-8"))
    precisions, recalls = [], []
    for page_id, told in truth.items():
        (article,) = articles(DATA / "html_aeb" / f"{page_id}.html.gz")
        true, found = shingles(told["articleBody"]), shingles(article.text or "")
        both = sum((true & found).values())
        precisions += [both / sum(found.values())] if found else []
        recalls += [both / sum(true.values())] if true else []
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    assert len(truth) == 181
    assert 2 * precision * recall / (precision + recall) >= 0.95
    assert min(precision, recall) >= 0.94


def fundus() -> list[tuple[str, str, str]]:
    """Return each page's file, its day and its headline by the set's own truth."""
    folder = DATA / "html_fundus/us"
    found = []
    for told in sorted(folder.glob("*.json")):
        truths = list(json.loads(told.read_text("utf-8")).values())
        pages = sorted(folder.glob(f"{told.stem}_*.html.gz"))
        assert len(truths) == len(pages)
        found += [
            (p.name, t["publishing_date"][:10], t["title"])
            for p, t in zip(pages, truths, strict=True)
        ]
    return found


def plain(title: str | None) -> str:
    return re.sub(r"\W+", "", title or "").lower()


def test_pages_of_the_us_press_are_dated_right_and_titled() -> None:
    held = fundus()
    read_now = {name: articles(DATA / "html_fundus/us" / name)[0] for name, _, _ in held}
    assert len(held) >= 27
    assert {n: str(read_now[n].published_on) for n, _, _ in held} == {n: day for n, day, _ in held}
    wrong = [n for n, _, title in held if plain(read_now[n].title) != plain(title)]
    assert len(wrong) <= 2, wrong
    assert all(a.url and a.outlet and a.language == "en" and a.text for a in read_now.values())


# Tables -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["civic", "climate"])
def test_every_row_of_gdelt_is_read_and_none_takes_a_crawl_time_for_its_day(name: str) -> None:
    file = DATA / f"gdelt_doc/{name}_gdelt_articles.csv"
    found = articles(file)
    assert [a.url for a in found] == [row["url"] for row in rows(file)]
    assert not any(a.published or a.published_on or a.published_at for a in found)
    assert all(a.seen_at and a.seen_at.minute % 15 == 0 for a in found)
    assert all(a.language for a in found)
    assert not any(re.search(r"\w [,.](?: |$)", a.title or "") for a in found)


def test_rows_of_media_cloud_are_read() -> None:
    file = DATA / "mediacloud/random-stories.csv"
    told = rows(file)
    found = articles(file)
    assert [a.given_id for a in found] == [row["stories_id"] for row in told]
    assert [str(a.published_on) for a in found] == [row["publish_date"][:10] for row in told]
    syndicated = [row["ap_syndicated"] == "True" for row in told]
    assert [a.cited_outlet == "Associated Press" for a in found] == syndicated


def test_mentions_of_section_907_are_keyed() -> None:
    file = DATA / "section907/section907_mentions.csv"
    told = rows(file)
    found = articles(file)
    assert [a.given_id for a in found] == [row["id"] for row in told]
    assert all(article_key(a.url or "") for a in found)
    sure = ("day", "minute-no-tz")  # one row is marked as a day that is wrong
    days = [row["published"][:10] * (row["published_precision"] in sure) for row in told]
    assert [str(a.published_on or "") for a in found] == days
    months = [row["published"] for row in told if row["published_precision"] == "month"]
    assert [a.published for a in found if a.published_precision == "month"] == months


NO_ARTICLES = [
    *(p for p in sorted((DATA / "mediacloud").glob("538_*.csv"))),
    DATA / "dup/semeval2022_task8_sample.csv",
]


@pytest.mark.parametrize("file", NO_ARTICLES, ids=lambda p: p.stem)
def test_tables_of_no_articles_are_refused_as_such(file: Path) -> None:
    with pytest.raises(Refused, match=r"not a table of articles.*mapping\.yaml|a list of sites"):
        read(file.name, file.read_bytes())
