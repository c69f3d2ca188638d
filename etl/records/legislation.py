"""Bills and what is told of them: actions, sponsors, committees, titles, texts, citations."""

from __future__ import annotations

from datetime import date, datetime

from etl.records.kinds import record


@record
class Bill:
    """A bill or resolution of Congress as one file tells it."""

    bill_id: str  # hr6534-119
    congress: int
    bill_type: str  # hr, s, hjres, sjres, hconres, sconres, hres, sres
    number: int
    title: str | None = None
    official_title: str | None = None
    short_title: str | None = None
    origin_chamber: str | None = None  # house, senate
    introduced_on: date | None = None
    sponsor_id: str | None = None  # bioguide_id
    sponsor: str | None = None
    sponsor_party: str | None = None
    sponsor_state: str | None = None
    sponsor_district: str | None = None
    by_request: bool | None = None
    policy_area: str | None = None
    law_type: str | None = None  # public, private
    law_number: str | None = None  # 118-50
    latest_action_on: date | None = None
    latest_action: str | None = None
    status: str | None = None  # only where the file itself states it; else found from the actions
    status_on: date | None = None
    truncated: str | None = None  # the lists that hold exactly 250 items, comma-separated
    url: str | None = None
    updated_at: datetime | None = None
    partial: bool = False  # its lists are not all here: it counts only where nothing else tells


@record
class BillAction:
    """One action on a bill; a joint referral, told once per committee, is one action."""

    bill_id: str
    seq: int  # from 0, oldest first
    acted_on: date | None = None
    acted_at: datetime | None = None
    action_code: str | None = None
    source_system: int | None = None  # 9 is the Library of Congress
    source_name: str | None = None
    action_type: str | None = None
    text: str | None = None
    committees: str | None = None  # system codes, comma-separated


@record
class RecordedVote:
    """A roll-call vote that an action links to."""

    bill_id: str
    chamber: str | None = None  # house, senate
    congress: int | None = None
    session: int | None = None
    roll: int | None = None
    voted_at: datetime | None = None
    url: str | None = None
    action_seq: int | None = None


@record
class BillCosponsor:
    """A member who put, or once put, their name to a bill."""

    bill_id: str
    bioguide_id: str | None = None
    name: str | None = None
    party: str | None = None
    state: str | None = None
    district: str | None = None
    is_original: bool | None = None
    cosponsored_on: date | None = None
    withdrawn_on: date | None = None


@record
class BillCommittee:
    """What a committee or subcommittee did with a bill, one row an activity."""

    bill_id: str
    committee_id: str | None = None  # system code, hsfa00
    name: str | None = None
    parent_id: str | None = None  # for a subcommittee, its committee
    chamber: str | None = None
    activity: str | None = None
    activity_on: date | None = None


@record
class BillSubject:
    """A legislative subject the Library of Congress gave a bill."""

    bill_id: str
    subject: str


@record
class BillTitle:
    """One of a bill's titles."""

    bill_id: str
    title_type: str | None = None
    title: str | None = None
    chamber: str | None = None


@record
class BillSummary:
    """A summary of one version of a bill, as text without mark-up."""

    bill_id: str
    version_code: str | None = None
    action: str | None = None
    action_on: date | None = None
    text: str | None = None


@record
class RelatedBill:
    """A bill that another is related to, and who says so."""

    bill_id: str
    related_bill_id: str
    title: str | None = None
    relation: str | None = None  # several joined by "; "
    identified_by: str | None = None


@record
class BillAmendment:
    """An amendment offered to a bill."""

    bill_id: str
    amendment_id: str  # samdt3333-119
    purpose: str | None = None
    description: str | None = None
    latest_action_on: date | None = None
    latest_action: str | None = None


@record
class BillTextVersion:
    """A printed version of a bill's text and where it is."""

    bill_id: str
    version: str | None = None
    version_on: date | None = None
    url: str | None = None


@record
class BillText:
    """One printed version of a bill, plain: kept for matching and for comparing versions."""

    bill_id: str
    version: str  # ih, is, rh, rs, eh, es, enr ...; plaw for a public law
    version_on: date | None = None  # the date that the version itself bears
    official_title: str | None = None
    short_title: str | None = None
    law_number: str | None = None  # 118-50
    text: str | None = None  # sections apart by a blank line
    url: str | None = None


@record
class BillCitation:
    """A citation that a bill's text marks up so that a program can read it."""

    bill_id: str
    version: str
    cite: str  # usc/22/5812, public-law/102/511
    words: str | None = None  # as they stand in the text
    section: str | None = None  # the number of the bill's own section it stands in
    passage: str | None = None  # the paragraph it stands in
