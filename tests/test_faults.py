"""Faults of the machine, each with the words that help: what was published still stands, and the
next run heals."""

from __future__ import annotations

import ctypes
import json
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from etl import export as export_file
from etl import working as working_file
from etl.__main__ import main
from etl.answers import NotAsked
from etl.build import BrokenPromise
from etl.folders import Folders, folders
from etl.keep import LOG
from etl.kept_rows import folder as kept_folder
from etl.patience import FILE, Patience
from etl.publish import current, trouble
from etl.refresh import Busy, alone, refresh
from etl.watermarks import move, watermarks
from tests.drill.stage import Content, made

Fault = Callable[[Folders], None]


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Content]:
    """A small data folder that was built twice."""
    folder = tmp_path_factory.mktemp("standing") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWBEAT_DATA", str(folder))
        patch.setenv("LAWBEAT_GDELT", "0")
        patch.delenv("LAWBEAT_POLICIES", raising=False)
        here, content = made(folder), Content()
        for n in (1, 2):
            content.drop(here, n)
            refresh(here, lambda line: None, web=False)
    return folder, content


@pytest.fixture
def place(
    standing: tuple[Path, Content], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Folders:
    """A copy of it, for one fault."""
    shutil.copytree(standing[0], tmp_path / "data")
    monkeypatch.setenv("LAWBEAT_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("LAWBEAT_POLICIES", raising=False)
    return folders()


def built(here: Folders) -> list[str]:
    """Refresh from what is at hand; returns what was told."""
    told: list[str] = []
    refresh(here, told.append, web=False)
    return told


def held(here: Folders) -> list[tuple[str, str]]:
    """Return the bills of the version that readers see."""
    with duckdb.connect(str(current(here)), read_only=True) as db:
        return db.sql("select bill_id, title from marts.bills order by all").fetchall()


def etl(*words: str, before: Callable[[], object] | None = None) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "etl", *words],
        capture_output=True,
        text=True,
        env=dict(os.environ),
        preexec_fn=before,
    )
    return done.returncode, done.stdout + done.stderr


def small_files() -> None:
    """Let no file grow past a megabyte: what a full disk says, said by the kernel."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))


def obey_permissions() -> None:
    """Take from root what lets it write where it may not; for others nothing is to be done."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE


def test_a_full_disk_is_told_and_what_was_published_stands(place: Folders) -> None:
    before, bills = current(place), held(place)
    place.working.unlink()
    code, told = etl("build", before=small_files)
    assert (code, current(place), held(place)) == (2, before, bills)
    assert re.search(r"\.duckdb(\.wal)?: it cannot be written .*File too large", told)
    assert "Traceback" not in told
    built(place)
    assert current(place) != before
    assert held(place) == bills


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; only root may have one, and not in every container."""
    place = tmp_path / "disk"
    place.mkdir()
    made_ = ["mount", "-t", "tmpfs", "-o", "size=64m", "lawbeat", str(place)]
    if shutil.which("mount") is None or subprocess.run(made_, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def leave(disk: Path, kib: int) -> None:
    """Make a disk so small that no more than this is free on it."""
    now = os.statvfs(disk)
    size = (now.f_blocks - now.f_bfree) * now.f_frsize + kib * 1024
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


def test_a_disk_that_is_full_at_any_step_is_told_and_room_heals_it(
    place: Folders, disk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(place.data, disk / "data")
    monkeypatch.setenv("LAWBEAT_DATA", str(disk / "data"))
    here, content = folders(), Content()
    bills = held(here)
    for kib, file in ((0, "data"), (64, "working.duckdb(.wal)?"), (3_000, "build-3.duckdb|wal")):
        leave(disk, kib)
        assert main(["build"]) == 2
        told = capsys.readouterr().out.splitlines()[-1]
        assert re.search(rf"({file}): .*No space left on device", told)
        assert (current(here), held(here)) == (here.published / "lawbeat-2.duckdb", bills)
        assert not list(here.published.glob(".build-*"))
    leave(disk, 40_000)
    content.drop(here, 3)
    assert main(["build"]) == 0
    assert current(here) == here.published / "lawbeat-3.duckdb"
    assert len(held(here)) == len(bills) + 1


def test_exports_that_cannot_be_written_are_told_and_what_is_published_stands(
    place: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = duckdb.IOException("IO Error: Could not write file: No space left on device")
    monkeypatch.setattr(export_file, "_copy", lambda *given: (_ for _ in ()).throw(full))
    assert main(["export"]) == 2
    told = capsys.readouterr().out
    assert "exports: they cannot be written (IO Error: Could not write" in told
    assert "lawbeat-2 is published: make room, then `python -m etl export`" in told


def test_a_folder_that_may_not_be_written_is_told(place: Folders) -> None:
    before = current(place)
    held_files = [place.data, place.published, place.raw, *place.data.glob("refresh*")]
    for file in (*held_files, place.working):
        file.chmod(0o555 if file.is_dir() else 0o444)
    try:
        code, told = etl("build", before=obey_permissions)
    finally:
        for file in (*held_files, place.working):
            file.chmod(0o755)
    assert (code, current(place)) == (2, before)
    assert "Permission denied" in told
    assert "Traceback" not in told


def test_a_data_folder_that_is_gone_is_made_anew(place: Folders) -> None:
    shutil.rmtree(place.data)
    code, told = etl("build")
    assert "published lawbeat-1" in told
    assert code in (0, 1)


def flip(file: Path, start: int, step: int) -> None:
    content = bytearray(file.read_bytes())
    for place in range(start, len(content), step):
        content[place] ^= 255
    file.write_bytes(content)


WORKING: list[tuple[str, Fault, str]] = [
    ("no database at all", lambda h: h.working.write_bytes(b"no database" * 999), "made again"),
    ("its first block rotted", lambda h: flip(h.working, 100, 50), "made again"),
    ("it is empty", lambda h: h.working.write_bytes(b""), ""),
    ("it is gone", lambda h: h.working.unlink(), ""),
    ("its log is torn", lambda h: Path(f"{h.working}.wal").write_bytes(b"torn" * 99), ""),
]


@pytest.mark.parametrize(("fault", "words"), [w[1:] for w in WORKING], ids=[w[0] for w in WORKING])
def test_a_working_file_that_is_ill_is_made_again(place: Folders, fault: Fault, words: str) -> None:
    bills = held(place)
    fault(place)
    told = built(place)
    assert held(place) == bills
    assert any(words in line for line in told)


ROT = "IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2"
LATER = [
    (duckdb.IOException(ROT), OSError, "run again, and it is made from data/raw", True),
    (duckdb.IOException("Could not write: No space left on device"), OSError, "written", False),
    (duckdb.BinderException("no such column"), duckdb.BinderException, "no such column", False),
    (BrokenPromise("raw.bills: key is doubled"), BrokenPromise, "key is doubled", False),
]


@pytest.mark.parametrize(("error", "raised", "words", "removed"), LATER)
def test_what_shows_only_at_work_is_told_and_rot_is_healed_by_the_next_run(
    place: Folders, error: Exception, raised: type[Exception], words: str, removed: bool
) -> None:
    with pytest.raises(raised, match=words), working_file.working(place, lambda line: None):
        raise error
    assert place.working.exists() is not removed
    built(place)
    assert current(place) == place.published / "lawbeat-3.duckdb"


OPENING = [
    ("Could not set lock on file", "another program has it open", True),
    ("IO Error: Cannot open file: Permission denied", "it cannot be opened", True),
    ("IO Error: No space left on device", "it cannot be opened", True),
    ("Trying to read a database file with version number 99", "another version of DuckDB", False),
]


@pytest.mark.parametrize(("error", "words", "raises"), OPENING)
def test_what_is_not_the_files_own_fault_leaves_it_alone(
    place: Folders, monkeypatch: pytest.MonkeyPatch, error: str, words: str, raises: bool
) -> None:
    opened = working_file.open_database
    errors = [duckdb.IOException(error)]

    def open_database(path: str) -> duckdb.DuckDBPyConnection:
        if errors:
            raise errors.pop()
        return opened(path)

    monkeypatch.setattr(working_file, "open_database", open_database)
    size = place.working.stat().st_size
    told: list[str] = []
    if raises:
        with pytest.raises(OSError, match=words), working_file.working(place, told.append):
            pass
        assert place.working.stat().st_size == size
    else:
        with working_file.working(place, told.append):
            pass
        assert words in told[0]


PUBLISHED: list[tuple[str, Fault, str | None]] = [
    (
        "the newest rotted",
        lambda h: flip(h.published / "lawbeat-2.duckdb", 0, 7),
        r"lawbeat-2.duckdb cannot be opened \(.+\); lawbeat-1 stands in its stead",
    ),
    (
        "the newest is cut",
        lambda h: os.truncate(h.published / "lawbeat-2.duckdb", 5_000),
        "lawbeat-1 stands in its stead",
    ),
    (
        "the newest is gone",
        lambda h: (h.published / "lawbeat-2.duckdb").unlink(),
        "lawbeat-1 stands in its stead",
    ),
    ("the pointer is gone", lambda h: (h.published / "current").unlink(), None),
    ("the pointer is torn", lambda h: (h.published / "current").write_bytes(b"\xff\xfela"), None),
]


@pytest.mark.parametrize(
    ("fault", "words"), [p[1:] for p in PUBLISHED], ids=[p[0] for p in PUBLISHED]
)
def test_a_version_that_cannot_be_opened_gives_way_to_the_one_before(
    place: Folders, fault: Fault, words: str | None
) -> None:
    fault(place)
    seen = current(place)
    assert seen is not None
    assert seen.name == ("lawbeat-1.duckdb" if words else "lawbeat-2.duckdb")
    assert (trouble(place) is None) is (words is None)
    if words:
        with pytest.raises(AssertionError, match=words):
            raise AssertionError(trouble(place))


def test_the_next_refresh_heals_a_version_that_rotted(place: Folders) -> None:
    bills = held(place)
    flip(place.published / "lawbeat-2.duckdb", 0, 7)
    built(place)
    assert (trouble(place), held(place)) == (None, bills)
    assert current(place) == place.published / "lawbeat-3.duckdb"


def test_two_refreshers_one_says_so_and_leaves(place: Folders) -> None:
    with alone(place):
        code, told = etl("build")
    assert code == 2
    assert f"another refresh is at work (process {os.getpid()}); this one leaves" in told


def test_a_lock_file_of_a_dead_process_is_taken_over(place: Folders) -> None:
    (place.data / "refresh.lock").write_text("99999999")
    with alone(place):
        pass
    with pytest.raises(Busy), alone(place), alone(place):
        pass


def test_an_older_working_file_is_brought_forward(place: Folders) -> None:
    bills = held(place)
    with duckdb.connect(str(place.working)) as db:
        db.execute("update kept.shape set shape = 'of an older Lawbeat'")
        db.execute("alter table raw.bills drop column title")
    built(place)
    assert held(place) == bills


def test_a_clock_that_went_back_stops_nothing(place: Folders) -> None:
    years = datetime.now(UTC) + timedelta(days=2000)
    line = place.refreshes.read_text().splitlines()[-1]
    ahead = json.loads(line) | {"refresh_id": years.isoformat(), "started_at": years.isoformat()}
    with place.refreshes.open("a") as log:
        log.write(json.dumps(ahead) + "\n")
    bills = held(place)
    built(place)
    assert held(place) == bills
    move(place.raw / "feeds", "a series", years)
    assert watermarks(place.raw / "feeds") == {}  # asked from the start


@pytest.mark.parametrize(("hours", "asked"), [(2, False), (20, False), (26, True), (40_000, True)])
def test_a_wait_that_no_clock_could_mean_is_over(tmp_path: Path, hours: int, asked: bool) -> None:
    told = {"failures": 1, "tried_at": "2026-01-01T00:00:00+00:00", "reason": "it answers 500"}
    until = (datetime.now(UTC) + timedelta(hours=hours)).isoformat()
    (tmp_path / FILE).write_text(json.dumps({"https://a.example/": told | {"until": until}}))
    patience = Patience(tmp_path, ladder=True)
    if asked:
        patience.check("https://a.example/")
    else:
        with pytest.raises(NotAsked):
            patience.check("https://a.example/")


def rows_of(here: Folders, name: str) -> list[tuple[str, int]]:
    query = (
        "select f.status, count(b.bill_id) from raw.files as f left join raw.bills as b "
        f"using (file_id) where f.path like '%{name}%' group by all"
    )
    with duckdb.connect(str(here.working), read_only=True) as db:
        return db.sql(query).fetchall()


@pytest.mark.parametrize("shape", [False, True])
def test_rows_that_no_file_tells_any_more_outlive_the_working_file(
    place: Folders, shape: bool
) -> None:
    file = next((place.raw / "inbox").glob("*hr9001-1.xml"))
    whole = file.read_bytes()
    file.write_bytes(b"<billStatus")
    bills = held(place)
    built(place)
    assert rows_of(place, file.name) == [("kept", 1)]
    if shape:
        with duckdb.connect(str(place.working)) as db:
            db.execute("update kept.shape set shape = 'of an older Lawbeat'")
    else:
        place.working.unlink()
    built(place)
    assert (rows_of(place, file.name), held(place)) == ([("kept", 1)], bills)
    file.write_bytes(whole)
    built(place)
    assert (rows_of(place, file.name), held(place)) == ([("read", 1)], bills)
    with duckdb.connect() as db:
        listed = kept_folder(place) / "files.parquet"
        assert db.sql(f"select count(*) from '{listed}'").fetchall() == [(0,)]


def test_a_damaged_memory_of_kept_rows_stops_nothing(place: Folders) -> None:
    kept_folder(place).mkdir()
    (kept_folder(place) / "files.parquet").write_bytes(b"rot")
    bills = held(place)
    place.working.unlink()
    built(place)
    assert held(place) == bills


def test_a_torn_line_in_every_log_is_left_out(place: Folders) -> None:
    for log in (place.refreshes, place.raw / "inbox" / LOG):
        with log.open("ab") as file:
            file.write(b'{"name": "tor')
    bills = held(place)
    built(place)
    assert held(place) == bills


def test_a_file_name_that_is_no_text_is_read_all_the_same(place: Folders) -> None:
    name = os.fsencode(str(place.inbox)) + b"/clip\xff\xfe.txt"
    try:
        Path(os.fsdecode(name)).write_text("Title: The Made Policy Act\n\nIt must be repealed.")
    except OSError:
        pytest.skip("this disk holds no such name")
    built(place)
    assert current(place) == place.published / "lawbeat-3.duckdb"


def test_corrections_that_are_locked_or_ill_are_told_and_the_build_goes_on(place: Folders) -> None:
    place.corrections.write_bytes(b"no database" * 99)
    done = refresh(place, lambda line: None, web=False)
    assert "corrections.sqlite" in " ".join(done.troubles)
    assert done.failed
    place.corrections.unlink()
    with sqlite3.connect(place.corrections) as db:
        db.execute("create table other (x)")
    done = refresh(place, lambda line: None, web=False)
    assert "it is no file of corrections" in " ".join(done.troubles)
