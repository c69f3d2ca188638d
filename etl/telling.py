"""Telling: how much is made anew, before it starts, and how it goes."""

from __future__ import annotations

import time
from collections.abc import Callable

LONG = 2.0  # seconds between two lines at least
MANY = 100  # ids; of fewer nothing is told, and no pace is taken


class Telling:
    """Tells of one table: how many ids are to be made, how many are, and about how long is left."""

    def __init__(
        self, told: Callable[[str], None], name: str, things: str, ids: int, pace: float | None
    ) -> None:
        """Tell what is to come; `pace` are the seconds that an id took before, where known."""
        self._told, self._name, self._ids = told, name, ids
        self._made, self._began = 0, time.monotonic()
        self._last = self._began
        expected = ids * pace if pace else 0.0
        if ids >= MANY or expected >= LONG:
            told(f"{name}: {things} to be read" + f", about {spell(expected)}" * (expected >= 1))

    def done(self, many: int) -> None:
        """Note that so many more are made."""
        self._made += many
        now = time.monotonic()
        if now - self._last < LONG or self._made >= self._ids:
            return
        self._last = now
        left = (now - self._began) / self._made * (self._ids - self._made)
        self._told(f"{self._name}: {self._made:,} of {self._ids:,}, {spell(left)} to go")

    @property
    def pace(self) -> float | None:
        """Return the seconds that an id took; None where they were too few to say."""
        return (time.monotonic() - self._began) / self._made if self._made >= MANY else None


def spell(seconds: float) -> str:
    """Return a length of time in the words of a person.

    >>> spell(4.2), spell(200), spell(9000)
    ('4 s', '3 min', '2.5 h')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
