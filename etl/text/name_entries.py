"""What is looked for: each name and each word of context of some policies, as one pattern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from etl.records import Policy
from etl.text.alias_patterns import name_pattern, term_pattern
from etl.text.bare_numbers import listed_number_pattern, number_pattern, numbers
from etl.text.name_forms import is_citation, ways_to_write
from etl.text.patterns import Pattern

_Meanings = tuple[tuple[str, str, bool, bool], ...]  # (policy_id, role, strong, free)


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern, all that it stands for, and its place among those that begin alike."""

    pattern: Pattern
    meanings: _Meanings
    rank: tuple[int, int]


def entries_of(policies: Sequence[Policy]) -> list[Entry]:
    """Return one entry for each pattern that means the same wherever it comes from."""
    known: dict[tuple[str, str, str], tuple[Pattern, list[tuple[str, str, bool, bool]]]] = {}
    for policy in policies:
        for pattern, role, strong in _patterns(policy):
            own = known.setdefault((pattern.key, pattern.source, pattern.shape), (pattern, []))
            own[1].append((policy.policy_id, role, strong, role == "name" and not policy.context))
    return [
        Entry(pattern, tuple(dict.fromkeys(meanings)), (len(pattern.key), place))
        for place, (pattern, meanings) in enumerate(known.values())
        if pattern.key
    ]


def _patterns(policy: Policy) -> Iterator[tuple[Pattern, str, bool]]:
    for alias in policy.aliases:
        strong = alias.strong or is_citation(alias.text)
        if alias.text.isdecimal():
            yield listed_number_pattern(alias.text), "name", strong
        else:
            for name in ways_to_write(alias.text):
                yield name_pattern(name, alias.language), "name", strong
    for number in numbers(policy) if policy.context else ():  # what would hold it to its subject
        yield number_pattern(number), "name", False
    for role, terms in (("context", policy.context), ("anti", policy.anti_context)):
        for term in chain.from_iterable(map(ways_to_write, terms)):
            yield term_pattern(term), role, False
