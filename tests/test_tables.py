"""Every table says what it is and what must hold in it, and the runner holds it to that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl import catalog
from etl.build import BrokenPromise, build_tables, open_database
from etl.catalog import CatalogError, Table, read_head, read_table, tables

MARTS = {
    "articles",
    "bill_actions",
    "bill_cosponsors",
    "bill_status_history",
    "bills",
    "coverage",
    "events",
    "mentions",
    "policies",
    "refreshes",
    "sources",
    "stance",
    "voices",
}


@pytest.mark.parametrize("table", tables(), ids=lambda t: t.full_name)
def test_every_table_says_what_it_is(table: Table) -> None:
    assert len(table.head.description) > 20
    assert table.head.description.endswith(".")
    assert table.head.key


def test_the_marts_that_were_promised_are_there() -> None:
    assert {t.name for t in tables() if t.layer == "marts"} >= MARTS


def test_tables_come_after_what_they_read() -> None:
    seen: set[str] = set()
    for table in tables():
        assert {r for r in table.reads if not r.startswith("given.")} <= seen
        seen.add(table.full_name)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("", "does not say what a row is"),
        ("key: a", "does not say what a row is"),
        ("A row a thing.", "needs one `key:` line, not 0"),
        ("A row a thing.\n\nkey: a\nkey: b", "needs one `key:` line, not 2"),
        ("A row a thing.\n\nkey: a\nand more prose", "expected `column: meaning`"),
    ],
)
def test_a_head_that_says_too_little_is_refused(head: str, told: str) -> None:
    with pytest.raises(CatalogError, match=told):
        read_head(head, Path("x.sql"))


def test_a_head_is_read() -> None:
    head = read_head("A row a thing.\n\nMore.\n\na: one\n  two\nkey: a, b\ncheck: a > 0", Path("x"))
    assert head.description == "A row a thing. More."
    assert head.columns == {"a": "one two"}
    assert (head.key, head.checks) == (("a", "b"), ("a > 0",))


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty house of tables."""
    for layer in catalog.LAYERS:
        (tmp_path / layer).mkdir()
    (tmp_path / "macros.sql").write_text("")
    monkeypatch.setattr(catalog, "FOLDER", tmp_path)
    monkeypatch.setattr("etl.build.FOLDER", tmp_path)
    tables.cache_clear()
    yield tmp_path
    tables.cache_clear()


def write(house: Path, name: str, query: str, head: str = "-- key: a") -> None:
    layer, _, table = name.partition(".")
    (house / layer / f"{table}.sql").write_text(f"-- A row a thing.\n--\n{head}\n{query}\n")


def built(house: Path) -> duckdb.DuckDBPyConnection:
    db = open_database(":memory:")
    build_tables(db, (), frozenset())
    return db


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("select 1 as a from marts.x", "may not read marts.x: data goes down"),
        ("select 1 as a from staged.nowhere", "reads staged.nowhere, which no file tells of"),
        ("select 1 as a from given.things", "reads given.things"),
        ("select from where", "syntax error"),
    ],
)
def test_a_table_reads_its_own_layer_or_a_lower_one(house: Path, query: str, told: str) -> None:
    write(house, "marts.x", "select 1 as a")
    write(house, "staged.t", query)
    with pytest.raises(CatalogError, match=told):
        tables()


def test_a_circle_is_told(house: Path) -> None:
    write(house, "staged.one", "select a from staged.two")
    write(house, "staged.two", "select a from staged.one")
    with pytest.raises(CatalogError, match="in a circle"):
        tables()


def test_what_a_select_reads_is_found_in_joins_unions_and_subqueries(house: Path) -> None:
    for name in ("one", "two", "three", "four"):
        write(house, f"staged.{name}", "select 1 as a")
    query = (
        "with q as (select a from staged.one) select a from q join staged.two using (a) "
        "where a in (select a from staged.three) union all select a from staged.four"
    )
    write(house, "marts.t", query)
    found = read_table(house / "marts" / "t.sql").reads
    assert found == {"staged.one", "staged.two", "staged.three", "staged.four"}


@pytest.mark.parametrize(
    ("query", "head", "told"),
    [
        ("select unnest([1, 1]) as a", "-- key: a", "key a is doubled in 1 rows"),
        ("select unnest([1, null]) as a", "-- key: a", "key a is empty in 1 rows"),
        ("select 1 as a", "-- key: a\n-- check: a > 1", "check a > 1 does not hold"),
        ("select 1 as a", "-- b: nothing\n-- key: a", r"the head tells of \['b'\]"),
        ("select 1 as a", "-- key: c", r"the head tells of \['c'\]"),
        ("select no_such as a", "-- key: a", "marts.t: Binder Error"),
    ],
)
def test_a_broken_promise_stops_the_build(house: Path, query: str, head: str, told: str) -> None:
    write(house, "marts.t", query, head)
    with pytest.raises(BrokenPromise, match=told):
        built(house)


def test_a_check_holds_where_it_is_unknown(house: Path) -> None:
    write(house, "marts.t", "select 1 as a, null as b", "-- key: a\n-- check: b > 0")
    assert built(house).sql("select count(*) from marts.t").fetchall() == [(1,)]


def test_the_head_becomes_the_comment_in_the_database(house: Path) -> None:
    write(house, "marts.t", "select 1 as a", "-- a: the one's own\n-- key: a")
    comments = built(house).sql("select comment from duckdb_columns() where table_name = 't'")
    assert comments.fetchall() == [("the one's own",)]
