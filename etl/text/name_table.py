"""All names and context words of all policies in one table, and one pass over a text with it.

The table is keyed by how a word begins, so that the time a pass takes hardly grows with the number
of names. Another engine can stand in its place: `hits` is all that others use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.records import Policy
from etl.text.alias_patterns import Pattern, is_citation, name_pattern, term_pattern
from etl.text.folding import NOT_AFTER_LETTER, UNSPACED, Folded, fold

_WORD_START = re.compile(rf"{NOT_AFTER_LETTER}[^\W{UNSPACED}]|§|[{UNSPACED}]")
_ARABIC_START = re.compile(r"[وفبكل]{0,2}(?:ال|ل)?(?=[\u0620-\u06ff])")
_DIGITS_BEFORE = re.compile(r"(?:\d[.,/:-]|[$€£#])$")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name, or a word of context or anti-context, of one policy at a place in a text."""

    start: int
    end: int
    policy_id: str
    role: str  # name, context, anti
    strong: bool = False
    free: bool = False  # a name of a policy that asks for no context


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern and all that it stands for: (policy_id, role, strong, free)."""

    pattern: Pattern
    meanings: tuple[tuple[str, str, bool, bool], ...]


Table = dict[str, tuple[Entry, ...]]


@lru_cache(maxsize=256)
def table(policies: tuple[Policy, ...]) -> Table:
    """Return the entries of all policies by the beginning of their first word."""
    meanings: dict[tuple[str, str, str], tuple[Pattern, list[tuple[str, str, bool, bool]]]] = {}
    for policy in policies:
        for pattern, role, strong in _patterns(policy):
            known = meanings.setdefault((pattern.key, pattern.source, pattern.shape), (pattern, []))
            known[1].append((policy.policy_id, role, strong, role == "name" and not policy.context))
    buckets: dict[str, list[Entry]] = {}
    for (key, _, _), (pattern, stands_for) in meanings.items():
        if key:
            buckets.setdefault(key, []).append(Entry(pattern, tuple(dict.fromkeys(stands_for))))
    return {key: tuple(entries) for key, entries in buckets.items()}


def _patterns(policy: Policy) -> Iterator[tuple[Pattern, str, bool]]:
    for alias in policy.aliases:
        strong = alias.strong or is_citation(alias.text)
        yield name_pattern(alias.text, alias.language), "name", strong
    for role, terms in (("context", policy.context), ("anti", policy.anti_context)):
        for term in terms:
            yield term_pattern(term), role, False


def hits(text: str, names: Table) -> list[Hit]:
    """Return everything the table knows in a text, by place; a policy's longest name at each."""
    if not text.strip():
        return []
    folded = fold(text)
    found: list[Hit] = []
    for match in _WORD_START.finditer(folded.text):
        start = match.start()
        at = start
        if "\u0620" <= match[0] <= "\u06ff":
            prefix = _ARABIC_START.match(folded.text, start)
            at = prefix.end() if prefix else start
            if at != start:
                found.extend(_at(text, folded, start, start, names))
        found.extend(_at(text, folded, start, at, names))
    return found


def _at(text: str, folded: Folded, start: int, at: int, names: Table) -> Iterator[Hit]:
    """Yield what begins at one place: per policy and role the longest."""
    best: dict[tuple[str, str], Hit] = {}
    for length in range(1, min(3, len(folded.text) - at) + 1):
        for entry in names.get(folded.text[at : at + length], ()):
            match = entry.pattern.regex.match(folded.text, at)
            if match is None or match.end() == at:
                continue
            place = folded.original(start, match.end())
            if not _looks_right(text, place, entry.pattern):
                continue
            for policy_id, role, strong, free in entry.meanings:
                known = best.get((policy_id, role))
                if known is None or (place[1], strong) > (known.end, known.strong):
                    best[policy_id, role] = Hit(*place, policy_id, role, strong, free)
    yield from best.values()


def _looks_right(text: str, place: tuple[int, int], pattern: Pattern) -> bool:
    """Tell whether capitals stand where the name has them, and no figure runs into it."""
    start, end = place
    if text[start].isdigit() and _DIGITS_BEFORE.search(text, max(0, start - 2), start):
        return False
    if pattern.shape == "capitals":
        return not any(sign.islower() for sign in text[start:end].removesuffix("s"))
    if pattern.shape == "capital":
        return not text[start].islower()
    if pattern.shape == "small" and text[start].isupper():
        return end - start <= pattern.size + 1 or text[start:end].isupper()  # United is not a unit
    return True
