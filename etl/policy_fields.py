"""Keys within keys of a policy file: which are known, which are missing, and how each is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.yaml_lines import Problems

Reader = Callable[[Node, str, Problems], Any]


def known(key: str, node: Node, expected: Mapping[str, Reader], problems: Problems) -> bool:
    """Tell whether a key is expected; one that is not is a problem."""
    if key in expected:
        return True
    problems.tell(node, f"unknown key {key!r}; expected one of {', '.join(expected)}")
    return False


def missing(node: Node, required: tuple[str, ...], told: Any, problems: Problems) -> None:
    """Tell each required key that was not told as a problem."""
    for key in required:
        if key not in told:
            problems.tell(node, f"key {key!r} is missing")


def fields(
    node: Node, what: str, readers: dict[str, Reader], required: tuple[str, ...], problems: Problems
) -> dict[str, Any] | None:
    """Return what the keys of a node tell, or None where a required one cannot be used."""
    mapping = lines.keys(node, what, problems)
    if mapping is None:
        return None
    told = {
        key: readers[key](value, f"{what}: {key}", problems)
        for key, at, value in lines.pairs(mapping, problems)
        if known(key, at, readers, problems)
    }
    missing(mapping, required, told, problems)
    complete = all(told.get(key) is not None for key in required)
    return told if complete else None
