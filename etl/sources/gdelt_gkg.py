"""GDELT GKG: the names that GDELT found in the world's news, in files of 15 minutes.

site: https://www.gdeltproject.org/data.html
terms: free for any use, with a citation of and a link to the GDELT Project
key: none
pace: by hand only, as many files at once as `python -m etl backfill gkg --workers` says
"""

from __future__ import annotations

from collections.abc import Iterator

from etl.answers import NOT_ASKED
from etl.sources import Document, Failure, Here

BASE = "http://data.gdeltproject.org/gdeltv2/"
SEARCH = True  # what is kept of it named a policy


def ask(here: Here) -> Iterator[Document | Failure]:
    """Say that a refresh does not ask: 0.4 GB a day are for those who want them."""
    del here
    yield Failure("files of 15 minutes", f"{NOT_ASKED}only by `python -m etl backfill gkg`")
