"""What could not be used: a part of a file, or the whole of it."""

from __future__ import annotations

from etl.records.kinds import record


@record
class Reject:
    """A part of a file that could not be used: where it stands and why."""

    place: str
    reason: str


class Refused(Exception):
    """A file, or an answer, that cannot be read at all; the message says why in plain words."""
