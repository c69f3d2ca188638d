"""Labelled passages as the encoder reads them; policies that share a name are never split apart."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from etl.encoder import HELD, Tokens, Words
from etl.evaluated_policies import policy_of
from etl.records import Policy
from etl.training.articles import cut

FOLDS = 6
LONG = 8  # letters from which a name that two policies share makes them one
UNTOLD = -100  # what a loss passes over
LABELS: Mapping[str | None, int] = {
    **{held: number for number, held in enumerate(HELD)},
    "none": 2,
    None: UNTOLD,
}


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled passage: its tokens, the label of the whole and of each sentence."""

    passage_id: str
    policy_id: str
    language: str
    tokens: Tokens
    stance: int
    stances: tuple[int, ...]


def examples(folder: Path, words: Words) -> list[Example]:
    """Return every example of a folder, in order: passages, then what articles are cut into.

    They stand in `passages-*.jsonl` and `articles-*.jsonl`, their policies in `policies-*.jsonl`.
    """
    policies = _policies(folder)
    passages = (p for file in sorted(folder.glob("passages-*.jsonl")) for p in _lines(file))
    articles = (a for file in sorted(folder.glob("articles-*.jsonl")) for a in _lines(file))
    told = chain(passages, chain.from_iterable(map(cut, articles)))
    return [_example(one, policies[one["policy_id"]], words) for one in told]


def folds(folder: Path) -> dict[str, int]:
    """Return the fold of each policy; policies with a long name in common are in the same."""
    leader: dict[str, str] = {}

    def first(policy_id: str) -> str:
        while leader.setdefault(policy_id, policy_id) != policy_id:
            policy_id = leader[policy_id]
        return policy_id

    owner: dict[str, str] = {}
    policies = _policies(folder)
    for policy_id, policy in policies.items():
        for name in {policy.name.lower(), *(a.text.lower() for a in policy.aliases)}:
            if len(name) >= LONG:
                leader[first(policy_id)] = first(owner.setdefault(name, policy_id))
    return {policy_id: _fold(first(policy_id)) for policy_id in policies}


def _fold(name: str) -> int:
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def _policies(folder: Path) -> dict[str, Policy]:
    """Return the policies by id; one that stands in several files has the names of them all."""
    told: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.glob("policies-*.jsonl")):
        for policy in _lines(file):
            same = told.setdefault(policy["policy_id"], policy)
            same["aliases"] = list(dict.fromkeys([*same["aliases"], *policy["aliases"]]))
    made = {policy_id: policy_of(policy) for policy_id, policy in told.items()}
    return {policy_id: policy for policy_id, policy in made.items() if policy}


def _example(told: Mapping[str, Any], policy: Policy, words: Words) -> Example:
    return Example(
        passage_id=told["id"],
        policy_id=policy.policy_id,
        language=told["lang"],
        tokens=words.tokens(told["sentences"], policy),
        stance=LABELS[told["stance"]],
        stances=tuple(LABELS[stance] for stance in told["sentence_stances"]),
    )


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)
