"""Arguments: the reasons that are given on each side again and again, and the words of each."""

from __future__ import annotations

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.policy_fields import ID, Reader, each_once, one_of, text_that
from etl.policy_names import wording
from etl.records import Argument
from etl.yaml_lines import Problems

SIDES = ("keeps", "drops")
ANY = "any"  # stands for all of them in the tables
SHORTEST = 3  # letters, or it stands in any text

_any_id = text_that(ID.fullmatch, "is no id; expected one like peace-deal")


def _argument_id(node: Node, key: str, problems: Problems) -> str | None:
    told: str | None = _any_id(node, key, problems)
    if told == ANY:
        problems.tell(node, f"{key}: {ANY!r} is ours; expected another id")
        return None
    return told


def _is_telling(text: str) -> bool:
    return sum(c.isalnum() for c in text) >= SHORTEST


NEEDED = ("argument", "side", "says", "wording")
ARGUMENT: dict[str, Reader] = {
    "argument": _argument_id,
    "name": lines.text,
    "side": one_of(SIDES, "unknown side"),
    "says": lines.text,
    "wording": wording(_is_telling, "is too short to tell of an argument; expected a fuller word"),
}


def arguments(node: Node, key: str, problems: Problems) -> tuple[Argument, ...]:
    """Return the arguments of a list; each needs an id of its own, and all but a name."""
    found = each_once(node, key, ARGUMENT, NEEDED, problems, "argument")
    return tuple(Argument(told.pop("argument"), **told) for _, told in found)
