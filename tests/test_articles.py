"""An article is found once, however often and by whichever source it comes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from etl.build import fetch_rows, make, open_database
from etl.catalog import tables
from etl.frames import frame
from etl.given import OutletRow, PolicyGroupRow, PolicyRow, RunRow
from etl.records import Article, Label

BUILT = datetime(2026, 2, 1, tzinfo=UTC)
FETCHED = datetime(2026, 1, 20, tzinfo=UTC)
TEXT = "Ada Maker told The Made Times that the waiver of the Act is to be kept in force. " * 9
STAGED = (
    *("page_addresses", "leads", "today", "article_tellings", "article_ids", "label_keys"),
    "article_addresses",
    *("articles", "texts", "article_lines", "outlet_lines", "furniture", "prints"),
    *("shared_prints", "headlines", "likely_copies", "cluster_parts", "part_ties", "clusters"),
    *("copies", "stories", "outlet_groups"),
)
Telling = tuple[str, str | None, Article]  # the reader, the address asked for, what it told

FEED: Telling = ("feed", "https://x.az/rss", Article(
    url="http://www.x.az/news/1?utm_source=rss", title="Waiver kept", published="2026-01-05",
    published_on=date(2026, 1, 5), published_source="feed", published_precision="day",
))  # fmt: skip
SEARCH: Telling = ("gdelt", "https://search.example/q", Article(
    url="https://m.x.az/news/1", title="Waiver kept", country="AZ",
    seen_at=datetime(2026, 1, 6, 10, 15, tzinfo=UTC),
))  # fmt: skip
PAGE: Telling = ("page", "https://x.az/news/1", Article(
    url="https://x.az/2026/waiver-kept", title="Waiver kept", text=TEXT, published="2026-01",
    published_precision="month", published_source="page",
))  # fmt: skip
INBOX: Telling = ("article_text", None, Article(text=TEXT))


def built(*tellings: Telling, labels: Sequence[Label] = ()) -> duckdb.DuckDBPyConnection:
    """Return a database whose articles were told so, up to the tables of stories and groups."""
    db = open_database(":memory:")
    db.execute("create schema raw; create schema staged")
    files = [f"f{n}" for n in range(len(tellings))]
    put(db, "articles", frame(Article, [t[2] for t in tellings], ids(files)))
    put(db, "labels", frame(Label, labels, ids([f"l{n}" for n in range(len(labels))])))
    kept = {
        "file_id": files,
        "path": [f"made/{name}" for name in files],
        "source_id": ["made"] * len(files),
        "reader": [t[0] for t in tellings],
        "url": [t[1] for t in tellings],
        "fetched_at": [FETCHED] * len(files),
    }
    put(db, "files", pa.table(kept))
    outlets = [OutletRow(domain="x.az", name="X", country="AZ", side="east", source="made")]
    groups = [
        PolicyGroupRow(policy_id="p", group_name="east", label="East", position=0, side="east"),
        PolicyGroupRow(policy_id="p", group_name="near", label="Near", position=1, country="AM"),
    ]
    put(db, "outlets", frame(OutletRow, outlets))
    put(db, "policy_groups", frame(PolicyGroupRow, groups))
    way = "coalesce('side ' || side, 'country ' || country)"
    db.execute(
        f"alter table raw.policy_groups add way text; update raw.policy_groups set way={way}"
    )
    put(db, "runs", frame(RunRow, [RunRow(version=1, built_at=BUILT)]))
    put(db, "policies", frame(PolicyRow, [made_policy()]))
    for name in STAGED:
        make(db, next(t for t in tables() if t.full_name == f"staged.{name}"), ())
    return db


def made_policy() -> PolicyRow:
    """Return a policy with nothing in it."""
    told: dict[str, Any] = dict.fromkeys(PolicyRow.__dataclass_fields__) | {"policy_id": "p"}
    return PolicyRow(**told)


def ids(files: Sequence[str]) -> dict[str, pa.Array]:
    """Return the columns that say which file a record is from, one record a file."""
    places = [0] * len(files)
    return {"file_id": pa.array(files, pa.string()), "row": pa.array(places, pa.int64())}


def put(db: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Put rows into a table of `raw`."""
    db.register("rows", rows)
    db.execute(f"create table raw.{name} as from rows")


def articles(*tellings: Telling) -> list[dict[str, Any]]:
    """Return the articles that some tellings make."""
    return fetch_rows(built(*tellings), "from staged.articles order by article_id")


@pytest.mark.parametrize("told", itertools.permutations([FEED, SEARCH, PAGE]))
def test_a_feed_a_search_and_the_page_tell_one_article(told: tuple[Telling, ...]) -> None:
    (article,) = articles(*told)
    assert article["tellings"] == 3
    assert article["text"] == TEXT
    assert (article["published_on"], article["published_source"]) == (date(2026, 1, 5), "feed")
    assert (article["outlet"], article["way"]) == ("X", "side east, country AZ")
    assert article["seen_at"] == datetime(2026, 1, 6, 10, 15, tzinfo=UTC)


def test_the_moment_of_a_crawl_is_never_a_day_of_publication() -> None:
    (article,) = articles(SEARCH)
    assert (article["published_on"], article["published_precision"]) == (None, "unknown")


def test_all_addresses_lead_to_the_article_and_so_do_those_of_labels() -> None:
    label = Label(policy_id="p", url="HTTPS://X.az/news/1/?fbclid=7", stance="supports")
    db = built(FEED, PAGE, labels=[label, Label(policy_id="p", url="https://x.az/nowhere")])
    found = fetch_rows(db, "from staged.article_addresses order by url")
    assert [row["url"] for row in found] == [
        "HTTPS://X.az/news/1/?fbclid=7",
        "http://www.x.az/news/1?utm_source=rss",
        "https://x.az/2026/waiver-kept",
        "https://x.az/news/1",
    ]
    assert len({row["article_id"] for row in found}) == 1


def test_a_page_without_an_address_of_its_own_takes_the_one_that_was_asked_for() -> None:
    (article,) = articles(FEED, ("page", "https://x.az/news/1", Article(text=TEXT)))
    assert (article["text"], article["tellings"]) == (TEXT, 2)


def test_a_record_of_a_feed_never_takes_the_address_of_the_feed() -> None:
    told = [("feed", "https://x.az/rss", Article(title=f"Item {n}")) for n in range(2)]
    found = articles(*told)
    assert [a["url"] for a in found] == [None, None]


def test_a_text_without_an_address_is_an_article_and_the_same_story() -> None:
    db = built(PAGE, INBOX, INBOX)
    assert len(fetch_rows(db, "from staged.articles")) == 2
    stories = fetch_rows(db, "from staged.stories where how <> 'itself'")
    assert [s["how"] for s in stories] == ["same text"]


@pytest.mark.parametrize(
    ("one", "other", "articles_told"),
    [
        ({}, {}, 1),
        ({"published_on": date(2026, 1, 5)}, {"published_on": date(2026, 1, 6)}, 2),
        ({"outlet": "Y"}, {"outlet": "Z"}, 2),
        ({"outlet": "X"}, {"outlet": "x"}, 1),
        ({}, {"title": "Aid  &amp; WAIVERS"}, 1),
    ],
)
def test_a_headline_alone_is_known_by_outlet_and_day(
    one: dict[str, Any], other: dict[str, Any], articles_told: int
) -> None:
    plain: dict[str, Any] = {"title": "Aid & waivers", "outlet": "X"}
    told = [("table_export", None, Article(**plain | more)) for more in (one, other)]
    assert len(articles(*told)) == articles_told


def test_a_page_that_names_another_site_is_a_copy_in_that_story() -> None:
    told = Article(url="https://x.az/2026/waiver-kept", title="Waiver kept", text="A note on it.")
    db = built(PAGE, ("page", "https://y.am/copied", told))
    rows = fetch_rows(db, "select url, story_id, how from staged.articles join staged.stories "
                          "using (article_id) order by url")  # fmt: skip
    assert [(r["url"], r["how"]) for r in rows] == [
        ("https://x.az/2026/waiver-kept", "itself"),
        ("https://y.am/copied", "copy"),
    ]
    assert len({r["story_id"] for r in rows}) == 1


@pytest.mark.parametrize("texts", [1, 2, 12, 13, 40])
def test_texts_with_a_print_in_common_are_held_to_each_other(texts: int) -> None:
    """All are, to twelve; of more, each to the longest and to the two before it."""
    shared = next(t for t in tables() if t.full_name == "staged.shared_prints")
    longest_first = [f"a{n:02}" for n in range(texts)]
    with duckdb.connect() as db:
        db.execute(
            "create schema staged; create table staged.prints as select * from (values "
            "(7::bigint, 'alone', 900::bigint, 9::bigint)) t(print, article_id, runs, prints)"
        )
        for place, article_id in enumerate(longest_first):
            db.execute("insert into staged.prints values (5, ?, ?, 4)", [article_id, 800 - place])
        found = db.sql(str(shared.query)).fetchall()
    expected = {
        (5, longer, shorter, 4)
        for place, shorter in enumerate(longest_first)
        for apart, longer in enumerate(reversed(longest_first[:place]), 1)
        if texts <= 12 or apart <= 2 or longer == longest_first[0]
    }
    assert len(found) == len(expected)
    assert set(found) == expected


def test_every_way_of_an_outlet_leads_into_one_group() -> None:
    abroad = Article(url="https://z.am/1", title="Elsewhere", country="AM")
    unknown = Article(url="https://q.example/1", title="Nowhere")
    db = built(FEED, ("feed", None, abroad), ("feed", None, unknown))
    found = fetch_rows(db, "select way, group_name from staged.outlet_groups order by way")
    assert [(r["way"], r["group_name"]) for r in found] == [
        ("no side, country AM", "near"),
        ("no side, country unknown", "other"),
        ("side east, country AZ", "east"),
    ]
