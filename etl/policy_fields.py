"""Keys within keys of a policy file: which are known, which are missing, and how each is read.

A reader takes a node and the key's name, tells what is wrong, and returns the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.yaml_lines import Problems

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # section-907
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


def each_once(
    node: Node,
    what: str,
    readers: dict[str, Reader],
    required: tuple[str, ...],
    problems: Problems,
    thing: str,
) -> Iterator[tuple[Node, dict[str, Any]]]:
    """Yield each item of a list and what its keys tell; one told twice is a problem.

    The first of the required keys tells the items apart.
    """
    seen = set()
    for item in lines.items(node, what, problems):
        told = fields(item, what, readers, required, problems)
        if told is None:
            continue
        name = told[required[0]]
        if name in seen:
            problems.tell(item, f"{what}: the {thing} {name!r} is told twice")
        seen.add(name)
        yield item, told


def text_that(fits: Callable[[str], Any], otherwise: str, *, plain: bool = False) -> Reader:
    """Return a reader of a text; of one that does not fit it says what is wrong `otherwise`."""

    def read(node: Node, key: str, problems: Problems) -> str | None:
        told = lines.text(node, key, problems, plain=plain)
        if told is not None and not fits(told):
            problems.tell(node, f"{key}: {told!r} {otherwise}")
            return None
        return told

    return read


def texts_that(fits: Callable[[str], Any], otherwise: str, *, plain: bool = False) -> Reader:
    """Return a reader of a list of texts, each as `text_that` would have it."""

    def read(node: Node, key: str, problems: Problems) -> tuple[str, ...]:
        texts = lines.texts(node, key, problems, plain=plain)
        for told, at in texts:
            if not fits(told):
                problems.tell(at, f"{key}: {told!r} {otherwise}")
        return tuple(told for told, _ in texts)

    return read


def one_of(choices: tuple[str, ...], unknown: str = "unknown") -> Reader:
    """Return a reader of a word that is one of these; another is told as `unknown`."""

    def read(node: Node, key: str, problems: Problems) -> str | None:
        told = lines.text(node, key, problems, plain=True)
        if told is not None and told not in choices:
            expected = ", ".join(choices)
            problems.tell(node, f"{key}: {unknown} {told!r}; expected one of {expected}")
            return None
        return told

    return read
