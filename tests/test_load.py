"""What was read once is never lost to a file that cannot be read; it goes by a person's hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl import shelf
from etl.build import open_database
from etl.catalog import tables
from etl.files import KEPT, READ, REFUSED, UNLISTED, File
from etl.folders import Folders
from etl.load import load
from etl.readers import billstatus as reader
from etl.records import Refused
from etl.report import files_wrong
from tests.made import CHALLENGE, billstatus

RECORD, OWN, SAMPLE = "govinfo_billstatus", "inbox", "sample"
Mend = Callable[[Path], object]


def bill(number: int, title: str = "Made Bill Act") -> bytes:
    return billstatus(number, title=title).encode()


def put(folder: Path) -> None:
    """Put two files and a zip of three bills."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "one.xml").write_bytes(bill(1))
    (folder / "two.xml").write_bytes(bill(2))
    put_zip(folder, {11: bill(11), 12: bill(12), 13: bill(13)})


def put_zip(folder: Path, files: dict[int, bytes]) -> None:
    with zipfile.ZipFile(folder / "bills.zip", "w", zipfile.ZIP_STORED) as archive:
        for number, content in files.items():
            archive.writestr(f"{number}.xml", content)


def loaded(here: Folders) -> list[File]:
    with open_database(str(here.working)) as db:
        return load(db, here)


def ask(here: Folders, query: str) -> list[tuple[Any, ...]]:
    with open_database(str(here.working)) as db:
        return db.execute(query).fetchall()


def bills(here: Folders) -> set[int]:
    """Return the numbers of the bills, each of which must be there once, with its actions."""
    rows = ask(
        here,
        "select number, count(*), (select count(*) from raw.bill_actions as a "
        "where a.bill_id = b.bill_id) from raw.bills as b join raw.files using (file_id) "
        "group by all",
    )
    assert all(row[1:] == (1, 2) for row in rows), rows
    assert ask(here, "select count(*) from raw.bills") == [(len(rows),)]  # none without its file
    return {row[0] for row in rows}


def statuses(here: Folders) -> dict[str, str]:
    """Return how each path stands that is not simply read, without its folder."""
    rows = ask(here, "select path, status from raw.files where status <> 'read'")
    return {path.partition("/")[2]: status for path, status in rows}


def write(name: str, content: bytes) -> Mend:
    return lambda folder: (folder / name).write_bytes(content)


def cut(folder: Path) -> None:
    whole = (folder / "bills.zip").read_bytes()
    (folder / "bills.zip").write_bytes(whole[: len(whole) // 2])


def damage(folder: Path) -> None:
    """Change a byte of the second member's content, not of the zip's directory."""
    whole = (folder / "bills.zip").read_bytes()
    at = whole.index(b"<number>12<")
    (folder / "bills.zip").write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
    marked_anew(folder)


def marked_anew(folder: Path) -> None:
    """Name another CRC in the directory, as a zip has whose content was written wrongly."""
    whole = bytearray((folder / "bills.zip").read_bytes())
    at = whole.rindex(b"12.xml") - 46 + 16
    whole[at] ^= 0xFF
    (folder / "bills.zip").write_bytes(bytes(whole))


ALL = {1, 2, 11, 12, 13}
MEMBERS = {f"bills.zip!{n}.xml": KEPT for n in (11, 12, 13)} | {"bills.zip": REFUSED}
UNREADABLE: list[tuple[str, Mend, dict[str, str]]] = [
    ("a file now truncated", write("one.xml", bill(1)[:300]), {"one.xml": KEPT}),
    ("a file now a web page", write("one.xml", CHALLENGE.encode()), {"one.xml": KEPT}),
    ("a file now empty", write("one.xml", b""), {"one.xml": KEPT}),
    ("a file now an error in JSON", write("one.xml", b'{"error": "x"}'), {"one.xml": KEPT}),
    ("a zip now cut short", cut, MEMBERS),
    ("a zip now a web page", write("bills.zip", CHALLENGE.encode()), MEMBERS),
    ("a zip now empty", write("bills.zip", b""), MEMBERS),
    ("a member now damaged", damage, {"bills.zip!12.xml": KEPT}),
    (
        "a member now a web page",
        lambda f: put_zip(f, {11: bill(11), 12: CHALLENGE.encode(), 13: bill(13)}),
        {"bills.zip!12.xml": KEPT},
    ),
]


@pytest.mark.parametrize("source", [RECORD, OWN])
@pytest.mark.parametrize(
    ("mend", "stand"), [c[1:] for c in UNREADABLE], ids=[c[0] for c in UNREADABLE]
)
def test_what_cannot_be_read_now_keeps_its_last_good_rows(
    here: Folders, source: str, mend: Mend, stand: dict[str, str]
) -> None:
    folder = here.raw / source
    put(folder)
    loaded(here)
    assert (bills(here), statuses(here)) == (ALL, {})
    mend(folder)
    told = loaded(here)
    assert bills(here) == ALL
    assert statuses(here) == stand
    said = "\n".join(files_wrong(told))
    assert all(f"{source}/{path}: " in said for path in stand), said
    kept = sum(status == KEPT for status in stand.values())
    assert f"files that keep what they told before: {kept} " in said
    unexplained = "select count(*) from raw.files where status <> 'read' and reason is null"
    assert ask(here, unexplained) == [(0,)]
    assert loaded(here) == []  # told once; nothing is read twice
    assert statuses(here) == stand

    put(folder)
    (folder / "one.xml").write_bytes(bill(1, "Made Bill Act, amended"))
    put_zip(folder, {11: bill(11), 12: bill(12, "Another title"), 13: bill(13)})
    loaded(here)
    assert (bills(here), statuses(here)) == (ALL, {})
    titles = ask(here, "select title from raw.bills where number in (1, 12) order by number")
    assert titles == [("Made Bill Act, amended",), ("Another title",)]


def remove(name: str) -> Mend:
    return lambda folder: (folder / name).unlink()


def shorten(folder: Path) -> None:
    put_zip(folder, {11: bill(11)})


GONE: list[tuple[str, str, Mend, set[int], dict[str, str]]] = [
    (
        "a newer zip of the record is short",
        RECORD,
        shorten,
        ALL,
        {"bills.zip!12.xml": UNLISTED, "bills.zip!13.xml": UNLISTED},
    ),
    ("a file of the record is gone", RECORD, remove("one.xml"), ALL, {"one.xml": UNLISTED}),
    (
        "a zip of the record is gone",
        RECORD,
        remove("bills.zip"),
        ALL,
        {f"bills.zip!{n}.xml": UNLISTED for n in (11, 12, 13)},
    ),
    ("a zip of one's own is short", OWN, shorten, {1, 2, 11}, {}),
    ("a file of one's own is taken away", OWN, remove("one.xml"), ALL - {1}, {}),
    ("a file of the sample is taken away", SAMPLE, remove("two.xml"), ALL - {2}, {}),
    ("a feed's file is taken away", "feeds", remove("two.xml"), ALL - {2}, {}),
    ("a file of a source that is no more", "once", remove("two.xml"), ALL - {2}, {}),
]


@pytest.mark.parametrize(
    ("source", "mend", "left", "stand"), [c[1:] for c in GONE], ids=[c[0] for c in GONE]
)
def test_what_is_gone_goes_by_a_persons_hand_only(
    here: Folders, source: str, mend: Mend, left: set[int], stand: dict[str, str]
) -> None:
    put(here.raw / source)
    loaded(here)
    mend(here.raw / source)
    told = loaded(here)
    assert (bills(here), statuses(here)) == (left, stand)
    assert {f.path.partition("/")[2] for f in told if f.status == UNLISTED} == stand.keys()
    assert [f for f in loaded(here) if f.status != READ] == []
    put(here.raw / source)
    loaded(here)
    assert (bills(here), statuses(here)) == (ALL, {})


def test_a_kept_file_that_is_taken_away_goes_where_it_was_ones_own(here: Folders) -> None:
    for source, left in ((OWN, set[int]()), (RECORD, {7})):
        file = here.raw / source / "x.xml"
        file.parent.mkdir(parents=True)
        file.write_bytes(bill(7))
        loaded(here)
        file.write_bytes(b"")
        loaded(here)
        file.unlink()
        loaded(here)
        assert bills(here) == left


def test_a_file_that_never_could_be_read_is_refused_and_leaves_nothing(here: Folders) -> None:
    file = here.raw / RECORD / "x.xml"
    file.parent.mkdir(parents=True)
    file.write_text(CHALLENGE)
    assert [f.status for f in loaded(here)] == [REFUSED]
    file.unlink()
    loaded(here)
    assert ask(here, "select count(*) from raw.files") == [(0,)]


def test_a_newer_reader_reads_all_again_and_one_that_fails_loses_nothing(
    here: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(here.raw / RECORD)
    assert len(loaded(here)) == 5
    monkeypatch.setattr(reader, "VERSION", reader.VERSION + 1)
    assert {f.status for f in loaded(here)} == {READ}
    assert bills(here) == ALL

    def fails(name: str, content: bytes) -> list[Any]:
        raise Refused("not today")

    good = reader.read
    monkeypatch.setattr(reader, "VERSION", reader.VERSION + 1)
    monkeypatch.setattr(reader, "read", fails)
    assert {f.status for f in loaded(here)} == {KEPT}
    assert bills(here) == ALL
    assert loaded(here) == []
    monkeypatch.setattr(reader, "VERSION", reader.VERSION + 1)
    monkeypatch.setattr(reader, "read", good)
    assert {f.status for f in loaded(here)} == {READ}
    assert bills(here) == ALL


def test_the_same_bytes_under_two_names_are_there_once_and_stay_while_one_is_left(
    here: Folders,
) -> None:
    folder = here.raw / OWN
    put(folder)
    (folder / "copy.xml").write_bytes(bill(1))
    loaded(here)
    (folder / "one.xml").write_bytes(bill(3))
    (folder / "two.xml").write_bytes(bill(1))  # what was two is one now
    loaded(here)
    rows = ask(here, "select number, count(*) from raw.bills group by all order by all")
    assert rows == [(1, 1), (3, 1), (11, 1), (12, 1), (13, 1)]


def test_a_zip_that_holds_a_name_twice_tells_the_last(here: Folders) -> None:
    (here.raw / OWN).mkdir(parents=True)
    with zipfile.ZipFile(here.raw / OWN / "bills.zip", "w") as archive:
        archive.writestr("x.xml", bill(1))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("x.xml", bill(2))
    loaded(here)
    assert bills(here) == {2}
    loaded(here)
    assert bills(here) == {2}


def test_many_batches_hold_what_one_does(here: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    put(here.raw / RECORD)
    loaded(here)
    raw = [t.full_name for t in tables() if t.full_name in shelf.kept_tables()]
    whole = {t: ask(here, f"from {t} order by all") for t in raw}
    here.working.unlink()
    monkeypatch.setattr(shelf, "BATCH", 3)
    loaded(here)
    assert {t: ask(here, f"from {t} order by all") for t in raw} == whole


def test_many_files_wrong_in_one_way_are_told_together_and_counted(here: Folders) -> None:
    folder = here.raw / RECORD
    folder.mkdir(parents=True)
    put_zip(folder, {n: bill(n) for n in range(1, 41)})
    loaded(here)
    put_zip(folder, {1: bill(1)})
    lines = files_wrong(loaded(here))
    assert len(lines) == 2
    assert lines[0].startswith(f"{RECORD}/bills.zip: 39 files, such as {RECORD}/bills.zip!")
    assert "39 are no longer listed" in lines[1]
