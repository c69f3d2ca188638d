"""A label by hand, through real builds: counted, kept, taken back; and out and in as CSV."""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build import open_database
from etl.corrections import Unreadable, read, write
from etl.folders import Folders, folders
from etl.given_corrections import correction_rows
from etl.publish import current
from etl.records import Correction
from tests.made import ARTICLE

AT = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


def etl(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "etl", *words], capture_output=True, text=True, env=dict(os.environ)
    )


def ask(here: Folders, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(current(here)), read_only=True) as db:
        db.execute("set search_path = 'marts'")
        return db.sql(query).fetchall()


def told(**cells: Any) -> Correction:
    made = {"correction_id": "c1", "article_id": "a1", "policy_id": "p", "coder": "Cora"}
    return Correction(**made | {"set_at": AT, "mention_id": "m1"} | cells)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A data folder with one article, built once; the tests go on from there, one by one."""
    data = tmp_path_factory.mktemp("corrected") / "data"
    (data / "inbox").mkdir(parents=True)
    (data / "inbox" / "clipping.txt").write_text(ARTICLE)
    (data / "sample").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWBEAT_DATA", str(data))
        assert etl("build").returncode == 0
        return folders()


@pytest.fixture
def mention(built: Folders, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is needed of the one mention."""
    monkeypatch.setenv("LAWBEAT_DATA", str(built.data))
    cells = ("mention_id", "article_id", "policy_id", "sentence")
    return dict(zip(cells, ask(built, f"select {', '.join(cells)} from mentions")[0], strict=True))


def figures(here: Folders) -> tuple[Any, ...]:
    opinions = ask(here, "select holder, stance, method from opinions")
    covered = ask(here, "select sum(articles) from coverage where grain = 'day'")
    return opinions, covered[0][0], ask(here, "select sum(by_coder), sum(judged) from stance")[0]


def test_a_label_is_counted_survives_a_refresh_and_is_gone_when_taken_back(
    built: Folders, mention: dict[str, Any]
) -> None:
    before = figures(built)
    assert before[0] == [("Ada Maker", "opposes", "rules")]
    label = told(**mention, stance="supports", holder="Bo Writer", note="=1+1 <script>")
    assert write(built.corrections, [label]) == 1
    for _ in range(2):
        assert etl("build").returncode == 0
        assert figures(built)[0] == [("Bo Writer", "supports", "coder")]
        assert ask(
            built,
            "select stance, method, coder, note, machine_stance, machine_score < 0, counts, "
            "holder, holder_role, p_supports from mentions",
        ) == [
            (
                *("supports", "coder", "Cora", "=1+1 <script>", "opposes", True, True),
                *("Bo Writer", None, None),
            )
        ]
    assert ask(built, "select coder, stands, mentions_corrected from corrections") == [
        ("Cora", True, 1)
    ]
    assert (
        ask(built, "select compared, agreed, opposite, agreement_share from agreement order by 1")
        == [(1, 0, 1, 0.0)] * 2
    )
    assert "'=1+1" in (built.exports / "corrections.csv").read_text()
    undo = told(**mention, correction_id="c2", undoes="c1")
    write(built.corrections, [undo])
    assert etl("build").returncode == 0
    assert figures(built) == before
    assert ask(built, "select stands, undoes from corrections order by correction_id") == [
        (False, None),
        (False, "c1"),
    ]


def test_not_about_it_is_in_no_figure_and_still_there(
    built: Folders, mention: dict[str, Any]
) -> None:
    write(built.corrections, [told(**mention, correction_id="c3", not_about_policy=True)])
    assert etl("build").returncode == 0
    assert figures(built) == ([], None, (None, None))
    assert ask(
        built, "select about_policy, counts, sentence is not null, machine_stance from mentions"
    ) == [(False, False, True, "opposes")]
    assert ask(built, "select sum(mentions), sum(articles) from policies") == [(0, 0)]
    write(built.corrections, [told(**mention, correction_id="c4", undoes="c3")])


def test_a_mention_whose_text_moved_is_known_by_its_sentence(
    built: Folders, mention: dict[str, Any]
) -> None:
    moved = mention | {"mention_id": "one that was"}
    write(built.corrections, [told(**moved, correction_id="c5", stance="neutral")])
    assert etl("build").returncode == 0
    assert ask(built, "select stance, correction_id from mentions") == [("neutral", "c5")]


@pytest.mark.parametrize("how", ["damaged", "locked", "another"])
def test_a_file_that_is_ill_is_told_and_the_last_labels_still_count(
    built: Folders, mention: dict[str, Any], how: str
) -> None:
    label = told(**mention, correction_id="c6", stance="supports")
    write(built.corrections, [label])
    assert etl("build").returncode == 0
    held = built.corrections.read_bytes()
    lock = sqlite3.connect(":memory:")
    if how == "damaged":
        built.corrections.write_bytes(b"SQLite format 3\0" + b"no" * 900)
    elif how == "another":
        built.corrections.unlink()
        sqlite3.connect(built.corrections).execute("create table other (a)")
    else:
        lock = sqlite3.connect(built.corrections)
        lock.execute("pragma locking_mode = exclusive")
        lock.execute("pragma journal_mode = delete")
        lock.execute("begin exclusive")
    try:
        done = etl("build")
        assert done.returncode == 1
        assert "corrections.sqlite: " in done.stdout
        assert "corrections of the last run still count" in done.stdout
        assert ask(built, "select stance from mentions") == [("supports",)]
    finally:
        lock.close()
        for stray in built.data.glob("corrections.sqlite*"):
            stray.unlink()
        built.corrections.write_bytes(held)


def test_a_file_that_is_gone_is_told_once(built: Folders, mention: dict[str, Any]) -> None:
    write(built.corrections, [told(**mention, correction_id="c6", stance="supports")])
    assert etl("build").returncode == 0
    for stray in built.data.glob("corrections.sqlite*"):
        stray.unlink()
    done = etl("build")
    assert done.returncode == 1
    assert "corrections.sqlite is gone" in done.stdout
    assert etl("build").returncode == 0
    assert ask(built, "select stance, method from mentions") == [("opposes", "rules")]


def test_out_and_in_again_as_csv(here: Folders, tmp_path: Path) -> None:
    given = [
        told(stance="supports", note='=HYPERLINK("x")', sentence='It said "no",\nand so on.'),
        told(correction_id="c2", not_about_policy=True, mention_id=None),
        told(correction_id="c3", undoes="c1", set_at=AT.replace(hour=9)),
    ]
    write(here.corrections, given)
    file = tmp_path / "out.csv"
    assert etl("corrections", "--export", str(file)).returncode == 0
    assert "\"'=HYPERLINK" in file.read_text()
    before = read(here.corrections).corrections
    assert [c.stands for c in before] == [False, True, False]
    here.corrections.unlink()
    done = etl("corrections", "--import", str(file))
    assert "3 corrections added" in done.stdout
    assert read(here.corrections).corrections == before
    assert "0 corrections added, 3 were there" in etl("corrections", "--import", str(file)).stdout


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"stance": "loves"}, "stance 'loves'"),
        ({"coder": " "}, "coder is empty"),
        ({"stance": ""}, "it sets nothing"),
        ({"set_at": "yesterday"}, "set_at 'yesterday' is no moment"),
        ({"not_about_policy": "maybe"}, "not_about_policy 'maybe'"),
    ],
)
def test_a_row_that_is_wrong_is_named_and_the_rest_goes_on(
    here: Folders, tmp_path: Path, row: dict[str, str], said: str
) -> None:
    good = {"article_id": "a1", "policy_id": "p", "coder": "Cora", "stance": "neutral"}
    names = [*good, "set_at", "not_about_policy"]
    file = tmp_path / "in.csv"
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, names)
        writer.writeheader()
        writer.writerows([good | row, good])
    done = etl("corrections", "--import", str(file))
    assert done.returncode == 1
    assert f"in.csv:2: {said}" in done.stdout
    assert "1 corrections added" in done.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"a,b\n1,2\n", "no column article_id"), (b"\xff\xfe\x00", "not UTF-8"), (b"", "no column")],
)
def test_a_csv_that_is_none_is_told(
    here: Folders, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "in.csv").write_bytes(content)
    done = etl("corrections", "--import", str(tmp_path / "in.csv"))
    assert done.returncode == 2
    assert said in done.stdout
    assert not here.corrections.exists()


def test_the_newest_that_was_not_taken_back_stands(tmp_path: Path) -> None:
    file = tmp_path / "corrections.sqlite"
    rows = [
        told(correction_id="old", stance="supports"),
        told(correction_id="new", stance="neutral", set_at=AT.replace(hour=5)),
        told(correction_id="elsewhere", stance="opposes", mention_id="m2"),
        told(correction_id="whole", stance="opposes", mention_id=None),
    ]
    write(file, rows)

    def standing() -> set[str]:
        return {c.correction_id for c in read(file).corrections if c.stands}

    assert standing() == {"new", "elsewhere", "whole"}
    write(file, [told(correction_id="u", undoes="new", set_at=AT.replace(hour=6))])
    assert standing() == {"old", "elsewhere", "whole"}


def test_no_file_is_no_trouble_and_an_unreadable_one_is_said(here: Folders) -> None:
    with open_database(":memory:") as db:
        assert correction_rows(db, here)[1] == ()
        here.corrections.write_text("not a database, and longer than a header of one hundred" * 9)
        rows, said = correction_rows(db, here)
    assert (rows.num_rows, len(said)) == (0, 1)
    assert "no correction counts" in said[0]
    with pytest.raises(Unreadable, match="damaged"):
        write(here.corrections, [replace(told(), stance="neutral")])


def test_tone_and_claims_stand_beside_stance(
    here: Folders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "lantern-act.yaml").write_text(
        "name: The Lantern Act\nshort_name: Lantern\nkind: law\ncitation: none\n"
        "description: Made up.\nsource: https://made.example\nstrong: {en: [Lantern Act]}\n"
        "claims:\n  - claim: dimmed-yearly\n    says: It was dimmed every year.\n"
        "    wording: {en: [dimmed every year]}\n    record: It was dimmed twice.\n"
        "    source: https://made.example/record\n"
    )
    monkeypatch.setenv("LAWBEAT_POLICIES", str(tmp_path / "policies"))
    (here.data / "sample").mkdir()
    (here.inbox / "clipping.txt").write_text(
        " date 2026-02-03 Ada Maker, head of the Foreign Policy Institute, told The Made Times "
        "that the Lantern Act is unjust and should be repealed.\n\nIt was dimmed every year, she "
        "said. Peace, trust, friendship and great joy will win."
    )
    done = etl("build")
    assert done.returncode == 0, done.stdout
    assert ask(here, "select claim_id, sentence, record, denied, holder from claims") == [
        (
            "dimmed-yearly",
            "It was dimmed every year, she said.",
            "It was dimmed twice.",
            False,
            "Ada Maker",
        )
    ]
    (row,) = ask(here, "select stance, tone from mentions")
    assert row[0] == "opposes"
    assert row[1] > 0.05
    query = "select passages, mean_tone, judged, warm_opposing, apart_share from tone"
    assert set(ask(here, query)) == {(1, None, 1, 1, 1.0)}
