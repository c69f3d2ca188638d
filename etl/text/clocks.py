"""The time of day and the zone inside a written date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta, timezone

from etl.text.months import VAGUE_ZONES, ZONES


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; without a zone it is no moment."""

    time: time
    zone: timezone | None = None


_CLOCK = re.compile(
    r"(?:(?<=\d)t|(?<![\d.:])t?)(?P<hour>\d{1,2})"
    r"(?:[:h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?![\d:])"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"|(?:\.(?P<past>\d\d))?\s*(?P<noon>[ap])\.?m\b\.?)"
)
_ZONE = re.compile(
    r"\s*(?:\(?(?P<name>[a-z]{1,5})\)?(?![a-z]))?"
    r"\s*(?P<offset>[+-](?:\d\d:?\d\d|\d\d?)(?![\d./-]))?"
    r"(?:\s*\([^)]*\)|\s*\[[^\]]*\])?"
)


def cut_clock(text: str) -> tuple[str, Clock | None]:
    """Return a plain text without its time of day and zone, and that time.

    >>> cut_clock("fri, 8 aug 2025 2:23pm est")[1].time
    datetime.time(14, 23)
    """
    found = _CLOCK.search(text)
    if not found:
        return text, None
    zone, length = _zone(text[found.end() :])
    rest = f"{text[: found.start()]} {text[found.end() + length :]}"
    hour, minute = _hour(found), int(found["minute"] or found["past"] or 0)
    second = int(found["second"] or 0)
    if (hour, minute, second) == (24, 0, 0):
        return rest, None  # the end of that day, or a way to say "no time": a day at any rate
    if second == 60:
        second = 59  # a leap second
    return rest, Clock(time(hour, minute, second), zone)


def _hour(found: re.Match[str]) -> int:
    hour, half = int(found["hour"]), found["half"] or found["noon"]
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)


def _zone(tail: str) -> tuple[timezone | None, int]:
    """Return the zone that stands at the start of `tail`, None where vague, and its length."""
    found = _ZONE.match(tail)
    assert found is not None  # every part of the pattern may be absent
    name, offset = found["name"], found["offset"]
    if name and name not in ZONES and name not in VAGUE_ZONES:
        return None, 0  # a month, a weekday: not ours to cut
    minutes = ZONES.get(name) if name else 0
    if offset:
        return _offset(offset) if minutes == 0 else None, found.end()
    if not name or minutes is None:
        return None, found.end()
    return timezone(timedelta(minutes=minutes)), found.end()


def _offset(text: str) -> timezone | None:
    digits = re.sub(r"\D", "", text)
    hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    if hours > 14 or minutes > 59:
        return None  # no place on Earth
    size = timedelta(hours=hours, minutes=minutes)
    return timezone(-size if text.startswith("-") else size)
