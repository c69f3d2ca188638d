"""Patience: addresses that failed are left alone for a while, from one run to the next.

A soft failure (404, 429, 5xx, no name, no answer in time) is left alone for an hour, the next time
in a row for two, up to a day; a hard one (401, 403, 410, what no reader takes) for six hours, then
twelve, up to a day. None is given up for good. A server's own Retry-After is kept to, up to a day.

A person who runs a refresh by hand knows more than this ladder (the network is back, the address
was mended), so it binds only runs that nobody watches; a Retry-After binds every run. Where no host
at all answered, it is this machine's network, and nobody's failure is counted.

What is remembered lies in data/raw/<source>/.asked.json, by address; for a 429, which is about who
asks and not about what, by the address without its query.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etl.answers import TOO_MANY, Failed, NotAsked, Unreachable

FILE = ".asked.json"
STEP_H, HARD_STEP_H, MOST_H = 1, 6, 24
LONGEST = timedelta(hours=MOST_H)  # what is told to last longer is of a clock that went back
FORGOTTEN = timedelta(days=30)  # an address that nobody asked for since


@dataclass(frozen=True, kw_only=True)
class Wait:
    """How long an address is left alone, and why."""

    failures: int  # in a row
    tried_at: str
    until: str
    reason: str
    hard: bool = False
    told: bool = False  # the server itself named the moment
    unreadable: bool = False  # an answer came, and no reader takes it


def now() -> datetime:
    """Return this moment, to the second; tests put another in its place."""
    return datetime.now(UTC).replace(microsecond=0)


class Patience:
    """What one source remembers of the addresses that failed it."""

    def __init__(self, folder: Path | None = None, ladder: bool = False) -> None:
        """Remember what `folder` holds; keep to the ladder of hours where `ladder`."""
        self._file = folder / FILE if folder else None
        self._ladder = ladder
        self._waits = dict(_read(self._file)) if self._file else {}
        self._unheard: list[tuple[str, Unreachable]] = []
        self._heard = False

    def check(self, url: str) -> None:
        """Raise `NotAsked` where an address is to be left alone still."""
        for wait in filter(None, map(self._waits.get, (url, _place(url)))):
            until = datetime.fromisoformat(wait.until)
            if now() < until <= now() + LONGEST and (wait.told or self._ladder):
                many = f"{wait.failures} failures" if wait.failures > 1 else "a failure"
                why = f"backing off until {_spoken(until)} after {many} ({wait.reason})"
                raise NotAsked(why, until)

    def failures(self, url: str) -> int:
        """Return how often in a row an address failed."""
        return self._waits[url].failures if url in self._waits else 0

    def failed(self, url: str, error: Failed) -> None:
        """Remember that an address failed, and how."""
        if isinstance(error, Unreachable):
            self._unheard.append((url, error))
            return
        self._heard = True
        self._count(_place(url) if error.status == TOO_MANY else url, error)
        if error.wait_s:
            self.save()

    def unreadable(self, url: str, reason: str) -> None:
        """Remember that what an address gave could not be read."""
        self._count(url, Failed(reason), unreadable=True)

    def answered(self, url: str) -> None:
        """Remember that an address gave an answer: whether it can be read is not known yet."""
        self._heard = True
        if url in self._waits and not self._waits[url].unreadable:
            del self._waits[url]
        self._waits.pop(_place(url), None)

    def worked(self, url: str) -> None:
        """Remember that what an address gave was read."""
        self._waits.pop(url, None)

    @property
    def next_at(self) -> datetime | None:
        """Return the first moment at which an address that is left alone is asked again."""
        coming = [datetime.fromisoformat(wait.until) for wait in self._waits.values()]
        return min((until for until in coming if now() < until <= now() + LONGEST), default=None)

    def save(self) -> None:
        """Write what is remembered; the file is whole or as it was."""
        if self._heard:
            for url, error in self._unheard:
                self._count(url, error)
            self._unheard.clear()
        if not self._file or not (self._waits or self._file.exists()):
            return
        oldest = (now() - FORGOTTEN).isoformat()
        kept = {url: asdict(w) for url, w in self._waits.items() if w.tried_at > oldest}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_name(f"{FILE}.part")
        part.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        part.replace(self._file)

    def _count(self, url: str, error: Failed, unreadable: bool = False) -> None:
        before = self._waits.get(url)
        failures = before.failures + 1 if before else 1
        hard = error.hard or unreadable
        hours = min(failures * (HARD_STEP_H if hard else STEP_H), MOST_H)
        wait = timedelta(seconds=error.wait_s) if error.wait_s else timedelta(hours=hours)
        self._waits[url] = Wait(
            failures=failures,
            tried_at=now().isoformat(),
            until=(now() + wait).isoformat(),
            reason=str(error),
            hard=hard,
            told=bool(error.wait_s),
            unreadable=unreadable,
        )


def _place(url: str) -> str:
    """Return an address without its query: a 429 is about who asks, not about what is asked."""
    return url.partition("?")[0] + " (any query)"


def _spoken(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _read(file: Path) -> Iterator[tuple[str, Wait]]:
    """Yield what is remembered; what is damaged is forgotten, and asked again."""
    try:
        told = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return
    for url, wait in told.items() if isinstance(told, dict) else ():
        with suppress(TypeError, ValueError, AttributeError):
            known = Wait(**wait)
            if datetime.fromisoformat(known.until).tzinfo:
                yield url, known
