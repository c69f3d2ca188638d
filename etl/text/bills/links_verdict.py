"""What a clause would do to a policy, why, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause would do; `sure` is high, medium or low."""

    effect: str
    why: str
    sure: str
