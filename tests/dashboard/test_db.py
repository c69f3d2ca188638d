"""The one door: versions are seen, broken ones are told, nothing outside the file is reached."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import db
import duckdb
import pytest
from published import POLICY, publish


def test_marts_are_on_the_search_path(data: Path) -> None:
    rows = db.query("from coverage where policy_id = $policy", policy=POLICY)
    assert len(rows) == 24


def test_the_current_version_is_read_at_each_call(data: Path) -> None:
    assert db.query("from version")["version"].item() == 1
    publish(data, 2)
    assert db.shown().number == 2
    assert db.query("from version")["version"].item() == 2
    publish(data, 3)
    publish(data, 4)
    assert db.query("from version")["version"].item() == 4


def test_the_pointer_decides_and_not_the_highest_number(data: Path) -> None:
    publish(data, 5)
    (data / "published" / "current").write_text("lawbeat-1.duckdb\n")
    assert db.query("from version")["version"].item() == 1


def test_a_broken_version_is_told_and_the_last_good_one_shown(data: Path) -> None:
    broken = data / "published" / "lawbeat-2.duckdb"
    broken.write_bytes(b"not a database")
    (data / "published" / "current").write_text(broken.name)
    version = db.shown()
    assert version.number == 1
    assert "lawbeat-2.duckdb cannot be opened" in str(version.trouble)


@pytest.mark.parametrize(
    "held", ["", "../../etc/passwd", "lawbeat-1.duckdb.wal", "lawbeat-99.duckdb"]
)
def test_an_odd_pointer_falls_back(data: Path, held: str) -> None:
    (data / "published" / "current").write_text(held)
    assert db.shown().number == 1


def test_nothing_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWBEAT_DATA", str(tmp_path))
    with pytest.raises(db.NothingPublished):
        db.query("from version")


@pytest.mark.parametrize(
    "sql",
    [
        "from read_text('/etc/hostname')",
        "create table marts.x (a int)",
        "delete from policies",
        "install httpfs",
        "copy policies to '/tmp/out.csv'",
    ],
)
def test_nothing_is_written_and_nothing_else_is_read(data: Path, sql: str) -> None:
    with pytest.raises(duckdb.Error):
        db.query(sql)


def test_threads_get_their_own_rows(data: Path) -> None:
    def held(number: int) -> int:
        return int(db.query(f"select $n::int as n, {number} as m", n=number)["n"].item())

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(held, range(200))) == list(range(200))


def test_a_whole_table_is_read_from_the_version_it_was_asked_of(data: Path) -> None:
    later = db.whole("version")
    publish(data, 2)
    assert later()["version"].item() == 1
    with pytest.raises(KeyError):
        db.whole("duckdb_secrets")
