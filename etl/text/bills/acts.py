"""What an action does to a bill: its code says so, and where it has none, its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.records import BillAction

HOUSE, SENATE = "HOUSE", "SENATE"


@dataclass(frozen=True, slots=True)
class Act:
    """A step of the legislative process, taken from one action."""

    kind: str  # the second word of a row in CODES; of the President's acts: sign, veto, pocket, …
    chamber: str | None = None
    passed: bool = True
    amended: bool = False
    suspension: bool = False  # a vote that needs two thirds and may be tried again


# Codes of the Library of Congress (digits) and those of the House and the President that can stand
# without one. Then what happens, where, and the outcome: + passed, - failed, ? the words tell.
CODES = {
    code: (kind, chamber or None, outcome)
    for codes, kind, chamber, outcome in (
        ("H11100 H11100-A H11200", "referral", HOUSE, "+"),
        ("5000 5500 H12100 H12200 H12300", "report", HOUSE, "+"),
        ("14000 14500", "report", SENATE, "+"),
        ("8000", "vote", HOUSE, "+"),
        ("9000", "vote", HOUSE, "-"),
        ("17000", "vote", SENATE, "+"),
        ("18000", "vote", SENATE, "-"),
        ("H37100 H37300", "vote", HOUSE, "?"),
        ("H36510", "table", HOUSE, "?"),
        ("19500 H41610", "amendments", HOUSE, "?"),
        ("20500", "amendments", SENATE, "?"),
        ("21000", "conference", HOUSE, "+"),
        ("23000", "conference", SENATE, "+"),
        ("H42510", "conference", HOUSE, "?"),
        ("28000 E20000", "present", "", "+"),
        ("E30000 E40000 31000 36000 41000", "president", "", "+"),  # signing and veto share some
        ("32000", "override", HOUSE, "+"),
        ("33000", "override", HOUSE, "-"),
        ("34000", "override", SENATE, "+"),
        ("35000", "override", SENATE, "-"),
        ("H43410", "override", HOUSE, "?"),
    )
    for code in codes.split()
}

# Cloture on an amendment decides nothing about the bill.
_CLOTURE = (
    r"^(?:upon reconsideration, )?cloture\b(?: motion)?"
    r"(?! on (?:the )?(?:\w+ )?(?:substitute|amendment|SA)\b)"
)

# For actions without a code: all of the Senate's own, the committees', and some old ones.
WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), kind, chamber or None, outcome)
    for pattern, kind, chamber, outcome in (
        (
            _CLOTURE + r".*(?<!not )\binvoked in senate",
            "cloture",
            SENATE,
            "+",
        ),
        (
            _CLOTURE + r".*\bnot invoked",
            "cloture",
            SENATE,
            "-",
        ),
        (
            r"^(?:passed|failed of passage in|disagreed to in) senate over veto",
            "override",
            SENATE,
            "?",
        ),
        (r"^on passage, the objections of the president", "override", HOUSE, "?"),
        (r"^two-thirds of the members present having voted in the", "override", HOUSE, "?"),
        (r"^(?:on )?motion to table the (?:measure|bill|\w* ?resolution)\b", "table", "", "?"),
        (r"^senate (?:agreed to|rejected) (?:the )?conference report", "conference", SENATE, "?"),
        (r"^conference report (?:agreed to|rejected) in senate", "conference", SENATE, "?"),
        (r"^on \b.*\bagree(?:ing)? to the conference report", "conference", HOUSE, "?"),
        (r"^senate .*\b(?:agreed to|concurred in) .*house amendment", "amendments", SENATE, "?"),
        (r"^(?:house|on motion) .*\b(?:agree|concur).*senate amendment", "amendments", HOUSE, "?"),
        (r"^message on house action .*: house amendments? to senate", "returned", HOUSE, "+"),
        (r"^(?:measure |resolution )?(?:passed|agreed to in) senate\b", "vote", SENATE, "+"),
        (r"\bin the senate, .*\band (?:passed|agreed to)\b", "vote", SENATE, "+"),
        (r"\bread the third time, and (?:passed|agreed to)\b", "vote", SENATE, "+"),
        (r"\bfailed of passage in senate|^disagreed to in senate", "vote", SENATE, "-"),
        (r"^(?:measure )?passed house|\bis considered passed house", "vote", HOUSE, "+"),
        (r"\bfollowing bills passed under suspension of the rules", "vote", HOUSE, "+"),
        (r"^on (?:passage|agreeing to the resolution)\b", "vote", HOUSE, "?"),
        (r"^on motion to suspend the rules and (?:pass|agree to) the", "vote", HOUSE, "?"),
        (r"^presented to president", "present", "", "+"),
        (r"^(?:signed|(?:pocket )?vetoed) by president|\bunsigned\b", "president", "", "+"),
        (r"^(?:became )?(?:public|private) law", "president", "", "+"),
        (r"\bordered to be reported|\bagreed to seek consideration under", "report", "", "+"),
        (
            r"^(?:\w+ )?committee on (?!.*subcommittee).*\breported (?:to senate )?by",
            "report",
            "",
            "+",
        ),
        (r"^(?:\w+ )?committee on .*\bdischarged\b", "report", "", "+"),
        (r"^(?:original measure )?reported (?:\(amended\) |to senate )?", "report", "", "+"),
        (r"\breported an original measure\b", "report", "", "+"),
        (r"\breferred (?:\w+ )*?to the (?:\w+ )?(?:sub)?committee", "referral", "", "+"),
    )
)

_AMENDMENT = re.compile(r"(?:[HS]\.? ?Amdt\.?|Amendment SA) ?\d", re.IGNORECASE)
_REFERENCES = re.compile(
    r"\s*\((?:CR|consider|text)[^()]*(?:\([^()]*\)[^()]*)*\)\s*$", re.IGNORECASE
)
_PREFIX = re.compile(r"^[A-Z][\w/ -]{5,60}:\s*")  # "Passed/agreed to in House: On motion …"
_FAILED = re.compile(r"\b(?:failed|rejected|disagreed|not agreed)\b", re.IGNORECASE)
_AMENDED = re.compile(
    r"\bas amended\b|\(amended\)|\bwith (?:an |the )?(?:\w+ )?amendments?\b", re.IGNORECASE
)
_NOT_AGREEING = re.compile(
    r"\binstruct|\binsist|\bdisagree|\brequest|\brecommit|\bpostpone|\bto table\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\bfollowing bills passed\b", re.IGNORECASE)


def act(action: BillAction, bill_type: str, number: int) -> Act | None:
    """Return what an action does to this bill, None where it changes nothing."""
    text = _REFERENCES.sub("", action.text or "")
    found = _found(action.action_code, text)
    if found is None or _AMENDMENT.match(text):
        return None
    kind, chamber, outcome = found
    if _LISTED.search(text):  # many bills in one breath: only what is said of this one counts
        text = _own_words(text, bill_type, number)
        kind = "amendments" if "senate amendment" in text.lower() else kind
    if kind == "president":
        kind = _president(text)
    if kind == "amendments" and _NOT_AGREEING.search(text):
        return None
    passed = outcome == "+" or (outcome == "?" and not _FAILED.search(text))
    amended, suspension = bool(_AMENDED.search(text)), "suspend the rules" in text.lower()
    return Act(kind, chamber or _chamber(text), passed, amended, suspension)


def _found(code: str | None, text: str) -> tuple[str, str | None, str] | None:
    """Return kind, chamber and outcome by the code; by the words only where there is no code."""
    if code:
        return CODES.get(code)
    words = (row for row in WORDS if row[0].search(text))
    return next(((kind, chamber, outcome) for _, kind, chamber, outcome in words), None)


def _own_words(text: str, bill_type: str, number: int) -> str:
    """Return what a list of bills says of one: `, as amended` after `H.R. 1082`."""
    letters = r"\.?\s*".join(re.findall(r"con|res|[hsrj]", bill_type))
    own = re.search(rf"\b{letters}\.?\s*{number}\b([^;.]*)", text, re.IGNORECASE)
    return own[1] if own else ""


def _president(text: str) -> str:
    """Return which act of the President, or at the end of it, this is."""
    said = text.lower()
    if "veto" in said:
        return "pocket" if "pocket" in said else "veto"
    if "unsigned" in said or "without" in said:
        return "lapse"
    return "sign" if "signed" in said else "law"


def _chamber(text: str) -> str:
    """Return the chamber that an action names, else the House, whose actions seldom do."""
    return SENATE if "senate" in text.lower() else HOUSE
