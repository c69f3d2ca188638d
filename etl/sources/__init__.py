"""Sources: one file a source. Each asks, and yields what came or what failed; it writes nothing.

A module here has a docstring whose head is the source's description (title line, then `site:`,
`terms:`, `key:`, `pace:` lines), `BASE` (its address; `LAWBEAT_<SOURCE>_URL` changes it; None
where it asks this machine only), and `ask(here) -> Iterator[Document | Failure]`. One with
`FOLLOWS = True` is asked after the others, when what they brought has been read: `here.wanted`.
One with `OF_RECORD = True` holds records that do not cease: what it once told stays, also when a
later zip of it, or the folder, no longer has the file (a listing was short, a disk was cleared).

A document that is yielded is kept before the source goes on. What was not asked, for want of a key
or because an address is backing off, is a `Failure` whose reason begins with `NOT_ASKED`: it is
told, and is no failure. What came but is not all there is, is told as a `Gap`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from types import ModuleType

from etl.answers import NOT_ASKED, Reply
from etl.folders import Folders
from etl.records import Policy
from etl.web import Web

HEAD = ("site", "terms", "key", "pace")


@dataclass(frozen=True)
class Wanted:
    """What the tables at hand say is still to be had, the most wanted first."""

    pages: tuple[str, ...] = ()  # addresses of articles whose text nobody has told
    bills: tuple[str, ...] = ()  # bill_ids that a policy's file names, or the last build found
    votes: tuple[str, ...] = ()  # vote_ids of roll calls of the House on these bills, h127-119.1


@dataclass(frozen=True)
class Here:
    """What a source is handed."""

    web: Web
    base: str
    policies: Sequence[Policy]
    folders: Folders
    wanted: Wanted = Wanted()


@dataclass(frozen=True)
class Document:
    """Bytes that came, and the name they are kept under; or a file of this machine to take over."""

    name: str
    content: bytes = b""
    url: str | None = None
    etag: str | None = None
    modified: str | None = None
    take: Path | None = None  # moved where `away`, else copied
    away: bool = False
    clears: tuple[Path, ...] = ()  # files of this machine that it holds whole: removed once kept
    unchanged: bool = False  # the server says that what is kept still stands
    reader: str | None = None  # the one that must know it, where the source knows what it asked for
    fold: bool = False  # of a list, keep only the items that no kept file of its folder has
    series: str | None = None  # what was asked through a moment, and
    through: datetime | None = None  # that moment: noted once this is kept
    spare: bool = False  # one of many, of which some can never be read: then a `Miss`


@dataclass(frozen=True)
class Failure:
    """One thing that could not be had, and why; the source goes on."""

    what: str
    reason: str

    @property
    def asked(self) -> bool:
        """Return whether it was asked at all: what was not is no failure."""
        return not self.reason.startswith(NOT_ASKED)


@dataclass(frozen=True)
class Gap(Failure):
    """What a source could not give in full: told, and no failure."""


@dataclass(frozen=True)
class Miss(Failure):
    """One of many things that could not be had, as some never can: told; the source is well."""


def answer(name: str, url: str, reply: Reply, reader: str) -> Document:
    """Return an answer of the web as a document kept under `name`, that `reader` must know."""
    return Document(
        name,
        reply.content,
        url,
        reply.etag,
        reply.modified,
        unchanged=reply.unchanged,
        reader=reader,
    )


@dataclass(frozen=True)
class Source:
    """A source and what its head says."""

    source_id: str
    title: str
    about: dict[str, str]
    base: str | None
    module: ModuleType

    @property
    def follows(self) -> bool:
        """Return whether it is asked after the others."""
        return bool(getattr(self.module, "FOLLOWS", False))

    @property
    def of_record(self) -> bool:
        """Return whether what it once told stays when it is told no more."""
        return bool(getattr(self.module, "OF_RECORD", False))


@cache
def sources() -> dict[str, Source]:
    """Return every source by name, found in this folder; local ones first."""
    found = [_source(m.name) for m in pkgutil.iter_modules(__path__)]
    return {s.source_id: s for s in sorted(found, key=lambda s: (bool(s.base), s.source_id))}


def _source(name: str) -> Source:
    module = importlib.import_module(f"{__name__}.{name}")
    title, *lines = (module.__doc__ or "").strip().splitlines()
    about = dict(line.split(": ", 1) for line in lines if line.partition(":")[0] in HEAD)
    if missing := [word for word in HEAD if word not in about]:
        raise ValueError(f"etl/sources/{name}.py: the head does not say {', '.join(missing)}")
    return Source(name, title.rstrip("."), about, module.BASE, module)
