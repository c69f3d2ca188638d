"""A coder corrects a mention: saved, undone, refused where it may not be, and shown as text."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import corrections
import pytest
from conftest import Open
from corrections import Correction, Mention
from published import POLICY, SCRIPT, made_up, publish
from streamlit.testing.v1 import AppTest

from etl.corrections import read

M1 = Mention("m1", "a1", POLICY, "A sentence.")


def text(app: AppTest) -> str:
    return "\n".join(e.value for kind in (app.markdown, app.caption, app.warning) for e in kind)


def fill(app: AppTest, coder: str = "Cora Coder", **cells: object) -> AppTest:
    """Open the form of m1, fill it and press Save."""
    app.button(key="correct_m1").click().run()
    app.text_input(key="coder_m1").set_value(coder)
    if "stance" in cells:
        app.selectbox(key="stance_m1").set_value(cells["stance"])
    for name in ("holder", "note"):
        if name in cells:
            app.text_input(key=f"{name}_m1").set_value(cells[name])
    if cells.get("no"):
        app.checkbox(key="no_m1").check()
    app.button(key="save_m1").click().run()
    assert not app.exception
    return app


def rows(data: Path) -> list[tuple]:
    with sqlite3.connect(data / "corrections.sqlite") as file:
        return file.execute(
            "select mention_id, policy_id, stance, holder, not_about_policy, note, coder, undoes "
            "is not null, stands from told order by seq"
        ).fetchall()


def test_what_is_saved_is_kept_and_told_at_once(data: Path, open_page: Open) -> None:
    app = fill(
        open_page("articles", policy=POLICY, article="a1"), stance="supports", holder="Bo Grimm"
    )
    assert rows(data) == [("m1", POLICY, "supports", "Bo Grimm", 0, None, "Cora Coder", 0, 1)]
    said = text(app)
    assert "Cora Coder set: supports, held by Bo Grimm. Saved; counts at the next refresh" in said
    assert "should go" in said  # what the machine held is still there


def test_the_name_is_kept_for_the_session(data: Path, open_page: Open) -> None:
    app = fill(open_page("articles", policy=POLICY, article="a1"), stance="supports")
    app.button(key="correct_m1").click().run()
    assert app.text_input(key="coder_m1").value == "Cora Coder"


def test_an_undo_is_a_row_and_what_was_set_before_stands_again(data: Path, open_page: Open) -> None:
    app = fill(open_page("articles", policy=POLICY, article="a1"), stance="supports")
    app = fill(app, stance="neutral")
    assert "set: neutral" in text(app)
    app.button(key="undo_m1").click().run()
    assert "set: supports" in text(app)
    app.button(key="undo_m1").click().run()
    assert "set:" not in text(app)
    assert [(r[2], r[7], r[8]) for r in rows(data)] == [
        ("supports", 0, 0),
        ("neutral", 0, 0),
        (None, 1, 0),
        (None, 1, 0),
    ]


@pytest.mark.parametrize(
    ("coder", "cells", "told"),
    [
        (" ", {"stance": "supports"}, "Give your name"),
        ("Cora", {}, "Nothing is set yet"),
        ("Cora", {"note": "   "}, "Nothing is set yet"),
    ],
)
def test_what_cannot_be_saved_is_told(
    data: Path, open_page: Open, coder: str, cells: dict, told: str
) -> None:
    app = fill(open_page("articles", policy=POLICY, article="a1"), coder, **cells)
    assert told in app.error[0].value
    assert not (data / "corrections.sqlite").exists()


def test_scripts_in_notes_and_names_stay_text(data: Path, open_page: Open) -> None:
    app = fill(
        open_page("articles", policy=POLICY, article="a1"), SCRIPT[:80], note=SCRIPT, no=True
    )
    assert rows(data)[0][5] == SCRIPT
    assert SCRIPT not in text(app)
    assert "\\<script\\>" in text(app)
    shown = open_page("methods", policy=POLICY)
    assert SCRIPT not in text(shown)


def test_read_only_shows_what_was_set_and_no_form(
    data: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = corrections.save(M1, Correction(stance="neutral"), "Cora")
    monkeypatch.setenv("LAWBEAT_READ_ONLY", "1")
    app = open_page("articles", policy=POLICY, article="a1")
    assert "Cora set: neutral" in text(app)
    assert not [b for b in app.button if "orrect" in b.label or b.label == "Undo"]
    with pytest.raises(corrections.Trouble, match="read-only"):
        corrections.save(M1, Correction(stance="supports"), "Cora")
    with pytest.raises(corrections.Trouble, match="read-only"):
        corrections.undo(M1, saved, "Cora")


def test_what_counts_already_is_not_said_to_wait(data: Path, open_page: Open) -> None:
    saved = corrections.save(M1, Correction(stance="neutral"), "Cora")
    made = made_up()["mentions"]
    made[0] |= {"stance": "neutral", "method": "coder", "correction_id": saved}
    publish(data, 2, {"mentions": made})
    app = open_page("articles", policy=POLICY, article="a1")
    assert "Cora set: neutral" in text(app)
    assert "next refresh" not in text(app)
    assert "(the machine: opposes)" in text(app).replace("\\", "")
    app.button(key="undo_m1").click().run()
    assert "Taken back; it counts until the next refresh" in text(app)


def test_not_about_it_is_listed_and_not_summed_up(data: Path, open_page: Open) -> None:
    made = made_up()["mentions"]
    made[0] |= {"about_policy": False, "counts": False, "method": "coder"}
    publish(data, 2, {"mentions": made})
    listed = open_page("articles", policy=POLICY).dataframe[0].value.set_index("article_id")
    assert listed.loc["a1", "stance"] == "not about it"
    found = open_page("articles", policy=POLICY, stance="not about it").dataframe[0].value
    assert set(found["article_id"]) == {"a1"}
    assert "a1" not in set(
        open_page("articles", policy=POLICY, stance="opposes").dataframe[0].value["article_id"]
    )
    assert "not about this policy" in text(open_page("articles", policy=POLICY, article="a1"))


@pytest.mark.parametrize("content", [b"this is no database at all, by far", b"SQLite format 3\0x"])
def test_a_damaged_file_is_told_and_the_page_goes_on(
    data: Path, open_page: Open, content: bytes
) -> None:
    (data / "corrections.sqlite").write_bytes(content)
    app = open_page("articles", policy=POLICY, article="a1")
    assert not app.exception
    assert "corrections.sqlite cannot be used" in text(app)
    assert "**Section 12**" in text(app)


def test_many_sessions_may_write_at_once(data: Path) -> None:
    def write(n: int) -> None:
        for _ in range(10):
            corrections.save(M1, Correction(note=f"by {n}"), f"Coder {n}")

    threads = [threading.Thread(target=write, args=[n]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = corrections.of_article("a1")
    assert len(told) == 80
    assert sum(t.stands for t in told) == 1


def test_nothing_that_was_set_can_be_changed_or_removed(data: Path) -> None:
    corrections.save(M1, Correction(stance="neutral"), "Cora")
    with sqlite3.connect(data / "corrections.sqlite") as file:
        for change in ("update corrections set stance = 'supports'", "delete from corrections"):
            with pytest.raises(sqlite3.DatabaseError, match="never"):
                file.execute(change)


def test_agreement_stands_on_data_and_methods(data: Path, open_page: Open) -> None:
    app = open_page("methods", policy=POLICY)
    assert not app.exception
    shown = [frame.value for frame in app.dataframe]
    agreed = next(rows for rows in shown if "kappa" in rows.columns)
    assert agreed["agreement_share"].tolist() == [0.75]
    assert any("mentions_corrected" in rows.columns for rows in shown)


def test_a_disputed_claim_stands_with_the_record_beside_it(data: Path, open_page: Open) -> None:
    app = open_page("articles", policy=POLICY, article="a1")
    said = text(app).replace("\\", "")
    assert "**Disputed claim**: It was dimmed every year." in said
    assert "**The record**: <script>" in said
    assert SCRIPT not in text(app)
    assert "javascript" not in " ".join(str(link.proto.url) for link in app.get("link_button"))
    assert "Disputed" not in text(open_page("articles", policy=POLICY, article="a2"))
    frames = [frame.value for frame in open_page("articles", policy="quarry-rule").dataframe]
    assert [f["claim_id"].tolist() for f in frames if "claim_id" in f] == [["dimmed-yearly"]]


def test_a_build_reads_what_is_saved_here(data: Path) -> None:
    saved = corrections.save(M1, Correction("supports", "Bo Grimm", True, "=1"), "Cora")
    undone = corrections.undo(M1, saved, "Di")
    one, two = read(data / "corrections.sqlite").corrections
    assert (one.correction_id, one.mention_id, one.article_id) == (saved, "m1", "a1")
    assert (one.stance, one.holder, one.not_about_policy, one.note, one.stands) == (
        *("supports", "Bo Grimm", True, "=1", False),
    )
    assert (two.correction_id, two.undoes, two.coder) == (undone, saved, "Di")
    assert one.set_at < two.set_at
