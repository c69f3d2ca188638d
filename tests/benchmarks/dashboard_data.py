"""What the dashboard asks of a published file, beside SQLite with indexes and beside pandas.

Five questions of an analyst: coverage by day and group, stance by month, articles in which a word
stands, stance by outlet, all of one article. The marts keep the first two ready; the others are
asked of the mentions. Then every page is run (`page_runs`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl.publish import current
from tests.benchmarks.made_marts import ARTICLES, build, folders_at, grow
from tests.benchmarks.measure import Result, Size, at_least, at_most, cost
from tests.benchmarks.page_runs import pages

JOB, POLICY, WORD = "dashboard queries", "section-907", "vital"
CUBE = "from marts.coverage where policy_id = ? and grain = 'day' order by all"
OURS = (
    (CUBE, (POLICY,)),
    ("from marts.stance where policy_id = ? and grain = 'month' order by all", (POLICY,)),
    (
        "select article_id, title, published_on from marts.mentions where policy_id = ? "
        "and contains(lower(sentence), ?) order by published_on desc limit 1000",
        (POLICY, WORD),
    ),
    (
        "select outlet, stance, count(*) from marts.mentions where policy_id = ? and counts "
        "group by all order by all",
        (POLICY,),
    ),
)
ONE = "select * from {}mentions where article_id = ?"
THEIRS = (
    (
        "select published_on, group_name, count(distinct article_id), count(distinct story_id) "
        "from mentions where policy_id = ? and about_policy group by 1, 2 order by 1, 2",
        (POLICY,),
    ),
    (
        "select published_month, group_name, stance, count(*) from mentions "
        "where policy_id = ? and counts group by 1, 2, 3 order by 1, 2, 3",
        (POLICY,),
    ),
    (
        "select article_id, title, published_on from mentions where policy_id = ? "
        "and lower(sentence) like '%' || ? || '%' order by published_on desc limit 1000",
        (POLICY, WORD),
    ),
    (
        "select outlet, stance, count(*) from mentions where policy_id = ? and counts "
        "group by 1, 2 order by 1, 2",
        (POLICY,),
    ),
)
INDEXES = ("policy_id, published_on", "policy_id, outlet", "article_id")
COLUMNS = (
    "mention_id, article_id, story_id, policy_id, group_name, outlet, holder, stance, counts, "
    "about_policy, published_on, published_month, title, sentence"
)


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Build, grow to a tenth and to the whole, and ask at both."""
    made = folder / "made"
    build(made, min(ARTICLES, max(40, size.mentions // 10)))
    few = grow(made, size.mentions // 10)
    before = cost(cube, _file(made), tries=size.tries, times=20, made_by=opened)
    many = grow(made, size.mentions)
    file, told = _file(made), f"{many:,} mentions"
    grown = cost(cube, file, tries=size.tries, times=20, made_by=opened)
    beside = f"{few:,} mentions: the daily cube takes how many times as long"
    yield at_most(2, JOB, told, beside, grown, before)
    ours = cost(by_marts, file, tries=size.tries, times=3, made_by=opened)
    beside = _in_sqlite(file, folder / "mentions.sqlite")
    theirs = cost(by_sqlite, beside, tries=size.tries)
    yield at_least(8, JOB, told, "SQLite with indexes: how many times ours", ours, theirs)
    theirs = cost(by_pandas, file, tries=size.tries, made_by=frame)
    yield at_least(3, JOB, told, "pandas, all in memory: how many times ours", ours, theirs)
    yield from pages(made, told, 3 * size.tries)


def _file(data: Path) -> str:
    return str(current(folders_at(data)))


def opened(file: str) -> tuple[duckdb.DuckDBPyConnection]:
    """Return a connection to a published file: the dashboard opens a version once."""
    return (duckdb.connect(file, read_only=True),)


def cube(db: duckdb.DuckDBPyConnection) -> None:
    """Ask for the daily cube of one policy."""
    db.execute(CUBE, (POLICY,)).df()


def by_marts(db: duckdb.DuckDBPyConnection) -> None:
    """Ask the five questions as the dashboard does."""
    for sql, params in OURS:
        found = db.execute(sql, params).df()
    article = db.execute("select article_id from marts.mentions limit 1").fetchall()[0][0]
    assert len(found)
    assert len(db.execute(ONE.format("marts."), (article,)).df())


def by_sqlite(file: str) -> None:
    """Ask them of SQLite."""
    with closing(sqlite3.connect(file)) as db:
        for sql, params in THEIRS:
            found = pd.read_sql_query(sql, db, params=params)
        (article,) = db.execute("select article_id from mentions limit 1").fetchone()
        assert len(found)
        assert len(pd.read_sql_query(ONE.format(""), db, params=(article,)))


def _in_sqlite(file: str, place: Path) -> str:
    """Put the mentions into SQLite, with an index for every question."""
    with duckdb.connect(file, read_only=True) as db, closing(sqlite3.connect(place)) as into:
        told = db.execute(f"select {COLUMNS} from marts.mentions")
        names = [column[0] for column in told.description]
        into.execute(f"create table mentions ({', '.join(names)})")
        marks = ", ".join("?" * len(names))
        while rows := told.fetchmany(50_000):
            plain = [[_plain(value) for value in row] for row in rows]
            into.executemany(f"insert into mentions values ({marks})", plain)
        for number, columns in enumerate(INDEXES):
            into.execute(f"create index by_{number} on mentions ({columns})")
        into.execute("analyze")
        into.commit()
    return str(place)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def frame(file: str) -> tuple[pd.DataFrame]:
    """Return the mentions as a frame, its reading not counted."""
    with duckdb.connect(file, read_only=True) as db:
        return (db.execute(f"select {COLUMNS} from marts.mentions").df(),)


def by_pandas(told: pd.DataFrame) -> None:
    """Ask them of a frame."""
    own = told[told["policy_id"] == POLICY]
    of_it, counting = own[own["about_policy"]], own[own["counts"]]
    days = of_it.groupby(["published_on", "group_name"], observed=True)
    days[["article_id", "story_id"]].nunique()
    counting.groupby(["published_month", "group_name", "stance"], observed=True).size()
    found = own[own["sentence"].str.lower().str.contains(WORD, regex=False, na=False)]
    found.sort_values("published_on", ascending=False).head(1000)
    assert len(counting.groupby(["outlet", "stance"], observed=True, dropna=False).size())
    assert len(told[told["article_id"] == told["article_id"].iloc[0]])
