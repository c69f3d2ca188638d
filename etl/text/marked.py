"""A passage as the encoder reads it: what the policy is, then its sentences with its names marked.

`pieces` cuts a sentence where a name of the policy begins or ends; the encoder sets its own sign
before each sentence and each name. Training and judging both read a passage through here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.records import Policy
from etl.text.name_table import Table, hits, table

FIRST = 3  # of the things that keep or drop a policy, where no sentence tells what doing so means


def described(policy: Policy) -> str:
    """Return what a policy is called, and what keeping and dropping it would mean."""
    keep = policy.keep_means or ", ".join(policy.keeps[:FIRST])
    drop = policy.drop_means or ", ".join(policy.drops[:FIRST])
    told = (("Keep", keep), ("Drop", drop))
    return ". ".join([policy.name, *(f"{what}: {means}" for what, means in told if means)])


def pieces(sentence: str, policy: Policy) -> Iterator[tuple[str, bool]]:
    """Yield a sentence in pieces, in order, each with whether it is a name of the policy."""
    last = 0
    for start, end in _named(sentence, policy):
        if start > last:
            yield sentence[last:start], False
        yield sentence[start:end], True
        last = end
    if last < len(sentence):
        yield sentence[last:], False


def _named(sentence: str, policy: Policy) -> list[tuple[int, int]]:
    """Return where names of the policy stand, in order, none within another."""
    found: list[tuple[int, int]] = []
    places = {(h.start, h.end) for h in hits(sentence, _names(policy)) if h.role == "name"}
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


@lru_cache(maxsize=512)
def _names(policy: Policy) -> Table:
    """Return the table of a policy's names, all taken for sure: which policy is meant is given."""
    sure = tuple(replace(alias, strong=True) for alias in policy.aliases)
    return table((replace(policy, aliases=sure, context=(), anti_context=()),))
