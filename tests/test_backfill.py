"""The back-fill of the GKG, from made files: whole, killed in the middle, cut short, bombed."""

from __future__ import annotations

import hashlib
import io
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.build import open_database
from etl.folders import Folders, folders
from etl.gkg_files import partitions
from etl.load import load
from etl.policies import read_policies, read_policy
from etl.records import Refused
from etl.sieve import Sieve, mark_of, names_policy, sieve, sift
from etl.text.seeds import seeds
from tests.gkg_made import line, zipped
from tests.server import Answer, Playing, body, cut_short, redirect_to

pytest.importorskip("hyperscan")

POLICY = """name: Made Policy
short_name: Made
kind: test
citation: none
description: A policy made for the tests.
source: https://example.org/
aliases:
  en: [Section 12, {name}]
  ru: [поправка о займах]
strong:
  en: [Made Policy Act]
context: [Ruritania]
"""
STRONG = line("https://made.example/strong", names="Made Policy Act,9")
DAY = "2024-01-01"
AT = "/gdelt_gkg/{}.gkg.csv.zip"


def policy(folder: Path, name: str = "Loan Rule") -> Path:
    """Write the one policy of these tests."""
    folder.mkdir(exist_ok=True)
    (folder / "made.yaml").write_text(POLICY.replace("{name}", name))
    return folder


@pytest.fixture
def by(tmp_path: Path) -> Sieve:
    return sieve([read_policy(policy(tmp_path / "policies") / "made.yaml")])


@pytest.fixture
def world(here: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """A data folder, one policy, and no waiting between attempts."""
    monkeypatch.setenv("LAWBEAT_POLICIES", str(policy(tmp_path / "policies")))
    monkeypatch.setattr("etl.backfill.WAIT_S", 0.0)
    return folders()


def stamps(count: int) -> list[str]:
    return [f"20240101{n // 4:02d}{n % 4 * 15:02d}00" for n in range(count)]


def kept(here: Folders) -> dict[str, str]:
    """Return what lies in the folder, hidden and not: place and digest.

    Not what a worker had begun to write when it was killed: that counts for nothing.
    """
    places = (here.raw / "gdelt_gkg").rglob("*")
    found = (p for p in places if p.is_file() and p.suffix != ".part")
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


def run(*more: str) -> int:
    return main(["backfill", "gkg", "--from", DAY, "--to", DAY, *more])


LINES = [
    ("a sure name", line(names="Made Policy Act,9"), True),
    ("in an organisation, small", line(c13="made policy act;un"), True),
    ("in a quotation", line(c22="12|30||The Made Policy Act must go"), True),
    ("in a theme", line(c7="GENERAL;MADE_POLICY_ACT"), True),
    ("in the address", line("https://x.example/2024/made-policy-act-again"), True),
    ("in the title", line(title="The Made Policy Act &amp; its foes"), True),
    ("another script", line(title="Поправка о займах и Ruritania"), True),
    ("declined, as entities", line(title="&#x43F;оправки &#x43E; займах, Ruritania"), True),
    ("with its context", line(names="Section 12,9;Ruritania,20"), True),
    ("with its context in a place", line(names="Section 12,9", c9="1#Ruritania#RR"), True),
    ("without its context", line(names="Section 12,9"), False),
    ("another number", line(names="Section 123,9;Ruritania,20"), False),
    ("in the numbers only", line(c17="wc:12,Section 12,Ruritania"), False),
    ("in an image's address", line(c18="https://x.example/made-policy-act.jpg"), False),
    ("nothing", line(), False),
]


@pytest.mark.parametrize(("told", "holds"), [x[1:] for x in LINES], ids=[x[0] for x in LINES])
def test_lines_that_name_a_policy_are_kept_as_they_came(by: Sieve, told: str, holds: bool) -> None:
    expected = told.encode() + b"\n" if holds else b""
    assert sift(zipped(line(), told, line()), by) == (expected, 3)


def test_a_line_is_kept_once_and_in_its_place(by: Sieve) -> None:
    many = [line(f"https://made.example/{n}", names="X" * (n * 997 % 4000)) for n in range(900)]
    for n in (0, 450, 899):
        many[n] = line(f"https://made.example/{n}", "Made Policy Act", "Made Policy Act,1")
    found, lines = sift(zipped(*many), by)
    assert lines == 900
    assert found.decode().splitlines() == [many[0], many[450], many[899]]


def test_every_shipped_name_is_let_through_however_it_is_written() -> None:
    """The seeds are no narrower than the names: what is read for a name, a seed lets through."""
    policies = read_policies(folders().policies)
    by = sieve(policies)
    for one in policies:
        context = one.context[0] if one.context else ""
        for alias in one.aliases:
            entities = "".join(c if c.isascii() else f"&#x{ord(c):X};" for c in alias.text)
            for written in (alias.text, alias.text.upper(), entities):
                told = line(title=f"On {written} now", names=f"{context},9").encode()
                if not names_policy(told, by.policies):
                    continue  # a bare number, a name that another word decides
                assert sift(zipped(told), by)[0], (one.policy_id, written)
    assert len(seeds(policies)) > len(policies)


BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("cut short", lambda: zipped(STRONG, *[line()] * 50)[:-30], "damaged or cut short"),
    ("no zip", lambda: b"<html>Sorry</html>", "damaged or cut short"),
    ("empty", lambda: b"", "damaged or cut short"),
    ("one endless line", lambda: zipped(b"\0" * 30_000_000), "a line of more than 17 MB"),
    ("a bomb", lambda: zipped(*[b"x" * 999] * 150_000), "far beyond"),
]


@pytest.mark.parametrize(("bad", "told"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_a_bad_zip_is_refused(by: Sieve, bad: Callable[[], bytes], told: str) -> None:
    with pytest.raises(Refused, match=told):
        sift(bad(), by)


def test_a_damaged_member_and_a_second_one_are_refused(by: Sieve) -> None:
    whole = bytearray(zipped(*[line(names=f"Name {n * 7919 % 1000}") for n in range(200)]))
    whole[len(whole) // 2] ^= 0xFF
    with pytest.raises(Refused, match="damaged"):
        sift(bytes(whole), by)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.csv", "a")
        archive.writestr("b.csv", "b")
    with pytest.raises(Refused, match="holds 2 files"):
        sift(held.getvalue(), by)


def test_the_files_of_some_days() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    two = partitions(date(2024, 1, 31), date(2024, 2, 1), now)
    assert len(two) == 2 * 96 * 2
    assert (two[0].name, two[-1].name) == (
        "20240131000000.gkg.csv.zip",
        "20240201234500.translation.gkg.csv.zip",
    )
    assert len(partitions(date(2015, 2, 18), date(2015, 2, 18), now)) == 4 * 2  # the first evening
    assert len(partitions(date(2025, 12, 31), date(2026, 6, 1), now)) == 96 * 2  # none to come
    assert partitions(date(2024, 2, 1), date(2024, 1, 1), now) == []


def test_what_names_a_policy_is_kept_and_every_file_is_accounted_for(
    world: Folders, server: Playing, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, third, fourth = stamps(4)
    server.say(AT.format(first), body(zipped(line(), STRONG)))
    server.say(AT.format(second), body(zipped(line())))
    server.say(AT.format(third), body("busy", 500), body(zipped(STRONG)))
    server.say(AT.format(fourth), body(zipped(STRONG)[:-40]))
    assert run() == 1
    told = capsys.readouterr().out
    assert "192 files, 0 of them done before; some 0.4 GB to fetch" in told
    assert "left" in told
    assert (
        "3 files read, 2 of 4 lines name a policy; 0 done before, 188 missing in the archive, "
        "1 set aside" in told
    )
    assert f"set aside: {fourth}.gkg.csv.zip: the zip is damaged or cut short" in told
    mark = mark_of(read_policies(world.policies))
    day = world.raw / "gdelt_gkg" / "20240101"
    assert (day / f"{first}-{mark}.gkg.csv").read_text() == STRONG + "\n"
    assert (day / f".{second}-{mark}.gkg.csv").read_bytes() == b""
    visible = sorted(p.name for p in day.iterdir() if not p.name.startswith("."))
    assert visible == [f"{first}-{mark}.gkg.csv", f"{third}-{mark}.gkg.csv"]
    log = [json.loads(told) for told in world.refreshes.read_text().splitlines()]
    assert (log[-1]["source_id"], log[-1]["came"], log[-1]["rejected"]) == ("gdelt_gkg", 3, 1)
    assert log[-1]["failures"][0].startswith(f"{fourth}.gkg.csv.zip: ")
    with open_database(":memory:") as db:
        files = load(db, world)
        assert [(f.reader, f.status, f.records) for f in files] == [("gkg", "read", 1)] * 2
    server.asked.clear()
    server.say(AT.format(fourth), body(zipped(STRONG)))
    assert run() == 0
    assert server.asked == [AT.format(fourth)]
    server.asked.clear()
    assert run() == 0
    assert server.asked == []


def test_other_names_mean_that_it_is_done_again(world: Folders, server: Playing) -> None:
    (first,) = stamps(1)
    server.say(AT.format(first), body(zipped(STRONG, line(title="Loan Rule and Ruritania"))))
    run()
    before = mark_of(read_policies(world.policies))
    policy(world.policies, "Debt Rule")
    server.asked.clear()
    run()
    assert server.asked == [AT.format(first)]  # what is missing in the archive stays so
    after = mark_of(read_policies(world.policies))
    assert before != after
    day = world.raw / "gdelt_gkg" / "20240101"
    visible = [p for p in day.iterdir() if not p.name.startswith(".")]
    assert [p.name for p in visible] == [f"{first}-{after}.gkg.csv"]
    assert visible[0].read_text() == STRONG + "\n"


def say_a_morning(server: Playing, count: int, answer: Answer | None = None) -> None:
    """Let the archive hold some files, all different, every third without a name."""
    for n, stamp in enumerate(stamps(count)):
        named = line(f"https://made.example/{n}", names="Made Policy Act,9")
        content = zipped(*[line()] * 3, named if n % 3 else line())
        server.say(AT.format(stamp), *([answer] if answer and n == 7 else []), body(content))


def slowly(content: bytes) -> Answer:
    def answer(ask: BaseHTTPRequestHandler) -> None:
        time.sleep(0.1)
        body(content)(ask)

    return answer


def test_a_run_that_is_killed_is_taken_up_and_comes_to_the_same(
    world: Folders, server: Playing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_a_morning(server, 40)
    assert run("--workers", "1") == 0
    serial = kept(world)
    monkeypatch.setenv("LAWBEAT_DATA", str(tmp_path / "again"))
    for n, stamp in enumerate(stamps(40)):
        named = line(f"https://made.example/{n}", names="Made Policy Act,9")
        server.say(AT.format(stamp), slowly(zipped(*[line()] * 3, named if n % 3 else line())))
    words = [sys.executable, "-m", "etl", "backfill", "gkg", "--from", DAY, "--to", DAY]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, start_new_session=True)
    again = tmp_path / "again" / "raw" / "gdelt_gkg"
    until = time.monotonic() + 60
    while len(list(again.rglob("*.csv"))) < 6 and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    there = kept(folders())
    assert 6 <= len(there) < len(serial)
    assert run("--workers", "2") == 0
    assert kept(folders()) == serial


def test_a_worker_that_dies_costs_nothing(world: Folders, server: Playing) -> None:
    def kill_once(ask: BaseHTTPRequestHandler) -> None:
        for worker in multiprocessing.active_children():
            os.kill(worker.pid or 0, signal.SIGKILL)
        cut_short("")(ask)

    say_a_morning(server, 20, kill_once)
    assert run("--workers", "2") == 0
    assert len([n for n in kept(world) if not n.startswith(".")]) == 13
    assert len(kept(world)) == 192


def test_an_archive_that_cannot_be_reached_is_left_soon(
    world: Folders, offline: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 1
    told = capsys.readouterr().out
    assert "the archive cannot be reached; 186 files were left for the next run" in told
    assert kept(world) == {}


def test_the_archive_never_leads_into_this_network(
    world: Folders, server: Playing, capsys: pytest.CaptureFixture[str]
) -> None:
    server.say(AT.format(stamps(1)[0]), redirect_to("http://10.0.0.1/x.zip"))
    assert run() == 1
    assert "leads to the private address 10.0.0.1" in capsys.readouterr().out


def test_days_in_the_wrong_order_or_of_no_calendar(world: Folders) -> None:
    assert main(["backfill", "gkg", "--from", "2024-01-02", "--to", "2024-01-01"]) == 2
    for words in (
        ["--from", "2024-02-30", "--to", DAY],
        ["--from", DAY, "--to", DAY, "--workers", "0"],
    ):
        with pytest.raises(SystemExit):
            main(["backfill", "gkg", *words])
