"""Which way an amendment turns the law that it amends, told by what it strikes and inserts."""

from __future__ import annotations

import re

from etl.text.bills.links_clauses import Clause
from etl.text.bills.links_verdict import Verdict

_IS_AMENDED = re.compile(r"¤[^;¤]{0,160}\b(?:is|are|be) (?:further |hereby )?amended\b(.*)", re.S)
_TO_AMEND = re.compile(r"\bamend(?:s|ing)? ¤(.*)", re.IGNORECASE | re.DOTALL)
_YEARS = re.compile(
    r"striking [“\"]([^”\"]{0,80})[”\"][^“]{0,40}inserting [“\"]([^”\"]{0,80})[”\"]"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WAY_ROUND = r"shall not apply|exception|exempt|waive|not be subject|notwithstanding"
_AN_END = (
    r"sunset|shall terminate|no (?:legal )?force|shall expire|cease to (?:be|have)|is repealed"
)

_TURNS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), effect, why)
    for pattern, effect, why in (
        (r"\bstr(?:ik|uck)\w*[^;]{0,200}waive", "enforces", "strikes a waiver of it"),
        (
            r"\b(?:str(?:ik|uck)|repeal|eliminat)\w*[^;]{0,160}(?:exception|exempt)",
            "strengthens",
            "strikes an exception to it",
        ),
        (
            r"\bstr(?:ik|uck)\w*[^;]{0,120}(?:sunset|terminat|expir|repeal)",
            "strengthens",
            "strikes its end",
        ),
        (rf"\b(?:add|insert)\w*\b.{{0,600}}(?:{_AN_END})", "repeals", "gives it an end"),
        (rf"\b(?:add|insert)\w*\b.{{0,600}}(?:{_WAY_ROUND})", "weakens", "adds a way round it"),
    )
)
# What the title of a bill says that it amends the law for.
_PURPOSES = tuple(
    (re.compile(pattern, re.IGNORECASE), effect, why)
    for pattern, effect, why in (
        (r"\bto (?:\w+ )?(?:repeal|eliminate|end) [^,;]{0,80}waiver", "enforces", "ends a waiver"),
        (r"\bto (?:\w+ )?(?:extend|reauthorize|strengthen|expand|improve|make permanent)\b",
         "strengthens", "is to extend it"),
        (r"\bto (?:\w+ )?(?:enforce|require the enforcement)", "enforces", "is to enforce it"),
        (r"\bto (?:\w+ )?(?:exempt|waive|limit|narrow|provide (?:an )?exception)|\bexception\b",
         "weakens", "is to narrow it"),
        (r"\bto (?:\w+ )?(?:repeal|sunset|terminate|eliminate)", "weakens", "is to end some of it"),
    )
)  # fmt: skip
_HEADINGS = (
    (re.compile(r"exten[ds]|reauthori|permanen|expan|strengthen|enforce", re.I), "strengthens"),
    (re.compile(r"waive|exception|exempt|limitation|relief|sunset", re.I), "weakens"),
)


def amended(clause: Clause, of_waiver: bool) -> Verdict | None:
    """Return which way the clause turns what it amends, None where it amends nothing.

    `low` and `mentions` where the words do not tell.
    """
    change = _IS_AMENDED.search(clause.sentence)
    purpose = _TO_AMEND.search(clause.sentence) if change is None else None
    if purpose:
        return _told(purpose[1], _PURPOSES, "medium")
    if change is None:
        return None
    words = f"{change[1]} {clause.below}"
    if of_waiver and re.search(r"\bstr(?:ik|uck)\w*", words):
        return Verdict("enforces", "strikes from the law that lets it be waived", "medium")
    return _by_years(words) or _by_headings(clause, _told(words, _TURNS, "high"))


def _told(words: str, turns: tuple[tuple[re.Pattern[str], str, str], ...], sure: str) -> Verdict:
    for pattern, effect, why in turns:
        if pattern.search(words):
            return Verdict(effect, why, sure)
    return Verdict("mentions", "amends it; the words do not tell which way", "low")


def _by_years(words: str) -> Verdict | None:
    """Return what a year put for a year says: a later one lengthens the law's life."""
    for match in _YEARS.finditer(words):
        old, new = _YEAR.findall(match[1]), _YEAR.findall(match[2])
        if old and new and old[-1] != new[-1]:
            longer = new[-1] > old[-1]
            effect, why = ("strengthens", "lengthens") if longer else ("weakens", "shortens")
            return Verdict(effect, f"{why} its life: {old[-1]} becomes {new[-1]}", "high")
    return None


def _by_headings(clause: Clause, told: Verdict) -> Verdict:
    """Return what the words tell, or where they do not, what the headings above them do."""
    if told.effect != "mentions":
        return told
    for heading in clause.headings:
        for pattern, effect in _HEADINGS:
            if pattern.search(heading):
                return Verdict(effect, f"amends it under the heading “{heading[:80]}”", "medium")
    return told
