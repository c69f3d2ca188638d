"""Sending: what a channel is, what goes wrong, and how often it is tried."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from etl.alerts.alert import Delivery

PAUSES_S = (1.0, 4.0)  # before the second try of a run, and the third
SHORTEST = 3  # characters: what is shorter is no secret


class NotSent(Exception):
    """A batch was not taken. The message says why and holds no secret; `passing` may pass."""

    def __init__(self, why: str, *, passing: bool) -> None:
        super().__init__(why)
        self.passing = passing


class Channel(Protocol):
    """A way out: its name, whom it reaches, and how."""

    @property
    def name(self) -> str:
        """Return what it is called, in the ledger too."""

    @property
    def reaches(self) -> str:
        """Return whom it reaches, without a secret."""

    def send(self, batch: Delivery) -> str | None:
        """Send a batch; once it was taken return what went wrong beside, else raise `NotSent`."""


def send(
    channel: Channel, batch: Delivery, sleep: Callable[[float], None] = time.sleep
) -> str | None:
    """Send a batch, trying again a few times where the fault may pass; raises `NotSent`."""
    for pause in (*PAUSES_S, None):
        try:
            return channel.send(batch)
        except NotSent as error:
            if pause is None or not error.passing:
                raise
            sleep(pause)
    return None


def without(text: str, *secrets: str | None) -> str:
    """Return a text in one line, short, in which none of these stands.

    >>> without("535 no: hunter22\\n", "hunter22")
    '535 no: ***'
    """
    for secret in sorted((s for s in secrets if s and len(s) >= SHORTEST), key=len, reverse=True):
        text = text.replace(secret, "***")
    return " ".join(text.split())[:200]
