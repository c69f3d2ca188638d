"""Congress.gov API: the bills that matter, fresher than the bulk data, and votes of the House.

site: https://api.congress.gov
terms: US government work, public domain
key: CONGRESS_API_KEY, free at https://api.congress.gov/sign-up
pace: 1 a second
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from etl.answers import NOT_ASKED
from etl.keys import key, without_keys
from etl.notes import Notes
from etl.sources import Document, Failure, Here
from etl.text.api_answers import LISTS, joined, rows_of
from etl.text.congress import bill_parts, congress_at
from etl.web import Failed, Reply, Unreachable

BASE = "https://api.congress.gov/v3"
PACE_S = 1.0
FOLLOWS = True
PER_PAGE = 250  # the most there is; 20 where nothing is said
MOST_PAGES = 40
FIRST_VOTES = 117  # the Congress from which the API has votes of the House
SPARE = 50  # requests of the hourly 5,000 that are left to whoever else uses the key
WHOLE_AGAIN = timedelta(days=7)  # a bill whose own answer is the same may have changed inside
TOO_MANY_REQUESTS = 429
PATHS = {"relatedBills": "relatedbills", "textVersions": "text"}


class Enough(Exception):
    """No more is to be asked in this run."""


@dataclass
class Asking:
    """The API, asked with a key that goes nowhere but into its header."""

    here: Here
    key: str
    kept: Path
    now: datetime
    notes: Notes
    left: int | None = None  # requests, as the last answer told

    def url(self, path: str) -> str:
        """Return where a path of the API is."""
        return f"{self.here.base.rstrip('/')}/{path}"

    def answer(self, path: str, offset: int = 0) -> dict[str, Any]:
        """Return an answer; raises `Failed` where it is none, `Enough` where all is to rest."""
        if self.left is not None and self.left <= SPARE:
            raise Enough(f"only {self.left} requests of this hour are left: the next run goes on")
        asked: dict[str, str | list[str]] = {"format": "json", "limit": str(PER_PAGE)}
        if offset:
            asked["offset"] = str(offset)
        try:
            reply = self.here.web.get(self.url(path), asked, {"X-Api-Key": self.key})
        except Failed as error:
            if isinstance(error, Unreachable) or error.status in (401, 403, TOO_MANY_REQUESTS):
                raise Enough(str(error)) from error
            raise
        told = reply.headers.get("X-RateLimit-Remaining", "")
        self.left = int(told) if told.isascii() and told.isdigit() else self.left
        return self._told(reply)

    def _told(self, reply: Reply) -> dict[str, Any]:
        """Return what an answer tells, without the key, should it ever repeat it."""
        text = without_keys(reply.content.decode("utf-8", "replace"))
        if text.lstrip().startswith("<"):
            raise Failed("it answers in XML or HTML where JSON was asked for")
        try:
            told = json.loads(text)
        except (ValueError, RecursionError):
            raise Failed("it answers with JSON that is damaged") from None
        if not isinstance(told, dict):
            raise Failed("it answers with JSON that is no answer")
        if "error" in told or "errors" in told:
            said = str(told.get("error") or told.get("errors"))[:200]
            raise Failed(f"it answers with an error: {said}")
        return told


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield the wanted bills of the current Congress, each whole, and the votes on them."""
    secret = key("CONGRESS_API_KEY")
    if not secret:
        yield Failure("the API", f"{NOT_ASKED}CONGRESS_API_KEY is not set")
        return
    kept = here.folders.raw / "congress_gov"
    asking = Asking(here, secret, kept, datetime.now(UTC), Notes(kept))
    try:
        for bill_id in here.wanted.bills:
            if bill_parts(bill_id)[2] == congress_at(asking.now):
                yield from _bill(asking, bill_id)
        for vote_id in here.wanted.votes:
            yield from _vote(asking, vote_id)
    except Enough as error:
        yield Failure("the rest", str(error))
    finally:
        asking.notes.save()


def _bill(asking: Asking, bill_id: str) -> Iterator[Document | Failure]:
    """Yield a bill with all its lists, one answer a line; nothing where a single part is missing.

    A bundle without a part would make lists shrink. Where the bill's own answer is that of the
    bundle at hand, its lists are not asked for again.
    """
    kind, number, at = bill_parts(bill_id)
    path, name = f"bill/{at}/{kind}/{number}", f"{at}{kind}{number}.jsonl"
    url = asking.url(path)
    try:
        detail = asking.answer(path)
        _check(detail)
        if _stands(asking, bill_id, name, detail):
            yield Document(name, url=url, unchanged=True)
            return
        lists = [_pages(asking, path, part) for part in LISTS if part in detail["bill"]]
    except Failed as error:
        yield Failure(bill_id, str(error))
        return
    answers = chain([detail], *lists)
    content = "".join(json.dumps(answer) + "\n" for answer in answers).encode()
    yield Document(name, content, url, reader="congress_api")
    place = asking.kept / name
    if place.exists() and place.read_bytes() == content:
        asking.notes.put("whole", bill_id, asking.now)


def _check(detail: dict[str, Any]) -> None:
    if not isinstance(detail.get("bill"), dict):
        raise Failed("it tells of no bill")


def _stands(asking: Asking, bill_id: str, name: str, detail: dict[str, Any]) -> bool:
    """Return whether the bundle at hand is young and begins with the same answer on the bill."""
    asked = asking.notes.moment("whole", bill_id)
    if asked is None or asking.now - asked > WHOLE_AGAIN:
        return False
    try:
        with (asking.kept / name).open(encoding="utf-8") as file:
            first = json.loads(file.readline())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(first, dict) and first.get("bill") == detail["bill"]


def _pages(asking: Asking, path: str, part: str) -> list[dict[str, Any]]:
    """Return every page of a list; raises `Failed` where one does not come.

    The count that an answer tells is not believed, and is often wrong: a list ends with an empty
    page, with one that tells nothing new, or with one that is not full and names no next.
    """
    pages: list[dict[str, Any]] = []
    rows: list[list[Any]] = []
    while len(pages) < MOST_PAGES:
        page = asking.answer(f"{path}/{PATHS.get(part, part)}", sum(map(len, rows)))
        if part not in page:
            raise Failed(f"{part}: it answers with something else")
        known = len(joined(rows))
        rows.append(rows_of(part, page[part]))
        pages.append(page)
        if len(joined(rows)) == known or not _goes_on(page, len(rows[-1])):
            return pages
    raise Failed(f"{part}: it does not end after {MOST_PAGES} pages")


def _goes_on(page: dict[str, Any], rows: int) -> bool:
    pagination = page.get("pagination")
    return rows >= PER_PAGE or (isinstance(pagination, dict) and bool(pagination.get("next")))


def _vote(asking: Asking, vote_id: str) -> Iterator[Document | Failure]:
    """Yield a vote of the House that is not at hand yet: one that was taken does not change."""
    found = re.fullmatch(r"h(\d+)-(\d+)\.(\d)", vote_id)
    if not found or int(found[2]) < FIRST_VOTES:
        return
    path = f"house-vote/{found[2]}/{found[3]}/{found[1]}"
    name = f"{path.replace('/', '-')}.json"
    if (asking.kept / name).exists():
        return
    try:
        told = asking.answer(path)
    except Failed as error:
        yield Failure(vote_id, str(error))
        return
    content = json.dumps(told, indent=1).encode()
    yield Document(name, content, asking.url(path), reader="congress_api")
