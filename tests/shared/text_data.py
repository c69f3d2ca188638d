"""What the text tests read from ../shared/data, and policies built from its lists."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

from etl.records import Alias, Policy

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def lines(path: str) -> list[dict[str, Any]]:
    """Return the objects of a JSON-lines file."""
    return [json.loads(line) for line in (DATA / path).read_text("utf-8").splitlines() if line]


def rows(path: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def language(name: str) -> str:
    """Guess the language of a bare name from its script and letters."""
    for signs, code in (
        ("[\u0400-\u04ff]", "ru"),
        ("[\u0530-\u058f]", "hy"),
        ("[\u0600-\u06ff]", "ar"),
        ("[əğşıü]|saylı", "az"),
    ):
        if re.search(signs, name):
            return code
    return "en"


def policies() -> list[Policy]:
    """Return the policies of stance/policies.jsonl as a policy file would tell them."""
    return [policy(told) for told in lines("stance/policies.jsonl")]


def policy(told: dict[str, Any]) -> Policy:
    """Return one policy from a row of the lists under ../shared/data."""
    return Policy(
        policy_id=told.get("policy_id") or told["id"],
        name=told["name"],
        short_name=told["name"],
        kind=told["kind"],
        citation=told["citation"],
        description=told["name"],
        source="",
        aliases=tuple(Alias(a, language(a)) for a in told["aliases"])
        + tuple(
            Alias(a, language(a), True) for a in told.get("strong_phrases_no_context_needed", ())
        ),
        context=tuple(told.get("context_any") or told.get("needs_context_any") or ()),
        anti_context=tuple(told.get("anti_context", ())),
    )
