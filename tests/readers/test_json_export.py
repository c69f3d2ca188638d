"""Lists of articles as JSON and JSON lines."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers import json_export, read, reader_of
from etl.records import Article, Refused, Reject
from etl.text.mappings import joined

URL = "https://news.example/1"


def split(content: object, name: str = "t.json") -> tuple[list[Article], list[Reject]]:
    text = content if isinstance(content, str) else json.dumps(content)
    records = json_export.read(name, text.encode("utf-8", "surrogatepass"))
    articles = [r for r in records if isinstance(r, Article)]
    return articles, [r for r in records if isinstance(r, Reject)]


NEWSAPI = {
    "status": "ok",
    "totalResults": 1,
    "articles": [
        {
            "source": {"id": None, "name": "News Example"},
            "author": "A. B.",
            "title": "Aid ends - News Example",
            "description": "It ends.",
            "url": URL,
            "urlToImage": None,
            "publishedAt": "2026-01-02T10:00:00Z",
            "content": "It ends. The aid… [+2345 chars]",
        }
    ],
}
MEDIA_CLOUD = {
    "stories": [
        {"id": "a1", "media_name": "News Example", "title": "Aid ends", "url": URL}
        | {"publish_date": "2026-01-02", "language": "en", "indexed_date": "2026-01-03T00:00:00Z"}
    ],
    "pagination_token": "x",
}
GUARDIAN = {
    "response": {
        "status": "ok",
        "results": [
            {"id": "world/1", "webTitle": "Aid ends", "webUrl": URL}
            | {"webPublicationDate": "2026-01-02T10:00:00Z", "fields": {"bodyText": "It ends."}}
        ],
    }
}
SEARCH = {"hits": {"hits": [{"_id": "1", "_source": {"title": "Aid ends", "url": URL}}]}}
LISTS = [
    (NEWSAPI, {"outlet": "News Example", "author": "A. B.", "title": "Aid ends"}
     | {"published_at": datetime(2026, 1, 2, 10, tzinfo=UTC), "text": None}),
    (MEDIA_CLOUD, {"outlet": "News Example", "given_id": "a1", "published_on": date(2026, 1, 2)}
     | {"seen_at": datetime(2026, 1, 3, tzinfo=UTC), "language": "en"}),
    (GUARDIAN, {"title": "Aid ends", "text": "It ends.", "published_on": date(2026, 1, 2)}),
    (SEARCH, {"title": "Aid ends"}),
    ([{"link": URL, "headline": "Aid ends", "authors": ["A. B.", {"name": "C. D."}]}],
     {"title": "Aid ends", "author": "A. B.; C. D."}),
    ({"url": URL, "title": "Aid ends", "text": "It ends."}, {"text": "It ends."}),
    (f'{{"url": "{URL}", "title": "Aid\\\' ends", "word_count": NaN}}', {"title": "Aid' ends"}),
    (f'{{"url": "{URL}", "title": "Aid ends"}}\n\n{{"url": "{URL}2", "title": "b"}}\n',
     {"title": "Aid ends"}),
]  # fmt: skip


@pytest.mark.parametrize(("content", "held"), LISTS)
def test_lists_are_found_and_read(content: object, held: dict[str, object]) -> None:
    text = content if isinstance(content, str) else json.dumps(content, indent=1)
    assert reader_of("saved.json", text.encode()) == "json_export"
    articles, rejects = split(content)
    assert (articles[0].url, rejects) == (URL, [])
    assert {key: getattr(articles[0], key) for key in held} == held


def test_a_bad_line_or_item_costs_itself_alone() -> None:
    articles, rejects = split(f'{{"url": "{URL}"}}\n{{"url": \n[1]\n{{"url": "{URL}2"}}', "t.jsonl")
    assert [a.url for a in articles] == [URL, f"{URL}2"]
    assert [r.place for r in rejects] == ["line 2", "line 3"]
    articles, rejects = split([{"url": URL}, 7, {"x": 1}, {"url": {"a": []}}])
    assert [a.url for a in articles] == [URL]
    assert [r.place for r in rejects] == ["item 3", "item 2"]


NO_ARTICLES = [
    ("{}", "not a list of articles"),
    ("[]", "not a list of articles"),
    ('{"error": "no"}', "not a list of articles: error"),
    ('[{"a": 1}]', "not a table of articles.*t.mapping.yaml"),
    ('[{"bioguide_id": "X1", "url": "https://x.gov/1"}]', "members of Congress"),
    ("The specified phrase is too short", "not JSON.*The specified phrase is too short"),
    ("[" * 100_000, "not JSON"),
    ('{"a":' * 100_000, "not JSON"),
    ("1" * 10_000, "not JSON|not a list"),
]


@pytest.mark.parametrize(("content", "told"), NO_ARTICLES)
def test_other_json_is_refused(content: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        split(content)


def test_a_mapping_file_says_what_is_what() -> None:
    content = joined(
        b"url: at.web\ntitle: t\n", json.dumps([{"t": "a", "at": {"web": URL}}]).encode()
    )
    reader, records = read("t.json", content)
    assert (reader, records[0].url, records[0].title) == ("json_export", URL, "a")


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=10) | st.just(URL),
    lambda part: (
        st.lists(part, max_size=4)
        | st.dictionaries(
            st.sampled_from(["url", "title", "date", "source", "x"]), part, max_size=4
        )
    ),
    max_leaves=20,
)


@given(VALUES)
def test_nothing_but_refused_is_ever_raised(value: object) -> None:
    with suppress(Refused):
        assert split(value)


@given(st.text(max_size=60))
def test_no_text_does_harm(text: str) -> None:
    with suppress(Refused):
        split(text)
