"""Files of GovInfo's bulk data: single ones and zips, kept before what was noted of them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etl import bulk_zips
from etl.notes import Notes
from etl.records import Refused
from etl.sources import Document, Failure, Here, answer
from etl.text import congress, listings
from etl.text.listings import Listed
from etl.web import Failed, Reply, Unreachable

DAY = timedelta(days=1)
SAVE_EACH = 50  # files, after which the notes are written
TOO_MANY_REQUESTS = 429

Done = Generator[Document | Failure, None, bool]  # yields as a source does, tells whether all came


@dataclass(frozen=True)
class Collection:
    """A collection of the bulk data and how its folders are laid."""

    name: str  # BILLSTATUS
    reader: str
    first_congress: int
    by_session: bool = False
    feed: str | None = None  # of batches

    def folders(self, at: int, now: datetime, kind: str | None = None) -> list[str]:
        """Return the folders of a Congress by now, those of one type of bill where it is told."""
        kinds = [kind] if kind else list(congress.KINDS)
        if not self.by_session:
            return [f"{at}/{k}" for k in kinds]
        return [f"{at}/{session}/{k}" for session in congress.sessions(at, now) for k in kinds]

    def zip_name(self, folder: str) -> str:
        """Return what a folder's zip is called."""
        return f"{self.name}-{folder.replace('/', '-')}.zip"


@dataclass
class Bulk:
    """One collection, asked in one run; `kept` is the source's folder below data/raw."""

    here: Here
    of: Collection
    kept: Path
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __post_init__(self) -> None:
        """Read what the last runs noted."""
        self.notes = Notes(self.kept)
        self.singles = 0
        self._in_zip: dict[str, frozenset[str]] = {}

    def get(self, path: str, etag: str | None = None) -> Reply:
        """Return what lies at a path; raises `Failed`."""
        asked = {"If-None-Match": etag} if etag else None
        return self.here.web.get(f"{self.here.base.rstrip('/')}{path}", headers=asked)

    def in_zip(self, folder: str) -> frozenset[str]:
        """Return the names of the files in the folder's zip at hand, none where there is none."""
        if folder not in self._in_zip:
            self._in_zip[folder] = bulk_zips.names(self.kept / self.of.zip_name(folder))
        return self._in_zip[folder]

    def holds(self, folder: str, name: str) -> bool:
        """Return whether a file is at hand, in the zip or on its own."""
        return name in self.in_zip(folder) or (self.kept / name).exists()

    def is_due(self, file: Listed) -> bool:
        """Return whether a listed file is not at hand, or changed since it came."""
        if not self.holds(file.folder, file.name):
            return True
        moments = [self.notes.moment("files", file.name)]
        if file.name in self.in_zip(file.folder):
            moments.append(self.notes.moment("zips", file.folder))
        known = max((m for m in moments if m), default=None)
        return file.changed_at is not None and (known is None or file.changed_at > known)

    def single(self, folder: str, name: str, changed_at: datetime | None = None) -> Done:
        """Yield one file, or why it did not come; notes its moment once it was kept."""
        path = f"/bulkdata/{self.of.name}/{folder}/{name}"
        try:
            reply = self.get(path)
        except Failed as error:
            yield self.failure(name, error)
            return False
        yield answer(name, f"{self.here.base.rstrip('/')}{path}", reply, self.of.reader)
        place = self.kept / name
        if not place.exists() or (not reply.unchanged and place.read_bytes() != reply.content):
            return False
        self.notes.put("files", name, changed_at)
        self.singles += 1
        if self.singles % SAVE_EACH == 0:
            self.notes.save()
        return True

    def zip(self, folder: str) -> Done:
        """Yield a folder's zip, or why it did not come. The one at hand stays until it is kept."""
        name = self.of.zip_name(folder)
        path = f"/bulkdata/{self.of.name}/{folder}/{name}"
        url = f"{self.here.base.rstrip('/')}{path}"
        try:
            reply = self.get(path)
        except Failed as error:
            yield self.failure(name, error)
            return False
        if reply.unchanged:
            yield answer(name, url, reply, self.of.reader)
        elif not (yield from self._take(name, url, reply)):
            return False
        self._note_zip(folder, reply)
        return True

    def _take(self, name: str, url: str, reply: Reply) -> Done:
        """Yield a zip that came, after what only the one before it holds."""
        place = self.kept / name
        aside = bulk_zips.put_aside(reply.content, place)
        try:
            bulk_zips.check(aside)
            for missing, content in bulk_zips.lacking(aside, place):
                if not (self.kept / missing).exists():
                    yield Document(missing, content, reader=self.of.reader)
            yield Document(
                name,
                url=url,
                etag=reply.etag,
                modified=reply.modified,
                take=aside,
                away=True,
                clears=bulk_zips.held_whole(aside, self.kept),
            )
            return not aside.exists()  # it was moved to its place, or is the one that lies there
        except Refused as error:
            yield Failure(name, str(error))
            return False
        finally:
            aside.unlink(missing_ok=True)

    def _note_zip(self, folder: str, reply: Reply) -> None:
        """Note when a zip was asked for and what moment it stands for."""
        self._in_zip.pop(folder, None)
        came = (self.kept / self.of.zip_name(folder)).stat().st_mtime
        known = self.notes.moment("zips", folder) if reply.unchanged else None
        told = listings.mail_date(reply.modified) or known
        stands_for = told or datetime.fromtimestamp(came, UTC) - DAY
        self.notes.put("zips", folder, stands_for)
        self.notes.put("asked", folder, self.now)
        for file in self.notes.keys("files"):  # what the zip tells anew need not be noted twice
            noted = self.notes.moment("files", file)
            if file in self.in_zip(folder) and noted and noted <= stands_for:
                self.notes.put("files", file, None)
        reached = self.notes.moment("reached", self.of.name)
        self.notes.put("reached", self.of.name, min(stands_for, reached or stands_for))
        self.notes.save()

    def failure(self, what: str, error: Exception) -> Failure:
        """Return what to say of an answer that is no use; raises it where the rest is no use too.

        Where the host cannot be reached, or says that it is asked too much, nothing more is asked.
        """
        if isinstance(error, Unreachable) or getattr(error, "status", None) == TOO_MANY_REQUESTS:
            raise error
        return Failure(what, str(error))
