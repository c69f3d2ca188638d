"""Refresh: fetch, load, build, check, publish, export; one refresher at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from etl.alerts.telling import tell as tell_alerts
from etl.build import build_tables
from etl.export import export
from etl.fetch import Refresh, fetch, follow
from etl.files import UNREADABLE, File
from etl.folders import Folders
from etl.given import give_settings
from etl.load import load
from etl.policies import read_policies
from etl.publish import next_version, publish, sweep
from etl.recorded import Step, recorded, untimed
from etl.records import Policy
from etl.shelf import kept_tables
from etl.sources import sources
from etl.wanted import wanted
from etl.working import working as working

Told = Callable[[str], None]


class Busy(Exception):
    """Another refresh is at work."""


@dataclass
class Done:
    """What a run came to."""

    refreshes: list[Refresh] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    version: Path | None = None
    exported: list[Path] = field(default_factory=list)
    troubles: tuple[str, ...] = ()  # with the corrections
    alerts: list[str] = field(default_factory=list)  # what was told, and what could not be
    untold: bool = False  # an alert could not be sent

    @property
    def failed(self) -> bool:
        """Return whether a source failed, a file could not be read, or an alert not be sent."""
        unreadable = any(f.status in UNREADABLE for f in self.files)
        asked = any(r.failed for r in self.refreshes)
        return unreadable or asked or bool(self.troubles) or self.untold


@contextmanager
def alone(folders: Folders) -> Iterator[None]:
    """Hold the lock; `Busy` names the process that has it. A dead process holds nothing."""
    folders.data.mkdir(parents=True, exist_ok=True)
    with (folders.data / "refresh.lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise Busy(f"another refresh is at work (process {holder}); this one leaves") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        try:
            yield
        finally:
            lock.truncate(0)  # whoever finds a name here, finds one that is at work, or died


def holder(folders: Folders) -> str | None:
    """Return the process that holds the lock, None where nobody does."""
    try:
        with (folders.data / "refresh.lock").open(encoding="utf-8") as lock:
            # Tried only where a process has not said that it is done: a try is a lock of its own.
            if process := lock.read().strip():
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return process
    except OSError:
        return None
    return None


def refresh(
    folders: Folders, told: Told, web: bool = True, unwatched: bool = False, whole: bool = False
) -> Done:
    """Ask the sources (those of this machine only unless `web`), then build, publish and export.

    A run that is `unwatched` leaves addresses that failed before alone for hours. Only what is new
    is made of what came, unless `whole`.

    Raises `PolicyError`, `BrokenPromise`, `CatalogError` or `Busy`: then nothing is published and
    the version before stays in its place.
    """
    with alone(folders), recorded(folders, "refresh" if web else "build", told) as run:
        sweep(folders)  # at once: where the disk is full, it is what makes room
        policies = read_policies(folders.policies)
        done = ask(folders, policies, told, web, unwatched, run.step)
        run.goes_by(done.refreshes[0].refresh_id)
        build(folders, policies, told, done, run.step, whole)
        run.came_to(done.failed, done.version, done.troubles)
        if web:
            with run.step("alerts"):
                outcome = tell_alerts(folders)
            done.alerts, done.untold = outcome.lines, outcome.failed
            run.came_to(done.failed, done.version, done.troubles)
    return done


def ask(
    folders: Folders,
    policies: Sequence[Policy],
    told: Told,
    web: bool,
    unwatched: bool = False,
    step: Step = untimed,
) -> Done:
    """Ask every source, read what came, and ask those that follow up on it."""
    with step("fetch"):
        done = Done(refreshes=fetch(folders, policies, told, web, unwatched))
    if web and any(s.follows for s in sources().values()):
        with step("load"), working(folders, told) as db:
            told("reading what came")
            done.files = load(db, folders)
            found = wanted(db, policies)
        run = done.refreshes[0].refresh_id
        with step("fetch"):
            done.refreshes += follow(folders, policies, told, found, run, unwatched)
    return done


def build(
    folders: Folders,
    policies: Sequence[Policy],
    told: Told,
    done: Done,
    step: Step = untimed,
    whole: bool = False,
) -> None:
    """Load what is at hand, build every table, publish and export; the run's record is `done`."""
    version = next_version(folders)
    with working(folders, told) as db:
        with step("load"):
            told("reading what came")
            done.files += load(db, folders)
        with step("build"):
            done.troubles = give_settings(db, folders, policies, version)
            build_tables(db, policies, kept_tables(), told, whole)
            db.execute("drop schema if exists given cascade")
        with step("publish"):
            told("publishing")
            done.version = publish(db, folders, version)
    with step("export"):
        told("exporting")
        done.exported = export(done.version, folders)
