"""The lists in a bill's status file, row by row: members, committees, titles, related bills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from etl.records import (
    BillAmendment,
    BillCommittee,
    BillCosponsor,
    BillSummary,
    BillTextVersion,
    BillTitle,
    Reject,
    RelatedBill,
)
from etl.text import congress
from etl.text.bills.rows import Parts, listed, parts, whole, word
from etl.text.xml import day, plain


def member(row: Parts) -> dict[str, str | None]:
    """Return who a member is; what has no element of its own stands in the full name (2015)."""
    told = congress.member(word(row, "fullName") or word(row, "name"))
    return {
        "bioguide_id": word(row, "bioguideId"),
        "name": told.name,
        "party": word(row, "party") or told.party,
        "state": word(row, "state") or told.state,
        "district": word(row, "district") or told.district,
    }


def yes(text: str | None) -> bool | None:
    """Return what `Y`, `True`, `N` or `False` says."""
    return None if text is None else text[:1].upper() in ("Y", "T")


def cosponsor(bill_id: str, row: Parts) -> BillCosponsor:
    """Return a cosponsor, with the day of withdrawal where the name was taken back."""
    return BillCosponsor(
        bill_id=bill_id,
        is_original=yes(word(row, "isOriginalCosponsor")),
        cosponsored_on=day(word(row, "sponsorshipDate")),
        withdrawn_on=day(word(row, "sponsorshipWithdrawnDate")),
        **member(row),
    )


def committees(
    bill_id: str, rows: Iterable[Parts], parent: Parts | None = None
) -> Iterator[BillCommittee]:
    """Yield a row an activity for committees and their subcommittees, one where none is told."""
    for row in rows:
        for activity in listed(row.get("activities")) or [{}]:
            yield BillCommittee(
                bill_id=bill_id,
                committee_id=word(row, "systemCode"),
                name=word(row, "name"),
                parent_id=word(parent, "systemCode") if parent else None,
                chamber=(word(parent or row, "chamber") or "").lower() or None,
                activity=word(activity, "name"),
                activity_on=day(word(activity, "date")),
            )
        yield from committees(bill_id, listed(row.get("subcommittees")), row)


def title(bill_id: str, row: Parts) -> BillTitle:
    """Return one of a bill's titles."""
    return BillTitle(
        bill_id=bill_id,
        title_type=word(row, "titleType"),
        title=word(row, "title"),
        chamber=(word(row, "chamberName") or "").lower() or None,
    )


def summary(bill_id: str, row: Parts) -> BillSummary:
    """Return a summary; its text may be missing, or lie in `cdata`."""
    return BillSummary(
        bill_id=bill_id,
        version_code=word(row, "versionCode"),
        action=word(row, "actionDesc"),
        action_on=day(word(row, "actionDate")),
        text=plain(word(row, "text") or word(parts(row.get("cdata")), "text")),
    )


def related(bill_id: str, row: Parts) -> RelatedBill | Reject:
    """Return a related bill with all that is said of the relation."""
    kind = congress.bill_type(word(row, "type"))
    number, at = whole(row, "number"), whole(row, "congress")
    if not (kind and number and at):
        return Reject(place=f"{bill_id} relatedBills", reason="no type, number or congress")
    details = listed(row.get("relationshipDetails"))
    return RelatedBill(
        bill_id=bill_id,
        related_bill_id=congress.bill_id(kind, number, at),
        title=word(row, "title") or word(row, "latestTitle"),
        relation=_joined(details, "type"),
        identified_by=_joined(details, "identifiedBy"),
    )


def _joined(rows: Iterable[Parts], name: str) -> str | None:
    """Return what the rows say, each thing once, joined."""
    return "; ".join(dict.fromkeys(text for row in rows if (text := word(row, name)))) or None


def amendment(bill_id: str, row: Parts) -> BillAmendment | Reject:
    """Return an amendment; where its type or number is told twice, the first counts."""
    kind, number, at = word(row, "type"), whole(row, "number"), whole(row, "congress")
    if not (kind and number and at):
        return Reject(place=f"{bill_id} amendments", reason="no type, number or congress")
    latest = parts(row.get("latestAction"))
    return BillAmendment(
        bill_id=bill_id,
        amendment_id=f"{kind.lower()}{number}-{at}",
        purpose=word(row, "purpose"),
        description=word(row, "description"),
        latest_action_on=day(word(latest, "actionDate")),
        latest_action=word(latest, "text"),
    )


def text_version(bill_id: str, row: Parts) -> BillTextVersion:
    """Return a printed version of the text and where its first form is."""
    formats = listed(row.get("formats"))
    return BillTextVersion(
        bill_id=bill_id,
        version=word(row, "type"),
        version_on=day(word(row, "date")),
        url=word(formats[0], "url") if formats else None,
    )
