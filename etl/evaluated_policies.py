"""Policies of labelled passages: from YAML, or from a `policies.jsonl` beside the passages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from etl.folders import Folders
from etl.policies import read_policies
from etl.policy_names import tells_itself
from etl.records import Alias, Policy

SCRIPTS = (
    ("[\u0400-\u04ff]", "ru"),
    ("[\u0530-\u058f]", "hy"),
    ("[\u0600-\u06ff]", "ar"),
    ("[\u10a0-\u10ff]", "ka"),
    ("[əğşıü]", "az"),
)


def policies_for(here: Folders, file: Path) -> dict[str, Policy]:
    """Return the policies that passages of a file can be about, by id; YAML comes first."""
    beside = file.parent / "policies.jsonl"
    told: dict[str, Policy] = {}
    if beside.is_file():
        for line in beside.read_text("utf-8-sig").split("\n"):
            policy = policy_of(json.loads(line)) if line.strip() else None
            if policy:
                told[policy.policy_id] = policy
    return told | {p.policy_id: p for p in read_policies(here.policies)}


def policy_of(told: Mapping[str, Any]) -> Policy | None:
    """Return a policy from a row of such a list; None where it has no id, name or aliases."""
    policy_id, name = told.get("policy_id") or told.get("id"), told.get("name")
    context = _words(told, "context_any", "needs_context_any", "context")
    if not policy_id or not name or not (names := _names(told, name, context)):
        return None
    return Policy(
        policy_id=policy_id,
        name=name,
        short_name=name,
        kind=told.get("kind", ""),
        citation=told.get("citation", ""),
        description=name,
        source="",
        aliases=names,
        context=context,
        anti_context=_words(told, "anti_context"),
        anaphors=_words(told, "anaphors"),
        keep_means=str(told.get("keep_means") or ""),
        drop_means=str(told.get("drop_means") or ""),
        keeps=_words(told, "keeps"),
        drops=_words(told, "drops"),
    )


def _names(told: Mapping[str, Any], name: str, context: tuple[str, ...]) -> tuple[Alias, ...]:
    plain = _words(told, "aliases")
    names = [(text, not context or tells_itself(text, (name, *plain))) for text in plain]
    names += [(text, True) for text in _words(told, "strong_phrases_no_context_needed", "strong")]
    return tuple(Alias(text, _language(text), strong) for text, strong in names)


def _words(told: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """Return the words of the first of these keys that has any."""
    return next((tuple(told[key]) for key in keys if told.get(key)), ())


def _language(name: str) -> str:
    """Guess the language of a bare name from its script and letters."""
    return next((code for signs, code in SCRIPTS if re.search(signs, name)), "en")
