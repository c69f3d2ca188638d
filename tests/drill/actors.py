"""Those on the stage: a refresh and a coder, each a process that is killed; readers that are not.

All are forks of one process that has loaded everything, so that a kill hits work and no import.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard"
if str(DASHBOARD) not in sys.path:  # as Streamlit does it
    sys.path.append(str(DASHBOARD))

import corrections  # noqa: E402
import db  # noqa: E402

from etl.folders import Folders  # noqa: E402
from etl.refresh import refresh  # noqa: E402
from tests.drill.moments import BEGUN  # noqa: E402

HELD = "select bill_id, title from bills order by all"
ARTICLES = "select url, mentions::varchar as mentions from articles order by all"
READS = "select count(*), count(distinct bill_id), sum(hash(bill_id, title)) from bills"
MENTION = corrections.Mention("m1", "a1", "made-policy", "A sentence.")


@dataclass(frozen=True)
class Seen:
    """What one look at the dashboard's data saw."""

    began: float  # on the clock that all processes of a machine share
    number: int  # of the version that was opened
    says: int  # the number that the version itself tells
    digest: str
    error: str | None = None


def forked(do: Callable[[], object]) -> int:
    """Do it in a process of its own; returns its id. Its exit status is 1 where it raised."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        do()
        status = 0
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
    finally:
        os._exit(status)


def refreshed(here: Folders, steps: int) -> None:
    """Refresh from what is at hand, and tell each step through a pipe."""

    def tell(step: str) -> None:
        os.write(steps, f"{step}\n".encode())

    tell(BEGUN)
    refresh(here, tell, web=False)


def corrected(acknowledged: Path) -> None:
    """Save one correction after another, and note each once it is saved."""
    stage = os.getppid()
    with acknowledged.open("a") as told:
        while os.getppid() == stage:  # else the drill itself was ended
            told.write(corrections.save(MENTION, corrections.Correction("supports"), "Cora") + "\n")
            told.flush()


def looked(out: Path, pause: float) -> None:
    """Look again and again as a page does, and note what was seen, until told to stop."""
    stage = os.getppid()
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    with out.open("a") as told:
        while os.getppid() == stage:
            told.write(json.dumps(asdict(look())) + "\n")
            told.flush()
            time.sleep(pause)


def look() -> Seen:
    """Look once: which version is shown, and what is in it."""
    began = time.monotonic()
    try:
        version = db.shown()
        connection = db._connection(version.path)
        with connection.cursor() as cursor:  # past the cache of results: each look reads the file
            cursor.execute("use marts")
            says = cursor.execute("select version from version").fetchone()
            digest = cursor.execute(READS).fetchone()
        assert says is not None
        return Seen(began, version.number, int(says[0]), str(digest), version.trouble)
    except Exception as error:
        return Seen(began, 0, 0, "", f"{type(error).__name__}: {error}")


def held() -> Iterator[list[str]]:
    """Yield every bill with its title and every article with its mentions, of the version shown."""
    for query in (HELD, ARTICLES):
        yield from db.query(query).values.tolist()
