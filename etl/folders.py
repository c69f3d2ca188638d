"""Where everything lies. Read from the environment when asked, never at import."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

SHIPPED = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True)
class Folders:
    """The data folder of this run, and the facts that ship with the product."""

    data: Path
    policies: Path
    sample: Path
    outlets: Path
    feeds: Path

    @property
    def raw(self) -> Path:
        """What came, verbatim: one folder a source."""
        return self.data / "raw"

    @property
    def inbox(self) -> Path:
        """Where a person drops files."""
        return self.data / "inbox"

    @property
    def published(self) -> Path:
        """A file per version, and `current`."""
        return self.data / "published"

    @property
    def exports(self) -> Path:
        """A CSV and a Parquet file per mart."""
        return self.data / "exports"

    @property
    def working(self) -> Path:
        """The database that a build works in; it can always be made again from `raw`."""
        return self.data / "working.duckdb"

    @property
    def corrections(self) -> Path:
        """What coders set by hand; the dashboard writes it, a build reads it."""
        return self.data / "corrections.sqlite"

    @property
    def evaluation(self) -> Path:
        """How well the judges did on labelled passages."""
        own = self.data / "evaluation.csv"
        return own if own.exists() else SHIPPED / "evaluation.csv"

    @property
    def refreshes(self) -> Path:
        """A line of JSON per source and run."""
        return self.raw / ".refreshes.jsonl"


def folders() -> Folders:
    """Return the folders of this run.

    `LAWBEAT_DATA` moves the data folder, `LAWBEAT_POLICIES` the policy files. What a moved folder
    does not hold (policies, sample, outlets, feeds) is taken from what ships.
    """
    data = Path(os.environ.get("LAWBEAT_DATA") or SHIPPED)

    def own(name: str) -> Path:
        return data / name if (data / name).exists() else SHIPPED / name

    policies = os.environ.get("LAWBEAT_POLICIES")
    return Folders(
        data=data,
        policies=Path(policies) if policies else own("policies"),
        sample=own("sample"),
        outlets=own("outlets.csv"),
        feeds=own("feeds.csv"),
    )
