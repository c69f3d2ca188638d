"""The play: drop, refresh, kill, look; and what may never be seen."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TextIO

from tests.drill import moments
from tests.drill.actors import Seen, corrected, forked, held, looked, refreshed
from tests.drill.stage import Content, made
from tests.drill.watch import Published, faults, seen

PAUSE_S = 0.05  # between two looks, of whichever reader
WHOLE_EVERY = 10  # runs: one is left alone, and must publish all that was dropped
CODER_EVERY = 12  # kills


@dataclass
class Done:
    """What the drill came to: how much was tried, and what went wrong."""

    kills: Counter[str] = field(default_factory=Counter)  # by what was being done
    runs: int = 0
    versions: int = 0
    looks: int = 0
    corrections: int = 0
    errors: list[str] = field(default_factory=list)  # of readers
    torn: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)  # or doubled
    failed: list[str] = field(default_factory=list)  # runs that were left alone
    strays: list[str] = field(default_factory=list)

    def wrong(self) -> list[tuple[str, list[str]]]:
        """Return what went wrong, by what must not be."""
        told = {
            "reader errors": self.errors,
            "torn reads": self.torn,
            "stale reads after publishing": self.stale,
            "rows or corrections lost or doubled": self.lost,
            "refreshes that failed of themselves": self.failed,
            "strays left": self.strays,
        }
        return [(what, such) for what, such in told.items() if such]

    def lines(self) -> list[str]:
        """Return the figures, and the first cases of what went wrong."""
        where = ", ".join(f"{step} {n}" for step, n in self.kills.most_common())
        told = [
            f"kills: {sum(self.kills.values())} ({where})",
            f"refreshes begun: {self.runs}; versions published: {self.versions}",
            f"looks of readers: {self.looks:,}; corrections saved: {self.corrections}",
            f"reader errors: {len(self.errors)}; torn reads: {len(self.torn)}; "
            f"stale reads after publishing: {len(self.stale)}",
            f"rows or corrections lost or doubled: {len(self.lost)}; refreshes that failed: "
            f"{len(self.failed)}; strays left: {len(self.strays)}",
        ]
        return told + [f"  {what}: {one}" for what, such in self.wrong() for one in such[:5]]


class Drill:
    """One drill in one folder."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Set the stage; the same seed gives the same content and the same moments."""
        self.folder = folder
        self.here = made(folder / "data")
        self.rng = random.Random(seed)
        self.content = Content()
        self.done = Done()
        self.published: list[Published] = []
        self.lengths: dict[str, float] = {}  # of the phases of the last whole run, in seconds

    def played(self, kills: int, readers: int) -> Done:
        """Play until that many were killed; returns what it came to."""
        for _ in range(2):  # the second tells how long a refresh takes that has one before it
            self._run(whole=True)
        notes = [self.folder / f"reader-{n}.jsonl" for n in range(readers)]
        audience = [forked(partial(looked, note, readers * PAUSE_S)) for note in notes]
        while sum(self.done.kills.values()) < kills:
            if sum(self.done.kills.values()) % CODER_EVERY == CODER_EVERY - 1:
                self._kill_a_coder()
            else:
                self._run(whole=self.done.runs % WHOLE_EVERY == 0)
        self._run(whole=True)
        time.sleep(5 * readers * PAUSE_S)
        for reader in audience:
            os.kill(reader, signal.SIGTERM)
            os.waitpid(reader, 0)
        self._judge(notes)
        return self.done

    def _run(self, whole: bool) -> None:
        """Drop, refresh, and kill it at a moment of some phase of it unless `whole`; then look."""
        self.done.runs += 1
        before = self.content.rows()
        self.content.drop(self.here, self.done.runs)
        told, tells = os.pipe()
        child = forked(partial(refreshed, self.here, tells))
        os.close(tells)
        with os.fdopen(told) as steps:
            phase = self._followed(child, steps, whole)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status)
        if killed:
            self.done.kills[phase] += 1
        elif status:
            self.done.failed.append(f"run {self.done.runs}: status {status}")
        self._look_at_what_is_published(before, must=not killed)

    def _followed(self, child: int, steps: TextIO, whole: bool) -> str:
        """Follow a run to its end, or to that which it is given; returns the phase it was in."""
        if whole:
            self.lengths = moments.lengths(steps)
            return "export"
        phase = self.rng.choice(list(self.lengths))
        return moments.kill(child, steps, phase, self.rng.uniform(0, 1.05 * self.lengths[phase]))

    def _look_at_what_is_published(self, before: list[list[str]], must: bool) -> None:
        at, name = time.monotonic(), (self.here.published / "current").read_text().strip()
        if self.published and self.published[-1].name == name:
            if must:
                self.done.lost.append(f"run {self.done.runs} published nothing")
            return
        self.published.append(Published(name, at))
        rows, expected = self._held(), self.content.rows()
        if rows != expected:
            odd = [row for row in (*rows, *expected) if rows.count(row) != expected.count(row)]
            self.done.lost.append(f"{name}, of run {self.done.runs}: {odd[:3]}")

    def _held(self) -> list[list[str]]:
        """Return what the version shown holds, as a new process sees it."""
        out = self.folder / "held.json"
        out.unlink(missing_ok=True)
        child = forked(lambda: out.write_text(json.dumps(list(held()))))
        os.waitpid(child, 0)
        return list(json.loads(out.read_text()))

    def _kill_a_coder(self) -> None:
        child = forked(partial(corrected, self.folder / "saved"))
        time.sleep(self.rng.uniform(0.005, 0.3))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        self.done.kills["a correction"] += 1

    def _judge(self, notes: list[Path]) -> None:
        looks: list[Seen] = [one for note in notes for one in seen(note)]
        self.done.looks, self.done.versions = len(looks), len(self.published)
        self.done.errors, self.done.torn, self.done.stale = faults(looks, self.published)
        self.done.lost += list(self._corrections_lost())
        self.done.strays = self._strays()

    def _corrections_lost(self) -> list[str]:
        saved = self.folder / "saved"
        told = saved.read_text().split() if saved.exists() else []
        if not told:
            return []
        with sqlite3.connect(self.here.corrections) as file:
            rows = [r[0] for r in file.execute("select correction_id from corrections")]
            sound = file.execute("pragma integrity_check").fetchone()[0]
        self.done.corrections = len(rows)
        wrong = [] if sound == "ok" else [f"corrections.sqlite: {sound}"]
        return wrong + [f"correction {c}" for c in told if rows.count(c) != 1]

    def _strays(self) -> list[str]:
        """Return what killed runs left that the last, whole one should have swept."""
        patterns = (".build-*", "*.part", ".current", "*.wal")
        found = {p for pattern in patterns for p in self.here.data.rglob(pattern) if p.is_file()}
        versions = sorted(self.here.published.glob("lawbeat-*"))
        found |= set(versions[:-3])
        return sorted(str(p.relative_to(self.here.data)) for p in found)


if __name__ == "__main__":
    sys.exit("run it as: python -m tests.drill")
