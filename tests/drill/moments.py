"""Moments: a run tells what it begins, through a pipe, and is killed at a moment of a phase."""

from __future__ import annotations

import os
import signal
import time
from typing import TextIO

BEGUN = "begun"  # what a run says first
# The first word of the line with which each phase begins.
PHASES = {
    BEGUN: "fetch",
    "reading": "load",
    "building": "build",
    "publishing": "publish",
    "exporting": "export",
}


def lengths(steps: TextIO) -> dict[str, float]:
    """Follow a run to its end; returns how many seconds each of its phases took, by first word."""
    began: dict[str, float] = {}
    for line in steps:
        if (word := line.split()[0]) in PHASES:
            began.setdefault(word, time.monotonic())
    ends = [*list(began.values())[1:], time.monotonic()]
    return {word: end - at for (word, at), end in zip(began.items(), ends, strict=True)}


def kill(child: int, steps: TextIO, phase: str, after: float) -> str:
    """Kill a run so many seconds after it began a phase; returns the phase that it was in."""
    told = []
    for line in steps:
        told.append(line.split()[0])
        if told[-1] == phase:
            break
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    told += [line.split()[0] for line in steps]
    return next((PHASES[word] for word in reversed(told) if word in PHASES), "before all")
