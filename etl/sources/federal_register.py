"""Federal Register: presidential documents and notices that name a policy.

site: https://www.federalregister.gov/developers/documentation/api/v1
terms: US government work, public domain
key: none
pace: 2 a second
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from etl.records import Policy
from etl.sources import Document, Failure, Gap, Here, answer
from etl.watermarks import watermarks
from etl.web import Failed, Reply, Unreachable

BASE = "https://www.federalregister.gov/api/v1"
PACE_S = 0.5
OF_RECORD = True
FIRST_DAY = date(1994, 1, 1)  # the API goes back no further
AGAIN = timedelta(days=30)  # asked again each time: documents are corrected, and indexed late
PER_PAGE = 1000  # the most there is; more than these are had by halving the period
MOST_QUESTIONS = 200  # a policy and run: a server that always says there is more is not believed
FIELDS = [
    "document_number",
    "type",
    "subtype",
    "title",
    "abstract",
    "citation",
    "publication_date",
    "signing_date",
    "html_url",
    "agency_names",
    "presidential_document_number",
    "president",
]


@dataclass(frozen=True)
class Period:
    """Days of publication, both included."""

    first: date
    last: date

    def halves(self) -> tuple[Period, Period]:
        """Return the two halves, the older first."""
        middle = self.first + (self.last - self.first) // 2
        return Period(self.first, middle), Period(middle + timedelta(1), self.last)


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield what was published on each policy since it was last asked for, less a month.

    What an answer before told is kept beside it, and stays.
    """
    now = datetime.now(UTC)
    held = watermarks(here.folders.raw / "federal_register")
    for policy in here.policies:
        series = f"{policy.policy_id}: {search_name(policy)}"
        since = max((held[series] - AGAIN).date(), FIRST_DAY) if series in held else FIRST_DAY
        try:
            yield from _periods(here, policy, series, Period(since, now.date()), now)
        except Unreachable as error:
            yield Failure("all documents", str(error))
            return
        except Failed as error:
            yield Failure(policy.policy_id, str(error))


def _periods(
    here: Here, policy: Policy, series: str, whole: Period, now: datetime
) -> Iterator[Document | Failure]:
    """Yield the answers for a period, oldest first; one that cannot hold all is halved.

    The search is noted as asked through now once all of them are kept.
    """
    waiting, came, kept = [whole], True, here.folders.raw / "federal_register"
    for _ in range(MOST_QUESTIONS):
        if not waiting:
            return
        period = waiting.pop()
        reply = here.web.get(f"{here.base}/documents.json", _question(policy, period))
        told = _told(reply)
        if _is_cut(told) and period.first < period.last:
            waiting += reversed(period.halves())
            continue
        if _is_cut(told):
            yield Gap(f"{policy.policy_id}, {period.first}", f"truncated at {PER_PAGE} documents")
        document = _document(policy, reply, told)
        last = came and not waiting
        yield replace(document, series=series, through=now) if last else document
        came &= document.unchanged or (kept / document.name).exists()
    if waiting:
        yield Gap(policy.policy_id, f"not asked from {waiting[-1].first} on: there is always more")


def _question(policy: Policy, period: Period) -> dict[str, str | list[str]]:
    """Return the search: waivers came as PRESDOCU and as NOTICE, so both."""
    return {
        "conditions[term]": f'"{search_name(policy)}"',
        "conditions[type][]": ["NOTICE", "PRESDOCU"],
        "conditions[publication_date][gte]": period.first.isoformat(),
        "conditions[publication_date][lte]": period.last.isoformat(),
        "fields[]": FIELDS,
        "per_page": str(PER_PAGE),
        "order": "newest",
    }


def _told(reply: Reply) -> dict[str, Any]:
    """Return the answer as it is; nothing where it is none: its reader says what is wrong."""
    try:
        told = json.loads(reply.content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _is_cut(told: dict[str, Any]) -> bool:
    """Return whether there is more than the answer holds. The count itself is capped, silently."""
    counted = told.get("count")
    more = isinstance(counted, int) and counted > len(_results(told))
    return bool(told.get("next_page_url")) or more


def _results(told: dict[str, Any]) -> list[dict[str, Any]]:
    results = told.get("results")
    return [r for r in results if isinstance(r, dict)] if isinstance(results, list) else []


def _document(policy: Policy, reply: Reply, told: dict[str, Any]) -> Document:
    """Return an answer, named after the documents in it: the same ones are kept once."""
    results = _results(told)
    if told.get("count") == 0 and not results:
        return Document("none", url=reply.url, unchanged=True)
    keys = [(r.get("document_number"), r.get("publication_date")) for r in results]
    mark = hashlib.sha256(repr(sorted(map(str, keys))).encode()).hexdigest()[:12]
    return answer(f"{policy.policy_id}/{mark}.json", reply.url, reply, "federal_register")


def search_name(policy: Policy) -> str:
    """Return the name to search for: the first of three words that needs no context.

    Shorter names (CAATSA, KOSA) are what the press says; the Register spells them out.
    """
    strong = [a.text for a in policy.aliases if a.strong and a.language == "en"]
    spelt = [name for name in strong if len(name.split()) >= 3]
    return next(iter(spelt), policy.name)
