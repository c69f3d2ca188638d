"""A bill out of its record: the bill itself and the rows of its lists, whoever tells them.

The status file of GovInfo and the answers of the Congress.gov API name the same elements; both are
asked here by name, so that the same bill gives the same records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from etl.records import Bill, BillSubject, Refused
from etl.text import congress
from etl.text.bills import actions as bill_actions
from etl.text.bills import parts as bill_parts
from etl.text.bills.rows import Parts, listed, parts, whole, word
from etl.text.bills.titles import official_title, short_title
from etl.text.xml import day, moment

CUT_AT = 250  # since schema 3 a list of a status file ends here without a word
HIGHEST = 99_999  # number of a bill, or of a Congress; what is beyond is no such thing

Lists = Mapping[str, list[Parts]]  # by the name of their table


class Name(NamedTuple):
    """What a bill is called."""

    kind: str
    number: int
    at: int  # Congress

    @property
    def bill_id(self) -> str:
        """Return `hr6534-119`."""
        return congress.bill_id(*self)


def name_of(of: Parts) -> Name | None:
    """Return what a bill is called, None where its type, number or Congress is not told."""
    kind = congress.bill_type(word(of, "type") or word(of, "billType"))
    number, at = whole(of, "number") or whole(of, "billNumber"), whole(of, "congress")
    if not (kind and number and at) or number > HIGHEST or at > HIGHEST:
        return None
    return Name(kind, number, at)


def records(of: Parts) -> list[Any]:
    """Return a bill and all that is told of it; `Refused` where there is no bill."""
    name = name_of(of)
    if not name:
        raise Refused("it tells no bill: its type, number or congress is missing")
    told = lists(of)
    return [bill(of, name, told), *rows(name.bill_id, told, listed(of.get("recordedVotes")))]


def rows(bill_id: str, told: Lists, votes_apart: Iterable[Parts] = ()) -> list[Any]:
    """Return the rows of a bill's lists, and a `Reject` for each that is no use."""
    actions = bill_actions.actions(bill_id, told["actions"])
    return [
        *(action for action, _ in actions),
        *bill_actions.votes(bill_id, actions, votes_apart),
        *(bill_parts.cosponsor(bill_id, row) for row in told["cosponsors"]),
        *bill_parts.committees(bill_id, told["committees"]),
        *(BillSubject(bill_id=bill_id, subject=s) for s in _subjects(told["subjects"])),
        *(bill_parts.title(bill_id, row) for row in told["titles"]),
        *(bill_parts.summary(bill_id, row) for row in told["summaries"]),
        *(bill_parts.related(bill_id, row) for row in told["related_bills"]),
        *(bill_parts.amendment(bill_id, row) for row in told["amendments"]),
        *(bill_parts.text_version(bill_id, row) for row in told["text_versions"]),
    ]


def lists(of: Parts) -> dict[str, list[Parts]]:
    """Return the items of every list in the file, by the name of their table."""
    subjects = parts(of.get("subjects"))
    subjects = parts(subjects["billSubjects"]) if "billSubjects" in subjects else subjects
    told = {
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
    return {name: listed(value) for name, value in told.items()}


def bill(of: Parts, name: Name, told: Lists) -> Bill:
    """Return the bill itself."""
    title = word(of, "title")
    law, latest = next(iter(listed(of.get("laws"))), {}), parts(of.get("latestAction"))
    titles = [(word(t, "titleType") or "", word(t, "title") or "") for t in told["titles"]]
    return Bill(
        bill_id=name.bill_id,
        congress=name.at,
        bill_type=name.kind,
        number=name.number,
        title=title or short_title(titles, None) or official_title(titles),
        official_title=official_title(titles),
        short_title=short_title(titles, title),
        origin_chamber="house" if name.kind[0] == "h" else "senate",
        introduced_on=day(word(of, "introducedDate")),
        policy_area=_policy_area(of),
        law_type=(word(law, "type") or "").partition(" ")[0].lower() or None,
        law_number=word(law, "number"),
        latest_action_on=day(word(latest, "actionDate")),
        latest_action=word(latest, "text"),
        truncated=",".join(n for n, of_it in told.items() if len(of_it) == CUT_AT) or None,
        url=congress.bill_url(*name),
        updated_at=moment(word(of, "updateDate")) or moment(word(of, "updateDateIncludingText")),
        **_sponsor(of),
    )


def _sponsor(of: Parts) -> dict[str, Any]:
    """Return the columns on the sponsor; reserved numbers have none."""
    row = next(iter(listed(of.get("sponsors"))), None)
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


def _subjects(told: list[Parts]) -> list[str]:
    """Return the name of each subject that has one."""
    return [name for row in told if (name := word(row, "name"))]


def _policy_area(of: Parts) -> str | None:
    """Return the one policy area, which was called the primary subject in 2015."""
    subjects = parts(of.get("subjects"))
    inner = parts(subjects.get("billSubjects"))
    places = (of, subjects, inner)
    found = (
        word(parts(p.get(n)), "name") for n in ("policyArea", "primarySubject") for p in places
    )
    return next((name for name in found if name), None)
