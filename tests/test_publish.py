"""A version is whole or not there; readers keep the one they hold; two refreshers never meet."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import duckdb
import pytest

from etl.folders import Folders
from etl.publish import current
from etl.refresh import Busy, alone, refresh


def build(here: Folders) -> str:
    done = refresh(here, lambda line: None, web=False)
    assert done.version is not None
    return done.version.name


def count(here: Folders, table: str) -> int:
    version = current(here)
    assert version is not None
    with duckdb.connect(str(version), read_only=True) as db:
        return int(db.sql(f"select count(*) from marts.{table}").fetchall()[0][0])


def test_a_file_per_version_and_a_pointer_and_three_are_kept(here: Folders) -> None:
    names = [build(here) for _ in range(4)]
    assert names == [f"lawbeat-{n}.duckdb" for n in (1, 2, 3, 4)]
    held = sorted(p.name for p in here.published.iterdir())
    assert held == ["current", "health.json", *names[1:]]
    assert (here.published / "current").read_text() == "lawbeat-4.duckdb\n"


def test_a_reader_keeps_the_version_it_holds(here: Folders) -> None:
    build(here)
    version = current(here)
    reader = duckdb.connect(str(version), read_only=True)
    build(here)
    assert reader.sql("select version from marts.version").fetchall() == [(1,)]
    assert current(here) != version
    reader.close()


def test_only_marts_are_published(here: Folders) -> None:
    build(here)
    with duckdb.connect(str(current(here)), read_only=True) as db:
        schemas = db.sql("select distinct schema_name from duckdb_tables()").fetchall()
    assert schemas == [("marts",)]


def test_what_a_stopped_build_left_is_swept(here: Folders) -> None:
    here.published.mkdir(parents=True)
    (here.published / ".build-7.duckdb").write_bytes(b"torn")
    build(here)
    assert not list(here.published.glob(".build-*"))


def test_a_damaged_working_file_is_made_again(here: Folders) -> None:
    build(here)
    articles = count(here, "articles")
    here.working.write_bytes(b"not a database" * 1000)
    told: list[str] = []
    refresh(here, told.append, web=False)
    assert any("made again from data/raw" in line for line in told)
    assert count(here, "articles") == articles


def test_a_second_refresher_says_so_and_leaves(here: Folders) -> None:
    with alone(here), pytest.raises(Busy, match=f"process {os.getpid()}"), alone(here):
        pass


def test_the_lock_of_a_dead_process_is_taken_over(here: Folders) -> None:
    held = "import time, etl.refresh, etl.folders\n"
    held += (
        "with etl.refresh.alone(etl.folders.folders()): print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", held], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(Busy), alone(here):
        pass
    holder.kill()
    holder.wait()
    with alone(here):
        pass


def test_killed_at_any_moment_the_published_version_is_whole(here: Folders) -> None:
    build(here)
    articles = count(here, "articles")
    for after in (0.3, 0.8, 1.2, 1.6, 2.0, 2.4):
        run = subprocess.Popen(
            [sys.executable, "-m", "etl", "build"], stdout=subprocess.DEVNULL, env=dict(os.environ)
        )
        time.sleep(after)
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert count(here, "articles") == articles
    assert build(here) == current(here).name  # type: ignore[union-attr]
    assert count(here, "articles") == articles
