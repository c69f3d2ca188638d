"""The records that readers make and tables hold: one frozen class a kind of thing.

A reader returns records; each record's class names the `raw` table its rows go to and the
types of its columns, so that a schema is told once. Dates are days, moments carry a time zone,
and what a file does not say stays `None`.
"""

from __future__ import annotations

from etl.records.articles import (
    Article,
    Correction,
    Label,
)
from etl.records.legislation import (
    Bill,
    BillAction,
    BillAmendment,
    BillCitation,
    BillCommittee,
    BillCosponsor,
    BillSubject,
    BillSummary,
    BillText,
    BillTextVersion,
    BillTitle,
    RecordedVote,
    RelatedBill,
)
from etl.records.policies import (
    AlertRule,
    Alias,
    Argument,
    Calibration,
    Claim,
    Group,
    Policy,
    PolicyBill,
    WaiverRule,
)
from etl.records.refusals import (
    Refused,
    Reject,
)
from etl.records.register import (
    Document,
    Event,
    Waiver,
)
from etl.records.votes import (
    Legislator,
    Vote,
    VoteTotal,
)

__all__ = [
    "AlertRule",
    "Alias",
    "Argument",
    "Article",
    "Bill",
    "BillAction",
    "BillAmendment",
    "BillCitation",
    "BillCommittee",
    "BillCosponsor",
    "BillSubject",
    "BillSummary",
    "BillText",
    "BillTextVersion",
    "BillTitle",
    "Calibration",
    "Claim",
    "Correction",
    "Document",
    "Event",
    "Group",
    "Label",
    "Legislator",
    "Policy",
    "PolicyBill",
    "RecordedVote",
    "Refused",
    "Reject",
    "RelatedBill",
    "Vote",
    "VoteTotal",
    "Waiver",
    "WaiverRule",
]
