"""YAML with its lines kept, so that a mistake is told where it stands.

PyYAML's composer gives nodes and their places; nothing here builds a Python object from a tag,
and what YAML can do beyond plain text, lists and keys (anchors, tags,
several documents) is refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # events alone: it never nests
TEXT = "tag:yaml.org,2002:str"
NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and the line it stands on."""

    line: int
    message: str


@dataclass(slots=True)
class Problems:
    """What was found wrong while one file was read."""

    found: list[Problem] = field(default_factory=list)

    def tell(self, place: Node | int, message: str) -> None:
        """Note a problem at a node or line."""
        self.found.append(Problem(place if isinstance(place, int) else line(place), message))


def line(node: Node) -> int:
    """Return the line a node starts on, from 1."""
    return _line(node.start_mark)


def compose(text: str, problems: Problems) -> MappingNode | None:
    """Return the top mapping of a YAML text, or None with the problem told."""
    try:
        _refuse_extras(text, problems)
        node = yaml.compose(text, Loader=yaml.SafeLoader) if not problems.found else None
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        problems.tell(
            before.count("\n") + 1,
            f"not YAML: a character that is not allowed here: {error.reason}",
        )
        return None
    except yaml.MarkedYAMLError as error:
        problems.tell(_line_of(error), f"not YAML: {_words(error)}")
        return None
    except (RecursionError, ValueError) as error:
        told = "nested too deep" if isinstance(error, RecursionError) else str(error)
        problems.tell(1, f"not YAML: {told}")
        return None
    if problems.found:
        return None
    if not isinstance(node, MappingNode):
        problems.tell(1, "expected keys such as 'name: ...' at the top of the file")
        return None
    return node


def _refuse_extras(text: str, problems: Problems) -> None:
    """Tell what is not used here; what is no YAML is raised as PyYAML's own parser tells it."""
    extras = Problems()
    try:
        _look_for_extras(text, extras, _QUICK)
    except yaml.YAMLError:
        _look_for_extras(text, problems, yaml.SafeLoader)
    else:
        problems.found += extras.found


def _look_for_extras(text: str, problems: Problems, loader: Any) -> None:
    documents = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problems.tell(
                    _line(event.start_mark), "a second document: one file holds one policy"
                )
        if isinstance(event, yaml.NodeEvent):
            tag = getattr(event, "tag", None)
            if event.anchor:
                problems.tell(
                    _line(event.start_mark),
                    "anchors (&) and aliases (*) are not used: write it out or quote it",
                )
            elif tag:
                problems.tell(
                    _line(event.start_mark), f"the tag {tag!r} is not used here: write plain text"
                )


def _line_of(error: yaml.MarkedYAMLError) -> int:
    return _line(error.problem_mark or error.context_mark)


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark else 1


def _words(error: yaml.MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.context, error.problem) if part) or "cannot be parsed"


def pairs(node: MappingNode, problems: Problems) -> Iterator[tuple[str, Node, Node]]:
    """Yield key, key node and value node; a key told twice, or one that is no text, is a problem.

    A key is taken as it is written: `no:` is the language Norwegian, not YAML's false.
    """
    seen: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            problems.tell(key, "expected a key, such as name; found a list or keys")
            continue
        name = str(key.value)
        if name in seen:
            problems.tell(key, f"key {name!r} is told twice; first on line {seen[name]}")
            continue
        seen[name] = line(key)
        yield name, key, value


def kind(node: Node) -> str:
    """Return what a node holds, in plain words."""
    if isinstance(node, MappingNode):
        return "keys"
    if isinstance(node, SequenceNode):
        return "a list"
    if node.tag == NULL or not str(node.value).strip():
        return "nothing"
    tags = {"int": "a number", "float": "a number", "bool": "true or false", "timestamp": "a date"}
    return tags.get(node.tag.rsplit(":", 1)[-1], "text")


def text(node: Node, what: str, problems: Problems, *, plain: bool = False) -> str | None:
    """Return a node's text in NFC with single spaces, or None with the problem told.

    `plain` takes a scalar as it is written, whatever YAML would make of it (country NO, a date).
    """
    found = kind(node)
    if found == "text" or (plain and isinstance(node, ScalarNode) and found != "nothing"):
        return " ".join(unicodedata.normalize("NFC", str(node.value)).split())
    hint = "; put it in quotes" if isinstance(node, ScalarNode) and found != "nothing" else ""
    problems.tell(node, f"{what}: expected text; found {found}{hint}")
    return None


def items(node: Node, what: str, problems: Problems) -> list[Node]:
    """Return the items of a list, or none with the problem told."""
    if isinstance(node, SequenceNode):
        return list(node.value)
    problems.tell(node, f"{what}: expected a list ('- ...'); found {kind(node)}")
    return []


def keys(node: Node, what: str, problems: Problems) -> MappingNode | None:
    """Return a node that holds keys, or None with the problem told."""
    if isinstance(node, MappingNode):
        return node
    problems.tell(node, f"{what}: expected keys; found {kind(node)}")
    return None


def texts(
    node: Node, what: str, problems: Problems, *, plain: bool = False
) -> list[tuple[str, Node]]:
    """Return the texts of a list with their nodes; one told twice is a problem."""
    found: list[tuple[str, Node]] = []
    seen: dict[str, int] = {}
    for item in items(node, what, problems):
        value = text(item, what, problems, plain=plain)
        if value is None:
            continue
        key = value.casefold()
        if key in seen:
            problems.tell(item, f"{what}: {value!r} is told twice; first on line {seen[key]}")
            continue
        seen[key] = line(item)
        found.append((value, item))
    return found
