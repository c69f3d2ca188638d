"""Lines of the GKG, well and badly made."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from etl.readers import gkg, reader_of
from etl.records import Article, Refused, Reject
from tests.gkg_made import line


def split(*lines: str | bytes) -> tuple[list[Article], list[Reject]]:
    content = b"\n".join(one.encode() if isinstance(one, str) else one for one in lines)
    records = gkg.read("x.gkg.csv", content)
    rejects = [r for r in records if isinstance(r, Reject)]
    return [r for r in records if isinstance(r, Article)], rejects


def one(*given: str | bytes) -> Article:
    (article,), rejects = split(*given)
    assert rejects == []
    return article


def test_a_line_is_an_article_without_its_text() -> None:
    told = one(line("https://made.example/a?id=1", "Aid &amp; trade &#x2013; again"))
    assert (told.url, told.title) == ("https://made.example/a?id=1", "Aid & trade – again")
    assert told.seen_at == datetime(2024, 1, 1, 0, 15, tzinfo=UTC)
    assert (told.text, told.snippet, told.published, told.published_on) == (None,) * 4
    assert (told.published_precision, told.given_id) == ("unknown", "20240101001500-1")


@pytest.mark.parametrize(
    ("published", "on", "at"),
    [
        ("20231231230000", date(2023, 12, 31), datetime(2023, 12, 31, 23, tzinfo=UTC)),
        ("20231231000000", date(2023, 12, 31), None),  # a day, not midnight
        ("20240101060000", date(2024, 1, 1), None),  # after it was seen: told in local time
        ("20240105000000", None, None),  # days after it was seen
        ("20231301000000", None, None),
        ("17010101000000", None, None),
        ("yesterday", None, None),
        ("", None, None),
    ],
)
def test_the_pages_own_moment_is_the_publication_and_the_crawl_never_is(
    published: str, on: date | None, at: datetime | None
) -> None:
    told = one(line(published=published))
    assert (told.published_on, told.published_at) == (on, at)
    assert told.published_precision == ("day" if on else "unknown")
    assert told.published_source == ("page" if on else None)
    assert told.seen_at == datetime(2024, 1, 1, 0, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("translated", "language"),
    [
        ("srclc:rus;eng:Moses 2.1.1 / MosesCore Europarl", "ru"),
        ("srclc:hye; eng:GT-HYE 1.0", "hy"),
        ("srclc:xxx;eng:GT", None),
        ("", None),
    ],
)
def test_the_language_is_the_one_it_was_translated_from(
    translated: str, language: str | None
) -> None:
    assert one(line(translated=translated)).language == language


def test_the_outlet_is_told_only_where_the_address_does_not_tell_it() -> None:
    assert one(line()).outlet is None
    assert one(line("https://news.yahoo.com/x", c3="reuters.com")).outlet == "reuters.com"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("a line of words", "1 columns"),
        ("20240101001500-9\t20240101001500\t1", "3 columns"),
        ("20240101001500-9\tnever\t1\tx\thttps://made.example/z", "no moment"),
        (line("BBC Monitoring/9", c2="2"), "no address of the web"),
        (line("javascript:alert(1)"), "no address of the web"),
        (line(""), "no moment and address"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(bad: str, reason: str) -> None:
    articles, rejects = split(line(), bad, line("https://made.example/b"))
    assert [a.url for a in articles] == ["https://made.example/a", "https://made.example/b"]
    assert [r.place for r in rejects] == ["line 2"]
    assert reason in rejects[0].reason


def test_missing_and_surplus_columns_cost_what_they_held() -> None:
    short = "\t".join(line().split("\t")[:12])
    assert one(short).title is None
    assert one(line() + "\tmore\tand more").title == "Nothing of note"
    assert one(line().replace("</PAGE_TITLE>", "")).title is None


def test_hostile_lines_are_made_harmless() -> None:
    told = one(line(title="<script>x()</script>Aid\x00 \u202eends"))
    assert told.title == "Aid ends"
    assert one(line().encode() + b"\xff\xfe").title == "Nothing of note"
    began = time.process_time()
    one(line(title="<b>" * 700_000 + "x"))
    assert time.process_time() - began < 10


def test_a_file_without_one_good_line_is_refused() -> None:
    with pytest.raises(Refused, match="no line of it is a GKG record: 1 columns"):
        gkg.read("x.gkg.csv", b"<html>Sorry</html>")


def test_it_is_known_by_its_first_line_under_any_name() -> None:
    assert reader_of("inbox/export.csv", line().encode()) == "gkg"
    assert reader_of("inbox/20240101001500.translation.gkg.csv", line().encode()) == "gkg"
    assert not gkg.reads("inbox/table.csv", b"url,title\nhttps://made.example/,x\n")
