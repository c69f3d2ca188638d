"""One trial: bytes to a reader, and what it made of them. Anything but records or `Refused` is a
fault; so is a record that no table can hold, and more than a second of work."""

from __future__ import annotations

import random
import signal
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from etl.frames import frame
from etl.readers import reader_of, readers
from etl.records import Refused
from etl.text.inflate import inflated
from tests.fuzz.mutate import mutated

SEEDS = Path(__file__).parent / "seeds"
SLOW_S, STOPPED_S = 1.0, 10.0  # of the CPU


class TooSlow(BaseException):
    """An input took so long that it was given up; no reader may catch this."""


@dataclass
class Tally:
    """What a reader made of its inputs."""

    inputs: int = 0
    records: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    faults: list[tuple[int, str]] = field(default_factory=list)  # the number of the input, and why

    def add(self, other: Tally) -> None:
        """Count what another has counted."""
        self.inputs += other.inputs
        self.records += other.records
        self.refused += other.refused
        self.slowest_s = max(self.slowest_s, other.slowest_s)
        self.faults += other.faults


@cache
def seeds(reader: str) -> tuple[tuple[str, bytes], ...]:
    """Return a reader's small made files, each with the name that the reader is told."""
    files = sorted((SEEDS / reader).glob("*"))
    return tuple((f"{reader}/{f.name.partition('-')[2]}", f.read_bytes()) for f in files)


def made(reader: str, seed: int, number: int) -> tuple[str, bytes]:
    """Return the input of a number: the same for the same seed, on every machine."""
    rng = random.Random(f"{seed}:{reader}:{number}")
    held = seeds(reader)
    name = rng.choice(held)[0]
    return name, mutated([content for _, content in held], rng)


def tried(reader: str, seed: int, numbers: Sequence[int]) -> Tally:
    """Hand a reader the inputs of these numbers."""
    tally = Tally()
    for number in numbers:
        tally.inputs += 1
        began = time.process_time()
        try:
            with_limit(_hand, reader, *made(reader, seed, number), tally)
        except Refused:
            tally.refused += 1
        except (Exception, TooSlow) as error:
            tally.faults.append((number, f"{type(error).__name__}: {error!s:.150}"))
        took = time.process_time() - began
        tally.slowest_s = max(tally.slowest_s, took)
        if took > SLOW_S:
            tally.faults.append((number, f"it took {took:.1f} s"))
    return tally


def _hand(reader: str, name: str, content: bytes, tally: Tally) -> None:
    """Ask every reader whether the bytes are its own, and this one to read them."""
    name, content = inflated(name, content)
    with suppress(Refused):
        reader_of(name, content)
    records = readers()[reader].read(name, content)
    held = defaultdict(list)
    for record in records:
        held[type(record)].append(record)
    for kind, rows in held.items():
        frame(kind, rows).validate(full=True)
    tally.records += len(records)


def with_limit(do: Any, *given: Any) -> None:
    """Do it, and stop it where it takes far too long."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow(f"given up after {STOPPED_S:.0f} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, STOPPED_S)
    try:
        do(*given)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def names() -> Iterator[str]:
    """Yield every reader's name, found in its folder."""
    yield from readers()
