"""A build takes the memory that it was given, and says so where that is too little."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.__main__ import main
from etl.build import BrokenPromise, make, open_database
from etl.catalog import Head, Table
from etl.folders import Folders

WIDE = "select list(repeat('x', 1000) || n) as wide from range(200_000) as t(n)"


def test_900_mb_are_taken_where_nothing_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "select current_setting('memory_limit')"
    monkeypatch.delenv("LAWBEAT_MEMORY", raising=False)
    with open_database(":memory:") as db:
        assert db.sql(asked).fetchall() == [("858.3 MiB",)]
    monkeypatch.setenv("LAWBEAT_MEMORY", "3GiB")
    with open_database(":memory:") as db:
        assert db.sql(asked).fetchall() == [("3.0 GiB",)]


def test_what_is_no_size_is_told_and_the_working_file_stays(
    here: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_database(str(here.working)).close()
    held = here.working.read_bytes()
    monkeypatch.setenv("LAWBEAT_MEMORY", "lots")
    assert main(["build"]) == 2
    told = capsys.readouterr()
    assert "LAWBEAT_MEMORY='lots' is no size of memory" in told.out + told.err
    assert here.working.read_bytes() == held


def test_too_little_is_told_with_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWBEAT_MEMORY", "50MB")
    head = Head("A row.", {}, ("wide",), ())
    table = Table("marts", "wide", Path("wide.sql"), head, WIDE, None, frozenset())
    with open_database(":memory:") as db:
        db.execute("create schema marts")
        with pytest.raises(BrokenPromise, match=r"marts\.wide: it needs more memory; set LAWBEAT"):
            make(db, table, ())
