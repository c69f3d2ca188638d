"""The records that readers make and tables hold: one frozen class a kind of thing.

A reader returns records; each record's class names the `raw` table its rows go to and the
types of its columns, so that a schema is told once. Dates are days, moments carry a time zone,
and what a file does not say stays `None`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(kind: type[Kind]) -> type[Kind]:
    """Return a class as one of records, which the type checker lets nobody change.

    A frozen dataclass guards itself as well, and takes four times as long to make: records come by
    the million.
    """
    return dataclass(slots=True, kw_only=True, unsafe_hash=True)(kind)


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


@record
class Vote:
    """A roll-call vote."""

    vote_id: str  # h127-119.1: chamber, roll, Congress, session
    chamber: str  # house, senate
    congress: int
    session: int
    roll: int
    voted_on: date | None = None
    voted_at: datetime | None = None
    question: str | None = None
    result: str | None = None
    bill_id: str | None = None
    url: str | None = None


@record
class VoteTotal:
    """How many members of a party took one position in a vote."""

    vote_id: str
    party: str  # R, D, I
    position: str  # yea, nay, present, not voting
    members: int


@record
class Legislator:
    """A member of Congress, now or once, by the last term that the list tells."""

    bioguide_id: str
    first_name: str | None = None
    last_name: str | None = None
    nickname: str | None = None
    full_name: str | None = None
    chamber: str | None = None  # house, senate
    party: str | None = None  # R, D, I, or the party's name
    state: str | None = None
    district: str | None = None
    url: str | None = None


@record
class Document:
    """A document of the Federal Register. Its number may have been used before: so the day."""

    document_id: str  # 2025-15682@2025-08-15, or without @ where the day is unknown
    document_number: str | None = None
    document_type: str | None = None  # presidential document, notice, rule, proposed rule
    title: str | None = None
    signed_on: date | None = None
    published_on: date | None = None
    signer: str | None = None
    signer_role: str | None = None
    instrument: str | None = None  # Presidential Determination No. 2025-08
    agencies: str | None = None  # joined by "; "
    citation: str | None = None  # 90 FR 39303
    filed_at: datetime | None = None  # at the Office of the Federal Register, for inspection
    abstract: str | None = None
    text: str | None = None
    url: str | None = None


@record
class Article:
    """A news article or other published text as one file or answer tells it."""

    url: str | None = None
    title: str | None = None
    text: str | None = None  # the body, plain; kept for matching, never shown whole
    snippet: str | None = None  # what a feed or search shows of it
    outlet: str | None = None
    country: str | None = None  # of the outlet, ISO 3166 alpha-2
    language: str | None = None  # ISO 639-1
    author: str | None = None
    published: str | None = None  # as given: "2025-04", "Fri, 02 Jan 2026 10:00:00 GMT"
    published_on: date | None = None  # only where the day is known
    published_at: datetime | None = None  # only where the moment is known
    published_precision: str = "unknown"  # day, month, year, unknown
    published_source: str | None = None  # feed, sitemap, page, table, text, coder
    seen_at: datetime | None = None
    cited_outlet: str | None = None  # the outlet it relays
    copy_of: str | None = None  # url of the article it copies, where a person said so
    given_id: str | None = None  # the id the file itself gives it


@record
class Label:
    """What a coder holds about one speaker or outlet in one article toward one policy."""

    policy_id: str
    url: str | None = None  # of the article
    given_id: str | None = None
    coder: str | None = None
    wording: str | None = None  # how the article names the policy
    named: str | None = None  # yes, implicit
    holder: str | None = None
    holder_role: str | None = None
    holder_kind: str | None = None  # speaker, outlet
    stance: str | None = None  # supports, opposes, neutral
    article_stance: str | None = None
    confidence: str | None = None  # sure, unsure
    note: str | None = None


@record
class Correction:
    """What a coder set by hand about one mention, or that such a row is taken back (`undoes`)."""

    correction_id: str
    article_id: str
    policy_id: str
    coder: str
    set_at: datetime
    mention_id: str | None = None  # None: every mention of the policy in the article
    stance: str | None = None  # supports, opposes, neutral; None leaves the one that was found
    holder: str | None = None
    not_about_policy: bool = False
    note: str | None = None
    sentence: str | None = None
    undoes: str | None = None  # a correction_id
    stands: bool = False


@record
class Event:
    """A dated act of Congress or the executive, or a fact of the debate, from a file of facts."""

    event_id: str
    policy_id: str
    event_on: date | None = None
    event_month: str | None = None  # 2023-06, where the day is not known
    kind: str | None = None
    title: str | None = None
    bill_id: str | None = None
    confidence: str | None = None
    source_url: str | None = None


@record
class Waiver:
    """What the record says of one year's waiver of a policy."""

    policy_id: str
    year: int
    state: str  # waived, lapsed, not waived, unknown
    signed_on: date | None = None
    published_on: date | None = None
    instrument: str | None = None
    signer: str | None = None
    signer_role: str | None = None
    confidence: str | None = None
    source_url: str | None = None
    note: str | None = None


@record
class Reject:
    """A part of a file that could not be used: where it stands and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a policy in one language; `strong` names need no context."""

    text: str
    language: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class PolicyBill:
    """A bill that touches a policy and what it would do to it."""

    bill_id: str
    effect: str  # creates, repeals, weakens, waives, strengthens, enforces, exempts, mentions
    title: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is said of a policy again and again, and what the record says of it."""

    claim_id: str
    says: str  # the claim, in a sentence of ours
    record: str  # what the record says
    source: str
    wording: tuple[tuple[str, str], ...] = ()  # (words that make the claim, language)


@dataclass(frozen=True, slots=True)
class Argument:
    """A reason that is given again and again for keeping a policy, or for dropping it."""

    argument_id: str
    side: str  # keeps or drops
    says: str  # the reason, in a sentence of ours
    wording: tuple[tuple[str, str], ...] = ()  # (words that tell of it, language)
    name: str | None = None  # for a chart; the words of the id where there is none


@dataclass(frozen=True, slots=True)
class WaiverRule:
    """By what rule a policy may be waived, as its YAML file tells it."""

    source: str
    since: date | None = None  # the day from which there is a power to waive
    term: str | None = None  # 1 year, 180 days, until revoked
    counted_from: str = "signed"  # or published


@dataclass(frozen=True, slots=True)
class Group:
    """A camp of outlets in the debate on one policy."""

    name: str  # armenian
    label: str  # Armenian and diaspora outlets
    sides: tuple[str, ...] = ()  # `side` of data/outlets.csv
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-2


@dataclass(frozen=True, slots=True)
class AlertRule:
    """By what a policy's alerts are told; `etl/alert_rules.py` tells what is usual."""

    rule: str
    threshold: float = 0
    fewest: int = 0  # stories or judged opinions, under which nothing is told
    days: int = 30  # for which a thing is news


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy that is followed, as its YAML file tells it."""

    policy_id: str
    name: str
    short_name: str
    kind: str
    citation: str
    description: str
    source: str
    aliases: tuple[Alias, ...]
    context: tuple[str, ...] = ()  # one of these must be near a name that is not strong
    anti_context: tuple[str, ...] = ()  # none of these may be near a name that is not strong
    anaphors: tuple[str, ...] = ()  # "the amendment", within two sentences of a name
    keeps: tuple[str, ...] = ()  # support of these is support of the policy
    drops: tuple[str, ...] = ()  # support of these is opposition to it
    keep_means: str = ""  # what keeping it would mean, in a clause of ours
    drop_means: str = ""
    cites: tuple[str, ...] = ()  # usc/22/5812, as bill texts cite it
    bills: tuple[PolicyBill, ...] = ()
    groups: tuple[Group, ...] = ()
    since: date | None = None
    until: date | None = None
    file: str | None = None
    lines: tuple[tuple[str, int], ...] = ()  # (key, line), for errors told later
    waiver: WaiverRule | None = None
    claims: tuple[Claim, ...] = ()
    alerts: tuple[tuple[str, tuple[AlertRule, ...]], ...] = ()  # by rule, if a file tells its own
    arguments: tuple[Argument, ...] = ()

    def __hash__(self) -> int:
        """Return a hash that is quick to find: what is made of a policy is kept by it."""
        return hash((self.policy_id, self.name, len(self.aliases)))


class Refused(Exception):
    """A file, or an answer, that cannot be read at all; the message says why in plain words."""
