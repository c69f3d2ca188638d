"""Whole articles, cut into passages to learn from: what one says, and what stands around a name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from etl.text.measures import LABELS
from etl.training.articles import cut

ARTICLE = {
    "id": "a",
    "policy_id": "lantern-act",
    "text": "It rained. Ann Roe likes the Lantern Act. “It works.\n\n“It must stay,” she said. "
    "Bo Lee shrugged. “Not for me.” The Lantern Act is from 1992. A vote is due.",
    "speakers": [
        {
            "name": "Ann Roe",
            "stance": "supports",
            "sentences": [
                "Ann Roe likes the Lantern Act.",
                "“It works.",
                "“It must stay,” she said.",
            ],
        },
        {"name": "Bo Lee", "stance": "opposes", "sentences": ["“Not for me.”"]},
        {"name": "Jo Marr", "stance": "neutral", "sentences": ["A sentence that is not there."]},
    ],
    "namings": [
        {"sentence": "Ann Roe likes the Lantern Act.", "stance": "supports"},
        {"sentence": "The Lantern Act is from 1992.", "stance": "neutral"},
    ],
}


def test_a_speaker_is_read_alone_and_a_name_with_what_stands_around_it():
    told = {p["id"]: (p["stance"], p["sentences"], p["sentence_stances"]) for p in cut(ARTICLE)}
    roe = ["Ann Roe likes the Lantern Act.", "“It works.", "“It must stay,” she said."]
    named, dated = "The Lantern Act is from 1992.", "A vote is due."
    assert told == {
        # What her other sentences hold is not told: nothing is learned from them.
        "a-0": ("supports", roe, ["supports", None, None]),
        "a-1": ("opposes", ["“Not for me.”"], ["opposes"]),
        "a-2": ("supports", ["It rained.", *roe], ["neutral", "supports", None, None]),
        "a-3": ("opposes", ["“Not for me.”", named, dated], [None, "neutral", "neutral"]),
    }


def test_around_a_name_two_sides_make_none():
    both = ARTICLE | {"text": str(ARTICLE["text"]).replace("Bo Lee shrugged. ", "")}
    sides = {p["id"]: p["stance"] for p in cut(both)}
    assert sides["a-2"] == "supports"
    near = ARTICLE | {"text": "“Not for me.” Ann Roe likes the Lantern Act."}
    assert [p["stance"] for p in cut(near)] == ["supports", "opposes", "neutral"]


FOLDER = Path(__file__).parent.parent / "data" / "training"
APART = [FOLDER / "left_out" / "articles.jsonl", FOLDER / "untouched" / "articles.jsonl"]


def told_in(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").split("\n") if line.strip()]


@pytest.mark.parametrize("file", [*sorted(FOLDER.glob("articles-*.jsonl")), *APART], ids=str)
def test_articles_tell_sentences_that_stand_in_them(file: Path) -> None:
    policies = file.with_name(file.name.replace("articles", "policies"))
    names = {p["policy_id"]: [a.lower() for a in p["aliases"]] for p in told_in(policies)}
    for article in told_in(file):
        of = article["id"]
        for naming in article["namings"]:
            assert naming["sentence"] in article["text"], of
            assert any(n in naming["sentence"].lower() for n in names[article["policy_id"]]), of
        for speaker in article["speakers"]:
            assert speaker["name"] or speaker["role"], of
            assert speaker["stance"] in LABELS, of
            assert all(sentence in article["text"] for sentence in speaker["sentences"]), of
        assert all(passage["sentences"] for passage in cut(article)), of


def test_articles_that_measure_are_of_policies_that_are_in_no_training_file() -> None:
    trained = {p["policy_id"] for f in FOLDER.glob("policies-*.jsonl") for p in told_in(f)}
    apart = [{a["policy_id"] for a in told_in(file)} for file in APART]
    assert (len(apart[0]), len(apart[1])) == (13, 20)
    assert not (apart[0] | apart[1]) & trained
    assert not apart[0] & apart[1]
