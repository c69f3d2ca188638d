"""Policy files: YAML in, a Policy out, or every mistake told with its file and line.

The file name is the policy's id. What a file may say stands in `etl/policy_keys.py`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from etl import yaml_lines as lines
from etl.policy_fields import ID, known, missing
from etl.policy_keys import KEYS, REQUIRED
from etl.records import Alias, Policy
from etl.yaml_lines import Problem, Problems


class PolicyError(Exception):
    """Policy files that cannot be used; the message tells every problem, one a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def read_policies(folder: Path) -> tuple[Policy, ...]:
    """Return the policies of a folder by id; PolicyError tells what is wrong in all its files."""
    if not folder.is_dir():
        raise PolicyError([f"{folder}: there is no such folder"])
    files = sorted(p for p in folder.iterdir() if p.suffix in {".yaml", ".yml"} and p.is_file())
    policies: dict[str, Policy] = {}
    wrong: list[str] = []
    for file in files:
        try:
            policy = read_policy(file)
        except PolicyError as error:
            wrong += error.problems
            continue
        if (twin := policies.setdefault(policy.policy_id, policy)) is not policy:
            wrong.append(f"{file}:1: the policy {policy.policy_id!r} is also in {twin.file}")
    if not files:
        wrong.append(f"{folder}: no policy file (*.yaml) in this folder")
    if wrong:
        raise PolicyError(wrong)
    return tuple(policies.values())


def read_policy(path: Path) -> Policy:
    """Return the policy that one file tells; PolicyError tells every problem with its line."""
    try:
        policy, found = _read(path, path.read_bytes())
    except OSError as error:
        policy, found = None, (Problem(1, f"cannot be read: {error.strerror}"),)
    if policy is None or found:
        raise PolicyError([f"{path}:{p.line}: {p.message}" for p in found])
    return policy


@lru_cache(maxsize=256)
def _read(path: Path, content: bytes) -> tuple[Policy | None, tuple[Problem, ...]]:
    """Return what a file tells and what is wrong in it, by line; each content is read once."""
    problems = Problems()
    policy = _policy(path, content, problems)
    return policy, tuple(sorted(problems.found, key=lambda problem: problem.line))


def _policy(path: Path, content: bytes, problems: Problems) -> Policy | None:
    if not ID.fullmatch(path.stem):
        problems.tell(
            1, f"the file name {path.stem!r} is no policy id; expected one like section-907"
        )
    text = _text(content, problems)
    top = lines.compose(text, problems) if text is not None else None
    if top is None:
        return None
    told: dict[str, Any] = {}
    where: dict[str, int] = {}
    for key, key_node, value in lines.pairs(top, problems):
        if known(key, key_node, KEYS, problems):
            where[key] = lines.line(key_node)
            told[key] = KEYS[key](value, key, problems)
    missing(top, REQUIRED, where, problems)
    names = _names(told, problems)
    if not names["aliases"] and not problems.found:
        problems.tell(top, "no name to look for; expected 'aliases' or 'strong'")
    if problems.found or _ends_before_it_begins(told, where, problems):
        return None
    return Policy(policy_id=path.stem, file=str(path), lines=tuple(where.items()), **told | names)


def _text(content: bytes, problems: Problems) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.object[: error.start].count(b"\n") + 1
        problems.tell(at, "not UTF-8 text; save the file as UTF-8")
    return None


def _names(told: dict[str, Any], problems: Problems) -> dict[str, tuple[Alias, ...]]:
    # Without context words there is nothing to hold a name to, so every name stands by itself.
    strong = told.pop("strong", None) or []
    alone = not told.get("context")
    names = [(name, language, node, True) for name, language, node in strong]
    names += [(name, language, node, alone) for name, language, node in told.get("aliases") or []]
    seen: dict[tuple[str, str], int] = {}
    for name, language, node, _ in sorted(names, key=lambda told: lines.line(told[2])):
        key = (name.casefold(), language)
        if key in seen:
            problems.tell(
                node, f"the name {name!r} is told twice in {language}; first on line {seen[key]}"
            )
        seen.setdefault(key, lines.line(node))
    return {"aliases": tuple(Alias(name, language, alone) for name, language, _, alone in names)}


def _ends_before_it_begins(told: dict[str, Any], where: dict[str, int], problems: Problems) -> bool:
    since, until = told.get("since"), told.get("until")
    if since and until and until < since:
        problems.tell(where["until"], f"until {until} is before since {since}")
    return bool(problems.found)
