"""BILLSTATUS zips of a whole Congress, from the zips to DuckDB by way of `etl.load`.

Beside it: the same zips unzipped and nothing else; the same files parsed by xmltodict and nothing
else (no dates, no rows, no tables); xmltodict, json_normalize of pandas and DuckDB, every value as
it stands: a row a bill and a row an item of each list.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl.build import open_database
from etl.folders import Folders
from etl.load import load
from tests.benchmarks import bills
from tests.benchmarks.measure import Result, Size, at_least, at_most, cost

SOURCE = "govinfo_billstatus"
JOB = "BILLSTATUS zips to DuckDB"
SAMPLE = 1_500  # files


def results(size: Size, folder: Path) -> Iterator[Result]:
    """Measure the load of all files beside unzipping them, and of a sample beside xmltodict."""
    held = bills.zips(folder / "whole" / "raw" / SOURCE, size.files)
    told = f"{held.files:,} files of {held.bytes / held.files / 1000:.0f} kB on average"
    ours = cost(
        load_all, folder / "whole", tries=size.tries, before=lambda: forget(folder / "whole")
    )
    theirs = cost(unzip, held.paths, tries=size.tries, times=8)
    yield at_most(12, JOB, told, "unzipping alone: ours is how many times", ours, theirs)
    if find_spec("xmltodict") is None:
        return
    some = bills.zips(folder / "some" / "raw" / SOURCE, min(size.files, SAMPLE))
    ours = cost(load_all, folder / "some", tries=size.tries, before=lambda: forget(folder / "some"))
    told = f"{some.files:,} files of these"
    theirs = cost(parse_alone, some.paths, tries=size.tries)
    ratio = theirs.cpu_s / ours.cpu_s
    yield Result(JOB, told, "xmltodict.parse alone, how many times ours", ratio)
    theirs = cost(xmltodict_to_duckdb, some.paths, tries=size.tries)
    yield at_least(3, JOB, told, "xmltodict, pandas, DuckDB: how many times ours", ours, theirs)


def folders_at(folder: Path) -> Folders:
    """Return a data folder that holds nothing but what came."""
    return Folders(folder, folder, folder, folder / "outlets.csv", folder / "feeds.csv")


def forget(folder: Path) -> None:
    """Leave no database, so that all is read."""
    for file in folder.glob("working.duckdb*"):
        file.unlink()


def load_all(folder: Path) -> None:
    """Load what is new in a data folder."""
    here = folders_at(folder)
    with open_database(str(here.working)) as db:
        wrong = [file for file in load(db, here) if file.reason]
    assert not wrong, wrong[:3]


def unzip(paths: tuple[Path, ...]) -> None:
    """Inflate every member."""
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                archive.read(member)


def parse_alone(paths: tuple[Path, ...]) -> None:
    """Inflate every member and make a dict of it."""
    for _ in _parsed(paths):
        pass


def xmltodict_to_duckdb(paths: tuple[Path, ...]) -> None:
    """Make a table of the bills and one of each of their lists, without types or rules."""
    lists: dict[str, list[Any]] = {"bills": []}
    for told in _parsed(paths):
        bill = told["billStatus"]["bill"]
        lists["bills"].append({k: v for k, v in bill.items() if not isinstance(v, dict)})
        for name, value in bill.items():
            lists.setdefault(name, []).extend(_items(value))
    with duckdb.connect() as db:
        for name, rows in lists.items():
            found = pd.json_normalize(rows)
            if found.columns.size:
                db.register("found", found.astype("string"))
                db.execute(f'create table "{name}" as select * from found')


def _parsed(paths: tuple[Path, ...]) -> Iterator[dict[str, Any]]:
    import xmltodict

    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                yield xmltodict.parse(archive.read(member))


def _items(value: Any) -> list[Any]:
    """Return the items of a list, whether they lie in it or one wrapper deeper."""
    if not isinstance(value, dict):
        return []
    for inside in value.values():
        if isinstance(inside, list):
            return [item for item in inside if isinstance(item, dict)]
        if isinstance(inside, dict):
            return _items(inside) or [inside]
    return []
