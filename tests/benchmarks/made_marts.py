"""A published file of as many mentions as are asked for, made by the product's own marts.

A thousand or so made articles go through the whole build, matching and judging with it. Then what
was staged and matched of each is repeated, under other ids and on other days, and the marts are
made of that. So every column holds what the product would put there, at a size for which a build
from texts would need hours. No text is repeated: no mart shows one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb

from etl.build import make, open_database
from etl.catalog import tables
from etl.folders import Folders, folders
from etl.policies import read_policies
from etl.publish import publish
from tests.benchmarks.made_articles import article

ARTICLES = 1_500
DAYS = 1_500  # over which the repetitions of an article are spread
SIZES = (100_000, 1_000_000)
NOT_REPEATED = ("article_ids", "article_addresses", "article_tellings", "corrections", "corrected")
# What copies are found by: each article's story is repeated with it, so that none is looked for.
FOR_COPIES = (
    *("texts", "article_lines", "outlet_lines", "furniture", "prints", "shared_prints"),
    *("headlines", "likely_copies", "cluster_parts", "part_ties", "clusters", "copies"),
)
IDS = ("article_id", "mention_id", "story_id", "label_id")
EARLIER = {"published_on": "day", "published_month": "month", "published_year": "year"}


def folders_at(folder: Path) -> Folders:
    """Return a data folder of its own; what ships is taken from where it ships."""
    shipped = folders()
    return Folders(folder, shipped.policies, shipped.sample, shipped.outlets, shipped.feeds)


def build(folder: Path, articles: int = ARTICLES) -> None:
    """Build a data folder from the sample and some made articles, as its user would."""
    policies = read_policies(folders().policies)
    told = [article(number, policies) for number in range(articles)]
    keys = ("url", "title", "text", "outlet", "country", "published")
    rows = [{key: getattr(one, key) for key in keys} for one in told]
    (folder / "inbox").mkdir(parents=True)
    (folder / "inbox" / "made.json").write_text(json.dumps({"articles": rows}), "utf-8")
    words = [sys.executable, "-m", "etl", "build"]
    subprocess.run(
        words, check=True, env=os.environ | {"LAWBEAT_DATA": str(folder)}, stdout=subprocess.DEVNULL
    )


def grow(folder: Path, mentions: int) -> int:
    """Repeat what is staged and matched in a built folder, make the marts of it, and publish them.

    Returns how many mentions there are.
    """
    here = folders_at(folder)
    with open_database(str(here.working)) as db:
        db.execute("set preserve_insertion_order = false")
        db.execute("set memory_limit = '80%'")  # this is made, not measured
        (held,) = db.execute("select count(*) from marts.mentions").fetchall()[0]
        _repeat(db, max(1, round(mentions / held)))
        policies = read_policies(here.policies)
        for table in tables():
            derived = table.layer == "marts" or "staged.articles" in table.reads
            if table.name in FOR_COPIES:
                continue
            if table.query and derived and not _repeated(db, table.layer, table.name):
                make(db, table, policies)
        publish(db, here, mentions)
        found = db.execute("select count(*) from marts.mentions").fetchall()[0][0]
    return int(found)


def _repeat(db: duckdb.DuckDBPyConnection, times: int) -> None:
    for table in tables():
        if _repeated(db, table.layer, table.name):
            held = {c[0] for c in db.execute(f"describe {table.full_name}").fetchall()}
            other = [f"{name} || '~' || n as {name}" for name in IDS if name in held]
            if table.full_name == "staged.articles":
                other += [f"{_earlier(name, grain)} as {name}" for name, grain in EARLIER.items()]
                other += ["null::varchar as text", "null::varchar as snippet"]
            db.execute(
                f"create or replace table {table.full_name} as select told.* replace "
                f"({', '.join(other)}) "
                f"from {table.full_name} as told, range({times}) as repeated(n)"
            )


def _earlier(name: str, grain: str) -> str:
    """Return a day some days earlier, or the month or year that it then lies in."""
    return f"date_trunc('{grain}', {name} - to_days((n * 37 % {DAYS})::integer))::date"


def _repeated(db: duckdb.DuckDBPyConnection, layer: str, name: str) -> bool:
    """Return whether each row of a table tells of one article, and is not made of other tables."""
    left = (*NOT_REPEATED, *FOR_COPIES, "article_periods")
    if layer not in ("staged", "matched") or name in left:
        return False
    held = {c[0] for c in db.execute(f"describe {layer}.{name}").fetchall()}
    return bool(held & {"article_id", "mention_id"})
