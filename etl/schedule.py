"""Schedule: when the next refresh is due. Moments in, moments out.

Due moments are aligned to the clock, counted in UTC: `6h` is 00, 06, 12 and 18 o'clock. Each host
is late by a little that is its own, so that many installations do not ask at one moment.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
LEAST, MOST = timedelta(minutes=5), timedelta(days=30)
MOST_LATE = timedelta(minutes=30)
LATE_SHARE = 10  # at most a tenth of the interval
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TOLD = re.compile(r"([1-9]\d{0,4})([mhd])")


@dataclass(frozen=True)
class Every:
    """How often, and by how much this host is late."""

    interval: timedelta
    late: timedelta = timedelta(0)

    def after(self, moment: datetime) -> datetime:
        """Return the first due moment after a moment."""
        whole = (moment - EPOCH - self.late) // self.interval
        return EPOCH + self.late + (whole + 1) * self.interval


def read_interval(text: str) -> timedelta:
    """Return the interval that a text such as 30m, 6h or 1d tells; else `ValueError`.

    >>> read_interval("6h")
    datetime.timedelta(seconds=21600)
    """
    found = TOLD.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no interval such as 30m, 6h or 1d")
    interval = int(found[1]) * UNITS[found[2]]
    if not LEAST <= interval <= MOST:
        raise ValueError(f"{text!r} is not from 5m to 30d")
    return interval


def on(host: str, interval: timedelta) -> Every:
    """Return when a host is due: the same host is always late by the same."""
    most = min(interval / LATE_SHARE, MOST_LATE)
    draw = int.from_bytes(hashlib.sha256(host.encode()).digest()[:8]) / 2**64
    return Every(interval, timedelta(seconds=int(draw * most.total_seconds())))


def first_due(now: datetime, every: Every, last_good: datetime | None) -> datetime:
    """Return when the first run is due: now, unless the last good one is younger than that.

    A last run that lies ahead of now was put down by a clock that was wrong.
    """
    if last_good and timedelta(0) <= now - last_good < every.interval:
        return every.after(now)
    return now


def still_due(now: datetime, every: Every, due: datetime) -> datetime:
    """Return when the next run is due, in view of the clock: one that went back waits no longer.

    >>> six = Every(timedelta(hours=6))
    >>> due = datetime(2026, 11, 29, 12, tzinfo=UTC)
    >>> still_due(datetime(2026, 11, 20, 7, tzinfo=UTC), six, due).isoformat()
    '2026-11-20T12:00:00+00:00'
    """
    return min(due, every.after(now))
