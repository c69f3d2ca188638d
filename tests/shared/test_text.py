"""Names, stance and voices measured on ../shared/data; the table is printed (pytest -s)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from etl.policies import read_policies
from etl.records import Policy
from etl.text.names import Mention, find_mentions
from etl.text.outlets import carrier, cited_outlet
from etl.text.speech.voices import Voice, find_voices
from etl.text.stance import Judgement, judge

from .text_data import DATA, lines, policies, policy, rows

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not here"),
]
SHIPPED = Path(__file__).resolve().parents[2] / "data" / "policies"
STANCES = ("supports", "opposes", "neutral")


def shipped() -> dict[str, Policy]:
    return {p.policy_id: p for p in read_policies(SHIPPED)}


def sure(told: Policy) -> Policy:
    """Return the policy with names that need no context: which policy is meant is given."""
    return replace(told, aliases=tuple(replace(alias, strong=True) for alias in told.aliases))


def article(passage: Mapping[str, Any]) -> dict[str, Any]:
    return {"article_id": passage["id"], "text": " ".join(passage["sentences"])}


SETS = {
    "907": ("domain/section907_passages.jsonl", lambda: {"section-907": shipped()["section-907"]}),
    "ten policies": (
        "stance/policies_passages.jsonl",
        lambda: {p.policy_id: sure(p) for p in policies()},
    ),
    "ninety-six policies": (
        "stance/training/passages.jsonl",
        lambda: {
            told["policy_id"]: sure(policy({"kind": "", **told}))
            for told in lines("stance/training/policies.jsonl")
        },
    ),
}


def forced(judgements: Sequence[Judgement]) -> str:
    """Return the stance of a passage as a whole, from its mentions; neutral where it has none."""
    told = [j for j in judgements if not j.abstained] or list(judgements)
    sums = {s: sum(getattr(j, f"p_{s}") for j in told) for s in STANCES}
    return max(STANCES, key=lambda s: sums[s]) if told else "neutral"


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    total = 0.0
    for stance in STANCES:
        right = sum(told == got == stance for told, got in pairs)
        either = sum((told == stance) + (got == stance) for told, got in pairs)
        total += 2 * right / either if either else 0.0
    return total / len(STANCES)


def test_the_matcher_cases():
    cases = rows("domain/section907_matcher_cases.csv")
    texts = [{"article_id": c["id"], "text": c["text"]} for c in cases]
    got = {
        m.article_id
        for m in find_mentions(texts, list(shipped().values()))
        if m.policy_id == "section-907"
    }
    told = {c["id"] for c in cases if c["expect_match_section_907"] == "1"}
    print(f"\nmatcher cases: {len(cases)}, missed {sorted(told - got)}, wrong {sorted(got - told)}")
    assert got - told == set()
    assert len(got) >= 0.9 * len(told)


def test_mentions_in_the_passages():
    passages = lines("domain/section907_passages.jsonl")
    found = find_mentions([article(p) for p in passages], list(shipped().values()))
    got = {m.article_id for m in found if m.policy_id == "section-907"}
    told = {p["id"] for p in passages if p["mention"]}
    precision, recall = len(got & told) / len(got), len(got & told) / len(told)
    print(f"\nmentions of 907: precision {precision:.3f}, recall {recall:.3f}; missed {told - got}")
    assert precision >= 0.99
    assert recall >= 0.92


@pytest.mark.parametrize("name", SETS)
def test_stance_beats_the_commonest_label(name):
    path, known = SETS[name]
    by_id, pairs, judged = known(), [], 0
    for passage in lines(path):
        if passage["stance"] is None or passage["lang"] != "en":
            continue
        told = by_id[passage["policy_id"]]
        judgements = judge(find_mentions([article(passage)], [told]), told)
        judged += any(not j.abstained for j in judgements)
        pairs.append((passage["stance"], forced(judgements)))
    commonest = Counter(told for told, _ in pairs).most_common(1)[0][0]
    base = macro_f1([(told, commonest) for told, _ in pairs])
    polar = [(a, b) for a, b in pairs if "neutral" not in (a, b)]
    sign = sum(a == b for a, b in polar) / len(polar)
    print(
        f"\nstance, {name}: n {len(pairs)}, macro-F1 {macro_f1(pairs):.3f} (commonest {base:.3f}), "
        f"sign {sign:.2f} of {len(polar)} polar, judged {judged / len(pairs):.2f}"
    )
    assert macro_f1(pairs) > base + 0.08


@pytest.mark.parametrize("name", SETS)
def test_holders(name):
    path, known = SETS[name]
    by_id = known()
    spoken: list[bool] = []
    silent: list[bool] = []
    for passage in lines(path):
        if passage["lang"] != "en":
            continue
        mentions = find_mentions([article(passage)], [by_id[passage["policy_id"]]])
        for mention, voice in zip(mentions, find_voices(mentions, [article(passage)]), strict=True):
            told = speakers_at(passage, mention)
            if told and not any(name and name != "unnamed" for name in told):
                continue  # the file says that somebody speaks, not who
            (spoken if told else silent).append(is_one_of(voice, told))
    print(
        f"\nholders, {name}: right in {sum(spoken) / len(spoken):.2f} of {len(spoken)} spoken, "
        f"own voice in {sum(silent) / len(silent):.2f} of {len(silent)} others"
    )
    assert sum(spoken) / len(spoken) > 0.41  # the prototype's


def speakers_at(passage: Mapping[str, Any], mention: Mention) -> list[str]:
    """Return who, by the file, speaks in the sentence that holds a mention."""
    start = 0
    for index, sentence in enumerate(passage["sentences"]):
        if start <= mention.start < start + len(sentence) + 1:
            return [s["name"] or "" for s in passage["speakers"] if s["sentence_index"] == index]
        start += len(sentence) + 1
    return []


def is_one_of(voice: Voice, told: Sequence[str]) -> bool:
    if voice.holder is None:
        return not told or any("author" in name for name in told)
    return any(words(voice.holder) & words(name) for name in told)


def words(name: str) -> set[str]:
    return {w for w in re.findall(r"\w{3,}", name.lower()) if w not in ("the", "and", "office")}


def test_the_seed_article():
    text = next((DATA / "seed").glob("*.txt")).read_text("utf-8")
    seed = {"article_id": "seed", "text": text}
    told = shipped()["section-907"]
    mentions = find_mentions([seed], [told])
    judgements = judge(mentions, told)
    voices = find_voices(mentions, [seed])
    assert [(j.stance, j.kind) for j in judgements] == [
        ("neutral", "action"),
        ("opposes", "evaluation"),
        ("neutral", "action"),
    ]
    assert "the very existence of Section 907 hinders peace" in str(judgements[1].evidence)
    assert [v.holder for v in voices] == [None, "Hikmat Hajiyev", "Hikmat Hajiyev"]
    assert str(voices[1].holder_role).startswith(
        "Assistant to the President of Azerbaijan and Head"
    )
    assert [v.quoted for v in voices] == [None, "indirect", "direct"]
    outlets = ["News.Az", "The Washington Times"]
    assert carrier(text, outlets) == "News.Az"
    assert cited_outlet(text, outlets, "News.Az") == "The Washington Times"
