"""Documents of the Federal Register, and the acts and waivers that the record tells of."""

from __future__ import annotations

from datetime import date, datetime

from etl.records.kinds import record


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
