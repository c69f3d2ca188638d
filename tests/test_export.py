"""Exports: every mart as CSV and Parquet, whole, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl.export import export
from etl.folders import Folders
from etl.refresh import refresh

DANGER = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://evil.example")']


@pytest.mark.parametrize("cell", DANGER)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(
    cell: str, tmp_path: Path, here: Folders
) -> None:
    version = tmp_path / "v.duckdb"
    with duckdb.connect(str(version)) as db:
        db.execute("create schema marts")
        db.execute("create table marts.things as select ? as name, -2 as score", [cell])
    export(version, here)
    with (here.exports / "things.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1] == ["'" + cell, "-2"]
    assert pd.read_parquet(here.exports / "things.parquet")["name"][0] == cell


def test_every_mart_is_exported_and_the_dictionary_tells_of_each(here: Folders) -> None:
    done = refresh(here, lambda line: None, web=False)
    names = {p.name for p in done.exported}
    with duckdb.connect(str(done.version), read_only=True) as db:
        marts = {r[0] for r in db.sql("select table_name from duckdb_tables()").fetchall()}
        rows = {m: db.sql(f"select count(*) from marts.{m}").fetchall()[0][0] for m in marts}
    assert names == {f"{m}.{ending}" for m in marts for ending in ("csv", "parquet")}
    for mart in marts:
        assert len(pd.read_csv(here.exports / f"{mart}.csv")) == rows[mart]
        assert len(pd.read_parquet(here.exports / f"{mart}.parquet")) == rows[mart]
    told = pd.read_csv(here.exports / "dictionary.csv")
    assert set(told["table_name"]) == marts - {"dictionary"}
    listed = told.dropna(subset="column_name").groupby("table_name")["column_name"].apply(list)
    for mart in marts - {"dictionary"}:
        assert listed[mart] == list(pd.read_csv(here.exports / f"{mart}.csv", nrows=0).columns)
    assert not list(here.exports.glob(".*"))
