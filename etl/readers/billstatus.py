"""BILLSTATUS XML of GovInfo: one bill with its actions, cosponsors, committees, votes and titles.

Five shapes are about (2015, 1.0.0, a draft of 3.0.0, 3.0.0, later 3.0.0). They are told apart by
the element that is there, never by the version text, so one reader takes them all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from etl.records import Bill, BillSubject, Refused
from etl.text import bill_actions, bill_parts, congress
from etl.text.bill_titles import official_title, short_title
from etl.text.xml import Parts, day, items, moment, parts, root_of, whole, word

VERSION = 1
CUT_AT = 250  # since schema 3 a list ends here without a word

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>\s*)*"
    rb"<(?:\w+:)?billStatus[\s>/]",
    re.DOTALL,
)


def reads(name: str, head: bytes) -> bool:
    """Return whether the root of this XML is `billStatus`, whatever the file is called."""
    return b"billStatus" in head and _ROOT.match(head) is not None


def read(name: str, content: bytes) -> list[Any]:
    """Return the bill of this file and all that is told of it; `Refused` where there is no bill."""
    of = parts(parts(root_of(content, "billStatus")).get("bill"))
    kind = congress.bill_type(word(of, "type") or word(of, "billType"))
    number, at = whole(of, "number") or whole(of, "billNumber"), whole(of, "congress")
    if not (kind and number and at):
        raise Refused("billStatus tells no bill: its type, number or congress is missing")
    bill_id = congress.bill_id(kind, number, at)
    lists = _lists(of)
    actions = bill_actions.actions(bill_id, lists["actions"])
    return [
        _bill(of, kind, number, at, lists),
        *(action for action, _ in actions),
        *bill_actions.votes(bill_id, actions, items(of.get("recordedVotes"))),
        *(bill_parts.cosponsor(bill_id, row) for row in lists["cosponsors"]),
        *bill_parts.committees(bill_id, lists["committees"]),
        *(BillSubject(bill_id=bill_id, subject=s) for s in _subjects(lists["subjects"])),
        *(bill_parts.title(bill_id, row) for row in lists["titles"]),
        *(bill_parts.summary(bill_id, row) for row in lists["summaries"]),
        *(bill_parts.related(bill_id, row) for row in lists["related_bills"]),
        *(bill_parts.amendment(bill_id, row) for row in lists["amendments"]),
        *(bill_parts.text_version(bill_id, row) for row in lists["text_versions"]),
    ]


def _lists(of: Parts) -> dict[str, list[Parts]]:
    """Return the items of every list in the file, by the name of their table."""
    subjects = parts(of.get("subjects"))
    subjects = parts(subjects["billSubjects"]) if "billSubjects" in subjects else subjects
    elements = {
        "actions": of.get("actions"),
        "cosponsors": of.get("cosponsors"),
        "committees": of.get("committees"),
        "subjects": subjects.get("legislativeSubjects", subjects.get("otherSubjects")),
        "titles": of.get("titles"),
        "summaries": of.get("summaries"),
        "related_bills": of.get("relatedBills"),
        "amendments": of.get("amendments"),
        "text_versions": of.get("textVersions"),
    }
    return {name: [parts(item) for item in items(e)] for name, e in elements.items()}


def _bill(of: Parts, kind: str, number: int, at: int, lists: Mapping[str, list[Parts]]) -> Bill:
    """Return the bill itself."""
    title = word(of, "title")
    law = parts(next(iter(items(of.get("laws"))), None))
    latest = parts(of.get("latestAction"))
    titles = [(word(t, "titleType") or "", word(t, "title") or "") for t in lists["titles"]]
    return Bill(
        bill_id=congress.bill_id(kind, number, at),
        congress=at,
        bill_type=kind,
        number=number,
        title=title or short_title(titles, None) or official_title(titles),
        official_title=official_title(titles),
        short_title=short_title(titles, title),
        origin_chamber="house" if kind[0] == "h" else "senate",
        introduced_on=day(word(of, "introducedDate")),
        policy_area=_policy_area(of),
        law_type=(word(law, "type") or "").partition(" ")[0].lower() or None,
        law_number=word(law, "number"),
        latest_action_on=day(word(latest, "actionDate")),
        latest_action=word(latest, "text"),
        truncated=",".join(n for n, rows in lists.items() if len(rows) == CUT_AT) or None,
        url=congress.bill_url(kind, number, at),
        updated_at=moment(word(of, "updateDate") or word(of, "updateDateIncludingText")),
        **_sponsor(of),
    )


def _sponsor(of: Parts) -> dict[str, Any]:
    """Return the columns on the sponsor; reserved numbers have none."""
    row = next((parts(item) for item in items(of.get("sponsors"))), None)
    if row is None:
        return {}
    who = bill_parts.member(row)
    asked = word(row, "isByRequest")
    return {
        "sponsor_id": who["bioguide_id"],
        "sponsor": who["name"],
        "sponsor_party": who["party"],
        "sponsor_state": who["state"],
        "sponsor_district": who["district"],
        "by_request": bill_parts.yes(asked) if asked else word(row, "byRequestType") is not None,
    }


def _subjects(rows: list[Parts]) -> list[str]:
    """Return the name of each subject that has one."""
    return [name for row in rows if (name := word(row, "name"))]


def _policy_area(of: Parts) -> str | None:
    """Return the one policy area, which was called the primary subject in 2015."""
    subjects = parts(of.get("subjects"))
    inner = parts(subjects.get("billSubjects"))
    places = (of, subjects, inner)
    found = (
        word(parts(p.get(n)), "name") for n in ("policyArea", "primarySubject") for p in places
    )
    return next((name for name in found if name), None)
