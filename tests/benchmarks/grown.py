"""A refresh of a base that was not built but grown: as many articles as are asked for.

Some thousands of made articles are built from nothing. Then all that is kept of each, from its file
to its marts, is repeated under other ids, addresses, names and marks of texts, as if as many files
had been read and built; what is counted up of many articles is left to the next build. After that
one a build finds nothing to do, and a refresh of 100,000 grown articles costs what one of as many
built ones does. Built from texts, ten million mentions would take eighteen hours; grown, one.

    python -m tests.benchmarks.bench --jobs grown
    python -m tests.benchmarks.grown FOLDER 172

The second grows the working database of a data folder, and leaves the texts out: that takes half
the disk, and a refresh, which looks through them, costs a tenth less. It is to be built once more.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from etl.build import open_database
from etl.catalog import Table, tables
from etl.differences import Differences
from etl.policies import read_policies
from tests.benchmarks.made_articles import NEWEST, fill
from tests.benchmarks.made_marts import folders_at
from tests.benchmarks.measure import Cost, Result, Size, cost
from tests.benchmarks.refresh_articles import build

TIMES = 10
ARTICLES = ("article_id", "story_id", "longer_id", "shorter_id", "other_id")
CLUSTER = "cluster_id"  # the first of its articles, which is another one under other ids
IDS = ("mention_id", "article_bill_id", "text_mark")
FILES = ("file_id", "path", "url", "address_key", "source_path", "source_url")
MARKS = ("print", "line_mark", "headline_mark")
NAMES = ("holder", "holder_spelled", "speaker", "spelled")
TEXTS = ("text", "snippet")  # a build reads those of what is new
FILED = ("raw.articles", "raw.files", "staged.article_addresses", "matched.name_bones")
COUNTED = (  # a row is of many articles, or of one among many
    *("staged.cluster_parts", "staged.part_ties"),
    *("matched.spellings", "marts.voices", "marts.voice_months"),
)
LETTERS = "bdfklmnprt"  # in place of figures: a name with a figure has no bones


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure a refresh of a base that was built, and of one grown ten times as large."""
    many, new = size.articles, max(1, size.articles // 1000)
    with open_database(str(folders_at(folder).working)) as db:
        fill(db, read_policies(folders_at(folder).policies), 0, many)
    build(folder)
    built = _refreshed(folder, many, new, size.tries)
    with open_database(str(folders_at(folder).working)) as db:
        grow(db, TIMES)
    build(folder)
    grown = _refreshed(folder, many, new, size.tries)
    told = f"{many:,} to {TIMES * many:,} articles, {new:,} new"
    ratio = grown.cpu_s / built.cpu_s
    beside = "how many times dearer"
    yield Result("refresh of a grown base", told, beside, ratio, peak_mb=grown.peak_mb)


def _refreshed(data: Path, articles: int, new: int, tries: int) -> Cost:
    """Return what a refresh costs that finds some new articles in a built data folder."""
    here = folders_at(data)
    built, filled = data / "built", data / "filled"
    shutil.copy(here.working, built)
    with open_database(str(here.working)) as db:
        fill(db, read_policies(here.policies), articles, articles + new, NEWEST)
    shutil.copy(here.working, filled)
    spent = cost(build, data, tries=tries, before=lambda: shutil.copy(filled, here.working))
    shutil.copy(built, here.working)
    return spent


def grow(db: duckdb.DuckDBPyConnection, times: int, texts: bool = True) -> None:
    """Repeat what is kept of each article, so that there is as many times as much of it."""
    repeated = [t for t in tables() if _repeated(db, t)]
    for table in repeated:  # as it is before any is repeated
        db.execute(f'create temp table "{table.full_name}" as from {table.full_name}')
    db.execute("""
        create temp table keys as
        select distinct article_id, address_key
        from staged.article_ids join staged.article_tellings using (file_id, row)
    """)
    db.execute("""
        create temp table rare as
        select holder from matched.name_bones
        where bones is not null and told <= 3
        and holder not in (select holder from matched.spellings)
    """)
    for n in range(1, times):
        db.execute("begin")
        _repeat(db, repeated, n, texts)
        db.execute("commit")
    common = 'select holder from temp."matched.name_bones" where holder not in (from rare)'
    db.execute(f"update matched.name_bones set told = told * {times} where holder in ({common})")
    _leave_to_the_build(db, repeated)


def _repeated(db: duckdb.DuckDBPyConnection, table: Table) -> bool:
    """Return whether each row of a table is of one article, text, line or name."""
    held = {c[0] for c in db.execute(f"describe {table.full_name}").fetchall()}
    apart = table.full_name in FILED or held & {*ARTICLES, CLUSTER, *IDS, *MARKS}
    return bool(apart) and table.full_name not in COUNTED


def _repeat(db: duckdb.DuckDBPyConnection, repeated: Sequence[Table], n: int, texts: bool) -> None:
    db.execute(f"""
        create or replace temp table others as
        select article_id, 'a' || left(sha256(address_key || '~{n}'), 16) as other from keys
    """)
    db.execute(f"""
        create or replace temp table firsts as
        select {CLUSTER} as article_id, min(other) as other
        from temp."staged.clusters" join others using (article_id)
        group by {CLUSTER}
    """)
    for table in repeated:
        columns = [c[0] for c in db.execute(f'describe temp."{table.full_name}"').fetchall()]
        told = ((name, _other(name, n, texts)) for name in columns)
        replaced = ", ".join(f"{other} as {name}" for name, other in told if other)
        ids = [(name, "others") for name in columns if name in ARTICLES]
        ids += [(name, "firsts") for name in columns if name == CLUSTER]
        joined = " ".join(
            f"left join {of} as of_{name} on of_{name}.article_id = told.{name}" for name, of in ids
        )
        rare = "where told.holder in (from rare)" if table.name == "name_bones" else ""
        db.execute(
            f"insert into {table.full_name} select told.* replace ({replaced}) "
            f'from temp."{table.full_name}" as told {joined} {rare}'
        )


def _other(name: str, n: int, texts: bool) -> str | None:
    """Return what stands in a column of a repeated row; None where what stood there before."""
    word = "".join(f"a{LETTERS[int(figure)]}" for figure in str(n))
    if name in (*ARTICLES, CLUSTER):
        return f"of_{name}.other"
    if name in (*IDS, *FILES):
        return f"told.{name} || '~{n}'"
    if name in MARKS:
        return f"xor(told.{name}, (hash({n}) >> 1)::bigint)"
    if name in NAMES:
        return f"if(told.{name} in (from rare), told.{name} || ' {word.title()}', told.{name})"
    if name == "bones":
        return f"told.bones || ' a{word.replace('a', '')}'"
    return "null::varchar" if name in TEXTS and not texts else None


def _leave_to_the_build(db: duckdb.DuckDBPyConnection, repeated: Sequence[Table]) -> None:
    """Forget by what method the tables were made that are counted up of those repeated."""
    moved = {table.full_name for table in repeated}
    ids = frozenset(table.head.by.column for table in tables() if table.head.by)
    differences = Differences(db, ids)
    for table in tables():
        if table.full_name in ("raw.articles", "raw.files"):
            differences.look(table.full_name)
            differences.keep(table)
        elif table.full_name not in moved and table.reads & moved:
            moved.add(table.full_name)
            db.execute("delete from kept.methods where name = ?", [table.full_name])


if __name__ == "__main__":
    with open_database(str(folders_at(Path(sys.argv[1])).working)) as opened:
        grow(opened, int(sys.argv[2]), texts=False)
