"""Claims in dispute: what is said of a policy again and again, by what words, and the record."""

from __future__ import annotations

import re

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.policy_fields import Reader, fields
from etl.policy_names import by_language
from etl.records import Claim
from etl.yaml_lines import Problems

CLAIM_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FEWEST = 2  # words, or one is said of anything


def wording(node: Node, key: str, problems: Problems) -> tuple[tuple[str, str], ...]:
    """Return (words, language) that make a claim; too few words are a problem."""
    told = by_language(node, key, problems)
    for text, _, at in told:
        if len(re.findall(r"\w+", text)) < FEWEST:
            problems.tell(at, f"{key}: {text!r} is too little to make a claim; expected more words")
    return tuple((text, language) for text, language, _ in told)


def _claim_id(node: Node, key: str, problems: Problems) -> str | None:
    told = lines.text(node, key, problems)
    if told is not None and not CLAIM_ID.fullmatch(told):
        problems.tell(node, f"{key}: {told!r} is no id; expected one like waived-every-year")
        return None
    return told


def _text(node: Node, key: str, problems: Problems) -> str | None:
    return lines.text(node, key, problems)


CLAIM: dict[str, Reader] = {
    "claim": _claim_id,
    "says": _text,
    "wording": wording,
    "record": _text,
    "source": _text,
}


def claims(node: Node, key: str, problems: Problems) -> tuple[Claim, ...]:
    """Return the claims of a list; each needs all its keys, and an id of its own."""
    found: dict[str, Claim] = {}
    for item in lines.items(node, key, problems):
        told = fields(item, key, CLAIM, tuple(CLAIM), problems)
        if told is None:
            continue
        claim_id = told.pop("claim")
        if claim_id in found:
            problems.tell(item, f"{key}: the claim {claim_id!r} is told twice")
        found[claim_id] = Claim(claim_id, **told)
    return tuple(found.values())
