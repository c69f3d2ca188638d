"""Sample: the facts that ship with Lawbeat, so that the first run has something to show.

Bills, waivers and events of Section 907 and 180 real articles on it: addresses, days and what one
reader held about each (coder `lawbeat-sample`). No article's text.

site: data/sample
terms: facts and labels gathered for Lawbeat; each row names its source
key: none
pace: at once
"""

from __future__ import annotations

from collections.abc import Iterator

from etl.sources import Document, Failure, Here

BASE = None


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield the files of the sample."""
    for path in sorted(here.folders.sample.glob("*.csv")):
        yield Document(path.name, take=path)
