"""Claims in dispute: what is said of a policy again and again, by what words, and the record."""

from __future__ import annotations

import re

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.policy_fields import ID, Reader, each_once, text_that
from etl.policy_names import wording
from etl.records import Claim
from etl.yaml_lines import Problems

FEWEST = 2  # words, or one is said of anything


def _makes_a_claim(text: str) -> bool:
    return len(re.findall(r"\w+", text)) >= FEWEST


CLAIM: dict[str, Reader] = {
    "claim": text_that(ID.fullmatch, "is no id; expected one like waived-every-year"),
    "says": lines.text,
    "wording": wording(_makes_a_claim, "is too little to make a claim; expected more words"),
    "record": lines.text,
    "source": lines.text,
}


def claims(node: Node, key: str, problems: Problems) -> tuple[Claim, ...]:
    """Return the claims of a list; each needs all its keys, and an id of its own."""
    found = each_once(node, key, CLAIM, tuple(CLAIM), problems, "claim")
    return tuple(Claim(told.pop("claim"), **told) for _, told in found)
