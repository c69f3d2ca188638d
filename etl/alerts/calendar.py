"""Dates as iCalendar (RFC 5545): one whole day an event, known by an id that stays."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from etl.alerts.alert import web_address

LONGEST = 75  # octets of a line, without its end
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, kw_only=True)
class Day:
    """Something of a policy that has a day."""

    day_id: str
    policy: str
    on_day: date
    title: str
    detail: str | None
    source_url: str | None


def calendar(days: Iterable[Day]) -> bytes:
    """Return the days as a calendar file; the same days make the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Lawbeat//Policy dates//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Lawbeat: policy dates",
        *(line for day in days for line in _event(day)),
        "END:VCALENDAR",
    ]
    return b"".join(fold(line) + b"\r\n" for line in lines)


def fold(line: str) -> bytes:
    """Return a line cut to 75 octets, each further one begun with a space; no character is cut.

    >>> [len(part) for part in fold("é" * 80).split(b"\\r\\n")]
    [74, 75, 13]
    """
    parts: list[bytes] = []
    held = b""
    for character in line:
        octets = character.encode()
        if len(held) + len(octets) > LONGEST:
            parts.append(held)
            held = b" "
        held += octets
    return b"\r\n".join([*parts, held])


def escaped(text: str) -> str:
    """Return a text as a value: what has a meaning in iCalendar has a stroke before it.

    >>> escaped("Aid; arms, and\\nBEGIN:VALARM")
    'Aid\\\\; arms\\\\, and\\\\nBEGIN:VALARM'
    """
    plain = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    for mark in "\\;,":
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def _event(day: Day) -> Iterator[str]:
    uid = hashlib.sha256(day.day_id.encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@lawbeat"
    # A fixed stamp: what did not change is the same file again.
    yield f"DTSTAMP:{day.on_day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.on_day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.on_day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{day.policy}: {day.title}')}"
    if day.detail:
        yield f"DESCRIPTION:{escaped(day.detail)}"
    if address := web_address(day.source_url):
        # An address is no text: it is not escaped, so what cannot stand in one is left out.
        yield f"URL:{re.sub(r'[^!-~]', '', address)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
