"""Answers of GDELT DOC 2.0, in the forms that it is known to give."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers import gdelt, reader_of
from etl.records import Article, Refused, Reject

URL = "https://news.example/1"
ROW = {
    "url": URL,
    "url_mobile": "",
    "title": "U . S . aid ends , again - news . az",
    "seendate": "20260102T101500Z",
    "socialimage": "",
    "domain": "news.example",
    "language": "English",
    "sourcecountry": "Azerbaijan",
}
SEEN = datetime(2026, 1, 2, 10, 15, tzinfo=UTC)


def answer(*rows: dict[str, Any]) -> str:
    return json.dumps({"articles": list(rows)}, indent=1)


def split(text: str, name: str = "a.json") -> tuple[list[Article], list[Reject]]:
    records = gdelt.read(name, text.encode())
    articles = [r for r in records if isinstance(r, Article)]
    return articles, [r for r in records if isinstance(r, Reject)]


def test_when_it_was_seen_is_never_when_it_was_published() -> None:
    assert reader_of("a.json", answer(ROW).encode()) == "gdelt"
    (article,), rejects = split(answer(ROW))
    assert rejects == []
    assert (article.url, article.title) == (URL, "U.S. aid ends, again")
    assert (article.language, article.country, article.seen_at) == ("en", "AZ", SEEN)
    assert (article.published, article.published_on, article.published_at) == (None, None, None)


BAD_FORMS = [
    (answer(ROW).replace("again", "again\\'s"), "U.S. aid ends, again's"),
    (answer(ROW).replace("again", "ag\\xain"), "U.S. aid ends, ag\\xain"),
    (answer(ROW).replace("again", "aga\tin\x01"), "U.S. aid ends, aga in"),
    (answer(ROW).replace("again", '"again" now'), 'U.S. aid ends, "again" now'),
    (answer(ROW).replace("again", "\\ud83d again"), "U.S. aid ends, again"),
    (answer(ROW)[:-4], "U.S. aid ends, again"),
    ("\ufeff" + answer(ROW), "U.S. aid ends, again"),
]


@pytest.mark.parametrize(("text", "title"), BAD_FORMS)
def test_bad_forms_are_mended(text: str, title: str) -> None:
    (article,), _ = split(text)
    assert (article.url, article.title, article.seen_at) == (URL, title, SEEN)


def test_a_cut_answer_gives_what_is_whole() -> None:
    text = answer(ROW, ROW | {"url": f"{URL}2"}, ROW | {"url": f"{URL}3"})
    articles, rejects = split(text[: text.index(f"{URL}3") + 10])
    assert [a.url for a in articles] == [URL, f"{URL}2"]
    assert [(r.place, r.reason) for r in rejects] == [("article 3", "the answer is broken here")]


@pytest.mark.parametrize("text", ["{}", " {\n} ", '{"articles": []}'])
def test_an_empty_answer_is_no_error(text: str) -> None:
    assert reader_of("gdelt/section-907/en-1.json", text.encode()) == "gdelt"
    assert split(text) == ([], [])


ERRORS = [
    ("The specified phrase is too short.", "would not search: The specified phrase is too short."),
    ("Please limit requests to one every 5 seconds.", "Please limit requests"),
    ("Your query was too short or too long.", "Your query was too short"),
    ("Parentheses may only be used around OR'd statements.", "Parentheses may only"),
    (
        "<html><head><title>502</title></head><body>Bad Gateway</body></html>",
        "HTML page:.*Bad Gate",
    ),
    ('{"query_details": {"title": "x"}, "timeline": []}', "a timeline, not articles"),
    ('{"timeline": [{"series": "Volume Intensity", "data": []}]}', "a timeline, not articles"),
    ("Date,Series,Value\n2026-01-02,Volume,0.1\n", "a timeline, not articles"),
    ('{"error": "x"}', "not GDELT's list of articles: it holds error"),
    ('{"articles": [{"url": "ftp://x", "seendate": "1"}]}', "none.*it has no web address"),
    ('{"articles": 7}', "not GDELT's list"),
]


@pytest.mark.parametrize(("text", "told"), ERRORS)
def test_errors_with_a_good_status_are_refused_in_its_own_words(text: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        split(text)


@pytest.mark.parametrize("text", [e[0] for e in ERRORS[:4]])
def test_its_errors_are_known_whatever_the_file_is_called(text: str) -> None:
    assert reader_of("section-907/en-1.json", text.encode()) == "gdelt"


def test_its_csv_is_read() -> None:
    text = f'URL,MobileURL,Date,Title\n{URL},,2026-01-02 10:15:00,"Aid ends , again"\n'
    assert reader_of("a.csv", text.encode()) == "gdelt"
    (article,), _ = split(text)
    assert (article.title, article.seen_at) == ("Aid ends, again", SEEN)
    assert article.published_on is None


def test_tricks_are_made_harmless() -> None:
    bad = ROW | {"title": "<script>x()</script>Aid \u202eends\x00"}
    (article, long), _ = split(answer(bad, ROW | {"title": "x" * 10_000_000}))
    assert article.title == "Aid ends"
    assert len(long.title or "") == 1_000


@given(st.text(max_size=40), st.integers(0, 400))
def test_nothing_but_refused_is_ever_raised(text: str, at: int) -> None:
    whole = answer(ROW, ROW)
    for made in (text, whole[:at] + text + whole[at:], whole[:at]):
        with suppress(Refused):
            split(made.encode("utf-8", "replace").decode())
