"""A dask scheduler and its workers, each a process of its own, on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
SETTINGS = {
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",  # one death is enough to be set aside
    "DASK_DISTRIBUTED__WORKER__HTTP__ROUTES": "[]",
    "DASK_DISTRIBUTED__SCHEDULER__HTTP__ROUTES": "[]",
}
ONE_THREAD = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")  # nobody who would replace it


class Machines:
    """A scheduler, and workers as they are hired."""

    def __init__(self, folder: Path) -> None:
        """Begin the scheduler."""
        self._file = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._begun(ROOT, "scheduler", "--host", "127.0.0.1", "--port", "0")
        until(lambda: self._file.exists() and self._file.read_text().endswith("}"))
        self.address = str(json.loads(self._file.read_text())["address"])

    def hire(self, count: int, at: Path = ROOT, **settings: str) -> None:
        """Begin some workers; away from `ROOT` they do not know what is to be done."""
        for _ in range(count):
            self.workers.append(self._begun(at, "worker", *ONE_THREAD, **settings))

    def kill(self, count: int) -> None:
        """Kill those workers that have been there longest."""
        for _ in range(count):
            gone = self.workers.pop(0)
            gone.kill()
            gone.wait()

    def leave(self) -> None:
        """Kill all that were begun."""
        self.kill(len(self.workers))
        self.scheduler.kill()
        self.scheduler.wait()

    def _begun(self, at: Path, kind: str, *words: str, **settings: str) -> subprocess.Popen[bytes]:
        told = (kind, *words, "--scheduler-file", str(self._file), "--no-dashboard")
        return subprocess.Popen(
            (sys.executable, "-m", "dask", *told),
            cwd=at,
            env=os.environ | SETTINGS | settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def machines(folder: Path) -> Iterator[Machines]:
    """Let there be a scheduler until the block ends."""
    begun = Machines(folder)
    try:
        yield begun
    finally:
        begun.leave()


def until(come: Callable[[], bool], seconds: float = 120.0) -> None:
    """Wait for something to come about."""
    last = time.monotonic() + seconds
    while not come():
        assert time.monotonic() < last, "it did not come about"
        time.sleep(0.02)
