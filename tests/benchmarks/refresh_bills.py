"""A refresh of the load where 0.1 % of the files in the zips changed, beside a full load."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import bills
from tests.benchmarks.load_bills import SOURCE, folders_at, forget, load_all
from tests.benchmarks.measure import Result, Size, at_least, cost


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Load zips, change a thousandth of their files, and load again from the state before."""
    here = folders_at(folder / "refresh")
    changed = max(1, size.files // 1000)
    bills.zips(here.raw / SOURCE, size.files)
    full = cost(load_all, here.data, tries=size.tries, before=lambda: forget(here.data))
    before = folder / "before.duckdb"
    shutil.copy(here.working, before)
    bills.zips(here.raw / SOURCE, size.files, changed, level=1)

    def as_before() -> None:
        forget(here.data)
        shutil.copy(before, here.working)

    ours = cost(load_all, here.data, tries=size.tries, before=as_before)
    told = f"{changed:,} of {size.files:,} files changed"
    yield at_least(40, "refresh of the load", told, "a full load: how many times ours", ours, full)
