"""The judge set right for one policy, by what labelled passages say of it.

On one policy a judge may lean to a side: where a waiver is the news, whoever blames it sounds as if
they were against the law. What is added to the log-odds of each stance is fitted so that the labels
are likeliest, each stance weighing the same, and drawn to nothing where they are few.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from etl.records import Calibration
from etl.text.shares import Held, Shares

FEWEST = 50  # labels on one policy from which a calibration is told
_DRAWN = 3.0  # labels that speak for no change
_STEPS = 25
_NOTHING = 1e-9


def set_right(held: Held, by: Calibration | None) -> Held:
    """Return what is held of a passage and its sentences, calibrated for the policy."""
    if by is None:
        return held
    return Held(calibrated(held.whole, by), tuple(calibrated(s, by) for s in held.sentences))


def calibrated(shares: Shares, by: Calibration) -> Shares:
    """Return shares with what a calibration adds to the log-odds of each stance.

    >>> [round(p, 2) for p in calibrated((0.4, 0.5, 0.1), Calibration(60, opposes=-0.7))]
    [0.53, 0.33, 0.13]
    """
    added = (by.supports, by.opposes, by.neutral)
    supports, opposes, neutral = (
        max(p, _NOTHING) * math.exp(a) for p, a in zip(shares, added, strict=True)
    )
    total = supports + opposes + neutral
    return supports / total, opposes / total, neutral / total


def fitted(shares: Sequence[Shares], labels: Sequence[str]) -> Calibration:
    """Return the calibration that makes some labels likeliest, given what was held of each."""
    told = Counter(labels)
    weights = {label: len(labels) / (len(told) * n) for label, n in told.items()}
    opposes = neutral = 0.0
    for _ in range(_STEPS):  # by Newton's way
        by = Calibration(len(labels), opposes=opposes, neutral=neutral)
        one, two = _DRAWN * opposes, _DRAWN * neutral
        oo, nn, on = _DRAWN, _DRAWN, 0.0
        for share, label in zip(shares, labels, strict=True):
            _, p, q = calibrated(share, by)
            weight = weights[label]
            one += weight * (p - (label == "opposes"))
            two += weight * (q - (label == "neutral"))
            oo, nn, on = oo + weight * p * (1 - p), nn + weight * q * (1 - q), on - weight * p * q
        area = oo * nn - on * on
        opposes -= (nn * one - on * two) / area
        neutral -= (oo * two - on * one) / area
    return Calibration(len(labels), opposes=round(opposes, 2), neutral=round(neutral, 2))


def left_one_out(shares: Sequence[Shares], labels: Sequence[str]) -> list[Shares]:
    """Return what would be held of each passage by a calibration that all others fitted."""
    found = []
    for at, share in enumerate(shares):
        others = [*shares[:at], *shares[at + 1 :]], [*labels[:at], *labels[at + 1 :]]
        found.append(calibrated(share, fitted(*others)))
    return found
