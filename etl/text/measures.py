"""How well stance is judged: plain arithmetic over what was told and what was found.

A pair is (told, got): the label that readers agreed on, and the one that a method gave.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LABELS = ("supports", "opposes", "neutral")
POLAR = ("supports", "opposes")
BINS = 10
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; the share is None of none."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """Return right / of."""
        return self.right / self.of if self.of else None


def macro_f1(pairs: Sequence[Pair]) -> float | None:
    """Return the mean F1 of the three labels; a label that nobody told or got has F1 0.

    >>> macro_f1([("supports", "supports"), ("opposes", "neutral"), ("neutral", "neutral")])
    0.5555555555555555
    """
    return sum(f1(pairs, label) for label in LABELS) / len(LABELS) if pairs else None


def f1(pairs: Sequence[Pair], label: str) -> float:
    """Return 2 · right / (told + got) of one label."""
    right = sum(told == got == label for told, got in pairs)
    either = sum((told == label) + (got == label) for told, got in pairs)
    return 2 * right / either if either else 0.0


def sign(pairs: Sequence[Pair]) -> Share:
    """Return how often the side is right where both sides are polar."""
    polar = [(told, got) for told, got in pairs if told in POLAR and got in POLAR]
    return Share(sum(told == got for told, got in polar), len(polar))


def accuracy(pairs: Sequence[Pair]) -> Share:
    """Return how often the label is right."""
    return Share(sum(told == got for told, got in pairs), len(pairs))


def surest(pairs: Sequence[Pair], sure: Sequence[float], coverage: float) -> list[Pair]:
    """Return the pairs a judge keeps that abstains on all but its surest share of passages."""
    order = sorted(range(len(pairs)), key=lambda i: -sure[i])
    return [pairs[i] for i in order[: round(coverage * len(pairs))]]


def calibration_error(pairs: Sequence[Pair], sure: Sequence[float]) -> float | None:
    """Return the expected calibration error: |accuracy - mean probability| over ten equal bins.

    `sure` is the probability of the label that was got.
    """
    bins: dict[int, list[tuple[bool, float]]] = {}
    for (told, got), p in zip(pairs, sure, strict=True):
        bins.setdefault(min(int(p * BINS), BINS - 1), []).append((told == got, p))
    gaps = [
        abs(sum(right for right, _ in held) - sum(p for _, p in held)) for held in bins.values()
    ]
    return sum(gaps) / len(pairs) if pairs else None


def commonest(labels: Iterable[str]) -> str:
    """Return the label told most often; of two, the first in the order of LABELS."""
    counts = Counter(labels)
    return max(LABELS, key=lambda label: counts[label])


def same_holder(told: str, got: str) -> bool:
    """Tell whether two names are of one voice: the words of one are all in the other.

    >>> same_holder("Odalys Brandt", "Sen. Odalys Brandt"), same_holder("Brandt", "Ann Brandt")
    (True, True)
    >>> same_holder("Armenian Assembly of America", "Assembly of Europe")
    False
    """
    one, other = _name(told), _name(got)
    return bool(one and other) and (one <= other or other <= one)


def _name(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(words) - {"the", "of", "a", "s"}


def holders(
    told: Sequence[tuple[str, str | None]], got: Sequence[tuple[str, str | None]]
) -> tuple[int, int]:
    """Return how many of the told (name, stance) were found, and found with their stance."""
    named = [[stance for name, stance in got if same_holder(wanted, name)] for wanted, _ in told]
    right = [held in stances for (_, held), stances in zip(told, named, strict=True)]
    return sum(map(bool, named)), sum(right)
