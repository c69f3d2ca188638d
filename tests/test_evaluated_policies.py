"""Policies out of a list beside labelled passages: which of their names need a word of context."""

from __future__ import annotations

from typing import Any

import pytest

from etl.evaluated_policies import policy_of
from etl.text.names import find_mentions

TOLD: dict[str, Any] = {
    "policy_id": "lantern-act",
    "name": "Lamp and Night Trade Emergency Reporting Normalization (LANTERN) Act",
    "aliases": ["LANTERN Act", "LNTR", "Lamp and Night Trade Regulation", "Section 41", "Mott law"],
    "context_any": ["lamps"],
    "keep_means": "enact it",
    "drop_means": "defeat it",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They voted on the LANTERN Act.", True),
        ("The LNTR was read a second time.", True),  # the short form of another name
        ("They carried a lntr home.", False),
        ("They cited Section 41 of something.", False),
        ("They cited Section 41 on lamps.", True),
        ("The Mott law was read.", False),
    ],
)
def test_a_name_that_tells_itself_needs_no_context(text: str, found: bool) -> None:
    policy = policy_of(TOLD)
    assert policy
    assert bool(find_mentions([{"article_id": "a", "text": text}], (policy,))) is found


def test_without_context_every_name_counts() -> None:
    policy = policy_of(TOLD | {"context_any": []})
    assert policy
    assert all(alias.strong for alias in policy.aliases)


@pytest.mark.parametrize("without", ["policy_id", "name", "aliases"])
def test_what_tells_no_policy_is_none(without: str) -> None:
    assert policy_of({**TOLD, without: None}) is None
