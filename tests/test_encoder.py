"""The encoder that ships: it opens, reads what it is given, and knows plain cases."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from etl import judges
from etl.encoder import MOST_READ, MOST_TOLD, Encoder
from etl.evaluate import _cases
from etl.evaluated_policies import policies_for
from etl.folders import folders
from etl.records import Alias, Policy
from etl.text import measures
from etl.training.examples import examples, folds

ROOT = Path(__file__).parent.parent


def policy(name: str, keep: str, drop: str) -> Policy:
    """Return a policy that is told by its name alone, and what keeping and dropping it mean."""
    told = {"short_name": name, "kind": "", "citation": "", "description": "", "source": ""}
    return Policy(
        policy_id="made",
        name=name,
        aliases=(Alias(name, "en", True),),
        keep_means=keep,
        drop_means=drop,
        **told,
    )


GRAIN = policy("Grain Export Ban Act", "keep or enforce the ban", "repeal or lift the ban")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(judges.MODEL)


@pytest.mark.parametrize(
    ("sentences", "stance"),
    [
        (["Sen. Dale Moss urged Congress to keep the Grain Export Ban Act in force."], "supports"),
        (["Sen. Dale Moss urged Congress to repeal the Grain Export Ban Act at once."], "opposes"),
        (["The Grain Export Ban Act has ruined farmers and must go, the union said."], "opposes"),
        (["The Grain Export Ban Act protects families and must stay, the union said."], "supports"),
        (["The Grain Export Ban Act was adopted in 1992 and has six sections."], "neutral"),
        (["A hearing on the Grain Export Ban Act is set for Tuesday at 10 a.m."], "neutral"),
    ],
)
def test_plain_cases(encoder: Encoder, sentences: list[str], stance: str) -> None:
    (held,) = encoder.judge([(sentences, GRAIN)])
    labels = dict(zip(("supports", "opposes", "neutral"), held.whole, strict=True))
    assert max(labels, key=lambda label: labels[label]) == stance, labels


def test_probabilities_sum_to_one_for_the_whole_and_each_sentence(encoder: Encoder) -> None:
    sentences = ["The Grain Export Ban Act stands.", "Nobody minds.", "It rained."]
    (held,) = encoder.judge([(sentences, GRAIN)])
    assert len(held.sentences) == len(sentences)
    for shares in (held.whole, *held.sentences):
        assert sum(shares) == pytest.approx(1, abs=1e-5)


def test_copies_are_read_once_and_held_alike(encoder: Encoder) -> None:
    asked = []

    def read(passages):
        asked.extend(passages)
        return encoder.judge(passages)

    one, other = ["Senators said Grain Export Ban Act must go."], ["It is vital."]
    held = judges.once(read)([(one, GRAIN), (other, GRAIN), (list(one), GRAIN)])
    assert [list(told) for told, _ in asked] == [one, other]
    assert held[0] == held[2] == encoder.judge([(one, GRAIN)])[0]


def test_what_is_read_together_is_read_as_if_alone(encoder: Encoder) -> None:
    short = (["The Grain Export Ban Act must go."], GRAIN)
    long = (["The Grain Export Ban Act " + "and the law of the land " * 12 + "must stay."], GRAIN)
    alone = [encoder.judge([passage])[0].whole for passage in (long, short)]
    together = [held.whole for held in encoder.judge([long, short])]
    for one, other in zip(alone, together, strict=True):
        assert one == other


@pytest.mark.parametrize(
    "sentences",
    [
        [""],
        ["word"],
        ["Grain Export Ban Act " * 5_000],
        ["x"] * 5_000,
        ["“‘»" * 400],
        ["案" * 3_000],
    ],
)
def test_odd_passages_are_cut_and_read(encoder: Encoder, sentences: list[str]) -> None:
    tokens = encoder.words.tokens(sentences, GRAIN)
    assert len(tokens.ids) <= MOST_TOLD + MOST_READ + 3
    (held,) = encoder.read([tokens])
    assert sum(held.whole) == pytest.approx(1, abs=1e-5)


def test_its_runtime_keeps_no_number_of_this_machine_and_reports_to_nobody(tmp_path: Path) -> None:
    ours = ("CI", "ORT_DISABLE_TELEMETRY", judges.CHOICE)
    env = {name: value for name, value in os.environ.items() if name not in ours}
    env |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    code = "from etl import judges; assert judges.reader()"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_rules_judge_alone_where_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(judges.CHOICE, judges.RULES)
    assert judges.version() == "rules"
    verdict = judges.judge_passage("The Grain Export Ban Act must be repealed, he said.", GRAIN)
    assert verdict.method == "rules"


def test_the_encoder_judges_where_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(judges.CHOICE, raising=False)
    text = "Sen. Dale Moss said on Tuesday that the Grain Export Ban Act should be repealed now."
    verdict = judges.judge_passage(text, GRAIN)
    assert verdict.method == "encoder"
    assert verdict.stance_if_forced == "opposes"
    assert judges.version().startswith("encoder ")


def test_rules_judge_where_the_encoder_is_gone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(judges.CHOICE, raising=False)
    monkeypatch.setattr(judges, "MODEL", tmp_path)
    judges._opened.cache_clear()
    try:
        assert judges.version() == "rules"
        assert "the rules judge alone" in capsys.readouterr().err
    finally:
        judges._opened.cache_clear()


FOLDER = ROOT / "data" / "training"
LEFT_OUT = FOLDER / "left_out" / "passages.jsonl"


def test_training_passages_are_whole() -> None:
    seen: set[str] = set()
    for file in sorted(FOLDER.glob("passages-*.jsonl")):
        policies = FOLDER / file.name.replace("passages", "policies")
        known = {json.loads(line)["policy_id"] for line in policies.open(encoding="utf-8")}
        for number, line in enumerate(file.open(encoding="utf-8"), 1):
            told = json.loads(line)
            place = f"{file.name}:{number}"
            assert told["policy_id"] in known, place
            assert len(told["sentences"]) == len(told["sentence_stances"]), place
            assert set(told["sentence_stances"]) <= {"none", "supports", "opposes"}, place
            assert told["stance"] in ("supports", "opposes", "neutral"), place
            assert told["id"] not in seen, place
            seen.add(told["id"])
    assert len(seen) > 4_000


@pytest.mark.parametrize(("folder", "policies"), [("left_out", 20), ("untouched", 12)])
def test_left_out_passages_are_of_policies_that_it_never_read(folder: str, policies: int) -> None:
    known = {
        json.loads(line)["policy_id"]
        for file in FOLDER.glob("policies-*.jsonl")
        for line in file.open(encoding="utf-8")
    }
    passages = FOLDER / folder / "passages.jsonl"
    left = {json.loads(line)["policy_id"] for line in passages.open(encoding="utf-8")}
    assert len(left) == policies
    assert not left & known


def test_it_judges_policies_that_it_never_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(judges.CHOICE, raising=False)
    some = LEFT_OUT.read_text("utf-8").splitlines()[::4]  # the whole takes half a minute
    (tmp_path / "passages.jsonl").write_text("\n".join(some), "utf-8")
    shutil.copy(LEFT_OUT.with_name("policies.jsonl"), tmp_path)
    file = tmp_path / "passages.jsonl"
    cases, wrong = _cases(file, policies_for(folders(), file))
    assert wrong == []
    assert all(case.verdict.mentioned for case in cases)
    got = [(str(case.stance), case.verdict.stance_if_forced) for case in cases]
    by_rules = [(str(case.stance), case.ruled.stance_if_forced) for case in cases]
    assert (measures.macro_f1(got) or 0) >= 0.8
    assert (measures.macro_f1(by_rules) or 0) < 0.6


def test_policies_that_share_a_long_name_are_never_split(tmp_path: Path, encoder: Encoder) -> None:
    told = [
        {"policy_id": "a", "name": "Grain Act", "aliases": ["Grain Export Ban", "GEB"]},
        {"policy_id": "b", "name": "Wheat Act", "aliases": ["grain export ban"]},
        {"policy_id": "c", "name": "Wheat Act", "aliases": ["GEB"]},
    ]
    policies = "\n".join(map(json.dumps, told))
    (tmp_path / "policies-z.jsonl").write_text(policies, "utf-8")
    passage = {
        "id": "a-1", "policy_id": "a", "lang": "en", "sentences": ["Keep the Grain Act."],
        "sentence_stances": ["supports"], "stance": "supports",
    }  # fmt: skip
    (tmp_path / "passages-z.jsonl").write_text(json.dumps(passage), "utf-8")
    found = folds(tmp_path)
    assert found["a"] == found["b"] == found["c"]
    (example,) = examples(tmp_path, encoder.words)
    assert (example.stance, example.stances, len(example.tokens.sentences)) == (0, (0,), 1)
