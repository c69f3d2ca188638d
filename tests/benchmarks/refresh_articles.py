"""A refresh with 0.1 % new articles beside a build of all: matching, stances, stories and marts.

What is new was published on the newest two days, as in a refresh twice a day. The rules judge: the
encoder would only make a build of all dearer, and the ratio larger. A million articles take over an
hour: `python -m tests.benchmarks.bench --jobs refresh_articles --articles 1000000`. What a straight
line from fewer leads to takes what is bounded (words that tell sides apart) to grow on.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl.build import build_tables, open_database
from etl.given import give_settings
from etl.judges import CHOICE, RULES
from etl.policies import read_policies
from etl.shelf import kept_tables
from tests.benchmarks.made_articles import NEWEST, fill
from tests.benchmarks.made_marts import folders_at
from tests.benchmarks.measure import Cost, Result, Size, at_least, cost

JOB = "refresh of articles"
A_MENTION = 1.65  # articles: half of those that are made name no policy


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure a build and a refresh at two sizes, and say what they lead to at a million."""
    many = size.articles
    small, large = (_costs(folder, articles, size.tries) for articles in (many // 4, many))
    for articles, (whole, new, _) in ((many // 4, small), (many, large)):
        told = f"{_new(articles):,} of {articles:,} articles new"
        beside = "a build of all: how many times ours"
        yield Result(JOB, told, beside, whole.cpu_s / new.cpu_s, peak_mb=new.peak_mb)
    for what, place in (("0.1 % new", 1), ("nothing new", 2)):
        ratio = large[place].cpu_s / small[place].cpu_s
        yield Result(JOB, f"{many // 4:,} to {many:,}, {what}", "how many times dearer", ratio)
    wanted = round(1_000_000 * A_MENTION)
    whole, new = (_led_to(small[i], large[i], many // 4, many, wanted) for i in (0, 1))
    told = "a million mentions, led on by a straight line from these two"
    beside = "a build of all: how many times ours"
    yield at_least(40, JOB, told, beside, new, whole)


def _new(articles: int) -> int:
    return max(1, articles // 1000)


def _led_to(small: Cost, large: Cost, few: int, many: int, wanted: int) -> Cost:
    """Return what a straight line through two costs leads to."""
    slope = max(0.0, large.cpu_s - small.cpu_s) / (many - few)
    return Cost(large.cpu_s + slope * (wanted - many), large.peak_mb)


def _costs(folder: Path, articles: int, tries: int) -> tuple[Cost, Cost, Cost]:
    """Return what a build of all costs, a refresh with a thousandth new, and one with nothing."""
    data, filled, built = (folder / f"{what}-{articles}" for what in ("data", "filled", "built"))
    data.mkdir()
    working = folders_at(data).working
    with _opened(data) as db:
        fill(db, read_policies(folders_at(data).policies), 0, articles)
    shutil.copy(working, filled)
    whole = cost(build, data, tries=1, before=lambda: shutil.copy(filled, working))
    shutil.copy(working, built)
    with _opened(data) as db:
        until = articles + _new(articles)
        fill(db, read_policies(folders_at(data).policies), articles, until, NEWEST)
    shutil.copy(working, filled)
    new = cost(build, data, tries=tries, before=lambda: shutil.copy(filled, working))
    nothing = cost(build, data, tries=tries, before=lambda: shutil.copy(built, working))
    return whole, new, nothing


def build(data: Path) -> None:
    """Build what the working database holds."""
    os.environ[CHOICE] = RULES  # of this process, which does nothing else
    here = folders_at(data)
    policies = read_policies(here.policies)
    with _opened(data) as db:
        give_settings(db, here, policies, 1)
        build_tables(db, policies, kept_tables())


def _opened(data: Path) -> duckdb.DuckDBPyConnection:
    return open_database(str(folders_at(data).working))
