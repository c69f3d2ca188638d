"""What follows what: the status of a bill after an act, from the status before it."""

from __future__ import annotations

from dataclasses import replace

from etl.records import Bill
from etl.text.bills.acts import HOUSE, SENATE, Act

_BEYOND_FIRST_PASSAGE = (
    "PASS_BACK:", "PASSED:", "CONFERENCE:", "VETOED:", "ENACTED:", "PROV_KILL:VETO",
    "PROV_KILL:PINGPONGFAIL",
)  # fmt: skip


def after(before: str, done: Act, bill: Bill) -> str | None:
    """Return the status after an act, None where the act changes nothing."""
    origin = HOUSE if bill.bill_type.startswith("h") else SENATE
    if before.startswith("ENACTED:"):
        return None
    if done.kind in ("referral", "report"):
        return _in_committee(before, done.kind)
    if done.kind in ("vote", "table"):
        return _after_vote(before, done, bill, done.chamber == origin)
    if done.kind in ("amendments", "conference", "returned"):
        return _between_chambers(before, done, bill)
    if done.kind == "override":
        return _after_override(done, done.chamber == origin)
    if done.kind == "cloture":
        return None if done.passed else "PROV_KILL:CLOTUREFAILED"
    return _at_the_president(before, done.kind)


def _in_committee(before: str, kind: str) -> str | None:
    """Return what referral or report make of a bill that has gone no further."""
    if kind == "referral":
        return "REFERRED" if before == "INTRODUCED" else None
    return "REPORTED" if before in ("INTRODUCED", "REFERRED") else None


def _after_vote(before: str, done: Act, bill: Bill, is_origin: bool) -> str | None:
    """Return the status after a vote on passage, or one that tables the measure."""
    if done.kind == "table":
        if not done.passed:
            return None
        done = replace(done, passed=False, suspension=False)
    if not done.passed:
        if done.suspension:
            return "PROV_KILL:SUSPENSIONFAILED"
        return f"FAIL:{'ORIGINATING' if is_origin else 'SECOND'}:{done.chamber}"
    if bill.bill_type in ("hres", "sres"):
        return "PASSED:SIMPLERES"
    if is_origin:
        return None if before.startswith(_BEYOND_FIRST_PASSAGE) else f"PASS_OVER:{done.chamber}"
    return f"PASS_BACK:{done.chamber}" if done.amended else _passed(bill)


def _between_chambers(before: str, done: Act, bill: Bill) -> str | None:
    """Return the status while the chambers settle their differences."""
    if done.kind == "returned":  # the words of a vote do not always say that it amended
        return f"PASS_BACK:{done.chamber}" if before == _passed(bill) else None
    if done.kind == "amendments":
        if not done.passed:
            return "PROV_KILL:PINGPONGFAIL"
        return f"PASS_BACK:{done.chamber}" if done.amended else _passed(bill)
    if not done.passed or before.startswith("PASSED:"):
        return None
    mine = f"CONFERENCE:PASSED:{done.chamber}"
    return _passed(bill) if before.startswith("CONFERENCE:") and before != mine else mine


def _passed(bill: Bill) -> str:
    """Return the status of what both chambers have passed in the same words."""
    if bill.bill_type in ("hconres", "sconres"):
        return "PASSED:CONCURRENTRES"
    titles = f"{bill.title} {bill.official_title}".lower()
    amends = "proposing an amendment to the constitution of the united states" in titles
    return "PASSED:CONSTAMEND" if amends and "jres" in bill.bill_type else "PASSED:BILL"


def _after_override(done: Act, is_origin: bool) -> str:
    """Return the status after a vote on a veto."""
    if done.passed:
        return f"VETOED:OVERRIDE_PASS_OVER:{done.chamber}" if is_origin else "ENACTED:VETO_OVERRIDE"
    return f"VETOED:OVERRIDE_FAIL_{'ORIGINATING' if is_origin else 'SECOND'}:{done.chamber}"


def _at_the_president(before: str, kind: str) -> str | None:
    """Return the status once a bill has come to the President."""
    vetoed = before.startswith("VETOED:") or before == "PROV_KILL:VETO"
    if kind == "present":
        return None if vetoed or before.startswith("PASSED:") else "PASSED:BILL"
    if kind == "law":
        return "ENACTED:VETO_OVERRIDE" if vetoed else "ENACTED:SIGNED"
    return {
        "sign": "ENACTED:SIGNED",
        "lapse": "ENACTED:TENDAYRULE",
        "pocket": "VETOED:POCKET",
        "veto": None if before.startswith("VETOED:") else "PROV_KILL:VETO",
    }[kind]
