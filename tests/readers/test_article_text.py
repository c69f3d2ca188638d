"""Plain-text articles: the file on the left, what it says of itself on the right."""

from __future__ import annotations

from datetime import date

import pytest

from etl.readers import article_text
from etl.records import Article, Refused, Reject

BODY = "The Senate voted on Section 907. The House did not.\n\nA second paragraph stands here."


def article(text: str | bytes, name: str = "a.txt") -> Article:
    content = text.encode() if isinstance(text, str) else text
    first = article_text.read(name, content)[0]
    assert isinstance(first, Article)
    return first


def rejects(text: str) -> list[str]:
    return [r.reason for r in article_text.read("a.txt", text.encode()) if isinstance(r, Reject)]


def test_a_day_glued_to_the_text() -> None:
    told = article(" date 2026-01-02 Hikmat Hajiyev said so\n\nIn an article, X reports.")
    assert told.published_on == date(2026, 1, 2)
    assert (told.published, told.published_precision, told.published_source) == (
        "2026-01-02", "day", "text",
    )  # fmt: skip
    assert told.text == "Hikmat Hajiyev said so\n\nIn an article, X reports."
    assert (told.title, told.url, told.outlet, told.author, told.language) == (None,) * 5


@pytest.mark.parametrize(
    ("head", "day", "text"),
    [
        ("Date: 2 January 2026 Hikmat said", "2 January 2026", "Hikmat said"),
        ("date 02.01.2026 Hikmat said", "02.01.2026", "Hikmat said"),
        ("date 2026-01-02 10 people came", "2026-01-02", "10 people came"),
        ("2026-01-02 Hikmat said", "2026-01-02", "Hikmat said"),
        ("date January 2, 2026 Hikmat said", "January 2, 2026", "Hikmat said"),
    ],
)
def test_glued_days(head: str, day: str, text: str) -> None:
    told = article(f"{head} that it was so, and more.\n")
    assert (told.published, told.published_on) == (day, date(2026, 1, 2))
    assert told.text == f"{text} that it was so, and more."


@pytest.mark.parametrize(
    "text",
    [
        "Date palms grow in Baku. In 2026 they will bear fruit.",
        "In 2026-01-02 notation, the day was a Friday, he said.",
        "2026 will be the year of the Act, he said.",
        "907 is the number of the section. It is an old one.",
        "BAKU, January 2 - The President said so.",
    ],
)
def test_no_date_is_made_of_the_text(text: str) -> None:
    told = article(text)
    assert (told.published, told.published_on, told.published_precision) == (None, None, "unknown")
    assert told.text == text


@pytest.mark.parametrize(
    "head",
    [
        "Title: Aid ends\nURL: https://news.az/x\nDate: 2026-01-02\nOutlet: News.Az\nAuthor: A. B.",
        "Date: 2026-01-02\nAuthor: A. B.\n\nSource: News.Az\nHeadline: Aid ends - News.Az\n"
        "Link: https://news.az/x",
        "---\ntitle: \"Aid ends\"\ndate: 2026-01-02\nurl: https://news.az/x\noutlet: News.Az\n"
        "author: A. B.\n---",
        "Заголовок: Aid ends\nСсылка: https://news.az/x\nДата: 02.01.2026\nИсточник: News.Az\n"
        "Автор: A. B.",
        "https://news.az/x\nOutlet: News.Az\n\nAid ends\n\nBy A. B.\nJanuary 2, 2026",
    ],
)  # fmt: skip
def test_heads(head: str) -> None:
    told = article(f"{head}\n\n{BODY}")
    assert (told.title, told.url, told.outlet) == ("Aid ends", "https://news.az/x", "News.Az")
    assert (told.published_on, (told.author or "").rstrip(".")) == (date(2026, 1, 2), "A. B")
    assert told.text == BODY


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Aid ends, at last\n\n{BODY}", "Aid ends, at last"),
        (f"# Aid ends.\n{BODY}", "Aid ends."),
        (f"Aid ends?\n2 January 2026\n\n{BODY}", "Aid ends?"),
        (f"Aid ends.\n\n{BODY}", None),
        (f"Aid ends\n{BODY}", None),  # nothing sets it apart
        ("Aid ends in Baku", None),  # the whole text
        (f"{'Very long words ' * 20}\n\n{BODY}", None),
    ],
)
def test_a_title_is_set_apart_and_short(text: str, title: str | None) -> None:
    assert article(text).title == title


def test_what_cannot_be_used_is_said() -> None:
    reasons = rejects(f"URL: javascript:x\nDate: someday\n\n{BODY}")
    assert reasons == ["no web address: javascript:x", "the date cannot be read: someday"]
    assert article(f"Date: April 2025\n\n{BODY}").published_precision == "month"


RUSSIAN = "Президент заявил, что Конгресс отменит 907-ю поправку. Баку ждёт этого решения."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"]
)
def test_encodings(encoding: str) -> None:
    content = RUSSIAN.encode(encoding)
    assert article_text.reads("a.txt", content[:4096])
    assert article(content).text == RUSSIAN


def test_western_quotes() -> None:
    assert article("It’s the “law” – déjà.".encode("cp1252")).text == "It’s the “law” – déjà."


def test_lines_broken_for_width_are_joined() -> None:
    told = article("The Senate\nvoted on it.\r\nThe House\tdid not.\x00\u202e")
    assert told.text == "The Senate voted on it.\nThe House did not."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"  \n ", "no words"),
        (b"%PDF-1.7 text", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"word " * 1_100_000, "5.5 MB"),
        (b"Outlet: News.Az\n", "neither a headline nor a text"),
    ],
)
def test_refusals(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        article_text.read("a.txt", content)


@pytest.mark.parametrize(
    ("name", "head", "claimed"),
    [
        ("a.txt", b"Some words", True),
        ("A.TXT", b"Some words", True),
        ("a.md", b"# Some words", True),
        ("a.csv", b"Some words", False),
        ("a.txt", b"<?xml version='1.0'?><rss>", False),
        ("a.txt", b'{"version": "https://jsonfeed.org/version/1"}', False),
        ("a.txt", b"<!DOCTYPE html><html>", False),
    ],
)
def test_claims(name: str, head: bytes, claimed: bool) -> None:
    assert article_text.reads(name, head) is claimed
