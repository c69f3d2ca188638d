"""Arguments: the reasons that are given on each side again and again, and the words of each."""

from __future__ import annotations

import re

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.policy_fields import Reader, fields
from etl.policy_names import by_language
from etl.records import Argument
from etl.yaml_lines import Problems

ARGUMENT_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SIDES = ("keeps", "drops")
ANY = "any"  # stands for all of them in the tables
SHORTEST = 3  # letters, or it stands in any text


def _argument_id(node: Node, key: str, problems: Problems) -> str | None:
    told = lines.text(node, key, problems)
    if told == ANY:
        problems.tell(node, f"{key}: {ANY!r} is ours; expected another id")
        return None
    if told is not None and not ARGUMENT_ID.fullmatch(told):
        problems.tell(node, f"{key}: {told!r} is no id; expected one like peace-deal")
        return None
    return told


def _side(node: Node, key: str, problems: Problems) -> str | None:
    told = lines.text(node, key, problems, plain=True)
    if told is not None and told not in SIDES:
        problems.tell(node, f"{key}: unknown side {told!r}; expected one of {', '.join(SIDES)}")
        return None
    return told


def _text(node: Node, key: str, problems: Problems) -> str | None:
    return lines.text(node, key, problems)


def _wording(node: Node, key: str, problems: Problems) -> tuple[tuple[str, str], ...]:
    told = by_language(node, key, problems)
    for text, _, at in told:
        if sum(c.isalnum() for c in text) < SHORTEST:
            problems.tell(
                at, f"{key}: {text!r} is too short to tell of an argument; expected a fuller word"
            )
    return tuple((text, language) for text, language, _ in told)


NEEDED = ("argument", "side", "says", "wording")
ARGUMENT: dict[str, Reader] = {
    "argument": _argument_id,
    "name": _text,
    "side": _side,
    "says": _text,
    "wording": _wording,
}


def arguments(node: Node, key: str, problems: Problems) -> tuple[Argument, ...]:
    """Return the arguments of a list; each needs an id of its own, and all but a name."""
    found: dict[str, Argument] = {}
    for item in lines.items(node, key, problems):
        told = fields(item, key, ARGUMENT, NEEDED, problems)
        if told is None:
            continue
        argument_id = told.pop("argument")
        if argument_id in found:
            problems.tell(item, f"{key}: the argument {argument_id!r} is told twice")
        found[argument_id] = Argument(argument_id, **told)
    return tuple(found.values())
