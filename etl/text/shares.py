"""What the encoder holds of a text: shares of supports, opposes, neutral, by an opened reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from etl.records import Policy

METHOD = "encoder"
READS = frozenset({"en"})
STANCES = ("supports", "opposes", "neutral")
Shares = tuple[float, float, float]
LONG = 900  # characters that are read at once


@dataclass(frozen=True, slots=True)
class Held:
    """Probabilities of supports, opposes, neutral: of the whole passage and of each sentence."""

    whole: Shares
    sentences: tuple[Shares, ...]


Read = Callable[[Sequence[tuple[Sequence[str], Policy]]], list[Held]]


@dataclass(frozen=True, slots=True)
class Reader:
    """An encoder: it reads passages, and says how sure it has to be and of which version it is."""

    read: Read
    sure: float
    version: str


def parts(places: Iterable[int], sentences: Sequence[str]) -> list[list[int]]:
    """Return places of sentences in the parts that are read at once, in order."""
    told: list[list[int]] = [[]]
    for place in places:
        if told[-1] and sum(len(sentences[i]) for i in [*told[-1], place]) > LONG:
            told.append([])
        told[-1].append(place)
    return told if told[0] else []


def both_of(one: Shares, other: Shares) -> Shares:
    """Return the mean of what two readings hold."""
    supports, opposes, neutral = ((a + b) / 2 for a, b in zip(one, other, strict=True))
    return supports, opposes, neutral


def likeliest(shares: Shares) -> tuple[str, float]:
    """Return the stance with the greatest share, and that share."""
    best = max(range(len(STANCES)), key=lambda i: shares[i])
    return STANCES[best], shares[best]


def trace(shares: Shares, rules: str) -> str:
    """Return how a judgement came about: the shares, and what the rules said."""
    told = ", ".join(f"{s} {p:.2f}" for s, p in zip(STANCES, shares, strict=True))
    return f"encoder: {told}; rules: {rules}"
