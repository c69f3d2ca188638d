"""The bell: waits for a time, for a child process to end, or to be told to stop."""

from __future__ import annotations

import select
import signal
import socket
from types import FrameType, TracebackType
from typing import Any

STOP = frozenset({signal.SIGTERM, signal.SIGINT})
HEARD = (*STOP, signal.SIGCHLD)


class Bell:
    """Hears signals while it is held; each ends a wait at once, and none is lost between two.

    A handler that raised, or set an event, could do so at the one moment when that does harm; the
    bytes that Python itself writes for each signal cannot.
    """

    def __enter__(self) -> Bell:
        self.stopped = False
        self._ear, self._mouth = socket.socketpair()
        for end in (self._ear, self._mouth):
            end.setblocking(False)
        self._before: dict[int, Any] = {s: signal.signal(s, _heard) for s in HEARD}
        self._woken = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        signal.set_wakeup_fd(self._woken)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._ear.close()
        self._mouth.close()

    def wait(self, seconds: float) -> None:
        """Wait, at most so long; `stopped` says whether it is time to leave."""
        if self.stopped:
            return
        ready, _, _ = select.select([self._ear], [], [], max(0.0, seconds))
        if ready:
            self.stopped = any(number in STOP for number in self._ear.recv(4096))


def _heard(number: int, frame: FrameType | None) -> None:
    """Do nothing here: what is to be done is done by whoever waits."""
