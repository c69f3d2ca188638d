"""Media Cloud: articles that speak of a policy, for those who have a free key.

site: https://www.mediacloud.org/documentation
terms: for research; addresses, headlines and dates only
key: MEDIACLOUD_API_KEY
pace: 2 a minute
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from etl.answers import NOT_ASKED, Failed, NotAsked, Reply, Unreachable
from etl.keys import key
from etl.records import Policy
from etl.searches import Search, askable, names, questions, script
from etl.sources import Document, Failure, Gap, Here
from etl.watermarks import watermarks

BASE = "https://search.mediacloud.org/api/search/story-list"
PACE_S = 30.0
SEARCH = True  # of whole texts: what it finds names a policy
MOST_REQUESTS = 10  # a run: five minutes; the searches that waited longest come first
PAGE = 1000
LONGEST_QUERY = 1500
FIRST = timedelta(days=91)
AGAIN = timedelta(hours=72)
OVER_THE_LIMIT = 403  # Media Cloud says so where others say 429


def now() -> datetime:
    """Return this moment, to the second; tests put another in its place."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass
class Asking:
    """One run of searches: what it may still ask, and whether it must stop."""

    here: Here
    token: str
    until: datetime
    left: int
    stopped: bool = False

    def get(self, search: Search, start: datetime, page: str | None) -> Reply:
        """Return one page of the stories since a day."""
        self.left -= 1
        asked: dict[str, str | list[str]] = {
            "q": search.query,
            "start": f"{start:%Y-%m-%d}",
            "end": f"{self.until + timedelta(days=1):%Y-%m-%d}",
            "platform": "onlinenews-mediacloud",
            "page_size": str(PAGE),
        }
        if page:
            asked["pagination_token"] = page
        sent = {"Authorization": f"Token {self.token}", "Accept": "application/json"}
        return self.here.web.get(self.here.base, asked, sent, largest=20_000_000)

    def failed(self, search: Search, error: Failed) -> Failure:
        """Return the failure, and stop where the next question would fail as well."""
        self.stopped = isinstance(error, Unreachable | NotAsked) or error.status is not None
        why = str(error)
        if error.status == OVER_THE_LIMIT:
            why += ": over the limit of the key, or the key is not accepted"
        return Failure("all searches" if self.stopped else search.series, why)


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield the stories of each search since it was last asked, oldest watermark first."""
    token = key("MEDIACLOUD_API_KEY")
    if not token:
        yield Failure("all searches", NOT_ASKED + "no key (MEDIACLOUD_API_KEY)")
        return
    held = watermarks(here.folders.raw / "media_cloud")
    never = datetime.min.replace(tzinfo=UTC)
    waiting = [search for policy in here.policies for search in searches(policy)]
    waiting.sort(key=lambda search: held.get(search.series, never))
    asking = Asking(here, token, now(), MOST_REQUESTS)
    for place, search in enumerate(waiting):
        if asking.left <= 0:
            many = f"{len(waiting) - place} of {len(waiting)}"
            yield Gap("searches", f"{many} wait for the next run")
            return
        yield from _pages(asking, search, held.get(search.series))
        if asking.stopped:
            return


def searches(policy: Policy) -> list[Search]:
    """Return what is asked for a policy: its names as they are, those of one script together."""
    languages = {a.language for a in policy.aliases}
    strong, weak = names(policy, languages)
    words = askable(policy.context)
    found = []
    for letters in dict.fromkeys(map(script, [*strong, *weak])):
        of_script = [[n for n in told if script(n) == letters] for told in (strong, weak)]
        context = [c for c in words if script(c) == letters] or words
        asked = questions(of_script[0], of_script[1], context, LONGEST_QUERY, both=" AND ")
        found += [Search(policy.policy_id, letters.lower(), query) for query in asked]
    return found


def _pages(asking: Asking, search: Search, held: datetime | None) -> Iterator[Document | Failure]:
    """Yield page after page; the watermark moves with the last."""
    start = held - AGAIN if held else asking.until - FIRST
    page: str | None = None
    while True:
        if asking.left <= 0:
            yield Gap(search.series, "its further pages wait for the next run")
            return
        try:
            reply = asking.get(search, start, page)
            stories, following = _told(reply)
        except Failed as error:
            yield asking.failed(search, error)
            return
        last = following is None or following == page or stories == 0
        yield _document(search, reply, stories, asking.until if last else None)
        if last:
            return
        page = following


def _told(reply: Reply) -> tuple[int, str | None]:
    """Return how many stories a page holds and the token of the next; `Failed` if it is none."""
    try:
        told = json.loads(reply.content)
        stories = told["stories"]
        token = told.get("pagination_token")
        if not isinstance(stories, list):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Failed("it is not what was asked for: no list of stories") from None
    return len(stories), token if isinstance(token, str) and token else None


def _document(search: Search, reply: Reply, stories: int, through: datetime | None) -> Document:
    mark = hashlib.sha256(reply.content).hexdigest()[:12]
    return Document(
        f"{search.policy_id}/{mark}.json",
        reply.content,
        reply.url,
        unchanged=stories == 0,
        reader="json_export",
        fold=True,
        series=search.series if through else None,
        through=through,
    )
