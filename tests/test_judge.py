"""The commands judge and evaluate, on made text: what is printed, and what is named as wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KEYS = [
    *("id", "policy_id", "mentioned", "stance", "stance_if_forced"),
    *("p_supports", "p_opposes", "p_neutral", "evidence", "trace", "holders"),
    *("method", "method_version"),
]
POLICY = """\
name: The Lantern Act
short_name: Lantern
kind: law
citation: none
description: Made up.
source: https://made.example
strong: {en: [Lantern Act]}
"""
AGAINST = "Rep. Ada Maker said the Lantern Act is unjust and should be repealed."
FOR = "Congress should keep and enforce the Lantern Act."


@pytest.fixture(autouse=True)
def policies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one policy, named by the environment."""
    folder = tmp_path / "policies"
    folder.mkdir()
    (folder / "lantern-act.yaml").write_text(POLICY)
    monkeypatch.setenv("LAWBEAT_POLICIES", str(folder))
    return folder


def etl(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "etl", *words], capture_output=True, input=given, env=os.environ
    )


def line(**told: object) -> str:
    return json.dumps(told)


def test_a_text_is_judged_in_words(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(AGAINST)
    done = etl("judge", str(tmp_path / "text.txt"), "--policy", "lantern-act")
    told = done.stdout.decode()
    assert done.returncode == 0
    assert told.startswith("The Lantern Act: opposes\n")
    assert f"evidence: {AGAINST}" in told
    assert "Ada Maker" in told
    assert "method: rules" in told


def test_json_lines_are_answered_line_by_line_and_the_bad_ones_named() -> None:
    given = "\n".join(
        [
            line(id="a", policy_id="lantern-act", text=AGAINST),
            "",
            '{"id": "torn", ',
            line(id="b", policy_id="no-such", text=FOR),
            line(id="c", policy_id="lantern-act"),
            "[1]",
            line(id=7, text=FOR),
            line(id="d", text="Half a character: \ud83d", policy_id="lantern-act"),
        ]
    )
    done = etl("judge", "-", "--policy", "lantern-act", given=given.encode())
    answers = [json.loads(told) for told in done.stdout.decode().splitlines()]
    assert [a["id"] for a in answers] == ["a", 7, "d"]
    assert all(list(a) == KEYS for a in answers)
    assert [a["stance"] for a in answers] == ["opposes", "supports", None]
    assert answers[0]["holders"][0]["name"] == "Ada Maker"
    assert {"name", "role", "stance", "evidence"} <= set(answers[0]["holders"][0])
    assert [a["mentioned"] for a in answers] == [True, True, False]
    said = done.stderr.decode()
    for what in ("-:3: not JSON", "-:4: no policy 'no-such'", "-:5: no text", "-:6: expected an"):
        assert what in said
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("words", "given", "said"),
    [
        (["-", "--policy", "no-such"], b"text", "no policy 'no-such'; there are lantern-act"),
        (["-"], b"text", "needs --policy"),
        (["-", "--policy", "lantern-act"], b"\xff\xfe text", "not UTF-8"),
    ],
)
def test_what_cannot_be_judged_is_said(words: list[str], given: bytes, said: str) -> None:
    done = etl("judge", *words, given=given)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stdout == b""


def test_a_file_that_is_not_there_is_said() -> None:
    done = etl("judge", "/nowhere/at all.txt", "--policy", "lantern-act")
    assert done.returncode == 2
    assert b"/nowhere/at all.txt: No such file" in done.stdout


@pytest.mark.parametrize("text", [b"", b"word", b"\xe2\x80\x9c \xc2\xab (" * 99, b"{ not json"])
def test_little_and_odd_text_is_judged(text: bytes) -> None:
    done = etl("judge", "-", "--policy", "lantern-act", given=text)
    assert done.returncode == 0
    assert b"not judged" in done.stdout


def labelled(tmp_path: Path, *rows: dict[str, object]) -> Path:
    file = tmp_path / "passages.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows))
    return file


def numbers(told: str, row: str) -> list[str]:
    found = next(text for text in told.splitlines() if text.strip().startswith(row))
    return found.strip().removeprefix(row).replace(" of ", "/").split()


def test_the_table_is_the_one_that_is_worked_by_hand(tmp_path: Path) -> None:
    file = labelled(
        tmp_path,
        {
            "id": "1",
            "policy_id": "lantern-act",
            "sentences": [AGAINST],
            "stance": "opposes",
            "lang": "en",
            "speakers": [
                {"name": "Maker", "stance": "opposes"},
                {"name": "Bo Writer", "stance": "supports"},
            ],
        },
        {"id": "2", "policy_id": "lantern-act", "text": FOR, "stance": "opposes", "lang": "en"},
        {"id": "3", "policy_id": "lantern-act", "text": FOR, "stance": "supports", "lang": "en"},
        {"id": "4", "policy_id": "lantern-act", "text": FOR, "stance": None, "lang": "en"},
        {"id": "5", "policy_id": "made-rule", "text": "Nothing.", "stance": "neutral", "lang": "en"}
        | {"mention": False},
    )
    (tmp_path / "policies.jsonl").write_text(
        json.dumps({"policy_id": "made-rule", "name": "Made Rule", "aliases": ["Made Rule"]})
    )
    done = etl("evaluate", str(file))
    told = done.stdout.decode()
    assert done.returncode == 0, told
    assert "5 passages" in told
    assert "mentions: precision 1.00 of 4, recall 1.00 of 4" in told
    # supports 2·1/(1+2), opposes 2·1/(2+1), neutral 1: mean 7/9; side right in 2 of 3
    assert numbers(told, "judge, all")[:4] == ["4", "0.78", "0.67/3", "0.75"]
    assert numbers(told, "judge, all")[-2:] == ["0.50/2", "0.50"]
    # always opposes: 2·2/(2+4) for one label of three
    assert numbers(told, "always opposes")[:2] == ["4", "0.22"]
    assert "tone of the passage, English" in told
    assert numbers(told, "made-rule")[:2] == ["1", "0.33"]


def test_of_an_article_each_sentence_that_names_the_policy_is_measured(tmp_path: Path) -> None:
    text = f"{AGAINST} It rained in May. Bo Lee left. A vote is due.\n\nNobody came. {FOR}"
    namings = [
        {"sentence": AGAINST, "holder": "Ada Maker", "stance": "opposes"},
        {"sentence": FOR, "holder": "outlet", "stance": "supports"},
        {"sentence": "The act of lanterns is old.", "holder": "outlet", "stance": "neutral"},
    ]
    article = {"id": "a", "policy_id": "lantern-act", "title": "A", "text": text}
    told = etl("evaluate", str(labelled(tmp_path, article | {"namings": namings}))).stdout.decode()
    assert "3 passages" in told
    assert "mentions: precision 1.00 of 2, recall 0.67 of 3" in told
    assert numbers(told, "judge, all")[:2] == ["2", "0.67"]  # both sides right, no neutral
    assert numbers(told, "judge, all")[-2:] == ["1.00/2", "1.00"]
    broken = etl("evaluate", str(labelled(tmp_path, article | {"namings": ["x"]})))
    assert b"expected text or sentences, and a stance" in broken.stdout


def test_what_has_no_label_or_policy_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = {"policy_id": "lantern-act", "text": FOR, "stance": "supports"}
    file = labelled(tmp_path, good, good | {"stance": "loves"}, good | {"policy_id": "no-such"})
    done = etl("evaluate", str(file))
    told = done.stdout.decode()
    assert done.returncode == 1
    assert f"{file}:2: expected text or sentences, and a stance" in told
    assert f"{file}:3: no policy 'no-such'" in told
    assert "1 passages" in told


def test_a_file_without_a_passage_is_said(tmp_path: Path) -> None:
    file = labelled(tmp_path)
    done = etl("evaluate", str(file))
    assert done.returncode == 2
    assert b"no labelled passage" in done.stdout
