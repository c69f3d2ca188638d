"""Congress-legislators: who is, and who was, a member of Congress.

site: https://github.com/unitedstates/congress-legislators
terms: CC0, kept up by volunteers
key: none
pace: 1 a second
"""

from __future__ import annotations

from collections.abc import Iterator

from etl.sources import Document, Failure, Here, answer
from etl.web import Failed, Unreachable

BASE = "https://unitedstates.github.io/congress-legislators"
PACE_S = 1.0
OF_RECORD = True
LISTS = ("legislators-current.csv", "legislators-historical.csv")


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield both lists: who left Congress moves from the one to the other."""
    for name in LISTS:
        url = f"{here.base}/{name}"
        try:
            reply = here.web.get(url)
        except Unreachable as error:
            yield Failure("all members", str(error))
            return
        except Failed as error:
            yield Failure(name, str(error))
            continue
        yield answer(name, url, reply, "legislators")
