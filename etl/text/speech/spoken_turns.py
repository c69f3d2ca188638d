"""Who spoke or was a subject in a text so far: whom a pronoun can stand for afterwards."""

from __future__ import annotations

from typing import NamedTuple

Held = tuple[str | None, str | None]  # a holder's full name and role


class Turn(NamedTuple):
    """Who spoke or was a subject: a pronoun may stand for it afterwards."""

    start: int
    holder: str
    role: str | None
    many: bool
    named: bool
