"""The back-fill past one machine: workers of a real scheduler, and storage that is no folder."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from etl import backfill_cluster
from etl.__main__ import main
from etl.backfill import ATTEMPTS, NOT_HERE, backfill
from etl.backfill_store import EXTRA, store_at
from etl.crew import Work
from etl.folders import Folders, folders
from etl.gkg_files import Outcome, Partition, bring_home, partitions, undone
from etl.policies import read_policies
from etl.sieve import mark_of
from tests.dask_machines import Machines, machines
from tests.gkg_made import line, zipped
from tests.server import Answer, Playing, body, cut_short
from tests.test_backfill import AT, DAY, STRONG, kept, policy, run, say_a_morning, stamps

pytest.importorskip("hyperscan")
pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with machines(tmp_path_factory.mktemp("cluster")) as begun:
        yield begun


@pytest.fixture
def world(here: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """A data folder, one policy, and little waiting."""
    monkeypatch.setenv("LAWBEAT_POLICIES", str(policy(tmp_path / "policies")))
    monkeypatch.setattr("etl.backfill.WAIT_S", 0.0)
    monkeypatch.setattr("etl.backfill.LOOK_S", 0.2)
    return folders()


def killing(cluster: Machines, hired: int) -> Answer:
    """Kill all workers while one of them asks, and hire others."""

    def answer(ask: BaseHTTPRequestHandler) -> None:
        cluster.kill(len(cluster.workers))
        cluster.hire(hired)
        cut_short("")(ask)

    return answer


def test_it_comes_to_the_same_as_one_process_though_workers_are_killed(
    world: Folders,
    server: Playing,
    cluster: Machines,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    say_a_morning(server, 40)
    assert run("--workers", "1") == 0
    serial = kept(world)
    assert len(serial) == 192
    monkeypatch.setenv("LAWBEAT_DATA", str(tmp_path / "again"))
    say_a_morning(server, 40, killing(cluster, 2))
    # One that is damaged for good, and one that kills whoever takes it, whenever it is taken.
    # Far apart, and from the first to kill: what is bad is never lost with a worker, but asked.
    bad, deadly = stamps(30)[18], stamps(30)[-1]
    server.say(AT.format(bad), body(zipped(STRONG)[:-30]))
    server.say(AT.format(deadly), killing(cluster, 1))
    cluster.hire(2)
    assert run("--cluster", cluster.address) == 1
    told = capsys.readouterr().out
    assert "0 done before, 152 missing in the archive, 2 set aside" in told
    assert f"set aside: {bad}.gkg.csv.zip: the zip is damaged or cut short" in told
    assert f"set aside: {deadly}.gkg.csv.zip: KilledWorker" in told
    assert server.asked.count(AT.format(bad)) >= 1 + ATTEMPTS
    say_a_morning(server, 40)
    assert run("--cluster", cluster.address) == 0
    assert "190 of them done before" in capsys.readouterr().out
    assert kept(folders()) == serial


def test_a_run_ends_where_nobody_is_left_and_says_so(
    world: Folders,
    server: Playing,
    cluster: Machines,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(backfill_cluster, "REACH_S", 2.0)
    monkeypatch.setattr(backfill_cluster, "DESERTED_S", 0.5)
    say_a_morning(server, 20, killing(cluster, 0))
    cluster.hire(not cluster.workers)
    assert run("--cluster", cluster.address) == 1
    told = capsys.readouterr().out
    assert f"no worker is left at {cluster.address}" in told
    assert len(kept(world)) < 192
    assert run("--cluster", cluster.address) == 2
    assert f"the scheduler at {cluster.address} has no worker" in capsys.readouterr().out
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    assert run("--cluster", nobody) == 2
    assert f"the scheduler at {nobody} cannot be reached" in capsys.readouterr().out


def test_a_worker_that_does_not_know_lawbeat_is_refused(
    world: Folders, cluster: Machines, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cluster.hire(1, at=tmp_path)
    assert run("--cluster", cluster.address) == 2
    told = capsys.readouterr().out
    assert "the worker at tcp://127.0.0.1:" in told
    assert "No module named 'etl'" in told
    cluster.kill(1)


@pytest.fixture(scope="module")
def bucket() -> Iterator[dict[str, str]]:
    """An S3 of moto's on loopback with two buckets; what reaches it, as environment."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "made",
        "AWS_SECRET_ACCESS_KEY": "made",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    yield settings
    server.stop()


def test_an_archive_and_what_is_kept_may_lie_on_s3(
    world: Folders,
    cluster: Machines,
    bucket: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in bucket.items():
        monkeypatch.setenv(name, value)
    import fsspec

    s3 = fsspec.filesystem("s3", skip_instance_cache=True)
    s3.mkdir("archive")
    s3.mkdir("kept")
    for stamp in stamps(3)[1:]:
        s3.pipe_file(f"archive/gkg/{stamp}.gkg.csv.zip", zipped(line(), STRONG))
    s3.pipe_file(f"archive/gkg/{stamps(1)[0]}.gkg.csv.zip", zipped(line()))
    monkeypatch.setenv("LAWBEAT_GDELT_GKG_URL", "s3://archive/gkg")
    cluster.hire(1, **bucket)
    words = ("--cluster", cluster.address, "--into", "s3://kept/lines")
    assert run(*words) == 0
    told = capsys.readouterr().out
    assert "3 files read, 2 of 5 lines name a policy" in told
    assert "189 missing in the archive" in told
    assert "2 files with lines were brought here from s3://kept/lines" in told
    assert len(s3.ls("kept/lines/20240101", detail=False)) == 192
    assert [len(name) for name in sorted(kept(world))] == [
        len(f"{stamps(1)[0]}-01234567.gkg.csv")
    ] * 2
    assert run(*words) == 0
    assert "192 of them done before" in capsys.readouterr().out
    cluster.kill(1)


def test_storage_that_cannot_be_reached_or_is_unknown_is_told(
    world: Folders,
    bucket: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in bucket.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(OSError, match="bucket does not exist"):
        store_at("s3://nowhere/lines").write("20240101", "a", b"")
    assert run("--into", "nosuch://kept") == 2
    assert "nosuch://kept: " in capsys.readouterr().out
    monkeypatch.setattr("etl.backfill_store.find_spec", lambda _: None)
    assert run("--into", "s3://kept/lines") == 2
    assert EXTRA in capsys.readouterr().out
    monkeypatch.setattr("etl.backfill_cluster.find_spec", lambda _: None)
    assert run("--cluster", "tcp://127.0.0.1:8786") == 2
    assert EXTRA in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("--cluster", "localhost"),
        ("--cluster", "http://scheduler:8786"),
        ("--into", "kept"),
        ("--into", "https://example.org/kept"),
    ],
)
def test_what_is_no_scheduler_or_no_storage_is_refused(
    world: Folders, words: tuple[str, str]
) -> None:
    with pytest.raises(SystemExit):
        main(["backfill", "gkg", "--from", DAY, "--to", DAY, *words])


def test_every_store_keeps_files_by_day(tmp_path: Path) -> None:
    for store in (
        store_at(tmp_path / "plain"),
        store_at(f"file://{tmp_path}/told"),
        store_at("memory://kept"),
    ):
        assert store.names("20240101") == frozenset()
        store.write("20240101", ".a", b"")
        store.write("20240101", "b", b"one")
        store.write("20240101", "b", b"two")
        store.write("20240102", "c", b"three")
        assert store.names("20240101") == {".a", "b"}
        assert store.read("20240101", "b") == b"two"
        store.remove("20240101", "b")
        store.remove("20240101", "b")
        assert store.names("20240101") == {".a"}
        with pytest.raises(OSError, match="b"):
            store.read("20240101", "b")


def test_what_other_names_kept_makes_way_at_home_too(world: Folders) -> None:
    store, home = store_at("memory://away"), store_at(world.raw)
    (wanted, *_), stamp = a_day(), stamps(1)[0]
    store.write(wanted.day, f"{stamp}-aaaaaaaa.gkg.csv", b"new\n")
    store.write(wanted.day, f"{stamp}-bbbbbbbb.gkg.csv", b"of other names\n")
    home.write(wanted.day, f"{stamp}-bbbbbbbb.gkg.csv", b"old\n")
    home.write(wanted.day, f"{stamp}-bbbbbbbb.translation.gkg.csv", b"another partition\n")
    assert bring_home(store, home, [wanted], "aaaaaaaa") == 1
    assert home.names(wanted.day) == {
        f"{stamp}-aaaaaaaa.gkg.csv",
        f"{stamp}-bbbbbbbb.translation.gkg.csv",
    }
    assert bring_home(store, home, [wanted], "aaaaaaaa") == 0


def a_day() -> list[Partition]:
    return partitions(date(2024, 1, 1), date(2024, 1, 1), datetime(2025, 1, 1, tzinfo=UTC))


@dataclass
class Boasting:
    """A crew that says done and does nothing."""

    workers: int = 4

    def take(self, partition: Partition) -> Future[Outcome]:
        """Say done."""
        told: Future[Outcome] = Future()
        told.set_result(Outcome(partition, "done", 1, 1))
        return told

    def gone(self) -> str | None:
        """Nobody is."""
        return None

    def leave(self) -> None:
        """Go."""


def test_done_means_that_the_file_is_there(world: Folders) -> None:
    policies = tuple(read_policies(world.policies))
    work = Work(store_at(world.raw), policies, "http://127.0.0.1:9", mark_of(policies))
    filled = backfill(work, a_day()[:3], lambda _: Boasting())
    assert [outcome.reason for outcome in filled.of("failed")] == [NOT_HERE] * 3
    assert undone(work.store, a_day()[:3], work.mark) == a_day()[:3]
